"""Told waits, a line that is cut, a database away, chats that are gone: nothing is lost."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from flows.ports import Envelope
from handlers.sender import Delivered, Failed, Later, Outcome
from tests.handlers.post import BULK, REPLY, Post, during
from tests.telegram.virtual import now


def test_while_everybody_has_to_wait_nobody_is_tried_and_nothing_counts_as_failed() -> None:
    flood = Later("flood", 20.0, everyone=True)
    post = Post(lambda envelope: flood if now() < 1.0 else Delivered())
    for number in range(100):
        post.outbox.say(str(number), "r", lane=BULK)
    during(post, post.until_all_is_done)
    assert [at for at, _ in post.asked if 0.5 < at < 20.0] == []
    assert post.outbox.states() == {"sent"}
    assert {row.envelope.attempts for row in post.outbox.rows} == {0}


def test_what_was_replaced_while_everybody_had_to_wait_is_not_sent_from_memory() -> None:
    flood = Later("flood", 20.0, everyone=True)
    post = Post(lambda envelope: flood if now() < 1.0 else Delivered())
    for number in range(40):
        post.outbox.say(str(number), str(number), lane=BULK)

    async def story() -> None:
        await asyncio.sleep(10.0)
        for row in post.outbox.rows[20:]:
            row.state = "replaced"
        await post.until_all_is_done()

    during(post, story)
    assert sorted(int(text) for _, text in post.sent) == list(range(20))


def test_a_line_cut_for_hours_loses_nothing_and_is_tried_now_and_then() -> None:
    cut = Later("NetworkError", unanswered=True)
    hours = 3 * 3600.0
    post = Post(lambda envelope: cut if now() < hours else Delivered())
    for number in range(40):
        post.outbox.say(str(number), "r", lane=number % 2)
    during(post, post.until_all_is_done)
    assert post.outbox.states() == {"sent"}
    tried = [at for at, _ in post.asked if at < hours]
    assert len(tried) < hours / post.tempo.longest_hold * 50
    assert max(at for at, _ in post.asked) < hours + 2 * post.tempo.longest_hold


def test_one_message_that_nobody_ever_answers_is_given_up_and_stops_no_other() -> None:
    cut = Later("NetworkError", unanswered=True)
    post = Post(lambda envelope: cut if envelope.address == "bad" else Delivered())

    async def story() -> None:
        post.say("x", chat="bad")
        while "queued" in post.outbox.states():
            post.say("answer", chat=f"{now()}")
            await asyncio.sleep(0.5)

    during(post, story)
    assert [row.state for row in post.outbox.rows if row.envelope.address == "bad"] == ["failed"]
    assert all(row.state == "sent" for row in post.outbox.rows if row.envelope.address != "bad")
    others = [at for at, text in post.asked if text == "answer"]
    assert max(late - early for early, late in itertools.pairwise(others)) < 1.5


@pytest.mark.parametrize("lane", [REPLY, BULK])
def test_a_database_away_for_a_minute_loses_nothing_and_sends_nothing_twice(lane: int) -> None:
    post = Post()
    for number in range(300):
        post.outbox.say(str(number % 100), str(number), lane=lane)

    async def story() -> None:
        await asyncio.sleep(0.13)
        post.outbox.unmarkable = True
        await asyncio.sleep(30.0)
        post.outbox.broken = True
        await asyncio.sleep(30.0)
        post.outbox.broken = post.outbox.unmarkable = False
        await post.until_all_is_done()

    during(post, story)
    assert len(post.sent) == 300
    unmarked = [at for at, _ in post.asked if 0.5 < at < 60.0]
    assert lane == REPLY or len(unmarked) <= post.tempo.unsettled + post.tempo.bulk_at_once
    for chat in range(100):
        assert post.texts(str(chat)) == [str(n) for n in range(chat, 300, 100)]


def test_through_told_waits_and_a_tenth_that_blocked_the_bot_nothing_is_lost() -> None:
    def answer(envelope: Envelope) -> Outcome:
        if envelope.address.endswith("7"):
            return Failed("Forbidden", unreachable=True)
        if 3.0 < now() < 8.0:
            return Later("flood", 5.0, everyone=int(envelope.address) % 3 == 0)
        return Delivered()

    post = Post(answer)
    for number in range(900):
        post.outbox.say(str(number % 300), str(number), lane=BULK)

    async def story() -> None:
        while any(row.state == "queued" for row in post.outbox.rows if not blocked(row.envelope)):
            await asyncio.sleep(0.5)

    during(post, story)
    for chat in range(300):
        got = [] if str(chat).endswith("7") else [str(n) for n in range(chat, 900, 300)]
        assert post.texts(str(chat)) == got
    first_of_the_blocked = [row.state for row in post.outbox.rows[:300] if blocked(row.envelope)]
    assert first_of_the_blocked == ["failed"] * 30
    left = [row.state for row in post.outbox.rows[300:] if blocked(row.envelope)]
    assert left == ["queued"] * 60, "kept for the day the officer comes back"


def blocked(envelope: Envelope) -> bool:
    return envelope.address.endswith("7")
