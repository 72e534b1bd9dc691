"""The letters themselves, word for word: every clause by its id, in its context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from rules.message import Message, say
from rules.sources import HERE, InForce, SourceError, need, read_in_force, read_yaml

LETTERS: Final = HERE / "letters"


class Treatment(StrEnum):
    """What becomes of a clause: a rule, a duty with a day, a person's judgement, information."""

    RULE = "rule"
    DUTY = "duty"
    PERSON = "person"
    INFORMATION = "information"


class UnknownClause(KeyError):  # noqa: N818 - named by what it says
    """There is no clause with this id."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line on the letter's status, shown from a day on."""

    key: str
    since: date
    reference: str
    checked: date


@dataclass(frozen=True, slots=True)
class Judged:
    """When a clause waits for a person: the kinds of case, and the values facts must not deny."""

    kinds: frozenset[str]
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its blank number as printed, whom it binds (`all` or a fact), its dates."""

    id: str
    number: str
    binds: str
    in_force: InForce
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]

    @property
    def title(self) -> Message:
        return say(f"letter.{self.id}")

    def status(self, day: date) -> Message | None:
        """The line that says what became of the letter by that day."""
        keys = [note.key for note in self.notes if note.since <= day]
        return say(keys[-1]) if keys else None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a letter, whole, and the clauses it is made of."""

    place: Message
    text: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a paragraph with an id of its own; `quote` stands in `text` word for word.

    `core` is its operative words alone, for a card on a phone.
    """

    id: str
    letter: str
    place: Message
    quote: str
    core: str
    text: str
    treatment: Treatment
    judged: Judged | None

    @property
    def citation(self) -> Message:
        """Letter and place in words: `Công văn UBND tỉnh 5/2022, mục 2, ý 2`."""
        return say("citation", letter=say(f"letter.{self.letter}.short"), place=self.place)


@dataclass(frozen=True, slots=True)
class Context:
    """A clause opened: its paragraph whole, with the paragraphs before and after."""

    clause: Clause
    letter: Letter
    before: str | None
    after: str | None


def read_letter(path: Path) -> Letter:
    """One letter. Raises SourceError naming the file and the place."""
    row = read_yaml(path)
    name = need(row, "id", path=path, place="letter", kind=str)
    passages = need(row, "passages", path=path, place=name, kind=list)
    notes = need(row, "notes", path=path, place=name, kind=list)
    return Letter(
        name,
        number=str(row.get("number") or ""),
        binds=need(row, "binds", path=path, place=name, kind=str),
        in_force=read_in_force(row.get("in_force"), path=path, place=f"{name}.in_force"),
        notes=tuple(_note(n, path=path, place=f"{name}.notes[{i}]") for i, n in enumerate(notes)),
        passages=tuple(
            _passage(p, letter=name, path=path, place=f"{name}.passages[{i}]")
            for i, p in enumerate(passages)
        ),
    )


def _note(row: Any, *, path: Path, place: str) -> Note:
    return Note(
        need(row, "key", path=path, place=place, kind=str),
        since=need(row, "from", path=path, place=place, kind=date),
        reference=need(row, "reference", path=path, place=place, kind=str),
        checked=need(row, "checked", path=path, place=place, kind=date),
    )


def _passage(row: Any, *, letter: str, path: Path, place: str) -> Passage:
    text = need(row, "text", path=path, place=place, kind=str)
    where = _place(need(row, "place", path=path, place=place, kind=dict))
    entries = need(row, "entries", path=path, place=place, kind=list)
    return Passage(
        where,
        text=text,
        clauses=tuple(
            _clause(
                entry, letter=letter, where=where, text=text, path=path, at=f"{place}.entries[{i}]"
            )
            for i, entry in enumerate(entries)
        ),
    )


def _clause(row: Any, *, letter: str, where: Message, text: str, path: Path, at: str) -> Clause:
    quote = need(row, "quote", path=path, place=at, kind=str)
    if quote not in text:
        raise SourceError(path, f"{at}.quote", "does not stand in the passage word for word")
    core = need({"core": quote, **row}, "core", path=path, place=at, kind=str)
    if core not in quote:
        raise SourceError(path, f"{at}.core", "does not stand in the quotation word for word")
    treatment = need(row, "treatment", path=path, place=at, kind=str)
    if treatment not in set(Treatment):
        raise SourceError(path, f"{at}.treatment", f"needs one of {', '.join(Treatment)}")
    return Clause(
        need(row, "id", path=path, place=at, kind=str),
        letter=letter,
        place=where,
        quote=quote,
        core=core,
        text=text,
        treatment=Treatment(treatment),
        judged=_judged(row.get("person")),
    )


def _place(place: Mapping[str, Any]) -> Message:
    key = ".".join(["place", *(name for name in place if name != "part")])
    return say(f"place.{place['part']}") if "part" in place else say(key, **place)


def _judged(row: Any) -> Judged | None:
    if row is None:
        return None
    when = {fact: tuple(values) for fact, values in row.get("when", {}).items()}
    return Judged(frozenset(row["kinds"]), when=when)


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
