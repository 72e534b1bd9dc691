"""The things that a message names, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from language.facts.passage import Passage
from language.searching import Cue


class Mention(NamedTuple):
    """A thing named in the text."""

    start: int
    end: int
    name: str


def find_mentions(passage: Passage, cues: Mapping[str, Cue]) -> list[list[Mention]]:
    """The things named, sentence by sentence; of two that overlap the earlier in the table."""
    free = [True] * len(passage.text)
    taken: list[Mention] = []
    for name, pattern in cues.items():
        for match in pattern.finditer(passage.text):
            start, end = match.span()
            if all(free[start:end]):
                free[start:end] = [False] * (end - start)
                taken.append(Mention(start, end, name))
    taken.sort()
    return [[m for m in taken if s.holds(m.start)] for s in passage.sentences] if taken else []
