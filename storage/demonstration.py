"""The unit in which anybody at this machine may try things, made on first use."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from flows.model import UnitRole
from storage.role_rows import add_role_row
from storage.tables import accounts, roles, units
from storage.talks import FIRST_LANGUAGE
from storage.values import compact

DEMONSTRATION = "Đơn vị dùng thử"

_DEMONSTRATION = (
    select(roles.c.account_id)
    .join(units, units.c.id == roles.c.unit_id)
    .where(units.c.is_demonstration)
    .order_by(roles.c.account_id)
)


def demonstration(connection: Connection, *, now: datetime) -> int:
    """The unit's account, made where there is none; its id."""
    found = connection.execute(_DEMONSTRATION).scalar()
    if found is not None:
        return int(found)
    unit = {
        "name": DEMONSTRATION,
        "level": "commune",
        "letters": compact(["LS2022", "CL2023"]),
        "is_demonstration": True,
    }
    account = {"name": DEMONSTRATION, "language": FIRST_LANGUAGE}
    made = _insert(connection, accounts, account)
    here = _insert(connection, units, unit)
    add_role_row(connection, made, unit=here, role=UnitRole.OFFICER, now=now)
    return made


def _insert(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    return int(connection.execute(insert(table).returning(table.c.id), row).scalar_one())
