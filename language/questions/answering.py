"""Answers a question from the letters: the clauses that speak of it, or that none does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Final

from language.fold import REMEMBERED
from language.questions.index import SEARCHED, Index, index
from language.questions.judging import judge
from language.questions.lapsed import lapsed_in
from language.questions.lexicon import MOST_WORDS, Terms, words_of
from language.questions.likeness import Told, features
from language.questions.own import Found, Shelf
from language.questions.places import Place, clauses_at, read_place
from language.questions.scoring import scores
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
    return answer_from(text, index(), letters=letters, own=own)


def answer_from(
    text: str, found: Index, *, letters: Collection[str] = SEARCHED, own: Shelf | None = None
) -> Answer:
    """The same from an index that has learned otherwise."""
    asked, said = _of_letters(text, found, tuple(letters))
    return said if own is None else replace(said, own=own.find(asked, most=MOST_FOUND))


@lru_cache(maxsize=REMEMBERED)
def _of_letters(text: str, found: Index, letters: tuple[str, ...]) -> tuple[Terms, Answer]:
    """The question's terms, and what these letters say to it; one turn asks it several times."""
    place = read_place(text)
    words, asked = _read(text, found)
    like = found.likeness.tell(features(words, asked))
    asked = asked.naming(_NAMES.get(place.letter or "") if place else None)
    named = tuple(one for one in clauses_at(place) if one.letter in letters) if place else ()
    if named:
        return asked, Answer(tuple(Hit(one, 1.0) for one in named[:MOST_FOUND]), 1.0, 1.0)
    if place and (place.item or place.note):
        return asked, Answer((), 0.0, 0.0)
    return asked, _searched(asked, like, found, letters=letters, place=place)


def _searched(
    asked: Terms, like: Told, found: Index, *, letters: tuple[str, ...], place: Place | None
) -> Answer:
    """The clauses by the question's words, where it names no place of a letter."""
    ranking = scores(asked, found, letters=letters, place=place)
    judged = judge(asked, like.within(found.passages_of(letters)), ranking, found=found)
    ranked = sorted(judged.clauses, key=lambda number: (-judged.clauses[number], number))
    hits = tuple(Hit(found.clauses[n], judged.clauses[n]) for n in ranked[:MOST_FOUND])
    topic = max(asked.topics, key=lambda name: found.lexicon.weights[name], default=None)
    return Answer(hits, judged.share, judged.margin, topic=None if hits else topic)


def terms_of(text: str, found: Index) -> Terms:
    """The terms of a text, its slips of the pen mended."""
    return _read(text, found)[1]


@lru_cache(maxsize=REMEMBERED)
def _read(text: str, found: Index) -> tuple[tuple[str, ...], Terms]:
    """The words of a text, mended, and their terms."""
    words = tuple(found.speller.mend(words_of(text)[:MOST_WORDS]))
    return words, found.lexicon.read(words)


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
