"""The same conversation on a terminal: one line in, the reply out."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TextIO

from flows.model import Download, Incoming, Progress, Reply, Tone
from flows.ports import Envelope
from handlers import choices
from rules.message import Message, say

CHANNEL = "terminal"
PROMPT = "»"
SIGNS = {Tone.GOOD: "🟢 ", Tone.MORE: "🟡 ", Tone.BAD: "🔴 "}
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def plain(text: str) -> str:
    """A sentence without its emphasis."""
    return _BOLD.sub(r"\1", text)


class Outbox(Protocol):
    """The part of flows.ports.Outbox that a terminal reads."""

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]: ...


class Words(Protocol):
    """A message's sentence in a language."""

    def __call__(self, message: Message, language: str, /) -> str: ...


@dataclass(slots=True)
class Terminal:
    """Plays one chat. `take` commits a turn; `name` tells this chat from other terminals'.

    `save` puts down a file that is handed over, and says where it is.
    """

    name: str
    take: Callable[[Incoming], bool]
    outbox: Outbox
    words: Words
    out: TextIO
    save: Callable[[Download], str] = lambda file: file.name
    last: int = 0
    screen: tuple[Reply, ...] = ()
    language: str = "vi"

    def run(self, said: Iterable[str]) -> None:
        """Greet, then answer each line until there are no more."""
        for envelope in self.outbox.after(CHANNEL, self.name, 0):
            self.last = max(self.last, envelope.id)
        self.say("/menu")
        for line in said:
            self.say(line.rstrip("\n"))

    def say(self, line: str) -> None:
        """One line of the officer, and what comes back."""
        update = uuid.uuid4().hex
        incoming = Incoming(CHANNEL, self.name, update, text=line)
        newest = self.screen[-1] if self.screen else None
        earlier = self.screen[:-1]
        self.take(choices.answer(incoming, newest, self._words, earlier=earlier))
        self._show(self.outbox.after(CHANNEL, self.name, self.last))
        # a person sees a prompt; a script reads up to the line that is nothing else
        self.out.write(f"{PROMPT} " if self.out.isatty() else f"{PROMPT}\n")
        self.out.flush()

    def _show(self, envelopes: tuple[Envelope, ...]) -> None:
        for envelope in envelopes:
            self.last = envelope.id
            self.language = envelope.language
            shown = self.shown(envelope.reply, numbered=envelope is envelopes[-1])
            self.out.write(shown + "\n\n")
        self.screen = tuple(envelope.reply for envelope in envelopes) or self.screen

    def _words(self, message: Message) -> str:
        return self.words(message, self.language)

    def shown(self, reply: Reply, *, numbered: bool = True) -> str:
        """A reply as plain lines."""
        text = [self._plain(message) for message in reply.text]
        text[0] = SIGNS.get(reply.tone, "") + text[0]
        echo = (reply.echo,) if reply.echo else ()
        text = [*(self._plain(message) for message in (*echo, *reply.noted)), *text]
        where = [self._where(reply.progress)] if reply.progress else []
        if reply.file is not None:
            text.append(self._words(say("terminal.file", place=self.save(reply.file))))
        return "\n".join([*where, *text, *choices.lines(reply, self._words, numbered=numbered)])

    def _plain(self, message: Message) -> str:
        return plain(self._words(message))

    def _where(self, progress: Progress) -> str:
        title, stage = self._words(progress.title), self._words(progress.stage)
        share = "" if progress.percent is None else f" · {progress.percent} %"
        return f"— {title} · {stage}{share}"
