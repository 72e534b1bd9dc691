"""Many units made at once, each below its parent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.register import NewUnit, NotThere
from storage.routes import NewRoute, set_route
from storage.tables import units
from storage.values import clean, compact

_ADD = insert(units).returning(units.c.id)
_THERE = select(units.c.id).where(units.c.id.in_(bindparam("wanted", expanding=True)))
_REPORTS = (
    update(units)
    .where(units.c.id == bindparam("unit"))
    .values(receiving_office_id=bindparam("office"))
)


def make_units(
    connection: Connection, made: Sequence[NewUnit], *, today: date, now: datetime
) -> dict[str, int]:
    """Their ids by their keys. Raises NotThere; then the transaction is to be given up."""
    others = [other for one in made for other in (one.parent, one.office, *_receivers(one))]
    named = {other for other in others if isinstance(other, int)}
    there = set(connection.execute(_THERE, {"wanted": sorted(named)}).scalars())
    for id_ in named - there:
        raise NotThere("units", id_)
    ids: dict[str, int] = {}
    for one in made:
        row = {
            "name": clean(one.name),
            "level": one.level,
            "letters": compact(sorted(set(one.letters))),
            "parent_id": _id_of(one.parent, ids),
        }
        ids[one.key] = int(connection.execute(_ADD, row).scalar_one())
    offices = [
        {"unit": ids[one.key], "office": _id_of(one.office, ids)}
        for one in made
        if one.office is not None
    ]
    if offices:
        connection.execute(_REPORTS, offices)
    for one in made:
        for route in one.routes:
            office, since = _id_of(route.office, ids), route.since or today
            rule = NewRoute(ids[one.key], office or 0, since, route.kind, route.level)
            set_route(connection, rule, now=now)
    return ids


def _receivers(one: NewUnit) -> list[int | str]:
    return [route.office for route in one.routes]


def _id_of(named: int | str | None, made: dict[str, int]) -> int | None:
    return made[named] if isinstance(named, str) else named
