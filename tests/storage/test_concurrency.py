"""Turns of one conversation are serial, and other processes hear of what is queued."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from flows.model import Draft
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
    with (
        storage.sole_sender("telegram") as mine,
        storage.sole_sender("telegram") as second,
        storage.sole_sender("zalo") as other,
    ):
        assert (mine, second, other) == (True, False, True)
    with storage.sole_sender("telegram") as again:
        assert again


def test_two_programs_on_one_database_lose_no_turn(
    storage: SqlStorage, database_url: str, clock: HandClock
) -> None:
    """A deferred BEGIN would refuse the one that read before the other wrote."""
    other = open_storage(database_url, clock)
    with ThreadPoolExecutor(4) as pool:
        asked = [
            pool.submit(count_up, one, f"{name} {number}", channel="web", sender="a")
            for number in range(30)
            for name, one in (("this", storage), ("other", other))
        ]
        for one in asked:
            one.result()
    other.close()

    assert rows(storage, "SELECT state FROM conversations") == [('{"n":60}',)]
