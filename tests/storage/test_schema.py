"""The schema forward and back, and alike to the tables, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Column, Integer, inspect

from storage import reminder_tables, tables
from storage.engine import make_engine
from storage.metadata import CONVENTION
from storage.schema import check_migrations, is_current, migrate, migrate_back, newest, revisions
from storage.session import open_storage
from tests.databases import HandClock
from tests.storage.parts import play, rows


def tables_of(url: str) -> set[str]:
    engine = make_engine(url)
    with engine.connect() as connection:
        found = set(inspect(connection).get_table_names())
    engine.dispose()
    return found - {"alembic_version", "sqlite_sequence"}


def test_forward_makes_every_table_and_back_takes_all_away(empty_url: str) -> None:
    assert not is_current(empty_url)
    migrate(empty_url)
    assert tables_of(empty_url) == set(tables.metadata.tables)
    assert is_current(empty_url)

    migrate_back(empty_url)

    assert tables_of(empty_url) == set()
    assert not is_current(empty_url)
    migrate(empty_url)
    assert tables_of(empty_url) == set(tables.metadata.tables)


def test_each_step_goes_forward_and_back(empty_url: str) -> None:
    for revision in revisions():
        before = tables_of(empty_url)
        migrate(empty_url, revision)
        migrate_back(empty_url, "-1")
        assert tables_of(empty_url) == before
        migrate(empty_url, revision)


def test_a_second_start_changes_nothing(empty_url: str, clock: HandClock) -> None:
    migrate(empty_url)
    storage = open_storage(empty_url, clock)
    play(storage, "1", state={"n": 1})

    migrate(empty_url)

    assert rows(storage, "SELECT state FROM conversations") == [('{"n":1}',)]
    storage.close()


def test_two_processes_that_start_at_once_migrate_once(empty_url: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(migrate, empty_url, newest()) for _ in range(2)]:
            one.result()

    assert is_current(empty_url)


def test_the_migrations_make_the_tables_as_they_are_written(empty_url: str) -> None:
    assert check_migrations(empty_url) == ()


def test_a_table_without_its_migration_is_found(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(empty_url)
    grown = type(tables.metadata)(naming_convention=CONVENTION)
    for table in tables.metadata.sorted_tables:
        copy = table.to_metadata(grown)
        if table.name == "drafts":
            copy.append_column(Column("forgotten", Integer))
    monkeypatch.setattr(reminder_tables, "metadata", grown)

    (difference,) = check_migrations(empty_url)

    assert "forgotten" in difference
