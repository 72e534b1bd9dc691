"""Calendar addresses in the replies that told them: they stand there for an hour, no longer."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, func, select, update

from flows.told_once import ADDRESS, without_address
from flows.wire import reply_from_json, reply_to_json
from storage.columns import Instant
from storage.reminder_tables import feeds
from storage.sessions import Sessions
from storage.tables import identities, outbox
from storage.values import AnyRow, compact

SHOWN_FOR: Final = timedelta(hours=1)
AT_ONCE: Final = 20
LOOK_AGAIN: Final = timedelta(minutes=1)
"""After this for what was not told yet, or not an hour ago, or was held by a sender."""


def _telling(*columns: Any) -> Select[Any]:
    """The messages of some accounts in which an address can be read."""
    return (
        select(*columns)
        .join(identities, identities.c.id == outbox.c.identity_id)
        .where(
            identities.c.account_id.in_(bindparam("accounts", expanding=True)),
            outbox.c.payload.like(f'%["{ADDRESS}",{{"address":"%'),
        )
    )


# a row that the sender holds is left alone, never waited for: a later look hides it
_ALL = (
    _telling(outbox.c.id, outbox.c.payload)
    .order_by(outbox.c.id)
    .with_for_update(of=outbox, key_share=True, skip_locked=True)
)
# what waits is told first: its hour begins when it arrives
_TOLD = _ALL.where(
    outbox.c.status != "queued",
    func.coalesce(outbox.c.sent_at, outbox.c.created) <= bindparam("before", type_=Instant),
)
_LEFT = _telling(identities.c.account_id).distinct()
_HIDE = update(outbox).where(outbox.c.id == bindparam("message"))
_MADE = (
    select(feeds.c.id, feeds.c.account_id)
    .where(feeds.c.id > bindparam("after"), feeds.c.made_at <= bindparam("before"))
    .order_by(feeds.c.id)
    .limit(AT_ONCE)
)


def hide_addresses(connection: Connection, accounts: Collection[int]) -> None:
    """In all chats of these accounts, told or not."""
    _hide(connection, connection.execute(_ALL, {"accounts": sorted(accounts)}).all())


def _hide(connection: Connection, rows: Iterable[AnyRow]) -> None:
    for row in rows:
        hidden = without_address(reply_from_json(json.loads(row.payload)))
        payload = compact(reply_to_json(hidden))
        connection.execute(_HIDE, {"message": row.id, "payload": payload})


class Addresses:
    """Goes through the feeds by their ids; a start goes through all of them once more.

    `_looked` has the accounts that still have an address to hide, and when that was seen.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._after = 0
        self._looked: dict[int, datetime] = {}

    def hide(self, now: datetime) -> bool:
        """The next few that were told an hour ago; whether more wait. Raises StorageUnavailable."""
        before = now - SHOWN_FOR
        with self._sessions.reading() as connection:
            found = connection.execute(_MADE, {"after": self._after, "before": before}).all()
        accounts = {row.account_id for row in found} | set(self._to_look_at(now))
        if accounts:
            self._look(accounts, before=before, now=now)
        if found:
            self._after = found[-1].id
        return len(found) == AT_ONCE

    def _to_look_at(self, now: datetime) -> list[int]:
        """The longest waiting first; a clock put back makes nobody wait."""
        found = [
            account
            for account, looked in self._looked.items()
            if not timedelta() <= now - looked < LOOK_AGAIN
        ]
        return found[:AT_ONCE]

    def _look(self, accounts: Collection[int], *, before: datetime, now: datetime) -> None:
        asked = {"accounts": sorted(accounts)}
        with self._sessions.writing() as connection:
            _hide(connection, connection.execute(_TOLD, {**asked, "before": before}).all())
            left = connection.execute(_LEFT, asked).scalars().all()
        for account in accounts:
            self._looked.pop(account, None)
        self._looked.update(dict.fromkeys(left, now))
