"""The letters themselves, word for word: every clause by its id, in its context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from rules.letter import Clause, Letter
from rules.letter_file import read_letter
from rules.sources import HERE

LETTERS: Final = HERE / "letters"


class UnknownClause(KeyError):  # noqa: N818 - named by what it says
    """There is no clause with this id."""


@dataclass(frozen=True, slots=True)
class Context:
    """A clause opened: its paragraph whole, with the paragraphs before and after."""

    clause: Clause
    letter: Letter
    before: str | None
    after: str | None


@cache
def letters() -> Mapping[str, Letter]:
    """Every letter by its id, the oldest first, what is no letter last."""
    found = [read_letter(path) for path in LETTERS.glob("*.yaml")]
    found.sort(key=lambda letter: (not letter.number, letter.in_force.first))
    return {letter.id: letter for letter in found}


@cache
def clauses() -> Mapping[str, Clause]:
    """Every clause of every letter by its id, in the order of the text."""
    return {
        clause.id: clause
        for letter in letters().values()
        for passage in letter.passages
        for clause in passage.clauses
    }


def clause(name: str) -> Clause:
    """The clause with this id. Raises UnknownClause."""
    try:
        return clauses()[name]
    except KeyError:
        raise UnknownClause(name) from None


def open_clause(name: str) -> Context:
    """The clause in its paragraph, with the neighbouring paragraphs. Raises UnknownClause."""
    found = clause(name)
    letter = letters()[found.letter]
    at = next(i for i, p in enumerate(letter.passages) if found in p.clauses)
    texts = [None, *(p.text for p in letter.passages), None]
    return Context(found, letter=letter, before=texts[at], after=texts[at + 2])
