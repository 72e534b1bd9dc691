"""Calendar addresses in the replies that told them: they stand there for an hour, no longer."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from flows.told_once import ADDRESS, without_address
from flows.wire import reply_from_json, reply_to_json
from storage.reminder_tables import feeds
from storage.sessions import Sessions
from storage.tables import identities, outbox
from storage.values import compact

SHOWN_FOR: Final = timedelta(hours=1)
AT_ONCE: Final = 20

# a row that the sender holds is left alone, never waited for: the next pass hides it
_TOLD = (
    select(outbox.c.id, outbox.c.payload)
    .join(identities, identities.c.id == outbox.c.identity_id)
    .where(
        identities.c.account_id.in_(bindparam("accounts", expanding=True)),
        outbox.c.payload.like(f'%["{ADDRESS}",{{"address":"%'),
    )
    .order_by(outbox.c.id)
    .with_for_update(of=outbox, key_share=True, skip_locked=True)
)
_HIDE = update(outbox).where(outbox.c.id == bindparam("message"))
_MADE = (
    select(feeds.c.id, feeds.c.account_id)
    .where(feeds.c.id > bindparam("after"), feeds.c.made_at <= bindparam("before"))
    .order_by(feeds.c.id)
    .limit(AT_ONCE)
)


def hide_addresses(connection: Connection, accounts: Collection[int]) -> None:
    """In all chats of these accounts."""
    for row in connection.execute(_TOLD, {"accounts": sorted(accounts)}).all():
        hidden = without_address(reply_from_json(json.loads(row.payload)))
        payload = compact(reply_to_json(hidden))
        connection.execute(_HIDE, {"message": row.id, "payload": payload})


class Addresses:
    """Goes through the feeds by their ids; a start goes through all of them once more."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._after = 0

    def hide(self, now: datetime) -> bool:
        """The next few that were made an hour ago; whether more wait. Raises StorageUnavailable."""
        asked = {"after": self._after, "before": now - SHOWN_FOR}
        with self._sessions.reading() as connection:
            found = connection.execute(_MADE, asked).all()
        if found:
            with self._sessions.writing() as connection:
                hide_addresses(connection, {row.account_id for row in found})
            self._after = found[-1].id
        return len(found) == AT_ONCE
