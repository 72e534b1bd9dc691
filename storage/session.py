"""The storage of a process: turns, outbox and people on one database, and its waking calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, text

from flows.ports import Clock, StorageUnavailable
from flows.reminder_ports import Planner
from storage.audit import SqlAudit
from storage.boards import SqlBoards
from storage.catching_up import SqlBehind
from storage.devices import SqlDevices
from storage.engine import PATIENCE, failures_named, make_engine
from storage.feeds import SqlFeeds
from storage.figure_boards import SqlFigureBoards
from storage.outbox import SqlOutbox
from storage.owed import SqlOwed
from storage.own_letters import SqlOwnLetters
from storage.papers import SqlPapers
from storage.people import People
from storage.privacy import SqlPrivacy
from storage.proposal_boards import SqlProposalBoards
from storage.refusals import SqlRefusals
from storage.reminders import SqlReminders
from storage.routes import SqlRoutes
from storage.sessions import Sessions
from storage.statistics import SqlStatistics
from storage.turns import SqlTurn
from storage.unit_edits import SqlUnits
from storage.upkeep import SqlUpkeep

if TYPE_CHECKING:
    import psycopg

CHANNEL = "kipthoi_outbox"
"""The name PostgreSQL's NOTIFY carries when replies were queued."""

_NOTIFY = text(f"NOTIFY {CHANNEL}")


class SqlStorage:
    """Storage (flows.ports) on SQLite or PostgreSQL; connects when first used."""

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        *,
        planner: Planner | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._planner = planner
        self._sessions = sessions = Sessions(engine, patience=patience)
        self._woken: list[Callable[[], None]] = []
        self.outbox = SqlOutbox(sessions, clock)
        self.people = People(sessions, clock, planner=planner)
        self.drafts = SqlBehind(sessions)
        self.owed = SqlOwed(sessions, clock, planner=planner)
        self.reminders = SqlReminders(
            sessions, clock, planner=planner, queued=_notify, wake=self.wake
        )
        self.feeds = SqlFeeds(sessions, clock, planner=planner)
        self.upkeep = SqlUpkeep(sessions)
        self.letters = SqlOwnLetters(sessions, clock)
        self.papers = SqlPapers(sessions, clock, planner)
        self.routes = SqlRoutes(sessions, clock)
        self.units = SqlUnits(sessions, clock)
        self.audit = SqlAudit(sessions)
        self.privacy = SqlPrivacy(sessions, clock, planner=planner)
        self.statistics = SqlStatistics(sessions)
        self.figure_boards = SqlFigureBoards(sessions, clock)
        self.boards = SqlBoards(sessions, clock, planner=planner)
        self.proposal_boards = SqlProposalBoards(sessions, clock, planner=planner)
        self.refusals = SqlRefusals(sessions, clock)
        self.devices = SqlDevices(sessions, clock)

    def today(self) -> date:
        """The officers' day."""
        return self._clock.today()

    @contextmanager
    def turn(self) -> Iterator[SqlTurn]:
        """One transaction; who waits for the outbox is woken after its commit.

        Raises StorageUnavailable: nothing was written, the update may be given again.
        """
        with self._sessions.writing() as connection:
            turn = SqlTurn(connection, self._clock, letters=self.letters, planner=self._planner)
            yield turn
            if turn.queued:
                _notify(connection)
        if turn.queued:
            self.wake()

    def wait_for_outbox(self, woken: Callable[[], None]) -> None:
        """Have `woken` called, in the turn's thread, after each commit that queued replies."""
        self._woken.append(woken)

    def wake(self) -> None:
        for woken in self._woken:
            woken()

    def listen(self, *, timeout: float = 1.0) -> Iterator[bool]:
        """Yield True at each NOTIFY of any process, False after `timeout` seconds of silence.

        On SQLite, which one process owns, it ends at once. Raises StorageUnavailable when
        the connection is lost; listen anew then.
        """
        if self._engine.dialect.name != "postgresql":
            return
        # a start on SQLite does not wait for PostgreSQL's driver
        from psycopg import OperationalError  # noqa: PLC0415

        with failures_named(), self._listening() as connection:
            while True:
                try:
                    heard = list(connection.notifies(timeout=timeout, stop_after=1))
                except OperationalError as failure:
                    raise StorageUnavailable(type(failure).__name__) from failure
                yield bool(heard)

    @contextmanager
    def _listening(self) -> Iterator[psycopg.Connection[Any]]:
        with self._engine.connect() as pooled:
            connection: psycopg.Connection[Any] | None = pooled.connection.driver_connection
            # a connection of its own: what listens must not go back to the pool
            pooled.detach()
            assert connection is not None
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}")
            yield connection

    @contextmanager
    def sole_sender(self, channel: str) -> Iterator[bool]:
        """Whether this process sends for the channel while the block lasts.

        PostgreSQL holds an advisory lock for it; on SQLite there is one process.
        """
        if self._engine.dialect.name != "postgresql":
            yield True
            return
        asked = {"name": f"kipthoi sender {channel}"}
        with failures_named(), self._engine.connect() as connection:
            got = connection.execute(_SENDER_LOCK, asked).scalar_one()
            connection.commit()
            try:
                yield bool(got)
            finally:
                connection.execute(_SENDER_UNLOCK, asked)
                connection.commit()

    def close(self) -> None:
        """Close the pool; a later call opens it again."""
        self._engine.dispose()


def _notify(connection: Connection) -> None:
    """Tell every process, with the commit, that something was queued."""
    if connection.dialect.name == "postgresql":
        connection.execute(_NOTIFY)


_SENDER_LOCK = text("SELECT pg_try_advisory_lock(hashtext(:name))")
_SENDER_UNLOCK = text("SELECT pg_advisory_unlock(hashtext(:name))")


def open_storage(
    url: str, clock: Clock, planner: Planner | None = None, *, patience: float = PATIENCE
) -> SqlStorage:
    """The storage at `sqlite:///file` or `postgresql://…`; nothing connects yet.

    Without a planner no report is reminded of. `patience` is how many seconds a turn waits for
    a lock. Raises ValueError for another kind of database. The schema is
    storage.schema.migrate's to make.
    """
    engine = make_engine(url, patience=patience)
    return SqlStorage(engine, clock, planner=planner, patience=patience)
