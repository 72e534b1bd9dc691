"""Initiatives of several persons, each told by name: what is said of each one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from language.facts.initiative_use import INITIATIVE
from language.facts.nominee import Nominee
from language.facts.passage import Passage
from language.fold import fold
from language.marked import cue

_WORD: Final = cue(INITIATIVE)
_OF: Final = cue(rf"{INITIATIVE}(?: (?!của)\w+){{0,3}} của(?: \w+){{0,4}} ?$")
_BEFORE: Final = 60
_LETTER: Final = re.compile(r"\w")


def each_own(passage: Passage, found: Sequence[Nominee]) -> Iterator[tuple[int, Passage]]:
    """The place of each one named, and the message with all but his own part blotted out."""
    starts = sorted(_starts(passage, found))
    for place, (start, index) in enumerate(starts):
        end = passage.sentence(start).end
        if place + 1 < len(starts):
            end = min(end, starts[place + 1][0])
        if _WORD.search(passage.text, start, end):
            yield index, _only(passage, start, end)


def _starts(passage: Passage, found: Sequence[Nominee]) -> Iterator[tuple[int, int]]:
    """Where each is named by his own last word, or `sáng kiến của anh …` before it."""
    own = [fold(one.name).split()[-1] if one.name else "" for one in found]
    spoken = [m.span() for m in _WORD.finditer(passage.text)]  # `sáng kiến` is not anh Kiên
    for index, word in enumerate(own):
        if not word or own.count(word) > 1:
            continue
        for match in re.finditer(rf"\b{re.escape(word)}\b", passage.folded.text):
            if any(start <= match.start() < end for start, end in spoken):
                continue
            floor = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
            of = _OF.search(passage.text[floor : match.start()])
            yield (floor + of.start() if of else match.start()), index


def _only(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text
    text = _LETTER.sub("x", text[:start]) + text[start:end] + _LETTER.sub("x", text[end:])
    return replace(passage, text=text)
