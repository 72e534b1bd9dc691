"""A reply as Telegram shows it: its HTML in parts that fit, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from flows.model import Progress, Reply, Tone
from handlers.telegram.buttons import Rows, keyboard
from handlers.telegram.styled import Styled, marked, parts
from locales import catalog
from rules.message import Message, MessageValue, say

MOST_UNITS = 4096
MOST_PARTS = 4
SIGNS = {Tone.GOOD: "🟢", Tone.MORE: "🟡", Tone.BAD: "🔴"}

_STAR = "\ue000"
"""Stands for a star in what a user wrote, so that it never reads as a mark of ours."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of Telegram's: its HTML, and the same without any marks."""

    html: str
    plain: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message, or several where one is too long; the buttons belong under the last."""

    parts: tuple[Part, ...]
    rows: Rows


def render(reply: Reply, language: str) -> Rendered:
    """Raises catalog.MissingText and buttons.DataTooLong."""
    lines = [_line(message, language) for message in reply.text]
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        lines = [_line(say("telegram.choose"), language)]
    lines[0] = _signed(lines[0], reply.tone)
    echo = (reply.echo,) if reply.echo else ()
    lines = [*(_line(message, language) for message in (*echo, *reply.noted)), *lines]
    if reply.progress:
        lines.insert(0, _quiet(reply.progress, language))
    whole = lines[0]
    for line in lines[1:]:
        whole = whole + Styled("\n") + line
    pieces = parts(whole, MOST_UNITS, most=MOST_PARTS)
    rows = keyboard(reply, partial(label, language=language))
    return Rendered(tuple(Part(piece.html(), piece.text) for piece in pieces), rows)


def label(message: Message, language: str) -> str:
    """A button's words: one line, no marks, never empty."""
    return " ".join(_line(message, language).text.split()) or "…"


def _line(message: Message, language: str) -> Styled:
    styled = marked(catalog.text(_shielded(message), language))
    # a lone surrogate could not be sent at all
    text = styled.text.replace(_STAR, "*").encode("utf-8", "replace").decode()
    return Styled(text, styled.spans)


def _shielded(message: Message) -> Message:
    return Message(message.key, {name: _value(value) for name, value in message.values.items()})


def _value(value: MessageValue) -> MessageValue:
    if isinstance(value, str):
        return value.replace("*", _STAR)
    if isinstance(value, Message):
        return _shielded(value)
    if isinstance(value, Sequence):
        return tuple(
            item.replace("*", _STAR) if isinstance(item, str)
            else _shielded(item) if isinstance(item, Message)
            else item
            for item in value
        )  # fmt: skip
    return value


def _signed(line: Styled, tone: Tone) -> Styled:
    """The sign of the tone at the head of the card; its words are the text's own."""
    sign = SIGNS.get(tone)
    if sign is None or line.text.startswith(sign):
        return line
    return Styled(f"{sign} ") + line


def _quiet(progress: Progress, language: str) -> Styled:
    pieces = [say("telegram.progress", title=progress.title, stage=progress.stage)]
    if progress.percent is not None:
        pieces.append(say("telegram.progress.percent", percent=progress.percent))
    if progress.last_day is not None:
        pieces.append(say("telegram.progress.last_day", last_day=progress.last_day))
    text = " · ".join(_line(piece, language).text for piece in pieces)
    return Styled(text, ((0, len(text), "i"),))
