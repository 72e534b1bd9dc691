"""Which office receives a proposal: by its kind and level, for its unit or one above it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.message import Message, say

LEVELS: Final = ("commune", "department", "district", "province", "state")
"""Levels that a proposal is sent for; what a unit decides by itself is sent to nobody."""


@dataclass(frozen=True, slots=True)
class Route:
    """An office receives the proposals of a unit and of those below it.

    Of one kind and one level, or of all where it names none. It holds from the day `since` to
    the day `until`, both counted; `basis` is the paper that says so, as who set it wrote it.
    """

    unit: int
    unit_name: str
    office: int
    office_name: str
    since: date
    until: date | None = None
    kind: str = ""
    level: str = ""
    basis: str = ""
    id: int = 0

    def receives(self, kind: str, level: str, on: date) -> bool:
        """Whether it holds on the day for such a proposal."""
        in_force = self.since <= on and (self.until is None or on <= self.until)
        return in_force and self.kind in ("", kind) and self.level in ("", level)


@dataclass(frozen=True, slots=True)
class Routed:
    """The office that a proposal would be sent to, and why to that one."""

    office: int
    office_name: str
    why: Message


def route_of(
    routes: Iterable[Route], line: Sequence[int], *, kind: str, level: str, on: date
) -> Route | None:
    """The rule of the nearest unit of the line, which begins with the proposing one.

    Of several of one unit, one that names the level goes before one that names the kind, and
    that before one of all; then the newest. No unit sends to itself.
    """
    fitting = [
        one
        for one in routes
        if one.unit in line and one.office != line[0] and one.receives(kind, level, on)
    ]
    nearest = sorted(
        fitting,
        key=lambda one: (-line.index(one.unit), bool(one.level), bool(one.kind), one.since, one.id),
    )
    return nearest[-1] if nearest else None


def routed(route: Route) -> Routed:
    """To the office of the rule, for what the rule says."""
    why = say(
        "route.why.basis" if route.basis else "route.why",
        what=told(route.kind, route.level),
        unit=route.unit_name,
        office=route.office_name,
        since=route.since,
        basis=route.basis,
    )
    return Routed(route.office, route.office_name, why)


def told(kind: str, level: str) -> Message:
    """What is received, in words."""
    of_kind = say(f"route.kind.{kind or 'any'}")
    return say("route.what", kind=of_kind, level=say(f"route.level.{level or 'any'}"))


def line(one: Route) -> Message:
    """A rule in words, with its number."""
    until = say("route.until", day=one.until) if one.until else say("route.on")
    return say(
        "route.line.basis" if one.basis else "route.line",
        id=one.id,
        office=one.office_name,
        what=told(one.kind, one.level),
        unit=one.unit_name,
        since=one.since,
        until=until,
        basis=one.basis,
    )
