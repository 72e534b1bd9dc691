"""Chats that nobody of a unit ever bound are forgotten whole once they have long been silent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, exists, func, select

from storage.own_rows import forget_messages
from storage.sessions import Sessions
from storage.tables import conversations, identities, inbox, outbox, shown

AT_ONCE: Final = 100

_HEARD = select(func.max(inbox.c.at)).where(inbox.c.identity_id == identities.c.id)
_WAITS = exists().where(outbox.c.identity_id == identities.c.id, outbox.c.status == "queued")
_WINDOW = (
    select(identities.c.id, identities.c.conversation_id, _HEARD.scalar_subquery().label("heard"))
    .where(identities.c.account_id.is_(None), identities.c.id > bindparam("after"), ~_WAITS)
    .order_by(identities.c.id)
    .limit(AT_ONCE)
)
_LOCKED = _WINDOW.with_for_update(of=identities, skip_locked=True)
_LONE = conversations.c.account_id.is_(None) & ~exists().where(
    identities.c.conversation_id == conversations.c.id
)


class Strangers:
    """A pass through the chats that are bound to no account, a few at a time."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._after = 0

    def forget(self, now: datetime, *, keep: timedelta) -> bool:
        """The next few that were silent for longer than `keep`; False at the end of a pass.

        Raises StorageUnavailable.
        """
        asked = {"after": self._after}
        with self._sessions.reading() as connection:
            rows = connection.execute(_WINDOW, asked).all()
        if any(_is_silent(row, now - keep) for row in rows):
            with self._sessions.writing() as connection:
                # read anew: whoever writes just now is a stranger no longer silent
                again = connection.execute(_LOCKED, asked).all()
                _forget(connection, [row for row in again if _is_silent(row, now - keep)])
        self._after = rows[-1].id if len(rows) == AT_ONCE else 0
        return self._after > 0


def _is_silent(row: Any, before: datetime) -> bool:
    return row.heard is not None and row.heard < before


def _forget(connection: Connection, rows: list[Any]) -> None:
    chats = [row.id for row in rows]
    of_chats = outbox.c.identity_id.in_(chats)
    forget_messages(connection, connection.execute(select(outbox.c.id).where(of_chats)).scalars())
    for table in (outbox, inbox, shown):
        connection.execute(delete(table).where(table.c.identity_id.in_(chats)))
    connection.execute(delete(identities).where(identities.c.id.in_(chats)))
    talks = conversations.c.id.in_([row.conversation_id for row in rows])
    connection.execute(delete(conversations).where(talks, _LONE))
