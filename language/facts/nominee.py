"""One who is proposed, and what stands around a mention of him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from language.facts.names import Span
from language.facts.passage import Passage
from language.marked import cue
from language.searching import Cue

_ALONG: Final = cue(r"(?:,|và|cùng|cùng với|với|lẫn|kèm|kèm theo|còn|, còn)(?: (?:cả|riêng|thêm))?")
_BEFORE: Final = 48


@dataclass(frozen=True, slots=True)
class Nominee:
    """`type` None where it cannot be told; `count` of them alike.

    `told`: the stretches that tell this one is proposed and what it is; `mentions`: wherever
    it is spoken of.
    """

    type: str | None
    name: str | None
    told: tuple[Span, ...]
    mentions: tuple[Span, ...]
    count: int = 1


def ends_with(pattern: Cue, passage: Passage, place: int) -> bool:
    """Whether the words just before a place are such, within the sentence."""
    start = max(passage.sentence(place).start, place - _BEFORE)
    return bool(pattern.search(passage.text[start:place]))


def stands_beside(passage: Passage, end: int, start: int) -> bool:
    """Whether nothing stands between but a comma, `và`, and what is said in brackets."""
    between = passage.text[end:start].strip()
    if between.startswith("(") and ")" in between:
        between = between[between.index(")") + 1 :].strip()
    return bool(_ALONG.fullmatch(between))
