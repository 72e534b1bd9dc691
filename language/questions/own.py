"""An office's own letters, piece by piece, in the search: read as they are, not judged by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from language.questions.index import index, pairs
from language.questions.lexicon import Terms, words_of

_COVERED: Final = 0.55
_LEAST: Final = 2
"""Terms that a piece must share with the question."""
_NEAR: Final = 0.5
_UNKNOWN: Final = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a letter of the office's own: its letter, where it stands, its words."""

    letter: int
    title: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A piece that speaks of what is asked, and how much of it, 0 to 1."""

    piece: Piece
    score: float


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pieces to search, each term with the pieces that hold it."""

    pieces: tuple[Piece, ...]
    held: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Shelf:
        """The shelf of these pieces."""
        listed = tuple(pieces)
        if not listed:
            return cls((), held={})
        found: dict[str, set[int]] = {}
        book = index().lexicon
        for number, piece in enumerate(listed):
            terms = book.read(words_of(piece.text)).spoken
            for term in {*terms, *pairs(terms)}:
                found.setdefault(term, set()).add(number)
        return cls(listed, held={term: frozenset(numbers) for term, numbers in found.items()})

    def find(self, asked: Terms, *, most: int) -> tuple[Found, ...]:
        """The pieces that hold most of the question, the best first."""
        weights = {term: _weight(term) for term in set(asked.spoken)}
        whole = sum(weights.values())
        shares: dict[int, float] = {}
        counts: dict[int, int] = {}
        for term, weight in weights.items():
            for number in self.held.get(term, ()):
                shares[number] = shares.get(number, 0.0) + weight
                counts[number] = counts.get(number, 0) + 1
        beside = {number: self._beside(asked, number) for number in shares}
        found = [
            (share / whole, beside[number], number)
            for number, share in shares.items()
            if counts[number] >= _LEAST and share >= _COVERED * whole
        ]
        found.sort(key=lambda one: (-one[0] - _NEAR * one[1], one[2]))
        return tuple(Found(self.pieces[number], share) for share, _, number in found[:most])

    def _beside(self, asked: Terms, number: int) -> float:
        """The share of the question's neighbouring terms that the piece has as neighbours."""
        joined = set(pairs(asked.spoken))
        held = sum(number in self.held.get(pair, ()) for pair in joined)
        return held / len(joined) if joined else 0.0


def _weight(term: str) -> float:
    found = index()
    return found.weights.get(term, found.most * _UNKNOWN)
