"""A database that is locked, full or gone says so, and nothing is half written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from flows.ports import StorageUnavailable
from storage import engine
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.storage.parts import incoming, play, rows


@pytest.fixture
def impatient(database_url: str, clock: HandClock) -> Iterator[SqlStorage]:
    """A storage that waits for locks no longer than 0.2 seconds."""
    opened = open_storage(database_url, clock, patience=0.2)
    yield opened
    opened.close()


def test_a_held_conversation_is_said_to_be_unavailable_and_delays_no_other(
    impatient: SqlStorage,
) -> None:
    play(impatient, "1", sender="a")
    play(impatient, "2", sender="b")
    with impatient.turn() as turn:
        assert turn.begin(incoming("3", sender="a")) is not None
        with ThreadPoolExecutor(1) as pool:
            held = pool.submit(play, impatient, "4", sender="a")
            with pytest.raises(StorageUnavailable):
                held.result()
            if impatient._engine.dialect.name == "postgresql":
                assert pool.submit(play, impatient, "5", sender="b").result() is not None

    assert play(impatient, "4", sender="a") is not None, "the same update goes through later"


def test_a_sqlite_file_locked_by_another_program_is_unavailable(
    sqlite_url: str, clock: HandClock
) -> None:
    migrate(sqlite_url)
    storage = open_storage(sqlite_url, clock, patience=0.2)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable):
            play(storage, "1")
    assert play(storage, "1") is not None


def test_a_full_sqlite_database_is_unavailable_and_nothing_is_half_written(
    sqlite_url: str, clock: HandClock
) -> None:
    migrate(sqlite_url)
    storage = open_storage(sqlite_url, clock)
    play(storage, "1", state={"n": 1})
    with storage._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageUnavailable):
        play(storage, "2", state={"long": "x" * 1_000_000})

    assert rows(storage, "SELECT state FROM conversations") == [('{"n":1}',)]
    assert rows(storage, "SELECT count(*) FROM inbox") == [(1,)]
    storage.close()
    assert play(storage, "2") is not None, "the next file has room"


def test_a_folder_that_is_no_database_is_unavailable(tmp_path: Path, clock: HandClock) -> None:
    storage = open_storage(f"sqlite:///{tmp_path}", clock)

    with pytest.raises(StorageUnavailable):
        play(storage, "1")


def test_a_server_that_drops_its_connections_is_found_again(
    postgresql_url: str, clock: HandClock
) -> None:
    migrate(postgresql_url)
    storage = open_storage(postgresql_url, clock)
    play(storage, "1", state={"n": 1})

    def fail() -> None:
        with storage.turn() as turn:
            talk = turn.begin(incoming("2"))
            assert talk is not None
            drop_connections(postgresql_url)
            turn.save(talk, state={"n": 2}, draft=None, replies=(), events=())

    with pytest.raises(StorageUnavailable):
        fail()

    again = play(storage, "2")
    assert again is not None
    assert again.state == {"n": 1}
    storage.close()


def test_a_connection_dropped_at_rest_is_replaced_before_a_turn_has_it(
    postgresql_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AT_REST", 0.0)
    migrate(postgresql_url)
    storage = open_storage(postgresql_url, clock)
    play(storage, "1")
    drop_connections(postgresql_url)

    assert play(storage, "2") is not None
    storage.close()


def test_of_all_connections_dropped_between_two_turns_one_turn_at_most_is_refused(
    postgresql_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AT_REST", 60.0)
    migrate(postgresql_url)
    storage = open_storage(postgresql_url, clock)
    with storage.turn(), storage.turn(), storage.turn():
        pass
    drop_connections(postgresql_url)

    with pytest.raises(StorageUnavailable):
        play(storage, "1")
    assert play(storage, "1") is not None
    assert play(storage, "2") is not None
    storage.close()


def drop_connections(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as other:
        drop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        other.execute(f"{drop} WHERE datname = current_database() AND pid <> pg_backend_pid()")


def test_no_answer_stands_in_an_error(sqlite_url: str, clock: HandClock) -> None:
    storage = open_storage(sqlite_url, clock)

    with pytest.raises(StorageUnavailable) as refusal:
        play(storage, "1", sender="secret-sender")

    told: BaseException | None = refusal.value
    while told is not None:
        assert "secret-sender" not in str(told)
        told = told.__cause__
