"""The contract of Outbox (flows.ports), on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text, update

from flows.model import Choice, Incoming, Reply, Tap
from flows.ports import Envelope, Line, Sent
from rules.message import Message, say
from storage.replies import Answer, add_replies
from storage.session import SqlStorage
from storage.tables import outbox
from tests.databases import HandClock
from tests.storage.parts import play, reply, rows

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
IDENTITY = text("SELECT id FROM identities WHERE external = :external")


def due(storage: SqlStorage, *, now: datetime = NOW, limit: int = 99) -> tuple[Envelope, ...]:
    return storage.outbox.due("web", now=now, limit=limit)


def keys(envelopes: tuple[Envelope, ...]) -> list[str]:
    return [envelope.reply.text[0].key for envelope in envelopes]


def test_a_reply_comes_back_as_it_was_queued(storage: SqlStorage) -> None:
    offered = Reply((say("a", day=NOW.date(), n=3),), choices=((Choice("12", say("b")),),))
    play(storage, "1", sender="a", replies=(offered,))

    (envelope,) = due(storage)

    assert envelope.reply == offered
    assert (envelope.address, envelope.language, envelope.attempts) == ("a", "vi", 0)
    assert envelope.edits is None


def test_each_chat_has_one_envelope_due_at_a_time_the_oldest(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"), reply("a2")))
    play(storage, "2", sender="b", replies=(reply("b1"),))

    first = due(storage)
    storage.outbox.mark_sent([Sent(envelope.id) for envelope in first], now=NOW)

    assert keys(first) == ["a1", "b1"]
    assert keys(due(storage)) == ["a2"]


def test_due_keeps_to_its_channel_and_its_limit(storage: SqlStorage) -> None:
    for number in range(3):
        play(storage, str(number), sender=str(number), replies=(reply(f"r{number}"),))
    play(storage, "t", channel="telegram", replies=(reply("t"),))

    assert keys(due(storage, limit=2)) == ["r0", "r1"]
    assert keys(storage.outbox.due("telegram", now=NOW, limit=9)) == ["t"]


def test_an_envelope_put_off_holds_back_the_later_ones_of_its_chat_only(
    storage: SqlStorage,
) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"), reply("a2")))
    play(storage, "2", sender="b", replies=(reply("b1"),))
    later = NOW + timedelta(seconds=30)
    storage.outbox.put_off(due(storage)[0].id, until=later, why="429")

    assert keys(due(storage)) == ["b1"]
    again = due(storage, now=later)
    assert keys(again) == ["a1", "b1"]
    assert again[0].attempts == 1


def remind(storage: SqlStorage, *keys: str, sender: str = "a") -> None:
    """Queue what comes of itself."""
    with storage._sessions.writing() as connection:
        asked = {"external": sender}
        identity = connection.execute(IDENTITY, asked).scalar_one()
        answer = Answer(identity, "web", update=None, lane=1)
        add_replies(connection, answer, replies=[reply(key) for key in keys], now=NOW)


def test_a_reply_goes_before_the_reminders_that_wait_in_any_chat(storage: SqlStorage) -> None:
    play(storage, "1", sender="a")
    play(storage, "2", sender="b")
    remind(storage, "r1", "r2", sender="a")
    remind(storage, "r3", sender="b")
    play(storage, "3", sender="b", replies=(reply("b1"),))

    assert keys(due(storage)) == ["b1", "r1"]
    assert [envelope.lane for envelope in due(storage)] == [0, 1]


def test_what_is_past_its_time_is_never_due(storage: SqlStorage) -> None:
    play(storage, "1", sender="a")
    remind(storage, "r1", sender="a")
    with storage._sessions.writing() as connection:
        connection.execute(update(outbox).values(not_after=NOW))
    moment = timedelta(seconds=1)

    (envelope,) = due(storage, now=NOW - moment)
    assert envelope.not_after == NOW
    assert due(storage) == ()
    assert due(storage, now=NOW + moment) == ()
    play(storage, "2", sender="a", replies=(reply("a1"),))
    assert keys(due(storage)) == ["a1"], "it holds back no reply"


def test_what_was_withdrawn_or_sent_since_it_was_read_is_not_queued(storage: SqlStorage) -> None:
    play(storage, "1", sender="a")
    remind(storage, "r1", "r2", "r3", sender="a")
    first, second, third = (one.id for one in storage.outbox.after("web", "a", 0)[-3:])
    with storage._sessions.writing() as connection:
        connection.execute(update(outbox).where(outbox.c.id == first).values(status="replaced"))
    storage.outbox.mark_sent([Sent(second)], now=NOW)

    assert [storage.outbox.is_queued(one, now=NOW) for one in (first, second, third, 0)] == [
        False,
        False,
        True,
        False,
    ]


def test_what_waited_for_its_turn_past_its_time_is_to_be_sent_no_more(storage: SqlStorage) -> None:
    play(storage, "1", sender="a")
    remind(storage, "r1", sender="a")
    with storage._sessions.writing() as connection:
        connection.execute(update(outbox).values(not_after=NOW))
    (envelope,) = due(storage, now=NOW - timedelta(seconds=1))

    ask = storage.outbox.is_queued
    assert ask(envelope.id, now=NOW - timedelta(milliseconds=1))
    assert not ask(envelope.id, now=NOW)


def test_each_lane_can_be_asked_for_by_itself(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"),))
    play(storage, "2", sender="b")
    remind(storage, "r1", "r2", sender="b")

    assert keys(storage.outbox.due("web", now=NOW, limit=9, lane=0)) == ["a1"]
    assert keys(storage.outbox.due("web", now=NOW, limit=9, lane=1)) == ["r1"]


def test_a_reminder_put_off_holds_back_its_lane_and_no_reply(storage: SqlStorage) -> None:
    play(storage, "1", sender="a")
    remind(storage, "r1", "r2", sender="a")
    storage.outbox.put_off(due(storage)[0].id, until=NOW + timedelta(seconds=30), why="502")
    assert due(storage) == ()

    play(storage, "2", sender="a", replies=(reply("a1"),))

    assert keys(due(storage)) == ["a1"]


def test_a_reply_put_off_holds_back_the_reminders_of_its_chat(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"),))
    remind(storage, "r1", sender="a")
    later = NOW + timedelta(seconds=30)
    storage.outbox.put_off(due(storage)[0].id, until=later, why="502")

    assert due(storage) == ()
    assert keys(due(storage, now=later)) == ["a1"]


def test_being_told_to_wait_is_no_failed_attempt(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"),))
    later = NOW + timedelta(seconds=30)
    storage.outbox.put_off(due(storage)[0].id, until=later, why="flood", failed=False)

    assert due(storage) == ()
    assert due(storage, now=later)[0].attempts == 0


def test_a_failed_envelope_lets_the_next_one_go(storage: SqlStorage) -> None:
    play(storage, "1", replies=(reply("a1"), reply("a2")))
    storage.outbox.give_up(due(storage)[0].id, why="400")

    assert keys(due(storage)) == ["a2"]
    assert rows(storage, "SELECT status, why FROM outbox ORDER BY id") == [
        ("failed", "400"),
        ("queued", None),
    ]


def test_an_unreachable_chat_gets_nothing_until_it_writes_again(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("a1"), reply("a2")))
    play(storage, "2", sender="b", replies=(reply("b1"),))
    storage.outbox.give_up(due(storage)[0].id, why="403", unreachable=True)
    assert keys(due(storage)) == ["b1"]

    play(storage, "3", sender="a", replies=(reply("a3"),))

    assert keys(due(storage)) == ["b1", "a2"] or keys(due(storage)) == ["a2", "b1"]


def test_a_newer_reply_replaces_the_queued_one_of_its_slot(storage: SqlStorage) -> None:
    play(storage, "1", sender="a", replies=(reply("old", slot="card"), reply("other")))
    play(storage, "2", sender="b", replies=(reply("b", slot="card"),))
    play(storage, "3", sender="a", replies=(reply("x", slot="card"), reply("new", slot="card")))

    assert rows(storage, "SELECT status FROM outbox ORDER BY id") == [
        ("replaced",),
        ("queued",),
        ("queued",),
        ("queued",),
    ]
    assert keys(storage.outbox.after("web", "a", 0)) == ["other", "new"]
    assert keys(storage.outbox.after("web", "b", 0)) == ["b"]


def test_a_slot_remembers_the_message_it_stands_in(storage: SqlStorage) -> None:
    play(storage, "1", replies=(reply("old", slot="card"),))
    storage.outbox.mark_sent([Sent(due(storage)[0].id, "501")], now=NOW)
    play(storage, "2", replies=(reply("new", slot="card"),))
    (second,) = due(storage)
    storage.outbox.mark_sent([Sent(second.id, "502")], now=NOW)
    play(storage, "3", replies=(reply("newest", slot="card"),))

    assert second.edits == "501"
    assert due(storage)[0].edits == "502"


def test_what_arrived_while_it_was_replaced_still_names_its_message(storage: SqlStorage) -> None:
    play(storage, "1", replies=(reply("old", slot="card"),))
    (on_its_way,) = due(storage)
    play(storage, "2", replies=(reply("new", slot="card"),))
    storage.outbox.mark_sent([Sent(on_its_way.id, "501")], now=NOW)

    (newer,) = due(storage)

    assert (newer.reply.text[0].key, newer.edits) == ("new", "501")


def test_a_batch_is_marked_with_its_time(storage: SqlStorage) -> None:
    for number in range(3):
        play(storage, str(number), sender=str(number), replies=(reply(),))
    storage.outbox.mark_sent([Sent(envelope.id, "m") for envelope in due(storage)], now=NOW)
    storage.outbox.mark_sent([], now=NOW)

    assert due(storage) == ()
    assert rows(storage, "SELECT DISTINCT status, sent_at IS NULL FROM outbox") in (
        [("sent", False)],
        [("sent", 0)],
    )


def test_a_page_reads_on_after_the_last_line_it_has(storage: SqlStorage) -> None:
    play(storage, "1", replies=(reply("r1"), reply("r2")))
    play(storage, "2", replies=(reply("r3"),))
    first = storage.outbox.after("web", "a", 0)
    storage.outbox.mark_sent([Sent(first[0].id)], now=NOW)

    assert keys(first) == ["r1", "r2", "r3"]
    assert keys(storage.outbox.after("web", "a", first[0].id)) == ["r2", "r3"]
    assert storage.outbox.after("web", "nobody", 0) == ()


def said(line: Line) -> str:
    if line.reply is not None:
        return f"bot:{line.reply.text[0].key}"
    return f"took:{line.took.key}" if line.took else str(line.said)


def test_a_transcript_has_both_sides_in_order(storage: SqlStorage, clock: HandClock) -> None:
    offer = Reply(
        (say("question"),), choices=((Choice("yes", Message("choice.yes")),),), token="q1"
    )
    play(storage, "1", replies=(offer,))
    tap(storage, "2", Tap("yes", "q1"), reply("r2"))
    tap(storage, "3", Tap("day:2026-11-12", "q2"), reply("r3"))
    tap(storage, "4", Tap("month:2026-10", "q2"), reply("r4"))
    clock.pass_by(timedelta(seconds=1))
    play(storage, "5", sender="b", replies=(reply("of b"),))

    lines = [said(line) for line in storage.outbox.transcript("web", "a", 99)]

    assert lines == [
        "12",
        "bot:question",
        "took:choice.yes",
        "bot:r2",
        "12/11/2026",
        "bot:r3",
        "bot:r4",
    ]
    assert [said(line) for line in storage.outbox.transcript("web", "a", 2)] == lines[-2:]


def tap(storage: SqlStorage, update: str, choice: Tap, answer: Reply) -> None:
    with storage.turn() as turn:
        talk = turn.begin(Incoming("web", "a", update=update, tap=choice))
        assert talk is not None
        turn.save(talk, state={}, draft=None, replies=(answer,), events=())


def test_who_waits_is_woken_after_the_commit_and_not_for_nothing(storage: SqlStorage) -> None:
    seen: list[int] = []
    storage.wait_for_outbox(lambda: seen.append(len(due(storage))))

    play(storage, "1")
    play(storage, "2", replies=(reply(),))
    play(storage, "2", replies=(reply(),))

    assert seen == [1]
