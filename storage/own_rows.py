"""An account's own rows in every table, told and erased."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, delete, or_, select, update

from flows.model import UnitRole
from storage.audit import erase_values
from storage.dump import tables_of
from storage.ledger import Ledger
from storage.reminder_tables import reminders
from storage.roles import take_role
from storage.tables import (
    accounts,
    audit,
    conversations,
    drafts,
    identities,
    inbox,
    outbox,
    roles,
    shown,
)

_SECRET: Final = ("digest", "salt", "link")
"""How columns end that tell nothing of the person: digests, and what belongs to the chain."""
_OTHERS: Final = frozenset({"answers", "past", "snapshot"})
"""Columns that tell of nominees: these are asked for by their own names."""
_OF_ITS_CHATS: Final = frozenset({"identities", "conversations", "inbox", "outbox", "shown"})


def rows_of(connection: Connection, account: int) -> dict[str, list[dict[str, Any]]]:
    """Every row of the account: its own, those of its chats, and where it acted.

    Digests of secrets are left out, and what drafts tell of others.
    """
    chats = _ids(connection, identities, identities.c.account_id == account)
    talks = _ids(connection, conversations, conversations.c.account_id == account)
    held = {"accounts": [account], "identities": chats, "conversations": talks}
    found: dict[str, list[dict[str, Any]]] = {}
    for table in tables_of(connection):
        of_account: list[Any] = [
            column.in_(held[of]) for column, of in _references(table) if held[of]
        ]
        if table.name == "accounts":
            of_account.append(table.c.id == account)
        if of_account:
            rows = connection.execute(select(table).where(or_(*of_account)))
            found[table.name] = [_told(row._mapping) for row in rows]  # noqa: SLF001 - its public name
    return {name: rows for name, rows in found.items() if rows}


def _references(table: Table) -> Iterator[tuple[Column[Any], str]]:
    if table.name == "audit":
        yield table.c.account_id, "accounts"
    if table.name == "drafts":
        yield table.c.maker_id, "accounts"
    for key in table.foreign_keys:
        if key.column.table.name in {"accounts", "identities", "conversations"}:
            yield key.parent, key.column.table.name


def _ids(connection: Connection, table: Table, where: Any) -> list[int]:
    return list(connection.execute(select(table.c.id).where(where)).scalars())


def _told(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value
        for name, value in row.items()
        if value is not None and not str(name).endswith(_SECRET) and name not in _OTHERS
    }


def of_the_unit(connection: Connection) -> frozenset[str]:
    """Tables of what an account did for its unit: drafts, duties, reports, proposals."""
    found = _of_accounts(connection)
    naming = {table.name for table, _, cascades in found if not cascades}
    return frozenset(naming - _OF_ITS_CHATS)


def erase_account(ledger: Ledger, account: int, *, mark: str) -> bool:
    """Erase what is the account's own; whether not even its number is left.

    Its roles are taken as from one who leaves: drafts and reports go to the head. What is the
    unit's stays, and refers to an account without a name where no other one has it now.
    """
    connection = ledger.connection
    held = select(roles.c.unit_id, roles.c.role).where(roles.c.account_id == account)
    for role in connection.execute(held).all():
        take_role(ledger, account, unit=role.unit_id, role=UnitRole(role.role))
    chats = _ids(connection, identities, identities.c.account_id == account)
    messages = _ids(connection, outbox, outbox.c.identity_id.in_(chats))
    for table, column, cascades in _of_accounts(connection):
        if cascades:
            connection.execute(delete(table).where(column == account))
    forget_messages(connection, messages)
    for table in (outbox, inbox, shown):
        connection.execute(delete(table).where(table.c.identity_id.in_(chats)))
    connection.execute(delete(identities).where(identities.c.id.in_(chats)))
    connection.execute(delete(conversations).where(conversations.c.account_id == account))
    acted = _ids(connection, audit, audit.c.account_id == account)
    erase_values(connection, who=acted, what=(), at=ledger.now)
    is_named = _is_named(connection, account)
    if is_named:
        kept = {"name": mark, "remind_from": 420, "remind_to": 1200, "paused_until": None}
        connection.execute(update(accounts).where(accounts.c.id == account), kept)
    else:
        made = update(drafts).where(drafts.c.maker_id == account)
        connection.execute(made.values(maker_id=None))
        connection.execute(delete(accounts).where(accounts.c.id == account))
    return not is_named


def _of_accounts(connection: Connection) -> Iterator[tuple[Table, Column[Any], bool]]:
    """Each column that names an account, and whether its row is nothing without it."""
    for table in tables_of(connection):
        for key in table.foreign_keys:
            if key.column.table.name == "accounts":
                yield table, key.parent, key.ondelete == "CASCADE"


def forget_messages(connection: Connection, messages: Iterable[int]) -> None:
    """What another's reminder was sent by is gone; one that was on its way goes anew."""
    theirs = reminders.c.outbox_id.in_(list(messages))
    waiting = theirs & (reminders.c.status == "queued")
    connection.execute(update(reminders).where(waiting).values(status="planned"))
    connection.execute(update(reminders).where(theirs).values(outbox_id=None))


def _is_named(connection: Connection, account: int) -> bool:
    return any(
        connection.execute(select(column).where(column == account).limit(1)).first() is not None
        for _, column, _ in _of_accounts(connection)
    )
