"""The tree of units as an administrator changes it: what is theirs, and what is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from flows.model import Person, UnitRole
from flows.proposals.routing import Route
from language.fold import fold
from rules.message import Message

LEVELS: Final = ("commune", "department", "province", "ministry", "district")
"""Levels of a unit; `district` is historic, it ended on 01/7/2025."""
NAME_LENGTH: Final = 200
BASIS_LENGTH: Final = 300


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
class SetRoute:
    """A rule asked for: the `office` receives what `unit` and those below it send from a day."""

    unit: int
    office: int | None
    since: date
    kind: str = ""
    level: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """What still hangs on a unit: people, drafts and reports that are not ended, and what it gets.

    `sends` are units, and rules, that name it as their receiving office; `below` are units below
    it, those too that are not theirs who asks.
    """

    people: int = 0
    drafts: int = 0
    reports: int = 0
    sends: int = 0
    received: int = 0
    below: int = 0


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


class Units(Protocol):
    """The tree for the administrators of a unit; each call is one transaction.

    None where the chat is bound to no such person, or the unit is not theirs. All raise
    StorageUnavailable.
    """

    def tree(self, channel: str, sender: str) -> UnitTree | None:
        """What they may see and change."""

    def edit(self, channel: str, sender: str, *, asked: EditUnit) -> int | Unchanged | None:
        """The unit's number once it is changed, noted in the trail."""

    def routes(self, channel: str, sender: str, *, unit: int) -> tuple[Route, ...]:
        """The rules that bear on a unit of theirs and are not over."""

    def set_route(self, channel: str, sender: str, *, asked: SetRoute) -> int | Unchanged | None:
        """The rule's number, noted in the trail."""

    def end_route(self, channel: str, sender: str, *, route: int) -> int | Unchanged | None:
        """A rule of one of their units, which holds today for the last time."""


def parents_for(tree: UnitTree, unit: int) -> Collection[Node]:
    """Below which of them it can be moved: not itself, and none below it."""
    return [one for one in tree.nodes.values() if unit not in tree.line(one.id)]
