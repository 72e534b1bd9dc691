"""What is long done is deleted, a few rows at a time: never what is unsent, and no audit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Delete, Select, Table, bindparam, delete, exists, null, select

from storage.reminder_tables import reminders
from storage.sessions import Sessions
from storage.tables import inbox, outbox
from storage.values import AnyRow

AT_ONCE: Final = 500
KEPT_LINES: Final = 50
"""So many lines of each side a chat keeps, however old: whoever comes back sees where it was."""


def _beyond_the_last(table: Table) -> ColumnElement[bool]:
    """Not among the newest lines of its chat."""
    newer = table.alias("newer")
    oldest_kept = (
        select(newer.c.id)
        .where(newer.c.identity_id == table.c.identity_id)
        .order_by(newer.c.id.desc())
        .limit(1)
        .offset(KEPT_LINES - 1)
    )
    return table.c.id < oldest_kept.scalar_subquery()


@dataclass(frozen=True, slots=True)
class _Kind:
    """A table's rows by their ids, each with its time; `in_order` where later ids are younger."""

    window: Select[Any]
    delete: Delete
    in_order: bool = True


def _kind(table: Table, at: Any, *done: Any, due: Any = None, in_order: bool = True) -> _Kind:
    last_day = null() if due is None else due
    window = (
        select(table.c.id, at.label("at"), last_day.label("due"))
        .where(table.c.id > bindparam("after"))
        .order_by(table.c.id)
        .limit(AT_ONCE)
    )
    old = table.c.id.in_(bindparam("old", expanding=True))
    return _Kind(window, delete(table).where(old, *done), in_order=in_order)


# a reminder of a last day that may still be planned for stands: it shall not be planned again
_KINDS: Final = (
    _kind(
        reminders,
        reminders.c.at,
        reminders.c.status == "sent",
        due=reminders.c.due,
        in_order=False,
    ),
    _kind(
        outbox,
        outbox.c.created,
        outbox.c.status.in_(["sent", "replaced"]),
        ~exists().where(reminders.c.outbox_id == outbox.c.id),
        _beyond_the_last(outbox),
    ),
    _kind(
        inbox,
        inbox.c.at,
        ~exists().where(outbox.c.answers_id == inbox.c.id),
        _beyond_the_last(inbox),
    ),
)


class Pruning:
    """Passes through reminders, outbox and inbox, in the order in which one frees the next."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._place = 0
        self._after = 0

    def prune(self, now: datetime, *, keep: timedelta) -> bool:
        """The next few rows older than `keep`; False at the end of a pass.

        Raises StorageUnavailable.
        """
        kind, before = _KINDS[self._place], now - keep
        with self._sessions.reading() as connection:
            rows = connection.execute(kind.window, {"after": self._after}).all()
        old = [row.id for row in rows if _is_past(row, before)]
        if old:
            with self._sessions.writing() as connection:
                connection.execute(kind.delete, {"old": old})
        if len(rows) == AT_ONCE and (len(old) == AT_ONCE or not kind.in_order):
            self._after = rows[-1].id
            return True
        self._after, self._place = 0, (self._place + 1) % len(_KINDS)
        return self._place > 0


def _is_past(row: AnyRow, before: datetime) -> bool:
    return row.at < before and (row.due is None or row.due < before.date())
