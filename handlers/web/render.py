"""Replies and transcript lines as the page's JSON, in the officer's language."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from typing import Any

from flows.model import Choice, Progress, Reply
from flows.ports import Envelope, Line
from handlers.web.guard import FILES_PATH
from handlers.web.markup import plain, shield, spans
from handlers.web.month import grid
from handlers.web.ports import ClauseSource, NoSuchClause, Words
from locales import catalog
from rules.message import Message, say

log = logging.getLogger(__name__)
START = "/start"
TOGGLE = "t:"
GROUNDS = "why.source"
"""The sentence that names the clauses: here they stand as links."""


def is_toggle(choice: Choice) -> bool:
    """An element of a set: its tap changes the question and says nothing in the log."""
    return choice.id.startswith(TOGGLE)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns values into JSON; `words` and `clauses` give the texts."""

    words: Words
    clauses: ClauseSource

    def envelope(self, envelope: Envelope, *, today: date) -> dict[str, Any]:
        """One outbox row as an event of the stream."""
        shown = self._row(envelope.id, envelope.reply, envelope.language, today=today)
        return {"language": envelope.language, **shown}

    def lines(self, lines: tuple[Line, ...], language: str, *, today: date) -> list[dict[str, Any]]:
        """A transcript; the silent `/start` of a first visit and toggles are left out."""
        shown: list[dict[str, Any]] = []
        toggles: tuple[Message, ...] = ()
        for line in lines:
            if line.reply is not None:
                toggles = _toggles(line.reply) or toggles
                shown.append(self._row(line.id, line.reply, language, today=today))
            elif line.files:
                shown.extend({"said": f"📎 {file.name}"} for file in line.files)
            elif line.took is not None and line.took not in toggles:
                shown.append({"said": self._plain(line.took, language)})
            elif line.said is not None and (shown or line.said != START):
                shown.append({"said": line.said})
        return shown

    def _row(self, number: int, reply: Reply, language: str, *, today: date) -> dict[str, Any]:
        """A reply of the outbox; its file, if any, is fetched by the row's number."""
        file = reply.file and {"name": reply.file.name, "href": f"{FILES_PATH}/{number}"}
        return {"id": number, "file": file, **self.reply(reply, language, today=today)}

    def reply(self, reply: Reply, language: str, *, today: date) -> dict[str, Any]:
        """One bubble: all text ready to be shown, nothing of it to be interpreted."""
        return {
            "paragraphs": self._paragraphs(reply, language),
            "noted": [spans(self._text(line, language)) for line in reply.noted],
            "tone": reply.tone.value,
            "rows": self._rows(reply, language),
            "expects": reply.expects.value,
            "token": reply.token,
            # what comes of itself leaves the open question's choices in their place
            "unasked": not reply.token and bool(reply.choices),
            "slot": reply.slot,
            "clauses": self._clauses(reply.clauses, language),
            "progress": self._progress(reply.progress, language),
            "calendar": grid(reply.calendar, language, today=today, words=self._plain)
            if reply.calendar
            else None,
        }

    def clause(self, clause_id: str, language: str) -> dict[str, Any]:
        """A clause in its paragraph, split around its quotation. Raises NoSuchClause."""
        found = self.clauses.open(clause_id, language=language)
        head, quote, tail = found.paragraph.partition(found.quote)
        return {
            "letter": found.letter,
            "before": list(found.before),
            # a quotation that its paragraph does not hold word for word stands alone
            "paragraph": [head, quote, tail] if quote else ["", found.quote, ""],
            "behind": list(found.behind),
            "notes": list(found.notes),
        }

    def _paragraphs(self, reply: Reply, language: str) -> list[Any]:
        """The text; the links to the clauses say what it rests on."""
        text = reply.text
        if reply.clauses:
            text = tuple(line for line in text if line.key != GROUNDS)
            text = (*text, say("web.grounds"))
        return [spans(self._text(line, language)) for line in text]

    def _rows(self, reply: Reply, language: str) -> list[list[dict[str, Any]]]:
        """The choices, without those of clauses that are links already."""
        links = {f"g:clause:{name}" for name in reply.clauses}
        rows = ([choice for choice in row if choice.id not in links] for row in reply.choices)
        return [[self._choice(choice, language) for choice in row] for row in rows if row]

    def _text(self, message: Message, language: str) -> str:
        try:
            return self.words(shield(message), language)
        except (KeyError, IndexError, ValueError):
            # one broken text must not close the stream on every message after it
            log.exception("text %s is missing or broken in %s", message.key, language)
            return message.key

    def _plain(self, message: Message, language: str) -> str:
        return plain(self._text(message, language))

    def _choice(self, choice: Choice, language: str) -> dict[str, Any]:
        return {
            "id": choice.id,
            "label": self._plain(choice.label, language),
            "role": choice.role.value,
            "picked": choice.picked,
            "toggle": is_toggle(choice),
        }

    def _clauses(self, ids: tuple[str, ...], language: str) -> list[dict[str, str]]:
        """A link for each place; of one letter the first alone names it."""
        shown: dict[str, dict[str, str]] = {}
        letter = None
        for clause_id in ids:
            try:
                found = self.clauses.open(clause_id, language=language)
            except NoSuchClause:
                log.warning("a reply names the unknown clause %s", clause_id)
                continue
            short = found.place if found.letter == letter and found.place else found.label
            letter = found.letter
            shown.setdefault(found.label, {"id": clause_id, "label": found.label, "short": short})
        return list(shown.values())

    def _progress(self, progress: Progress | None, language: str) -> dict[str, Any] | None:
        if progress is None:
            return None
        last, share = progress.last_day, progress.percent
        return {
            "title": self._plain(progress.title, language),
            "stage": self._plain(progress.stage, language),
            "percent": None if share is None else max(0, min(100, share)),
            "lastDay": catalog.day(last, language) if last else None,
        }


def _toggles(reply: Reply) -> tuple[Message, ...]:
    return tuple(offer.label for row in reply.choices for offer in row if is_toggle(offer))
