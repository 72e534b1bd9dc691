"""How whole questions were put before, and how much the words of a new one are like them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from language.questions.lexicon import Terms

OUTSIDE: Final = -1
"""Stands for every question that neither letter answers."""
_WORD: Final = 0.5
_PAIR: Final = 0.5
_SMOOTH: Final = 0.3

Features = Mapping[str, float]


def features(words: Sequence[str], asked: Terms) -> Features:
    """Terms and words, alone and beside each other, with how often they stand."""
    found: dict[str, float] = {}
    for kind, parts, alone in (("", asked.terms, 1.0), (" ", words, _WORD)):
        for part in set(parts):
            found[kind + part] = alone
        for first, last in pairwise(parts):
            if first != last:
                near = sorted((first, last)) if not kind else (first, last)
                found[f"{kind}{near[0]}+{near[1]}"] = _PAIR
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """How much a question is like those of each paragraph, and the share of it that is known."""

    shares: Mapping[int, float]
    known: float

    def within(self, paragraphs: Collection[int]) -> Told:
        """The same of these paragraphs, and of what is outside."""
        kept = {at: share for at, share in self.shares.items() if at in paragraphs or at == OUTSIDE}
        return Told(kept, self.known)


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each feature the paragraphs asked with it, weighed against all the others.

    A complement naive Bayes: what stands in the questions of one paragraph and hardly anywhere
    else speaks for it.
    """

    weights: Mapping[str, Sequence[tuple[int, float]]]
    rarity: Mapping[str, float]
    unheard: float

    @classmethod
    def of(cls, rows: Iterable[tuple[Features, int]]) -> Likeness:
        """What these questions tell, each with the number of the paragraph that answers."""
        listed = list(rows)
        holding = Counter(feature for found, _ in listed for feature in found)
        whole = len(listed) + 1
        rarity = {one: math.log(whole / (count + 1)) + 1 for one, count in holding.items()}
        unheard = math.log(whole) + 1
        summed: dict[str, dict[int, float]] = {}
        for found, paragraph in listed:
            for feature, share in _even(found, rarity, unheard=unheard).items():
                here = summed.setdefault(feature, {})
                here[paragraph] = here.get(paragraph, 0.0) + share
        weights = {feature: _against(here) for feature, here in summed.items()}
        return cls(weights, rarity=rarity, unheard=unheard)

    def tell(self, asked: Features) -> Told:
        """What a question is like."""
        shares: dict[int, float] = {}
        known = 0.0
        for feature, share in _even(asked, self.rarity, unheard=self.unheard).items():
            known += share * share if feature in self.weights else 0.0
            for paragraph, weight in self.weights.get(feature, ()):
                shares[paragraph] = shares.get(paragraph, 0.0) + share * weight
        return Told(shares, known=min(known, 1.0))


def _even(found: Features, rarity: Mapping[str, float], *, unheard: float) -> Features:
    """The features by their rarity, as a whole of length 1: long questions count no more."""
    weighed = {one: count * rarity.get(one, unheard) for one, count in found.items()}
    length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
    return {one: weight / length for one, weight in weighed.items()}


def _against(here: Mapping[int, float]) -> Sequence[tuple[int, float]]:
    whole = sum(here.values()) + _SMOOTH
    return tuple((at, math.log(whole / (whole - share))) for at, share in here.items())
