"""A stranger's silent chat goes whole, and old events lose who and what, where that is set."""

from __future__ import annotations

from datetime import timedelta

from flows.model import Draft
from storage.devices import end
from storage.session import SqlStorage
from storage.strangers import AT_ONCE
from tests.databases import HandClock
from tests.storage.office import DAY, Office, plan_of
from tests.storage.parts import incoming, join, play, reply, rows

KEEP = timedelta(days=90)
A_DAY = timedelta(days=1)
CHATS = ("identities", "conversations", "inbox", "outbox", "shown")


def count(storage: SqlStorage) -> list[int]:
    return [int(rows(storage, f"SELECT count(*) FROM {table}")[0][0]) for table in CHATS]


def forget(storage: SqlStorage, clock: HandClock) -> None:
    while storage.upkeep.forget_strangers(clock.now(), keep=KEEP):
        pass


def come(storage: SqlStorage, clock: HandClock, sender: str, update: str = "u") -> None:
    """A stranger says something, and the answer reaches them."""
    play(storage, f"{update} {sender}", sender=sender, state={"said": 1}, replies=(reply(),))
    with storage._sessions.writing() as connection:
        connection.exec_driver_sql("UPDATE outbox SET status = 'sent' WHERE status = 'queued'")


def test_a_stranger_s_chat_goes_whole_after_its_days_of_silence(
    storage: SqlStorage, clock: HandClock
) -> None:
    come(storage, clock, "silent")
    clock.pass_by(KEEP - A_DAY)
    come(storage, clock, "young")
    forget(storage, clock)
    assert count(storage)[0] == 2
    clock.pass_by(2 * A_DAY)
    forget(storage, clock)
    assert count(storage) == [1, 1, 1, 1, 0]
    assert rows(storage, "SELECT external FROM identities") == [("young",)]


def test_whoever_speaks_again_is_kept_with_all_that_was_said(
    storage: SqlStorage, clock: HandClock
) -> None:
    come(storage, clock, "a")
    clock.pass_by(KEEP)
    come(storage, clock, "a", "again")
    clock.pass_by(A_DAY)
    forget(storage, clock)
    assert count(storage) == [1, 1, 2, 2, 0]


def test_an_answer_that_waits_to_be_sent_is_waited_for(
    storage: SqlStorage, clock: HandClock
) -> None:
    play(storage, "u", replies=(reply(),))
    clock.pass_by(KEEP + A_DAY)
    forget(storage, clock)
    assert count(storage)[0] == 1


def test_who_has_a_code_is_no_stranger(office: Office) -> None:
    office.keep("an", Draft("surprise", {}), plan_of(DAY))
    before = count(office.storage)
    office.clock.pass_by(10 * KEEP)
    forget(office.storage, office.clock)
    assert count(office.storage) == before


def test_an_account_keeps_its_conversation_when_its_only_chat_was_ended(office: Office) -> None:
    account = office.accounts["binh"]
    join(office.storage, account, channel="web", sender="browser")
    ((chat,),) = rows(office.storage, "SELECT id FROM identities WHERE external = 'browser'")
    with office.storage._sessions.writing() as connection:
        end(connection, chat)
    office.clock.pass_by(2 * KEEP)
    forget(office.storage, office.clock)
    assert rows(office.storage, f"SELECT 1 FROM identities WHERE id = {chat}") == []
    kept = f"SELECT 1 FROM conversations WHERE account_id = {account}"
    assert rows(office.storage, kept) == [(1,)]


def test_more_than_a_few_go_in_one_pass(storage: SqlStorage, clock: HandClock) -> None:
    for number in range(AT_ONCE + 3):
        play(storage, f"u{number}", sender=f"s{number}")
    clock.pass_by(KEEP + A_DAY)
    assert storage.upkeep.forget_strangers(clock.now(), keep=KEEP)
    assert count(storage)[0] == 3
    assert not storage.upkeep.forget_strangers(clock.now(), keep=KEEP)
    assert count(storage) == [0, 0, 0, 0, 0]


def happen(storage: SqlStorage, update: str) -> None:
    with storage.turn() as turn:
        talk = turn.begin(incoming(update))
        assert talk is not None
        turn.save(talk, state={}, draft=None, replies=(), events=[("told", {"u": update})])


def test_old_events_lose_who_and_what_and_the_chain_holds(
    storage: SqlStorage, clock: HandClock
) -> None:
    happen(storage, "old")
    clock.pass_by(KEEP)
    happen(storage, "young")
    storage.audit.link()
    assert not storage.audit.erase_old(clock.now(), keep=KEEP)
    clock.pass_by(A_DAY)
    assert not storage.audit.erase_old(clock.now(), keep=KEEP)

    told = "SELECT payload FROM audit WHERE event = 'told' ORDER BY id"
    assert rows(storage, told) == [(None,), ('{"u":"young"}',)]
    found = storage.audit.verify()
    assert (found.fault, found.erased) == (None, 2)
    clock.pass_by(2 * KEEP)
    assert not storage.audit.erase_old(clock.now(), keep=KEEP)
    assert not storage.audit.erase_old(clock.now(), keep=KEEP), "what tells of erasures stays"
    found = storage.audit.verify()
    assert (found.fault, found.erased, found.count) == (None, 4, 4)
