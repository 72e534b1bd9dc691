"""The conversation of a chat: found or made, locked, and loaded whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from flows.model import Person
from flows.ports import Talk
from storage.devices import end_if_over
from storage.drafts import DRAFT_COLUMNS, Stored, may_see
from storage.persons import OFFICES, PERSON_COLUMNS
from storage.tables import accounts, conversations, drafts, identities, roles, units
from storage.values import AnyRow, clean, person_from_rows

FIRST_LANGUAGE = "vi"

_HERE = (identities.c.channel == bindparam("channel")) & (
    identities.c.external == bindparam("external")
)

_LOCK = (
    select(identities.c.id)
    .join(conversations, conversations.c.id == identities.c.conversation_id)
    .where(_HERE)
    .with_for_update(of=[identities, conversations])
)

_LOAD = (
    select(
        identities.c.id.label("identity_id"),
        identities.c.reachable,
        identities.c.signed_until,
        *PERSON_COLUMNS,
        conversations.c.id.label("conversation_id"),
        conversations.c.language.label("conversation_language"),
        conversations.c.state,
        conversations.c.serial,
        *DRAFT_COLUMNS,
    )
    .select_from(identities)
    .join(conversations, conversations.c.id == identities.c.conversation_id)
    .outerjoin(accounts, accounts.c.id == identities.c.account_id)
    .outerjoin(roles, roles.c.account_id == accounts.c.id)
    .outerjoin(units, units.c.id == roles.c.unit_id)
    .outerjoin(OFFICES, OFFICES.c.id == units.c.receiving_office_id)
    .outerjoin(drafts, drafts.c.id == conversations.c.draft_id)
    .where(_HERE)
)

_NEW_TALK = insert(conversations).returning(conversations.c.id)
_DROP_TALK = delete(conversations).where(conversations.c.id == bindparam("conversation"))
_REACHABLE = (
    update(identities).where(identities.c.id == bindparam("identity")).values(reachable=True)
)
_NEW_IDENTITY = {
    "sqlite": sqlite.insert(identities).on_conflict_do_nothing().returning(identities.c.id),
    "postgresql": postgresql.insert(identities).on_conflict_do_nothing().returning(identities.c.id),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A conversation, and the draft in hand as it is stored."""

    talk: Talk
    stored: Stored | None = None


def lock_talk(connection: Connection, channel: str, external: str, *, now: datetime) -> Loaded:
    """The chat's conversation, locked until the transaction ends; made on first sight.

    A browser whose session is over is a stranger's, though nobody has looked for it yet.
    On PostgreSQL the lock is a statement of its own: what is read after it is what the
    turn before left behind. SQLite's transaction is the only writer from its beginning.
    """
    here = {"channel": channel, "external": clean(external)}
    rows = _locked_rows(connection, here)
    # not there yet, moved to another conversation while we waited, or ended
    while not rows or _is_over(connection, rows[0], now):
        _make(connection, here)
        rows = _locked_rows(connection, here)
    if not rows[0].reachable:  # who writes has unblocked the bot
        connection.execute(_REACHABLE, {"identity": rows[0].identity_id})
    return _talk(rows)


def _is_over(connection: Connection, row: AnyRow, now: datetime) -> bool:
    until = row.signed_until
    return until is not None and end_if_over(connection, row.identity_id, now=now)


def _locked_rows(connection: Connection, here: dict[str, str]) -> Sequence[AnyRow]:
    if connection.dialect.name == "postgresql" and connection.execute(_LOCK, here).first() is None:
        return ()
    return connection.execute(_LOAD, here).all()


def _make(connection: Connection, here: dict[str, str]) -> None:
    conversation = new_conversation(connection, account=None, language=FIRST_LANGUAGE)
    fresh = {"conversation_id": conversation, "reachable": True, "wrong_codes": 0}
    made = connection.execute(_NEW_IDENTITY[connection.dialect.name], {**here, **fresh})
    if made.first() is None:
        connection.execute(_DROP_TALK, {"conversation": conversation})


def new_conversation(connection: Connection, *, account: int | None, language: str) -> int:
    """An empty conversation's id."""
    empty = {"state": "{}", "serial": 0, "account_id": account, "language": language}
    return int(connection.execute(_NEW_TALK, empty).scalar_one())


def drop_conversation(connection: Connection, conversation: int) -> None:
    """Delete a conversation that no chat points to any more."""
    connection.execute(_DROP_TALK, {"conversation": conversation})


def _talk(rows: Sequence[AnyRow]) -> Loaded:
    first = rows[0]
    person = person_from_rows(rows, language=first.conversation_language)
    stored = _stored(first, person)
    talk = Talk(
        first.conversation_id,
        first.identity_id,
        person=person,
        state=json.loads(first.state),
        serial=first.serial,
        draft=stored.draft if stored else None,
    )
    return Loaded(talk, stored)


def _stored(row: AnyRow, person: Person) -> Stored | None:
    if row.draft_id is None or not may_see(person, unit=row.draft_unit, account=row.draft_owner):
        return None
    return Stored.from_row(row)
