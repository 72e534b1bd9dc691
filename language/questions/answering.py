"""Answers a question from the letters: the clauses that speak of it, or that none does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from language.questions.index import SEARCHED, Index, index
from language.questions.lapsed import lapsed_in
from language.questions.lexicon import MOST_WORDS, Terms, words_of
from language.questions.own import Found, Shelf
from language.questions.places import clauses_at, read_place
from language.questions.scoring import covered, needed, scores
from rules.citations import letters as all_letters
from rules.letter import Clause
from rules.message import Message, say

MOST_FOUND: Final = 3
_SENTENCE: Final = re.compile(r"(?<=[.;:])\s+(?=[A-ZĐÀ-Ỵ])")
_NAMES: Final = {"LS2022": "@vbtinh", "CL2023": "@vbhuyen"}
_MARK: Final = re.compile(r"^(?:-|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that speaks of what is asked, and how much."""

    clause: Clause
    score: float

    @property
    def quote(self) -> str:
        """The sentence that the clause stands in, word for word."""
        return sentence_of(self.clause)

    @property
    def explanation(self) -> Message:
        """The clause in our own words."""
        return say(f"explained.{self.clause.id}")

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The clauses right before and after it in the letter."""
        return _neighbours()[self.clause.id]

    def status(self, day: date) -> tuple[Message, ...]:
        """What became by that day of the letter's issuer, and of a law that the clause cites."""
        own = all_letters()[self.clause.letter].status(day)
        return (*((own,) if own else ()), *lapsed_in(self.clause.quote, day))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the letters say to a text: the best clause first; none where they say nothing.

    `score` tells how much of the question the first clause covers, 0 to 1; `margin` how far
    it stands before the first of another paragraph, 0 to 1. `topic` names the subject that
    leads outside, where it is a known one. `own` are pieces of an office's own letters.
    """

    hits: tuple[Hit, ...]
    score: float
    margin: float
    topic: str | None = None
    own: tuple[Found, ...] = ()

    @property
    def is_outside(self) -> bool:
        return not (self.hits or self.own)


def answer(text: str, *, letters: Collection[str] = SEARCHED, own: Shelf | None = None) -> Answer:
    """The clauses of these letters that answer a text, or none; pieces of own letters beside."""
    found = index()
    place = read_place(text)
    asked = terms_of(text, found).naming(_NAMES.get(place.letter or "") if place else None)
    pieces = own.find(asked, most=MOST_FOUND) if own is not None else ()
    named = tuple(one for one in clauses_at(place) if one.letter in letters) if place else ()
    if named:
        return Answer(tuple(Hit(one, 1.0) for one in named[:MOST_FOUND]), 1.0, 1.0, own=pieces)
    if place and (place.item or place.note):
        return Answer((), 0.0, 0.0, own=pieces)
    ranking = scores(asked, found, letters=letters, place=place)
    return _judged(asked, ranking, found=found, own=pieces)


def terms_of(text: str, found: Index) -> Terms:
    """The terms of a text, its slips of the pen mended."""
    return found.lexicon.read(found.speller.mend(words_of(text)[:MOST_WORDS]))


def _judged(
    asked: Terms, ranking: Mapping[int, float], *, found: Index, own: tuple[Found, ...]
) -> Answer:
    ranked = sorted(ranking, key=lambda number: (-ranking[number], number))
    topic = max(asked.topics, key=lambda name: found.lexicon.weights[name], default=None)
    if not ranked:
        return Answer((), 0.0, 0.0, topic=topic, own=own)
    best = ranked[0]
    share = covered(asked, best, found=found)
    if share < needed(asked, ranking[best], best=best, found=found):
        return Answer((), share, 0.0, topic=topic, own=own)
    rival = next((n for n in ranked if found.passages[n] != found.passages[best]), None)
    behind = ranking[rival] / ranking[best] if rival is not None else 0.0
    hits = tuple(Hit(found.clauses[n], ranking[n]) for n in ranked[:MOST_FOUND])
    return Answer(hits, share, 1.0 - behind, own=own)


def sentence_of(clause: Clause) -> str:
    """The sentences of the paragraph that hold the clause, without the mark of its item."""
    at = clause.text.index(clause.quote)
    end = at + len(clause.quote)
    cuts = [0, *(cut.end() for cut in _SENTENCE.finditer(clause.text)), len(clause.text)]
    first = max(cut for cut in cuts if cut <= at)
    last = min(cut for cut in cuts if cut >= end)
    return _MARK.sub("", clause.text[first:last].strip())


@cache
def _neighbours() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in SEARCHED:
        listed = [one.id for passage in all_letters()[name].passages for one in passage.clauses]
        for at, one in enumerate(listed):
            found[one] = (*listed[max(at - 1, 0) : at], *listed[at + 1 : at + 2])
    return found
