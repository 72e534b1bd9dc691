"""Transactions on one engine: writers in turn on SQLite, failures by one name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine

from flows.ports import StorageUnavailable
from storage.engine import PATIENCE, READ_ONLY, failures_named


class Sessions:
    """Hands out connections within a transaction; commits when the block ends."""

    def __init__(self, engine: Engine, *, patience: float = PATIENCE) -> None:
        self.engine = engine
        self._reader = engine.execution_options(**READ_ONLY)
        self._patience = patience
        # SQLite's own waiting is a sleep that grows to 100 ms; a lock wakes at once
        self._one_writer = Lock() if engine.dialect.name == "sqlite" else None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes. Raises StorageUnavailable."""
        with failures_named(), self._alone(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads. Raises StorageUnavailable."""
        with failures_named(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """One transaction that reads all of it as of one moment. Raises StorageUnavailable."""
        with failures_named(), self._reader.connect() as connection:
            if connection.dialect.name == "postgresql":  # SQLite's reading is so by itself
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._one_writer is None:
            yield
            return
        if not self._one_writer.acquire(timeout=self._patience):
            raise StorageUnavailable("busy")
        try:
            yield
        finally:
            self._one_writer.release()
