"""The frame of every page of the board, and the pages that say why there is nothing to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from string import Template

from handlers.web.elements import Part, element, together
from handlers.web.markup import plain, shield
from handlers.web.page import HERE
from handlers.web.ports import Words
from rules.message import Message, say


@dataclass(frozen=True, slots=True)
class BoardFrame:
    """Renders in one language; `now` is aware, `zone` the officers'."""

    words: Words
    language: str
    today: date
    now: datetime
    zone: tzinfo

    def denied(self, why: str = "board.denied.body") -> str:
        """What everybody else is shown."""
        return self.framed(
            element("h2", self.say("board.denied.title")),
            element("p", self.say(why)),
            element(
                "p",
                element("a", self.say("board.chat"), href="/", class_="choice"),
                " ",
                element("a", self.say("board.reload"), href="/board", class_="choice"),
                class_="row",
            ),
        )

    def failed(self) -> str:
        """The database does not answer."""
        return self.framed(
            element("h2", self.say("board.failed")),
            element("p", element("a", self.say("board.reload"), href="/board", class_="choice")),
        )

    def gone(self) -> str:
        """A file that nobody keeps any more."""
        return self.framed(
            element("h2", self.say("board.gone.title")), element("p", self.say("board.gone.body"))
        )

    def missing(self) -> str:
        """There is no such thing, or it is not of this office."""
        return self.framed(
            element("h2", self.say("board.missing_page.title")),
            element("p", self.say("board.missing_page.body")),
            element(
                "p",
                element("a", self.say("board.proposals"), href="/board/proposals", class_="choice"),
                " ",
                element("a", self.say("board.reports"), href="/board", class_="choice"),
                class_="row",
            ),
        )

    def framed(self, *parts: Part) -> str:
        template = Template((HERE / "board.html").read_text(encoding="utf-8"))
        named = {
            "title": "board.title",
            "chat": "board.chat",
            "skip": "board.skip",
            "reports": "board.reports",
            "proposals": "board.proposals",
            "units": "board.units",
            "statistics": "board.statistics",
            "name": "web.name",
        }
        texts = {name: together(self.say(key)) for name, key in named.items()}
        failed = together(self.say("board.not_sent"))
        return template.substitute(
            texts, language=self.language, failed=failed, main=together(parts)
        )

    def say(self, key: str, **values: str | int | date | Message) -> str:
        return self.said(say(key, **values))

    def said(self, message: Message) -> str:
        return plain(self.words(shield(message), self.language))
