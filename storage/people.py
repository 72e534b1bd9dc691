"""Units, accounts, roles, codes and chats, for who administers them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from flows.model import UnitRole
from flows.people_asked import Invited
from flows.ports import Clock
from flows.reminder_ports import Planner
from flows.tree import LEVELS
from storage.codes import LIFETIME, Purpose, add_code, end_codes, join
from storage.demonstration import demonstration
from storage.ledger import Ledger
from storage.register import AccountLine, IdentityLine, NewUnit, NotThere, UnitLine
from storage.role_rows import add_role_row
from storage.roles import give_role, take_role
from storage.sessions import Sessions
from storage.tables import SIGNED_IN, accounts, identities, roles, units
from storage.talks import FIRST_LANGUAGE, lock_talk
from storage.unit_tree import make_units
from storage.values import clean, compact

_UNITS = select(units).order_by(units.c.id)
_ACCOUNTS = (
    select(accounts, roles.c.unit_id, roles.c.role)
    .outerjoin(roles, roles.c.account_id == accounts.c.id)
    .order_by(accounts.c.id, roles.c.unit_id, roles.c.role)
)
_NAME = select(accounts.c.name).where(accounts.c.id == bindparam("account"))
_IDENTITIES = select(identities).order_by(identities.c.id)
_BOUND = select(identities.c.account_id).where(
    identities.c.channel == bindparam("channel"),
    identities.c.external == bindparam("external"),
    SIGNED_IN,
)


class People:
    """The register of units and people. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None = None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def add_unit(
        self,
        name: str,
        *,
        level: str,
        letters: Iterable[str] = (),
        parent: int | None = None,
        office: int | None = None,
    ) -> int:
        """A new unit's id. Raises ValueError for an unknown level, NotThere for parent, office."""
        if level not in LEVELS:
            raise ValueError(level)
        with self._sessions.writing() as connection:
            for other in (parent, office):
                if other is not None:
                    _require(connection, "units", other)
            row = {
                "name": clean(name),
                "level": level,
                "letters": compact(sorted(set(letters))),
                "parent_id": parent,
                "receiving_office_id": office,
            }
            return _insert(connection, "units", row)

    def add_units(self, made: Sequence[NewUnit]) -> dict[str, int]:
        """The ids by their keys: all or none, each behind its parent. Raises NotThere."""
        with self._sessions.writing() as connection:
            now, today = self._clock.now(), self._clock.today()
            return make_units(connection, made, today=today, now=now)

    def set_office(self, unit: int, office: int | None) -> None:
        """The office that a unit reports to (None: to none). Raises NotThere, ValueError of itself.

        Duties given before stay with the office that gave them.
        """
        if unit == office:
            raise ValueError(unit)
        with self._sessions.writing() as connection:
            _require(connection, "units", unit)
            if office is not None:
                _require(connection, "units", office)
            moved = update(units).where(units.c.id == unit)
            connection.execute(moved, {"receiving_office_id": office})

    def units(self) -> tuple[UnitLine, ...]:
        with self._sessions.reading() as connection:
            return tuple(
                UnitLine(
                    row.id,
                    row.name,
                    level=row.level,
                    letters=tuple(json.loads(row.letters)),
                    parent=row.parent_id,
                    office=row.receiving_office_id,
                    is_demonstration=row.is_demonstration,
                    retired_on=row.retired_on,
                )
                for row in connection.execute(_UNITS)
            )

    def add_account(
        self, name: str, *, unit: int, role: UnitRole, language: str = FIRST_LANGUAGE
    ) -> int:
        """A new account's id, with one role in one unit. Raises NotThere."""
        with self._sessions.writing() as connection:
            _require(connection, "units", unit)
            account = _insert(connection, "accounts", {"name": clean(name), "language": language})
            now = self._clock.now()
            add_role_row(connection, account, unit=unit, role=role, now=now)
            return account

    def add_role(self, account: int, *, unit: int, role: UnitRole) -> None:
        """Give the account a role, with the reminders it brings to who has joined.

        One it has already changes nothing. Raises NotThere.
        """
        with self._sessions.writing() as connection:
            _require(connection, "units", unit)
            _require(connection, "accounts", account)
            give_role(self._ledger(connection), account, unit=unit, role=role)

    def remove_role(self, account: int, *, unit: int, role: UnitRole) -> bool:
        """Take a role away: its reminders stop, or go to the unit's head. False: it had none.

        Raises NotThere.
        """
        with self._sessions.writing() as connection:
            _require(connection, "units", unit)
            _require(connection, "accounts", account)
            return take_role(self._ledger(connection), account, unit=unit, role=role)

    def _ledger(self, connection: Connection) -> Ledger:
        clock = self._clock
        return Ledger(connection, clock.now(), clock.today(), planner=self._planner)

    def accounts(self) -> tuple[AccountLine, ...]:
        found: dict[int, AccountLine] = {}
        with self._sessions.reading() as connection:
            for row in connection.execute(_ACCOUNTS):
                known = found.get(row.id)
                held = known.roles if known else ()
                if row.role is not None:
                    held = (*held, (row.unit_id, UnitRole(row.role)))
                found[row.id] = AccountLine(row.id, row.name, language=row.language, roles=held)
        return tuple(found.values())

    def add_code(self, account: int) -> str:
        """A one-time code, valid seven days; only its digest is kept. Raises NotThere."""
        with self._sessions.writing() as connection:
            _require(connection, "accounts", account)
            return add_code(connection, account, now=self._clock.now())

    def invite(self, account: int) -> Invited:
        """A one-time code in place of those not used yet. Raises NotThere."""
        with self._sessions.writing() as connection:
            _require(connection, "accounts", account)
            now = self._clock.now()
            end_codes(connection, account, Purpose.INVITE, now=now)
            name = connection.execute(_NAME, {"account": account}).scalar_one()
            return Invited(name, add_code(connection, account, now=now), until=now + LIFETIME)

    def identities(self) -> tuple[IdentityLine, ...]:
        with self._sessions.reading() as connection:
            return tuple(
                IdentityLine(
                    row.id,
                    row.channel,
                    masked="•" * 6 + row.external[-2:],
                    account=row.account_id,
                    reachable=row.reachable,
                )
                for row in connection.execute(_IDENTITIES)
            )

    def ensure_demonstration(self) -> int:
        """The demonstration unit's account, made on first start; its id."""
        with self._sessions.writing() as connection:
            return demonstration(connection, now=self._clock.now())

    def bind_demonstration(self, channel: str, external: str) -> None:
        """Let a chat speak as the demonstration account; one that is bound stays as it is.

        That only this machine's own page is bound so is the edge's to see to.
        """
        now = self._clock.now()
        here = {"channel": channel, "external": clean(external), "now": now}
        with self._sessions.reading() as connection:
            if connection.execute(_BOUND, here).scalar() is not None:
                return
        with self._sessions.writing() as connection:
            account = demonstration(connection, now=now)
            talk = lock_talk(connection, channel, external, now=now).talk
            if talk.person.account is None:
                join(connection, talk, account, now=now)


_TABLES = {"units": units, "accounts": accounts}


def _require(connection: Connection, table: str, row: int) -> None:
    id_ = _TABLES[table].c.id
    if connection.execute(select(id_).where(id_ == row)).first() is None:
        raise NotThere(table, row)


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> int:
    into = _TABLES[table]
    return int(connection.execute(insert(into).returning(into.c.id), row).scalar_one())
