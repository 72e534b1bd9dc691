"""A message as its readers see it: folded, confusable words told apart, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from language.fold import REMEMBERED, Folded, fold_with_origins
from language.marked import cue, marked

MOST_CHARACTERS: Final = 20_000
_STOP: Final = re.compile(r"[.?!;]+(?= |$)|\n")
_BREAK: Final = cue(r"nhưng|mà|còn|nên|tuy|song|vì|do đó|tuy nhiên|thế nhưng")
_COMMA: Final = re.compile(r",(?= |$)|[()]")


class Span(NamedTuple):
    """Places in the folded text, which are the same in the marked text."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        return self.start <= place < self.end


def _start(span: Span) -> int:
    return span.start


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """`text`: marked, to search with cues; `sentences` and `clauses` cover it in order."""

    folded: Folded
    text: str
    sentences: tuple[Span, ...]

    def piece(self, span: tuple[int, int]) -> str:
        """The officer's own words there, character for character."""
        start, end = span
        origins = self.folded.origins
        if start >= min(end, len(origins)):
            return ""
        return self.folded.original[origins[start] : origins[end - 1] + 1]

    def sentence(self, place: int) -> Span:
        """The sentence that holds this place."""
        after = bisect_right(self.sentences, place, key=_start)
        return self.sentences[max(0, after - 1)]

    def clauses(self, sentence: Span) -> tuple[Span, ...]:
        """The stretches of a sentence between commas, brackets and words like `nhưng`, `nên`."""
        return _clauses(self, sentence)

    def clause(self, place: int) -> Span:
        """The clause that holds this place."""
        found = self.clauses(self.sentence(place))
        after = bisect_right(found, place, key=_start)
        return found[max(0, after - 1)]


@lru_cache(maxsize=512)
def _clauses(passage: Passage, sentence: Span) -> tuple[Span, ...]:
    """Remembered, as each reader of a message asks for the same."""
    cuts = {m.end() for m in _COMMA.finditer(passage.text, *sentence)}
    cuts |= {m.start() for m in _BREAK.finditer(passage.text, *sentence)}
    return tuple(_between(sentence, cuts))


@lru_cache(maxsize=REMEMBERED)
def read_passage(text: str) -> Passage:
    """Fold and cut a message; what lies past 20,000 characters is not read."""
    text = text[:MOST_CHARACTERS]
    folded = fold_with_origins(text)
    whole = Span(0, len(folded.text))
    ends = {m.end() for m in _STOP.finditer(folded.text)}
    ends |= {i for i, place in enumerate(folded.origins) if text[place] == "\n"}
    return Passage(folded, marked(text), tuple(_between(whole, ends)))


def _between(span: Span, cuts: set[int]) -> Iterator[Span]:
    start = span.start
    for cut in sorted((*cuts, span.end)):
        if start < cut <= span.end:
            yield Span(start, cut)
            start = cut
    if span.start == span.end:
        yield span


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """In order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
