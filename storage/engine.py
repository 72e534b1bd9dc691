"""Engines for both databases, their durability settings, and their failures by one name."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError as SqliteError
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import (
    DatabaseError,
    InterfaceError,
    InternalError,
    InvalidatePoolError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool

from flows.ports import StorageUnavailable

PATIENCE = 5.0
"""Seconds a turn waits for a lock before it is refused."""

AT_REST = 1.0
"""Seconds after which a connection is asked whether it lives before it is used again."""

_TRIES = 100

READ_ONLY = {"kipthoi_read_only": True}
"""Execution options of a connection that only reads: SQLite takes no write lock for it."""

_FAILURES = (OperationalError, InterfaceError, InternalError, PoolTimeoutError)


def make_engine(url: str, *, patience: float = PATIENCE, connections: int = 8) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…`; nothing connects yet.

    Raises ValueError for another database, or for a SQLite without a file.
    """
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    name = parsed.get_backend_name()
    pool = {"poolclass": QueuePool, "pool_size": connections, "pool_timeout": patience}
    pool["hide_parameters"] = True  # answers and names stay out of errors and logs
    if name == "postgresql":
        wait = {"options": f"-c lock_timeout={int(patience * 1000)}", "connect_timeout": 5}
        engine = create_engine(parsed, connect_args=wait, **pool)
        event.listen(engine, "checkin", _note_use)
        event.listen(engine, "checkout", partial(_ask_the_idle, engine))
        return engine
    if name != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise ValueError("the database is sqlite:///a-file or postgresql://…")
    engine = create_engine(parsed, connect_args={"timeout": patience}, **pool)
    event.listen(engine, "do_connect", _make_folder)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _note_use(_connection: Any, record: Any) -> None:
    record.info["used"] = time.monotonic()


def _ask_the_idle(engine: Engine, connection: Any, record: Any, _proxy: Any) -> None:
    """Whether it still lives is asked of a connection at rest: a turn is a round trip shorter.

    One that dies between two turns in quick succession fails as one that dies within a turn.
    """
    used = record.info.get("used")
    if used is None or time.monotonic() - used < AT_REST:
        return
    try:
        engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error as failure:
        raise InvalidatePoolError from failure


def _make_folder(_dialect: Any, _record: Any, args: list[Any], _params: Any) -> None:
    Path(args[0]).parent.mkdir(parents=True, exist_ok=True)


def _prepare_sqlite(connection: SqliteConnection, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's own comes too late
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: SqliteConnection) -> None:
    """Of several that open a new file at once one is refused at once: it does not wait."""
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except SqliteError:
            time.sleep(PATIENCE / _TRIES)
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("kipthoi_read_only")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def failures_named() -> Iterator[None]:
    """Turn the drivers' failures into StorageUnavailable; the cause carries no values."""
    try:
        yield
    except _FAILURES as failure:
        raise StorageUnavailable(_kind(failure)) from failure
    except DatabaseError as failure:
        # a broken file answers with the bare class; its children are our own mistakes
        if type(failure) is not DatabaseError:
            raise
        raise StorageUnavailable(_kind(failure)) from failure


def _kind(failure: BaseException) -> str:
    return type(getattr(failure, "orig", None) or failure).__name__
