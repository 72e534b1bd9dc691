"""The tree of units as an administrator changes it: what is theirs, and what is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from flows.model import Person, UnitRole
from language.fold import clean, fold
from rules.citations import letters as known_letters
from rules.message import Message, say

LEVELS: Final = ("commune", "department", "province", "ministry", "district")
"""Levels of a unit; `district` is historic, it ended on 01/7/2025."""
NAME_LENGTH: Final = 200


class Change(StrEnum):
    """What is done to a unit; the values are those of the board's page and of the trail."""

    ADD = "add"
    RENAME = "rename"
    MOVE = "move"
    OFFICE = "office"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of the tree; `people` have a role in it."""

    id: int
    name: str
    level: str
    letters: tuple[str, ...] = ()
    parent: int | None = None
    office: int | None = None
    people: int = 0


@dataclass(frozen=True, slots=True)
class EditUnit:
    """A change asked for: of `unit`, or of a new one below it; `to` is parent or office."""

    change: Change
    unit: int
    to: int | None = None
    name: str = ""
    level: str = ""
    letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """What still hangs on a unit: people, drafts and reports that are not ended, and what it gets.

    `sends` are units, and rules, that name it as their receiving office.
    """

    people: int = 0
    drafts: int = 0
    reports: int = 0
    sends: int = 0
    received: int = 0


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing was changed: why, and the field of the page that it is about."""

    why: tuple[Message, ...]
    field: str = ""


@dataclass(frozen=True, slots=True)
class UnitTree:
    """The units that an administrator of `own` sees and changes, itself the first."""

    own: int
    nodes: Mapping[int, Node] = field(default_factory=dict)

    def children(self, parent: int) -> tuple[Node, ...]:
        below = (one for one in self.nodes.values() if one.parent == parent)
        return tuple(sorted(below, key=lambda one: (fold(one.name), one.id)))

    def roots(self) -> tuple[Node, ...]:
        """Their own unit, then those whose parent is not theirs to see."""
        tops = (one for one in self.nodes.values() if one.parent not in self.nodes)
        return tuple(sorted(tops, key=lambda one: (one.id != self.own, fold(one.name), one.id)))

    def line(self, unit: int) -> Iterator[int]:
        """The unit and those above it, as far as they are seen."""
        seen: set[int] = set()
        at: int | None = unit
        while at is not None and at in self.nodes and at not in seen:
            seen.add(at)
            yield at
            at = self.nodes[at].parent


def may_edit(person: Person) -> bool:
    """An administrator, but not of the demonstration unit."""
    unit = person.unit
    known = person.account is not None and unit is not None and not unit.is_demonstration
    return known and UnitRole.ADMINISTRATOR in person.roles


def tree_of(units: Iterable[Node], own: int) -> UnitTree:
    """Their own unit, all below it, and all that send to it."""
    known = {one.id: one for one in units}
    everything = UnitTree(own, known)
    return UnitTree(
        own,
        {
            number: one
            for number, one in known.items()
            if one.office == own or own in everything.line(number)
        },
    )


def unchanged(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    """Why the tree refuses it; None where it may be done. `asked.unit` is of the tree."""
    if asked.change in (Change.ADD, Change.RENAME):
        wrong = _name_wrong(tree, asked)
        if wrong is not None or asked.change is Change.RENAME:
            return wrong
    elif asked.unit == tree.own:
        return Unchanged((say("unit.own"),))
    match asked.change:
        case Change.ADD:
            return _new_wrong(tree, asked)
        case Change.RETIRE:
            return _has_children(tree, asked.unit)
        case Change.OFFICE:
            return _office_wrong(tree, asked)
    return _move_wrong(tree, asked)


def _name_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    name = clean(asked.name)
    if not name:
        return Unchanged((say("unit.no_name"),), "name")
    if len(name) > NAME_LENGTH:
        return Unchanged((say("unit.long_name", length=len(name), most=NAME_LENGTH),), "name")
    itself = asked.unit if asked.change is Change.RENAME else None
    for one in tree.nodes.values():
        if one.id != itself and fold(one.name) == fold(name):
            return Unchanged((say("unit.there", name=one.name),), "name")
    return None


def _new_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.level not in LEVELS:
        return Unchanged((say("unit.no_level"),), "level")
    if not set(asked.letters) <= set(known_letters()):
        return Unchanged((say("unit.no_letter"),), "letters")
    if asked.to is not None and asked.to not in tree.nodes:
        return Unchanged((say("unit.no_office"),), "to")
    below = tree.own in tree.line(asked.unit)
    return None if below or asked.to == tree.own else Unchanged((say("unit.given_away"),), "to")


def _office_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.to == asked.unit:
        return Unchanged((say("unit.office_itself"),), "to")
    if asked.to is not None and asked.to not in tree.nodes:
        return Unchanged((say("unit.no_office"),), "to")
    below = tree.own in tree.line(asked.unit)
    return None if below or asked.to == tree.own else Unchanged((say("unit.given_away"),), "to")


def _move_wrong(tree: UnitTree, asked: EditUnit) -> Unchanged | None:
    if asked.to is None or asked.to not in tree.nodes:
        return Unchanged((say("unit.no_parent"),), "to")
    if asked.unit in tree.line(asked.to):
        unit, to = tree.nodes[asked.unit], tree.nodes[asked.to]
        itself = asked.unit == asked.to
        key = "unit.ring.itself" if itself else "unit.ring"
        return Unchanged((say(key, unit=unit.name, to=to.name),), "to")
    below = tree.own in tree.line(asked.to) or tree.nodes[asked.unit].office == tree.own
    return None if below else Unchanged((say("unit.given_away"),), "to")


def _has_children(tree: UnitTree, unit: int) -> Unchanged | None:
    below = [one.name for one in tree.children(unit)]
    return Unchanged((say("unit.has_children", units=below),)) if below else None


def tied(ties: Ties) -> Unchanged | None:
    """Why a unit cannot be retired: each thing that hangs on it, and how many."""
    found = [
        say(f"unit.tied.{name}", count=count)
        for name in ("people", "drafts", "reports", "sends", "received")
        if (count := getattr(ties, name))
    ]
    return Unchanged((say("unit.tied"), *found)) if found else None


class Units(Protocol):
    """The tree for the administrators of a unit; each call is one transaction.

    None where the chat is bound to no such person, or the unit is not theirs. All raise
    StorageUnavailable.
    """

    def tree(self, channel: str, sender: str) -> UnitTree | None:
        """What they may see and change."""

    def edit(self, channel: str, sender: str, *, asked: EditUnit) -> int | Unchanged | None:
        """The unit's number once it is changed, noted in the trail."""


def parents_for(tree: UnitTree, unit: int) -> Collection[Node]:
    """Below which of them it can be moved: not itself, and none below it."""
    return [one for one in tree.nodes.values() if unit not in tree.line(one.id)]
