"""Turns of one conversation are serial; a database that is locked or gone says so."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from flows.model import Draft
from flows.ports import StorageUnavailable
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.storage.parts import incoming, join, officer, play, reply, rows


def count_up(storage: SqlStorage, update: str, *, channel: str, sender: str) -> None:
    with storage.turn() as turn:
        talk = turn.begin(incoming(update, channel=channel, sender=sender))
        if talk is None:
            return
        draft = talk.draft and replace(talk.draft, answers={"n": talk.draft.answers["n"] + 1})
        state = {"n": talk.state.get("n", 0) + 1}
        turn.save(talk, state=state, draft=draft, replies=(reply(),), events=())


def test_two_channels_at_once_lose_no_turn_of_one_conversation(storage: SqlStorage) -> None:
    account = officer(storage)
    join(storage, account, channel="web", sender="a")
    join(storage, account, channel="telegram", sender="7")
    play(storage, "start", draft=Draft("surprise", {"n": 0}))

    with ThreadPoolExecutor(4) as pool:
        asked = [
            pool.submit(count_up, storage, f"u{number}", channel=channel, sender=sender)
            for number in range(30)
            for channel, sender in (("web", "a"), ("telegram", "7"))
        ]
        for one in asked:
            one.result()

    talk = play(storage, "end")
    assert talk is not None
    assert talk.draft is not None
    assert (talk.state["n"], talk.draft.answers["n"], talk.serial) == (60, 60, 63)


def test_one_update_in_many_threads_has_one_effect(storage: SqlStorage) -> None:
    start = threading.Barrier(4)

    def once() -> None:
        start.wait()
        count_up(storage, "same", channel="web", sender="new")

    with ThreadPoolExecutor(4) as pool:
        for one in [pool.submit(once) for _ in range(4)]:
            one.result()

    assert rows(storage, "SELECT state FROM conversations") == [('{"n":1}',)]
    assert rows(storage, "SELECT count(*) FROM identities") == [(1,)]
    assert rows(storage, "SELECT count(*) FROM outbox") == [(1,)]


def test_two_chats_of_one_person_bind_at_once_into_one_conversation(storage: SqlStorage) -> None:
    account = officer(storage)
    start = threading.Barrier(4)

    def bind(sender: str) -> int:
        start.wait()
        return join(storage, account, sender=sender).id

    with ThreadPoolExecutor(4) as pool:
        found = {one.result() for one in [pool.submit(bind, sender) for sender in "abcd"]}

    assert len(found) == 1
    assert rows(storage, "SELECT count(*) FROM conversations") == [(1,)]


@pytest.fixture
def impatient(database_url: str, clock: HandClock) -> Iterator[SqlStorage]:
    """A storage that waits for locks no longer than 0.2 seconds."""
    migrate(database_url)
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
    with psycopg.connect(postgresql_url, autocommit=True) as other:
        drop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        with pytest.raises(StorageUnavailable), storage.turn() as turn:
            talk = turn.begin(incoming("2"))
            assert talk is not None
            other.execute(f"{drop} WHERE datname = current_database() AND pid <> pg_backend_pid()")
            turn.save(talk, state={"n": 2}, draft=None, replies=(), events=())

    again = play(storage, "2")
    assert again is not None
    assert again.state == {"n": 1}
    storage.close()


def test_no_answer_stands_in_an_error(sqlite_url: str, clock: HandClock) -> None:
    storage = open_storage(sqlite_url, clock)

    with pytest.raises(StorageUnavailable) as refusal:
        play(storage, "1", sender="secret-sender")

    told: BaseException | None = refusal.value
    while told is not None:
        assert "secret-sender" not in str(told)
        told = told.__cause__


def test_another_process_hears_that_replies_wait(postgresql_url: str, clock: HandClock) -> None:
    migrate(postgresql_url)
    storage = open_storage(postgresql_url, clock)
    ears = storage.listen(timeout=0.05)
    assert next(ears) is False
    play(storage, "1", replies=(reply(),))

    heard = [next(ears) for _ in range(3)]

    assert heard[0] is True
    assert heard[-1] is False
    storage.close()


def test_one_sender_at_a_time_holds_a_channel(storage: SqlStorage) -> None:
    if storage._engine.dialect.name == "sqlite":
        with storage.sole_sender("telegram") as mine:
            assert mine
        return
    with storage.sole_sender("telegram") as mine, storage.sole_sender("telegram") as second:
        with storage.sole_sender("zalo") as other:
            assert (mine, second, other) == (True, False, True)
    with storage.sole_sender("telegram") as again:
        assert again
