"""Many units made at once, each below its parent."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.register import NewUnit, NotThere
from storage.tables import units
from storage.values import clean, compact

_ADD = insert(units).returning(units.c.id)
_THERE = select(units.c.id).where(units.c.id.in_(bindparam("wanted", expanding=True)))
_REPORTS = (
    update(units)
    .where(units.c.id == bindparam("unit"))
    .values(receiving_office_id=bindparam("office"))
)


def make_units(connection: Connection, made: Sequence[NewUnit]) -> dict[str, int]:
    """Their ids by their keys. Raises NotThere; then the transaction is to be given up."""
    named = {id_ for one in made for id_ in (one.parent, one.office) if isinstance(id_, int)}
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
    return ids


def _id_of(named: int | str | None, made: dict[str, int]) -> int | None:
    return made[named] if isinstance(named, str) else named
