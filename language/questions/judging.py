"""Which paragraph answers, by its words and by how it was asked for, or that none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from language.questions.index import Index
from language.questions.lexicon import Terms
from language.questions.likeness import OUTSIDE, Told
from language.questions.scoring import AWARDS, covered

# what the clause's own words count beside the questions put before
_WORDS: Final = 0.8
# what speaks for an answer, and against it, as a logistic regression over all the questions
# put before weighed it, each left out in its turn: see docs/decisions/0020
_BARE: Final = -2.1
_COVER: Final = 0.7
_KNOWN: Final = 3.1
_AWARD: Final = 2.7
_SHARED_WORDS: Final = 4.3
_ASKED_SO: Final = 1.7
_ASKED_ELSEWHERE: Final = -5.15
_SUBJECT: Final = -0.365
_SHORT: Final = -3.7
_MOST_SHARED: Final = 20.0
# a clause counts this much for its paragraph alone, the rest for its own words
_SHARED: Final = 0.5
_COUNTED: Final = 8
"""Paragraphs whose cover is counted."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Clauses with what speaks for each; none where none answers.

    `share` is how much of the question the first covers, `margin` how far its paragraph stands
    before the next, both 0 to 1.
    """

    clauses: Mapping[int, float]
    share: float
    margin: float


def judge(asked: Terms, told: Told, ranking: Mapping[int, float], *, found: Index) -> Judged:
    """What a question's terms, its likeness and the clauses that share its words come to."""
    best = _best_of(ranking, found)
    most = max((ranking[number] for number in best.values()), default=1.0)
    leading = sorted(best, key=lambda at: (-ranking[best[at]], at))[:_COUNTED]
    shares = {at: covered(asked, best[at], found=found) for at in leading}
    summed = {at: share for at, share in told.shares.items() if at in found.openings}
    for at, number in best.items():
        words = ranking[number] / most * shares.get(at, 0.0)
        summed[at] = summed.get(at, 0.0) + _WORDS * words
    ranked = sorted(summed, key=lambda at: (-summed[at], at))
    if not ranked or not _tells(asked, found):
        return Judged({}, 0.0, 0.0)
    first = ranked[0]
    share = shares.get(first, 0.0)
    shared = ranking[best[first]] if first in best else 0.0
    if _is_outside(asked, told, first, share=share, shared=shared, found=found):
        return Judged({}, share, 0.0)
    behind = summed[ranked[1]] / summed[first] if len(ranked) > 1 else 0.0
    return Judged(_clauses(summed, ranking, best=best, found=found), share, 1.0 - behind)


def _best_of(ranking: Mapping[int, float], found: Index) -> dict[int, int]:
    """For each paragraph the clause of it that shares most with the question."""
    best: dict[int, int] = {}
    for number, score in ranking.items():
        at = found.passages[number]
        if at not in best or score > ranking[best[at]]:
            best[at] = number
    return best


def _tells(asked: Terms, found: Index) -> bool:
    """Whether there is something to go by: more than one word that only helps to choose."""
    terms = {one for one in asked.terms if one[0] == "@" or one in found.weights}
    return len(terms) > 1 or bool(terms - found.lexicon.light)


def _is_outside(
    asked: Terms, told: Told, first: int, *, share: float, shared: float, found: Index
) -> bool:
    """Whether more speaks against any answer than for it."""
    terms = set(asked.terms)
    speaks = _BARE + _COVER * share + _KNOWN * told.known + _AWARD * bool(terms & AWARDS)
    speaks += _SHARED_WORDS * min(1.0, shared / _MOST_SHARED)
    speaks += _ASKED_SO * told.shares.get(first, 0.0)
    speaks += _ASKED_ELSEWHERE * told.shares.get(OUTSIDE, 0.0)
    subject = max((found.lexicon.weights[name] for name in asked.topics), default=0.0)
    return speaks + _SUBJECT * subject + _SHORT / (1 + len(terms)) <= 0


def _clauses(
    summed: Mapping[int, float],
    ranking: Mapping[int, float],
    *,
    best: Mapping[int, int],
    found: Index,
) -> Mapping[int, float]:
    scored = {
        number: summed[found.passages[number]]
        * (_SHARED + (1 - _SHARED) * score / ranking[best[found.passages[number]]])
        for number, score in ranking.items()
    }
    for at, score in summed.items():
        if at not in best:
            scored[found.openings[at]] = score
    return scored
