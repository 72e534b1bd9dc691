"""Rules of which office receives what, set by who manages the unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from flows.model import Person, UnitRole
from flows.ports import Clock
from flows.proposals.routing import LEVELS, Route, Routed
from flows.tree import BASIS_LENGTH
from rules.rule import PROPOSALS
from storage.proposal_tables import routes
from storage.register import NotThere
from storage.routing import (
    line_of,
    office_for,
    one_office,
    route_from_row,
    rules_for,
    rules_of,
)
from storage.sessions import Sessions
from storage.tables import units
from storage.trail import NOBODY, Trail
from storage.values import clean

_THERE = select(units.c.id).where(units.c.id == bindparam("unit"))
_SAME_DAY = delete(routes).where(
    *(routes.c[name] == bindparam(f"of_{name}") for name in ("unit_id", "kind", "level", "since"))
)
_ADD = insert(routes).returning(routes.c.id)
_END = update(routes).where(routes.c.id == bindparam("route"), routes.c.since <= bindparam("last"))

_ALL = rules_of()
_ONE = rules_of(routes.c.id == bindparam("route"))


@dataclass(frozen=True, slots=True)
class NewRoute:
    """A rule to be set: of all kinds and levels where it names none, from the day `since` on."""

    unit: int
    office: int
    since: date
    kind: str = ""
    level: str = ""
    basis: str = ""


def may_route(connection: Connection, person: Person, unit: int) -> bool:
    """An administrator of the unit, of one above it, or of the one office it sends to."""
    if person.unit is None or UnitRole.ADMINISTRATOR not in person.roles:
        return False
    office = one_office(connection, unit)
    is_theirs = office is not None and office.id == person.unit.id
    return is_theirs or person.unit.id in line_of(connection, unit)


def set_route(
    connection: Connection, made: NewRoute, *, now: datetime, account: int | None = None
) -> int:
    """The rule's id, in place of one of the same unit, kind, level and day; noted in the trail.

    What was sent before stays where it is. Raises ValueError, NotThere.
    """
    if made.kind not in ("", *PROPOSALS) or made.level not in ("", *LEVELS):
        raise ValueError(made.kind or made.level)
    for unit in (made.unit, made.office):
        if connection.execute(_THERE, {"unit": unit}).first() is None:
            raise NotThere("units", unit)
    key = {"unit_id": made.unit, "kind": made.kind, "level": made.level, "since": made.since}
    connection.execute(_SAME_DAY, {f"of_{name}": value for name, value in key.items()})
    basis = clean(made.basis)[:BASIS_LENGTH]
    row = {**key, "office_id": made.office, "until": None, "basis": basis}
    number = int(connection.execute(_ADD, row).scalar_one())
    _note(connection, number, "route_set", now=now, account=account)
    return number


def end_route(
    connection: Connection,
    route: int,
    *,
    last: date,
    now: datetime,
    account: int | None = None,
) -> Route:
    """The rule, which holds for the last time on this day. Raises NotThere, ValueError."""
    if connection.execute(_END, {"route": route, "last": last, "until": last}).rowcount != 1:
        found = connection.execute(_ONE, {"route": route}).first()
        if found is None:
            raise NotThere("routes", route)
        raise ValueError(last)
    _note(connection, route, "route_ended", now=now, account=account)
    return route_from_row(connection.execute(_ONE, {"route": route}).one())


def _note(
    connection: Connection, route: int, event: str, *, now: datetime, account: int | None
) -> None:
    """Who is None set it at the machine."""
    row = connection.execute(_ONE, {"route": route}).one()
    told = {"unit": row.unit_id, "office": row.office_id, "kind": row.kind, "level": row.level}
    days = {"since": row.since.isoformat(), "until": row.until and row.until.isoformat()}
    trail = Trail(connection, now, conversation=NOBODY, account=account)
    trail.note([(event, {**told, **days})])


def list_routes(connection: Connection, unit: int | None = None) -> tuple[Route, ...]:
    """All rules, or those that bear on one unit; the ended ones too."""
    if unit is None:
        return tuple(route_from_row(row) for row in connection.execute(_ALL))
    line = line_of(connection, unit)
    if not line:
        raise NotThere("units", unit)
    return rules_for(connection, line)


class SqlRoutes:
    """The rules, each call one transaction. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def add(self, made: NewRoute, *, by: Person | None = None) -> int | None:
        """The rule's id; None where `by`, of whom there is none at the machine, may not set it.

        Raises ValueError, NotThere.
        """
        with self._sessions.writing() as connection:
            if by is not None and not may_route(connection, by, made.unit):
                return None
            account = by.account if by is not None else None
            return set_route(connection, made, now=self._clock.now(), account=account)

    def end(self, route: int, *, last: date, by: Person | None = None) -> Route | None:
        """The rule as it is then; None where `by` may not end it. Raises ValueError, NotThere."""
        with self._sessions.writing() as connection:
            if by is not None:
                found = connection.execute(_ONE, {"route": route}).first()
                if found is None or not may_route(connection, by, found.unit_id):
                    return None
            account = by.account if by is not None else None
            return end_route(connection, route, last=last, now=self._clock.now(), account=account)

    def listed(self, unit: int | None = None) -> tuple[Route, ...]:
        """All rules, or those that bear on one unit. Raises NotThere."""
        with self._sessions.reading() as connection:
            return list_routes(connection, unit)

    def office_for(self, unit: int, *, kind: str, level: str, on: date) -> Routed | None:
        """Where the unit's proposals of this kind and level go on the day."""
        with self._sessions.reading() as connection:
            return office_for(connection, unit, kind=kind, level=level, on=on)
