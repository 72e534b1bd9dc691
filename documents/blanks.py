"""Dotted lines where nobody has said a value, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.words import inline, sentence
from language.fold import clean_lines
from rules.message import Message, say

DOTS = "…" * 12
LONG_DOTS = "…" * 28
CELL_DOTS = "…" * 8


@dataclass(frozen=True, slots=True)
class Blank:
    """A value that is missing: what it is, and of which nominee (by place, from 0)."""

    about: str
    nominee: int | None = None
    name: str | None = None

    def told(self) -> Message:
        """What is missing, in words."""
        about = say(f"paper.blank.{self.about}")
        if self.nominee is None:
            return about
        name = self.name or say("paper.nominee", number=self.nominee + 1)
        return say("paper.blank.of", about=about, name=name)


@dataclass(slots=True)
class Blanks:
    """What was found missing while papers were made, each once, in the order met."""

    found: dict[Blank, None] = field(default_factory=dict)

    def text(self, value: object, blank: Blank) -> str:
        """The value on one line, or dots."""
        shown = inline(str(value)) if value is not None else ""
        if not shown:
            self.found[blank] = None
        return shown or DOTS

    def lines(self, value: str | None, blank: Blank, dots: str = LONG_DOTS) -> list[str]:
        """The value's paragraphs, or one line of dots."""
        shown = [sentence(line) for line in clean_lines(value or "").splitlines()]
        if not shown:
            self.found[blank] = None
        return shown or [dots]
