"""The sender's lanes and order, in a time that only sleeping moves."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta

from flows.ports import Envelope, Sent
from handlers.sender import Delivered, Later, Outcome, Sender
from tests.handlers.post import BULK, REPLY, Post, during
from tests.telegram.fakes import MemoryOutbox, RunningClock
from tests.telegram.virtual import START, now


def test_a_reply_overtakes_what_waits_to_be_reminded_of_and_each_lane_keeps_its_order() -> None:
    post = Post()
    for number in range(3):
        post.outbox.say("a", f"r{number}", lane=BULK)

    async def story() -> None:
        await asyncio.sleep(0.2)
        post.say("a0")
        post.say("a1")
        await post.until_all_is_done()

    during(post, story)
    assert post.texts() == ["r0", "a0", "a1", "r1", "r2"]


def test_an_officer_who_is_talking_is_not_interrupted() -> None:
    post = Post()

    async def story() -> None:
        for turn in range(5):
            post.say(f"a{turn}")
            if turn == 0:
                post.say("r", lane=BULK)
            await asyncio.sleep(2.0)
        await post.until_all_is_done()

    during(post, story)
    assert post.texts() == ["a0", "a1", "a2", "a3", "a4", "r"]


def test_a_burst_has_few_on_their_way_and_is_not_read_again_and_again() -> None:
    post = Post(latency=0.4)
    for number in range(1000):
        post.outbox.say(str(number % 300), str(number), lane=BULK)
    during(post, post.until_all_is_done)
    assert post.bulk_at_once == post.tempo.bulk_at_once
    assert post.outbox.states() == {"sent"}
    assert post.outbox.read < 4 * len(post.outbox.rows)
    for chat in range(300):
        assert post.texts(str(chat)) == [str(n) for n in range(chat, 1000, 300)]


def test_a_reply_starts_at_once_however_much_is_waiting() -> None:
    post = Post(latency=0.4)
    for number in range(500):
        post.outbox.say(str(number), "r", lane=BULK)

    async def story() -> None:
        await asyncio.sleep(2.0)
        asked = len(post.asked)
        post.say("answer", chat="officer")
        await asyncio.sleep(0.2)
        ahead = [text for _, text in post.asked[asked:]].index("answer")
        assert ahead <= post.tempo.bulk_at_once

    during(post, story)


def test_a_reply_that_has_to_wait_holds_back_the_reminder_read_ahead_for_its_chat() -> None:
    waits = Later("502")
    post = Post(lambda envelope: waits if envelope.lane == REPLY and now() < 3.0 else Delivered())
    post.latency = 0.4
    for number in range(40):
        post.outbox.say("officer" if number == 30 else str(number), "r", lane=BULK)

    async def story() -> None:
        await asyncio.sleep(0.2)
        post.say("answer", chat="officer")
        await post.until_all_is_done()

    during(post, story)
    assert post.texts("officer") == ["answer", "r"]


def test_what_comes_of_itself_is_left_for_the_next_start_at_a_stop_and_replies_go() -> None:
    post = Post()
    for number in range(200):
        post.outbox.say(str(number), "r", lane=BULK)

    async def story() -> None:
        await asyncio.sleep(0.1)
        for number in range(20):
            post.say("answer", chat=f"officer {number}")

    during(post, story)
    states = [(row.envelope.lane, row.state) for row in post.outbox.rows]
    assert states.count((REPLY, "sent")) == 20
    assert states.count((BULK, "sent")) <= 3 * post.tempo.bulk_at_once


class SlowOutbox(MemoryOutbox):
    """Hands its rows over only once what was being sent meanwhile is marked."""

    def due(
        self, channel: str, *, now: datetime, limit: int, lane: int | None = None
    ) -> tuple[Envelope, ...]:
        rows = super().due(channel, now=now, limit=limit, lane=lane)
        if lane == REPLY and self.marking.is_set():
            self.marked_meanwhile.wait(5)
        return rows

    def __init__(self) -> None:
        super().__init__()
        self.marking = threading.Event()
        self.marked_meanwhile = threading.Event()

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        super().mark_sent(sent, now=now)
        self.marked_meanwhile.set()


async def test_what_is_marked_while_the_rows_are_read_is_not_sent_again() -> None:
    outbox, sent = SlowOutbox(), []

    async def deliver(envelope: Envelope, /) -> Outcome:
        sent.append(envelope.id)
        outbox.marking.set()
        sender.wake()
        await asyncio.sleep(0.1)
        return Delivered()

    sender = Sender("telegram", outbox, deliver=deliver, clock=RunningClock())
    outbox.say("a", "một")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(sender.run())
        await asyncio.to_thread(outbox.marked_meanwhile.wait, 5)
        await asyncio.sleep(0.3)
        sender.stop()
    assert sent == [1]


def test_what_was_read_ahead_is_not_sent_once_its_time_is_over() -> None:
    post = Post(latency=0.4)
    for number in range(100):
        post.outbox.say(str(number), "r", lane=BULK, not_after=START + timedelta(seconds=1))

    async def story() -> None:
        await asyncio.sleep(5.0)
        post.say("answer", chat="99")
        await asyncio.sleep(5.0)

    during(post, story)
    started = [moment for moment, text in post.asked if text == "r"]
    assert 0 < len(started) < 48
    assert max(started) < 101.0
    assert post.texts("99") == ["answer"]
