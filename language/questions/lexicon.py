"""The field's words: what says the same is one term, and what leads away from the letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from language.fold import fold
from rules.sources import read_yaml

HERE: Final = Path(__file__).parent
MOST_WORDS: Final = 160
"""Longer texts are no question; what stands behind is not searched."""

_WORD: Final = re.compile(r"\d+(?:[/.]\d+)+|\d+|[a-z]+")
_SHORTEST_NUMBER: Final = 3
_ASKING: Final = frozenset({"bao", "nhieu", "may", "kem"})
_MONTH: Final = re.compile(r"5[/.]2022|10[/.]2023")
"""The months of the letters: they name the letter."""
_ZERO: Final = re.compile(r"(?<![0-9])0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for: terms, a subject outside the letters, or both."""

    terms: tuple[str, ...] = ()
    topic: str | None = None

    @property
    def tells(self) -> bool:
        return bool(self.terms or self.topic)


@dataclass(frozen=True, slots=True)
class Terms:
    """A text read: its terms in their order, and the subjects that the letters do not have.

    `spoken` are the terms with the words of those subjects: for letters of an office's own.
    """

    terms: tuple[str, ...]
    topics: tuple[str, ...]
    spoken: tuple[str, ...]

    def naming(self, term: str | None) -> Terms:
        """The same with a letter's name among the terms, where it was named some other way."""
        if term is None or term in self.terms:
            return self
        return Terms((*self.terms, term), self.topics, self.spoken)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by their first word, the longest first; which terms are light; neutral words."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    light: frozenset[str]
    neutral: frozenset[str]
    weights: Mapping[str, float]
    words: frozenset[str]

    def read(self, words: Sequence[str]) -> Terms:
        """The terms of these words, phrase by phrase from the left."""
        terms: list[str] = []
        topics: list[str] = []
        spoken: list[str] = []
        at = 0
        while at < len(words):
            length, meaning = self._at(words, at)
            # a law is named by its subject: its review is asked about, not the subject
            is_named = bool(terms) and terms[-1] == "@luat"
            if meaning.topic:
                topics += [] if is_named else [meaning.topic]
                spoken += [] if meaning.terms else self._subject(words[at : at + length])
            terms += meaning.terms
            spoken += meaning.terms
            at += length
        return Terms(tuple(terms), tuple(topics), tuple(spoken))

    def _at(self, words: Sequence[str], at: int) -> tuple[int, Meaning]:
        """How many words the phrase here has, and what it means."""
        found = self._phrase(words, at)
        if found is None or (not found[1].tells and self._breaks(words, at, found[0])):
            return 1, Meaning(() if self._is_neutral(words[at]) else (words[at],))
        return found

    def _phrase(self, words: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        for phrase, meaning in self.phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase), meaning
        return None

    def _breaks(self, words: Sequence[str], at: int, length: int) -> bool:
        """Whether a phrase that tells nothing would cut one that does: `cho hội thảo`."""
        for inside in range(1, length):
            other = self._phrase(words, at + inside)
            if other is not None and other[1].tells and inside + other[0] > length:
                return True
        return False

    def _subject(self, words: Sequence[str]) -> list[str]:
        return [one for one in words if one not in _ASKING and not self._is_neutral(one)]

    def _is_neutral(self, word: str) -> bool:
        """What tells nothing of the subject; so do small numbers that stand alone."""
        if "/" in word and _MONTH.fullmatch(word):
            return True
        return word in self.neutral or (word.isdigit() and len(word) < _SHORTEST_NUMBER)


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text; `01/6/2014` and `1/6/2014` are one."""
    found = _WORD.findall(fold(text))
    return [_ZERO.sub("", word) if word[0].isdigit() else word for word in found]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the files, read once."""
    inside = read_yaml(HERE / "lexicon.yaml")
    outside = read_yaml(HERE / "outside.yaml")
    meanings: dict[tuple[str, ...], Meaning] = {}
    for sense in ("concepts", "light"):
        for name, phrases in inside[sense].items():
            for phrase in _folded(phrases):
                meanings[phrase] = Meaning(tuple(f"@{one}" for one in name.split()))
    for name, topic in outside["topics"].items():
        for phrase in _folded(topic["words"]):
            known = meanings.get(phrase, Meaning())
            meanings[phrase] = Meaning(known.terms, topic=name)
    for line in outside["phrases"]:
        for phrase in _folded(line.split(",")):
            meanings.setdefault(phrase, Meaning())
    neutral = {word for line in outside["neutral"] for word in words_of(str(line))}
    heavy = {f"@{one}" for name in inside["concepts"] for one in name.split()}
    return Lexicon(
        _by_first(meanings),
        light=frozenset(f"@{one}" for name in inside["light"] for one in name.split()) - heavy,
        neutral=frozenset(neutral),
        weights={name: float(topic["weigh"]) for name, topic in outside["topics"].items()},
        words=frozenset({word for phrase in meanings for word in phrase} | neutral),
    )


def _folded(phrases: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        yield tuple(words_of(str(phrase)))


def _by_first(
    meanings: Mapping[tuple[str, ...], Meaning],
) -> Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for phrase, meaning in meanings.items():
        found.setdefault(phrase[0], []).append((phrase, meaning))
    return {
        first: tuple(sorted(rest, key=lambda one: -len(one[0]))) for first, rest in found.items()
    }
