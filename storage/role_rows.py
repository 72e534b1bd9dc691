"""The rows of roles: none comes or goes without an event in the trail."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select

from flows.model import UnitRole
from storage.tables import roles
from storage.trail import NOBODY, Trail

_HELD: Final = (
    (roles.c.account_id == bindparam("account"))
    & (roles.c.unit_id == bindparam("unit"))
    & (roles.c.role == bindparam("held"))
)


def add_role_row(
    connection: Connection,
    account: int,
    *,
    unit: int,
    role: UnitRole,
    now: datetime,
    by: int | None = None,
) -> bool:
    """Give a role; False where it is held already. `by` is the account that gives it, if any."""
    held = {"account": account, "unit": unit, "held": role.value}
    if connection.execute(select(roles).where(_HELD), held).first() is not None:
        return False
    row = {"account_id": account, "unit_id": unit, "role": role.value}
    connection.execute(insert(roles), row)
    _note(connection, "role_given", account, unit=unit, role=role, now=now, by=by)
    return True


def drop_role_row(
    connection: Connection, account: int, *, unit: int, role: UnitRole, now: datetime
) -> bool:
    """Take a role; False where it is not held."""
    held = {"account": account, "unit": unit, "held": role.value}
    if connection.execute(delete(roles).where(_HELD), held).rowcount != 1:
        return False
    _note(connection, "role_taken", account, unit=unit, role=role, now=now)
    return True


def _note(
    connection: Connection,
    event: str,
    account: int,
    *,
    unit: int,
    role: UnitRole,
    now: datetime,
    by: int | None = None,
) -> None:
    told = {"account": account, "unit": unit, "role": role.value}
    Trail(connection, now, conversation=NOBODY, account=by).note([(event, told)])
