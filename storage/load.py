"""A dump taken back into an empty database, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    DateTime,
    Integer,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.exc import DataError, IntegrityError

from storage.audit_tables import audit_head
from storage.dump import AT_ONCE, NOT_DUMPED, sequence_of, tables_of
from storage.engine import failures_named, make_engine
from storage.schema import migrate, migrate_back, revisions

_MADE_BY_MIGRATIONS: Final = {audit_head.name}

_UNFIT: Final = (ValueError, TypeError, KeyError, StopIteration, IntegrityError, DataError)

Lines = Callable[[str], Iterator[str]]


class NotEmpty(Exception):  # noqa: N818 - a state of affairs, told to who asked
    """There is something stored already."""


class NewerSchema(Exception):  # noqa: N818 - a state of affairs, told to who asked
    """The dump was made by a newer program, or by none of ours."""


class UnfitDump(Exception):  # noqa: N818 - a state of affairs, told to who asked
    """A line of the dump does not fit its table; the argument names the table."""


def require_room(url: str, revision: str) -> None:
    """Raises NotEmpty, NewerSchema, StorageUnavailable; changes nothing."""
    if revision not in revisions():
        raise NewerSchema(revision)
    engine = make_engine(url)
    try:
        with failures_named(), engine.connect() as connection:
            names = set(inspect(connection).get_table_names())
            if names and NOT_DUMPED not in names:
                raise NotEmpty
            if any(
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables_of(connection)
                if table.name not in _MADE_BY_MIGRATIONS
            ):
                raise NotEmpty
    finally:
        engine.dispose()


def load(
    url: str,
    revision: str,
    *,
    tables: Sequence[str],
    numbers: Mapping[str, int],
    lines: Lines,
    before_commit: Callable[[], None],
) -> None:
    """Make the schema as it was, take every table, then bring the schema forward.

    Raises NotEmpty, NewerSchema, UnfitDump, StorageUnavailable, and what `before_commit` raises:
    then nothing is stored.
    """
    require_room(url, revision)
    engine = make_engine(url, patience=60)
    try:
        with failures_named(), engine.connect() as connection:
            if inspect(connection).has_table(NOT_DUMPED):
                connection.rollback()
                migrate_back(url)
        migrate(url, revision)
        with failures_named(), engine.begin() as connection:
            _take(connection, tables, lines)
            _go_on_counting(connection, numbers)
            before_commit()
    finally:
        engine.dispose()
    migrate(url)


def _take(connection: Connection, wanted: Sequence[str], lines: Lines) -> None:
    found = {table.name: table for table in tables_of(connection)}
    if set(found) != set(wanted):
        raise UnfitDump(", ".join(sorted(set(found) ^ set(wanted))))
    for name in reversed(found):
        connection.execute(delete(found[name]))
    filled: set[str] = set()
    later = []
    for name, table in found.items():
        behind = _referring_ahead(table, filled)
        try:
            later += _fill(connection, table, lines(name), behind)
        except _UNFIT as error:
            raise UnfitDump(name) from error
        filled.add(name)
    for table, rows in later:
        _point(connection, table, rows)


def _referring_ahead(table: Table, filled: set[str]) -> tuple[str, ...]:
    """Columns that refer to rows not there yet, a unit's parent for one."""
    return tuple(
        key.parent.name for key in table.foreign_keys if key.column.table.name not in filled
    )


def _fill(
    connection: Connection, table: Table, lines: Iterator[str], behind: tuple[str, ...]
) -> list[tuple[Table, list[dict[str, Any]]]]:
    """Insert the rows; what refers ahead is left empty, and returned."""
    names = json.loads(next(lines))
    if {column.name for column in table.columns} != set(names):
        raise KeyError(table.name)
    readers = [_reader(table.columns[name].type) for name in names]
    left = []
    while some := list(islice(lines, AT_ONCE)):
        rows = [_row(names, readers, json.loads(line)) for line in some]
        pointing = [
            {"row": row["id"], **{name: row[name] for name in behind}}
            for row in rows
            if any(row[name] is not None for name in behind)
        ]
        if pointing:
            left.append((table, pointing))
        connection.execute(insert(table), [{**row, **dict.fromkeys(behind)} for row in rows])
    return left


def _point(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    connection.execute(update(table).where(table.c.id == bindparam("row")), list(rows))


def _row(
    names: Sequence[str], readers: Sequence[Callable[[Any], Any]], values: Any
) -> dict[str, Any]:
    if not isinstance(values, list) or len(values) != len(names):
        raise TypeError("not a row")
    return {
        name: None if value is None else read(value)
        for name, read, value in zip(names, readers, values, strict=True)
    }


def _reader(kind: Any) -> Callable[[Any], Any]:
    """How a value of the column is read. The reader raises TypeError, ValueError of another."""
    if isinstance(kind, DateTime):
        return _instant if kind.timezone else _naive
    if isinstance(kind, Date):
        return date.fromisoformat
    for sort, python in ((Boolean, bool), (Integer, int), (Text, str)):
        if isinstance(kind, sort):
            return _exactly(python)
    return _exactly(str)


def _exactly(python: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not python:
            raise TypeError(python.__name__)
        return value

    return read


def _instant(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)


def _naive(value: str) -> datetime:
    """As SQLite keeps a time: without its zone."""
    return _instant(value).replace(tzinfo=None)


def _go_on_counting(connection: Connection, numbers: Mapping[str, int]) -> None:
    """No id is given a second time: an old button must not open a newer draft."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM sqlite_sequence"))
        rows = [{"name": name, "seq": number} for name, number in numbers.items()]
        if rows:
            given = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)")
            connection.execute(given, rows)
        return
    goes_on = text("SELECT setval(:sequence, :number, :called)")
    for table in tables_of(connection):
        sequence, number = sequence_of(connection, table), numbers.get(table.name, 0)
        if sequence is not None:
            values = {"sequence": sequence, "number": max(number, 1), "called": number > 0}
            connection.execute(goes_on, values)
