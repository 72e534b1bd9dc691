"""Who an account or a chat is, read without a lock; whom a matter of a unit or office concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select

from flows.model import Person, UnitRole
from flows.reminding import Hours
from storage.tables import SIGNED_IN, accounts, identities, roles, units
from storage.values import person_from_rows, unit_that_counts

OFFICES = units.alias("offices")

UNIT_COLUMNS = (
    units.c.id.label("unit_id"),
    units.c.name.label("unit_name"),
    units.c.level.label("unit_level"),
    units.c.letters.label("unit_letters"),
    units.c.is_demonstration.label("unit_is_demonstration"),
    units.c.signs.label("unit_signs"),
    OFFICES.c.name.label("office_name"),
)
PERSON_COLUMNS = (
    accounts.c.id.label("account_id"),
    accounts.c.name.label("account_name"),
    accounts.c.language.label("account_language"),
    accounts.c.remind_from,
    accounts.c.remind_to,
    accounts.c.paused_until,
    roles.c.role,
    *UNIT_COLUMNS,
)
_WRITES: Final = frozenset({UnitRole.OFFICER, UnitRole.HEAD})


def _persons(*joined: Any) -> Select[Any]:
    start = accounts.join(*joined) if joined else accounts
    return select(*PERSON_COLUMNS).select_from(
        start.outerjoin(roles, roles.c.account_id == accounts.c.id)
        .outerjoin(units, units.c.id == roles.c.unit_id)
        .outerjoin(OFFICES, OFFICES.c.id == units.c.receiving_office_id)
    )


_OF_ACCOUNT = _persons().where(accounts.c.id == bindparam("account"))
_OF_CHAT = _persons(identities, identities.c.account_id == accounts.c.id).where(
    identities.c.channel == bindparam("channel"),
    identities.c.external == bindparam("external"),
    SIGNED_IN,
)
_held = roles.alias("held")
_MEMBERS = (
    select(accounts, _held.c.unit_id, _held.c.role)
    .join(_held, _held.c.account_id == accounts.c.id)
    .where(
        accounts.c.id.in_(
            select(roles.c.account_id).where(
                roles.c.unit_id.in_(bindparam("units", expanding=True))
            )
        )
    )
    .order_by(accounts.c.id)
)


def person_of_account(connection: Connection, account: int) -> Person:
    """The person of an account; a stranger where there is none."""
    rows = connection.execute(_OF_ACCOUNT, {"account": account}).all()
    return person_from_rows(rows, language=rows[0].account_language) if rows else Person()


def person_of_chat(connection: Connection, channel: str, external: str, *, now: datetime) -> Person:
    """The person whose chat it is; a stranger where it is bound to nobody, or not any more."""
    here = {"channel": channel, "external": external, "now": now}
    rows = connection.execute(_OF_CHAT, here).all()
    return person_from_rows(rows, language=rows[0].account_language) if rows else Person()


@dataclass(frozen=True, slots=True)
class Member:
    """An account of a unit, when it may be reminded, and what it is there."""

    account: int
    name: str
    hours: Hours
    roles: frozenset[UnitRole]

    @property
    def writes(self) -> bool:
        return bool(self.roles & _WRITES)


@dataclass(frozen=True, slots=True)
class Members:
    """The people of some units, each in the one unit that counts for them."""

    of_unit: Mapping[int, tuple[Member, ...]]

    def writers(self, unit: int) -> tuple[Member, ...]:
        """The officers and heads, who keep drafts and report."""
        return tuple(one for one in self.of_unit.get(unit, ()) if one.writes)

    def heads(self, unit: int) -> tuple[Member, ...]:
        return self._holding(unit, UnitRole.HEAD)

    def receivers(self, office: int) -> tuple[Member, ...]:
        """The reviewers of an office, else its administrators."""
        found = self._holding(office, UnitRole.REVIEWER)
        return found or self._holding(office, UnitRole.ADMINISTRATOR)

    def _holding(self, unit: int, role: UnitRole) -> tuple[Member, ...]:
        return tuple(one for one in self.of_unit.get(unit, ()) if role in one.roles)


def members_of(connection: Connection, of_units: Iterable[int]) -> Members:
    """Everybody who has a role in one of these units, by unit, in the order of their accounts."""
    wanted = sorted(set(of_units))
    held: dict[int, list[Any]] = {}
    for row in connection.execute(_MEMBERS, {"units": wanted}):
        held.setdefault(row.id, []).append(row)
    found: dict[int, tuple[Member, ...]] = {}
    for account, rows in held.items():
        unit = unit_that_counts(rows)
        hours = Hours(rows[0].remind_from, rows[0].remind_to, paused_until=rows[0].paused_until)
        here = frozenset(UnitRole(row.role) for row in rows if row.unit_id == unit)
        member = Member(account, rows[0].name, hours=hours, roles=here)
        found[unit] = (*found.get(unit, ()), member)
    return Members(found)
