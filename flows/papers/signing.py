"""Who signs a unit's papers, as what, and where they are issued: offered when written next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flows.model import Choice, Json, Person, Role
from flows.papers.facts import LONGEST_LINE
from flows.ways import way
from language.fold import clean
from rules.message import say

SIGNS: Final = ("note.head_title", "note.head_name", "note.office_place")
OFFERED: Final = "offered"
"""The way that takes what the unit's papers named last."""
SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class KeepSign:
    """True: what the papers of the person's unit name from now on, until it is said otherwise."""

    path: str
    value: str


def named_last(person: Person, path: str) -> str:
    """What the unit's papers named last; empty where they never did."""
    if person.unit is None or path not in SIGNS:
        return ""
    return person.unit.signs.get(path, "")


def offered(person: Person, path: str) -> tuple[tuple[Choice, ...], ...]:
    """One tap for the same as last time; whatever else is typed."""
    last = named_last(person, path)
    if not last:
        return ()
    label = say("papers.offered", value=last if len(last) <= SHOWN else f"{last[:SHOWN]}…")
    return ((way(OFFERED, role=Role.ANSWER, label=label),),)


def heard(person: Person, at: Mapping[str, Json]) -> Mapping[str, Json]:
    """What was tapped is taken as if it were typed."""
    if at.get("do") != OFFERED:
        return at
    return {**at, "do": "take", "text": named_last(person, str(at["path"]))}


def to_keep(person: Person, at: Mapping[str, Json]) -> KeepSign | None:
    """What is new of it; of a unit where things are only tried nothing is kept."""
    path, value = str(at.get("path", "")), clean(str(at.get("text", "")))
    if at.get("do") != "take" or path not in SIGNS or not 0 < len(value) <= LONGEST_LINE:
        return None
    is_new = value != named_last(person, path)
    is_tried = person.unit is not None and person.unit.is_demonstration
    return KeepSign(path, value) if is_new and not is_tried else None
