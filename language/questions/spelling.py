"""Words that no lexicon knows, set right where only one known word can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:uye|uya|oai|oay|uay|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu"
    r"|uy|ye|a|e|i|o|u|y)(?:ch|ng|nh|[cmnpt])?"
)
_DOUBLED: Final = re.compile(r"([aeod])\1")
_TONE: Final = re.compile(r"[sfrxj]")
_SHORTEST: Final = 4
_SHORTEST_SYLLABLE: Final = 5
_LONGEST: Final = 14
_OFTENER: Final = 4


@dataclass(frozen=True, slots=True)
class Speller:
    """The known words with how often they stand, each also with one letter left out."""

    known: Mapping[str, int]
    near: dict[str, frozenset[str]]

    @classmethod
    def of(cls, known: Mapping[str, int]) -> Speller:
        near: dict[str, set[str]] = {}
        for word in known:
            if len(word) >= _SHORTEST and word.isalpha():
                for form in _shortened(word):
                    near.setdefault(form, set()).add(word)
        return cls(known, near={form: frozenset(words) for form, words in near.items()})

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words with what is surely mistyped set right; a joined pair is taken apart."""
        return [mended for word in words for mended in self._mended(word)]

    def _mended(self, word: str) -> tuple[str, ...]:
        if word in self.known or not word.isalpha() or len(word) > _LONGEST:
            return (word,)
        is_spoken = is_syllable(word)
        if not is_spoken:
            typed = next((form for form in _typed(word) if form in self.known), None)
            if typed:
                return (typed,)
            pair = self._pair(word)
            if pair:
                return pair
        if len(word) < (_SHORTEST_SYLLABLE if is_spoken else _SHORTEST):
            return (word,)
        return (self._neighbour(word) or word,)

    def _pair(self, word: str) -> tuple[str, str] | None:
        for cut in range(2, len(word) - 1):
            first, last = word[:cut], word[cut:]
            if first in self.known and last in self.known:
                return first, last
        return None

    def _neighbour(self, word: str) -> str | None:
        """The one known word a slip away; of several one that stands far oftener."""
        found = {
            near
            for form in _shortened(word)
            for near in self.near.get(form, ())
            if _is_near(word, near)
        }
        ranked = sorted(found, key=lambda near: -self.known[near])
        if len(ranked) > 1 and self.known[ranked[0]] < _OFTENER * self.known[ranked[1]]:
            return None
        return ranked[0] if ranked else None


def is_syllable(word: str) -> bool:
    """Whether a folded word could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word) is not None


def _shortened(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _is_near(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours changed round."""
    if len(one) != len(other):
        return abs(len(one) - len(other)) == 1
    unlike = [place for place, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) == 2]  # noqa: PLR2004
    if len(unlike) == 1:
        return True
    return (
        len(unlike) == 2  # noqa: PLR2004
        and unlike[1] == unlike[0] + 1
        and one[unlike[0]] == other[unlike[1]]
        and one[unlike[1]] == other[unlike[0]]
    )


def _typed(word: str) -> Iterator[str]:
    """What a word with Telex or VNI keys left in it was meant to be, folded."""
    plain = _DOUBLED.sub(r"\1", word.replace("w", ""))
    yield plain
    for match in reversed(list(_TONE.finditer(plain))):
        if match.start() > 0:
            yield plain[: match.start()] + plain[match.end() :]
