"""All that is stored, table by table, as lines that any of our databases can take back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, MetaData, Table, inspect, select, text

from storage.files_in_use import references_in_use
from storage.schema import VERSION, newest
from storage.sessions import Sessions

NOT_DUMPED: Final = "alembic_version"
AT_ONCE: Final = 500


class NothingStored(Exception):  # noqa: N818 - a state of affairs, told to who asked
    """The database holds no table of ours."""


@dataclass(frozen=True, slots=True)
class Dump:
    """One moment of the database: the last ids given by table, the page's files it refers to."""

    revision: str
    database: str
    numbers: dict[str, int]
    files: frozenset[str]
    _connection: Connection
    _tables: tuple[Table, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """Each behind those it refers to."""
        return tuple(table.name for table in self._tables)

    def lines(self, name: str) -> Iterator[str]:
        """A table's columns, then its rows, each a line of JSON."""
        (table,) = (one for one in self._tables if one.name == name)
        yield json.dumps([column.name for column in table.columns])
        rows = select(table).order_by(*table.primary_key.columns)
        for row in self._connection.execute(rows, execution_options={"yield_per": AT_ONCE}):
            yield json.dumps([_plain(value) for value in row], separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        at = value if value.tzinfo else value.replace(tzinfo=UTC)
        return at.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


@contextmanager
def dumping(engine: Engine) -> Iterator[Dump]:
    """The database as of now, while others write. Raises StorageUnavailable, NothingStored."""
    with Sessions(engine).snapshot() as connection:
        if not inspect(connection).has_table(NOT_DUMPED):
            raise NothingStored
        tables = tables_of(connection)
        revision = connection.execute(VERSION).scalar_one()
        yield Dump(
            revision,
            connection.dialect.name,
            _numbers(connection, tables),
            references_in_use(connection) if revision == newest() else frozenset(),
            connection,
            tables,
        )


def tables_of(connection: Connection) -> tuple[Table, ...]:
    """The tables as they are there, each behind those it refers to."""
    found = MetaData()
    found.reflect(connection)
    return tuple(table for table in found.sorted_tables if table.name != NOT_DUMPED)


def sequence_of(connection: Connection, table: Table) -> str | None:
    """What gives a table's ids on PostgreSQL."""
    if "id" not in table.columns:
        return None
    asked = text("SELECT pg_get_serial_sequence(:name, 'id')")
    return connection.execute(asked, {"name": table.name}).scalar()


def _numbers(connection: Connection, tables: tuple[Table, ...]) -> dict[str, int]:
    if connection.dialect.name == "sqlite":
        given = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        return {row.name: int(row.seq) for row in given}
    found = {}
    for table in tables:
        sequence = sequence_of(connection, table)
        if sequence is not None:
            last = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608 - a name the database gave
            found[table.name] = int(last.last_value) if last.is_called else 0
    return found
