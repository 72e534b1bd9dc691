"""The schema forward, back, and compared with the tables; python -m storage.schema compares."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.engine import READ_ONLY, failures_named, make_engine

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('kipthoi schema'))")
VERSION = text("SELECT version_num FROM alembic_version")


def revisions() -> tuple[str, ...]:
    """Every revision, the oldest first: the numbers that the files' names begin with."""
    found = (MIGRATIONS / "versions").glob("[0-9]*.py")
    return tuple(sorted(path.name.split("_")[0] for path in found))


def newest() -> str:
    """The newest revision."""
    return revisions()[-1]


def is_current(url: str) -> bool:
    """Whether the schema is the newest. Raises StorageUnavailable."""
    engine = make_engine(url).execution_options(**READ_ONLY)
    try:
        with failures_named(), engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return False
            return connection.execute(VERSION).scalars().all() == [newest()]
    finally:
        engine.dispose()


def migrate(url: str, revision: str = "head") -> None:
    """Bring the schema forward, whole or not at all. Raises StorageUnavailable."""
    # Alembic is imported only where there is something to do: a start is not kept waiting
    if revision == "head" and is_current(url):
        return
    from alembic import command  # noqa: PLC0415

    with _alone(url) as connection:
        command.upgrade(_config(connection), revision)


def migrate_back(url: str, revision: str = "base") -> None:
    """Take the schema back, whole or not at all. Raises StorageUnavailable."""
    from alembic import command  # noqa: PLC0415

    with _alone(url) as connection:
        command.downgrade(_config(connection), revision)


def check_migrations(url: str | None = None) -> tuple[str, ...]:
    """How the migrated schema differs from storage/tables.py: nothing, in good order.

    Without a url it looks at a fresh temporary SQLite file.
    """
    if url is None:
        with tempfile.TemporaryDirectory() as folder:
            return check_migrations(f"sqlite:///{folder}/check.db")
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415

    import storage.audit_tables  # noqa: PLC0415
    import storage.letter_tables  # noqa: PLC0415
    import storage.proposal_tables  # noqa: F401, PLC0415
    from storage.reminder_tables import metadata  # noqa: PLC0415 - with the two come all tables

    migrate(url)
    with _alone(url) as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
    return tuple(str(difference) for difference in found)


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@contextmanager
def _alone(url: str) -> Iterator[Connection]:
    engine = make_engine(url, patience=60)
    try:
        with failures_named(), engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_ONE_AT_A_TIME)
            yield connection
    finally:
        engine.dispose()


def main() -> int:
    differences = check_migrations()
    for difference in differences:
        print(difference, file=sys.stderr)  # noqa: T201 - a command's own output
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())
