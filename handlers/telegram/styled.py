"""Text with bold and quiet stretches, measured and cut as Telegram counts it, shown as its HTML."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Literal, TypeAlias

Tag: TypeAlias = Literal["b", "i"]
Span: TypeAlias = tuple[int, int, Tag]


@dataclass(frozen=True, slots=True)
class Styled:
    """Plain text and the stretches (start, end, tag) that stand out; they do not overlap."""

    text: str
    spans: tuple[Span, ...] = ()

    def __add__(self, other: Styled) -> Styled:
        shift = len(self.text)
        moved = tuple((start + shift, end + shift, tag) for start, end, tag in other.spans)
        return Styled(self.text + other.text, self.spans + moved)

    def cut(self, start: int, end: int) -> Styled:
        """The piece from `start` to `end` without blank space at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        spans = (
            (max(low, start) - start, min(high, end) - start, tag) for low, high, tag in self.spans
        )
        return Styled(self.text[start:end], tuple(span for span in spans if span[0] < span[1]))

    def html(self) -> str:
        """Telegram's HTML; everything but the own tags is escaped."""
        out, at = [], 0
        for start, end, tag in self.spans:
            out.append(html.escape(self.text[at:start], quote=False))
            out.append(f"<{tag}>{html.escape(self.text[start:end], quote=False)}</{tag}>")
            at = end
        return "".join(out) + html.escape(self.text[at:], quote=False)


def marked(text: str) -> Styled:
    """Read `**bold**` marks; a lone mark stays as it is."""
    pieces = text.split("**")
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["**".join(pieces[-2:])]
    styled = Styled("")
    for index, piece in enumerate(pieces):
        bold: tuple[Span, ...] = ((0, len(piece), "b"),) if index % 2 and piece else ()
        styled += Styled(piece, bold)
    return styled


def units(text: str) -> int:
    """The length in UTF-16 code units, which is how Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def parts(styled: Styled, limit: int, *, most: int) -> tuple[Styled, ...]:
    """Cut into at most `most` pieces of at most `limit` units, between lines or words if it can.

    What does not fit into the last piece is cut off with `…`.
    """
    out: list[Styled] = []
    at = 0
    while at < len(styled.text) and len(out) < most:
        stop = _stop(styled.text, at, limit=limit)
        if stop < len(styled.text) and len(out) == most - 1:
            stop = _stop(styled.text, at, limit=limit - 1)
            out.append(styled.cut(at, stop) + Styled("…"))
            break
        out.append(styled.cut(at, stop))
        at = stop
    return tuple(part for part in out if part.text)


def _stop(text: str, start: int, *, limit: int) -> int:
    """Where a piece that begins at `start` ends."""
    if units(text[start : start + limit]) <= limit:
        stop = min(len(text), start + limit)
    else:
        stop, room = start, limit
        while room >= (width := units(text[stop])):
            stop, room = stop + 1, room - width
    if stop == len(text):
        return stop
    for mark in ("\n", " "):
        found = text.rfind(mark, start + (stop - start) // 2, stop)
        if found > start:
            return found
    return stop
