"""The register of reminders (flows.reminder_ports.Reminders): what is due next, and its health."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, func, select, text

from flows.health import Health
from flows.ports import Clock
from flows.reminder_ports import Planner
from storage.dispatching import SqlDispatching
from storage.reminder_tables import FAILED, ON_ITS_WAY, PLANNED, reminders
from storage.sessions import Sessions
from storage.tables import QUEUED, outbox

FAILURES_SHOWN: Final = timedelta(days=30)

_ONE_DISPATCHER = text("SELECT pg_try_advisory_xact_lock(hashtext('kipthoi dispatch'))")
_NEXT = select(reminders.c.at).where(PLANNED).order_by(reminders.c.at, reminders.c.id).limit(1)
_PLANNED = select(func.count()).select_from(reminders).where(PLANNED)
_FAILED = (
    select(func.count()).select_from(reminders).where(FAILED, reminders.c.at >= bindparam("since"))
)
_ON_ITS_WAY = (
    select(func.count(), func.min(outbox.c.created))
    .select_from(reminders)
    .join(outbox, outbox.c.id == func.coalesce(reminders.c.outbox_id, 0))  # see returned.py
    .where(ON_ITS_WAY, QUEUED)
)


class SqlReminders:
    """Reminders in the database. Every call may raise StorageUnavailable."""

    def __init__(
        self,
        sessions: Sessions,
        clock: Clock,
        *,
        planner: Planner | None,
        queued: Callable[[Connection], None],
        wake: Callable[[], None],
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner
        self._queued = queued
        self._wake = wake

    @contextmanager
    def dispatching(self) -> Iterator[SqlDispatching | None]:
        """A transaction to dispatch in; None where another process is at it.

        Who waits for the outbox is woken after its commit.
        """
        dispatching = None
        with self._sessions.writing() as connection:
            if self._is_alone(connection):
                dispatching = SqlDispatching(connection, planner=self._planner)
            yield dispatching
            if dispatching is not None and dispatching.queued:
                self._queued(connection)
        if dispatching is not None and dispatching.queued:
            self._wake()

    def _is_alone(self, connection: Connection) -> bool:
        """On SQLite who writes is alone; on PostgreSQL a lock goes with the transaction."""
        if connection.dialect.name != "postgresql":
            return True
        return bool(connection.execute(_ONE_DISPATCHER).scalar_one())

    def next_due(self) -> datetime | None:
        """When the next reminder is due."""
        with self._sessions.reading() as connection:
            found: datetime | None = connection.execute(_NEXT).scalar()
            return found

    def health(self, now: datetime) -> Health:
        """What is queued and not sent, what failed in the last month, what is planned."""
        with self._sessions.reading() as connection:
            queued, oldest = connection.execute(_ON_ITS_WAY).one()
            since = {"since": now - FAILURES_SHOWN}
            return Health(
                queued=queued,
                failed=connection.execute(_FAILED, since).scalar_one(),
                oldest_queued=oldest,
                planned=connection.execute(_PLANNED).scalar_one(),
                next_due=connection.execute(_NEXT).scalar(),
            )
