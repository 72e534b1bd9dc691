"""Cues sought only where a word stands that they may begin with, not at each sign of a text."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from re import Match
from typing import Final, Self

from language.first_words import LONGEST, FirstWords, first_words

WORD: Final = r"\w"


class Searched(str):
    """A text that knows where its words stand: found once for all the cues sought in it.

    `word` is what a sign of a word is; any other sign stands for itself.
    """

    __slots__ = ("__dict__", "word")
    word: str

    def __new__(cls, text: str, word: str = WORD) -> Self:
        made = super().__new__(cls, text)
        made.word = word
        return made

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for match in re.finditer(rf"{self.word}+|[^ ]", self):
            found.setdefault(match[0], []).append(match.start())
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(chain.from_iterable(self._places.values()))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._places)

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._places:
            for length in range(1, len(word[:LONGEST]) + 1):
                found.setdefault(word[:length], []).append(word)
        return found

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(self._by_beginning)

    @cached_property
    def _sought(self) -> dict[FirstWords, Sequence[int]]:
        return {}

    def begins(self, first: FirstWords, start: int, end: int) -> Sequence[int]:
        """In order, the places between of these words and of those that begin so.

        The word that `end` cuts is one of them: what is left of it may be another word.
        """
        found = self._sought.get(first)
        if found is None:
            found = self._sought[first] = self._found(first)
        if start > 0:
            found = found[bisect_left(found, start) :]
        if end < len(self):
            found = [*found[: bisect_left(found, end)], *self._last(start, end)]
        return found

    def _found(self, first: FirstWords) -> Sequence[int]:
        if first.words.isdisjoint(self._words) and first.beginnings.isdisjoint(self._beginnings):
            return ()
        here = {*(first.words & self._words)}
        if first.beginnings:
            here.update(*(self._by_beginning[one] for one in first.beginnings & self._beginnings))
        if len(here) > 1:
            return sorted(chain.from_iterable(self._places[word] for word in here))
        return self._places[here.pop()] if here else ()

    def _last(self, start: int, end: int) -> Sequence[int]:
        """Where the last word between begins."""
        last = bisect_left(self._starts, end) - 1
        return [self._starts[last]] if last >= 0 and self._starts[last] >= start else ()


class Cue:
    """A pattern whose matches begin where a word does; sought as a `re.Pattern` is.

    `whole`: its matches end where a word does; `word` is what a sign of a word is.
    """

    def __init__(self, pattern: str, *, whole: bool = False, word: str = WORD) -> None:
        regex = re.compile(pattern)
        self.pattern = pattern
        self.match = regex.match
        self.fullmatch = regex.fullmatch
        self.sub = regex.sub
        self._regex = regex
        self._whole = whole
        self._word = word

    @cached_property
    def _first(self) -> FirstWords | None:
        return first_words(self.pattern, word=self._word, whole=self._whole)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match[str]]:
        """All matches from the left, none over another."""
        if isinstance(text, Searched) and self._first is not None:
            places = text.begins(self._first, start, end)
            return self._at(places, text, end) if places else iter(())
        return self._regex.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match[str] | None:
        """The first match from the left."""
        if isinstance(text, Searched) and self._first is not None:
            return next(self._at(text.begins(self._first, start, end), text, end), None)
        return self._regex.search(text, start, end)

    def _at(self, places: Sequence[int], text: str, end: int) -> Iterator[Match[str]]:
        behind = 0
        for place in places:
            found = self.match(text, place, end) if place >= behind else None
            if found is not None:
                yield found
                behind = found.end()
