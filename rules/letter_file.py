"""Reads a letter's file; one at fault is refused with the place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rules.letter import Clause, Judged, Letter, Note, Passage, Treatment
from rules.message import Message, say
from rules.sources import SourceError, need, read_in_force, read_yaml


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
