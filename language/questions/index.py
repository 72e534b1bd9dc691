"""Both letters and the officers' words for them, weighed once for searching."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from language.questions.beside import Beside, beside, is_frame
from language.questions.lexicon import HERE, Lexicon, lexicon, words_of
from language.questions.likeness import OUTSIDE, Features, Likeness, features
from language.questions.spelling import Speller
from locales.catalog import text
from rules.citations import letters
from rules.letter import Clause
from rules.message import say
from rules.sources import read_yaml

_QUOTED: Final = 1.4
_ASKED: Final = 1.0
_EXPLAINED: Final = 0.8
_NEAR: Final = 0.5
"""What a pair of neighbouring terms counts beside each of them."""
_HALF: Final = 0.6
_LIGHT: Final = 0.45
_SATURATION: Final = 1.3
_LENGTH: Final = 0.2
SEARCHED: Final = ("LS2022", "CL2023")
"""The letters themselves; what is no letter is not searched."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """For each term the clauses that hold it, with what it counts there.

    `passages` is the paragraph of each clause, `openings` the first clause of each paragraph;
    `frame` are the clauses that stand around a letter's text.
    """

    lexicon: Lexicon
    speller: Speller
    clauses: tuple[Clause, ...]
    passages: tuple[int, ...]
    postings: Mapping[str, tuple[tuple[int, float], ...]]
    weights: Mapping[str, float]
    held: tuple[frozenset[str], ...]
    beside: tuple[Beside, ...]
    most: float
    headings: frozenset[int]
    frame: frozenset[int]
    openings: Mapping[int, int]
    likeness: Likeness

    def passages_of(self, names: Collection[str]) -> frozenset[int]:
        """The paragraphs of these letters."""
        pairs_ = zip(self.clauses, self.passages, strict=True)
        return frozenset(at for one, at in pairs_ if one.letter in names)


def pairs(terms: Iterable[str]) -> Iterator[str]:
    """Neighbouring terms, whichever stands first."""
    before = ""
    for term in terms:
        if before and before != term:
            yield "+".join(sorted((before, term)))
        before = term


@cache
def index() -> Index:
    """The index over both letters, built once."""
    book = lexicon()
    clauses, passages = _clauses()
    at = {one.id: passage for one, passage in zip(clauses, passages, strict=True)}
    counted = [_counted(one, asked=in_short()[one.id], book=book) for one in clauses]
    held = tuple(frozenset(terms) for terms in counted)
    found = _weigh(counted, book)
    return Index(
        book,
        speller=Speller.of(_word_counts(book, clauses)),
        clauses=clauses,
        passages=passages,
        postings=found[0],
        weights=found[1],
        held=held,
        beside=beside(clauses, passages, held),
        most=max(found[1].values()),
        headings=frozenset(n for n, one in enumerate(clauses) if _is_heading(one, clauses)),
        frame=frozenset(n for n, one in enumerate(clauses) if is_frame(one)),
        openings={passages[n]: n for n in reversed(range(len(clauses)))},
        likeness=Likeness.of([*stated(clauses, at), *put_before(at)]),
    )


def stated(clauses: Iterable[Clause], at: Mapping[str, int]) -> Iterator[tuple[Features, int]]:
    """What the letters and the explanations say, and shortly how each clause is asked for."""
    for one in clauses:
        for words in (one.quote, text(say(f"explained.{one.id}")), *in_short()[one.id]):
            yield read_features(words), at[one.id]


def put_before(at: Mapping[str, int]) -> Iterator[tuple[Features, int]]:
    """The whole questions put before, each with its paragraph, or OUTSIDE."""
    for name, question in ways():
        yield read_features(question), at.get(name, OUTSIDE)


@cache
def in_short() -> Mapping[str, Sequence[str]]:
    """By clause, the short ways to ask for it."""
    asked = read_yaml(HERE / "asked.yaml")
    return {
        name: [part for line in lines for part in line.split(",")] for name, lines in asked.items()
    }


@cache
def ways() -> tuple[tuple[str, str], ...]:
    """Whole questions put before, each with its clause, or `outside`."""
    found = read_yaml(HERE / "ways.yaml")
    return tuple((name, str(question)) for name, asked in found.items() for question in asked)


def read_features(words: str) -> Features:
    """What a text without slips of the pen is known by."""
    split = words_of(words)
    return features(split, lexicon().read(split))


def _clauses() -> tuple[tuple[Clause, ...], tuple[int, ...]]:
    found = [
        (clause, number * 1000 + place)
        for number, name in enumerate(SEARCHED)
        for place, passage in enumerate(letters()[name].passages)
        for clause in passage.clauses
    ]
    return tuple(clause for clause, _ in found), tuple(place for _, place in found)


def _is_heading(clause: Clause, clauses: Iterable[Clause]) -> bool:
    """The head of an item whose text stands in its dashes."""
    here = clause.place.values
    return "dash" not in here and any(
        other.letter == clause.letter
        and other.place.values.get("item") == here.get("item") is not None
        and "dash" in other.place.values
        for other in clauses
    )


def _word_counts(book: Lexicon, clauses: Iterable[Clause]) -> Mapping[str, int]:
    """Every word that is known, and how often the letters have it; at least once."""
    in_letters = Counter(word for clause in clauses for word in words_of(clause.quote))
    put = {word for _, question in ways() for word in words_of(question)}
    return Counter(book.words | put) + in_letters


def _counted(clause: Clause, *, asked: Sequence[str], book: Lexicon) -> dict[str, float]:
    """The clause's terms and pairs, with how much each place they stand in counts."""
    counts: dict[str, float] = {}
    explained = text(say(f"explained.{clause.id}"))
    spoken = [(part, _ASKED) for part in asked]
    for words, share in [(clause.quote, _QUOTED), (explained, _EXPLAINED), *spoken]:
        terms = book.read(words_of(words)).terms
        for term in terms:
            counts[term] = counts.get(term, 0.0) + share
        for pair in pairs(terms):
            counts[pair] = counts.get(pair, 0.0) + share
    return counts


def _weigh(
    counted: list[dict[str, float]], book: Lexicon
) -> tuple[Mapping[str, tuple[tuple[int, float], ...]], Mapping[str, float]]:
    """BM25 over the clauses: postings, and each term's own weight."""
    holders: dict[str, list[int]] = {}
    for number, counts in enumerate(counted):
        for term in counts:
            holders.setdefault(term, []).append(number)
    lengths = [sum(n for term, n in counts.items() if "+" not in term) for counts in counted]
    mean = sum(lengths) / len(lengths)
    weights = {
        term: _rarity(len(counted), len(found)) * (_LIGHT if term in book.light else 1.0)
        for term, found in holders.items()
    }
    postings = {
        term: tuple(
            (n, _share(term) * weights[term] * _tamed(counted[n][term], lengths[n] / mean))
            for n in found
        )
        for term, found in holders.items()
    }
    return postings, weights


def _rarity(all_: int, holding: int) -> float:
    return math.log(1 + (all_ - holding + 0.5) / (holding + 0.5))


def _share(term: str) -> float:
    if "+" in term:
        return _NEAR
    # a syllable alone is half a word: what it says, it says beside its neighbour
    return 1.0 if term[0] in "@0123456789" else _HALF


def _tamed(count: float, length: float) -> float:
    return count * (_SATURATION + 1) / (count + _SATURATION * (1 - _LENGTH + _LENGTH * length))
