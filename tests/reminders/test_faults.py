"""Clocks that jump, a day down, a database that fails: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from flows.ports import Envelope, StorageUnavailable
from handlers.sender import Delivered, Sender
from locales import catalog
from reminders.dispatch import Dispatcher
from reminders.scheduler import Ticker
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.reminders.burst_child import CHANNEL, HURRY, NOW
from tests.reminders.bursts import burst, left, settle_people
from tests.reminders.days import PLANS, at, local

PEOPLE = 6
OUTAGE_S = 1.5


@pytest.fixture
def people(storage: SqlStorage) -> SqlStorage:
    """A storage with people who have a chat and a draft each."""
    settle_people(storage, PEOPLE)
    return storage


def tick_at(storage: SqlStorage, clock: HandClock, moment: str) -> int:
    """How many messages a tick at this moment queues."""
    clock.pass_by(at(moment) - clock.now())
    return Dispatcher(storage.reminders, PLANS, clock, breathe=lambda: None).tick()


def said(storage: SqlStorage) -> list[str]:
    """All that was queued for the first person, line by line."""
    queued = storage.outbox.after(CHANNEL, "1", 0)
    return [catalog.text(line) for one in queued for line in one.reply.text]


def waiting(storage: SqlStorage) -> list[str]:
    """When what is planned will come."""
    due = storage.reminders.next_due()
    return [local(due)] if due else []


def test_a_clock_put_back_sends_nothing_again(people: SqlStorage, clock: HandClock) -> None:
    burst(people, PEOPLE, 1)
    assert tick_at(people, clock, "2026-11-20 07:00") == PEOPLE
    assert tick_at(people, clock, "2026-11-20 05:30") == 0
    assert tick_at(people, clock, "2026-11-20 07:00") == 0


def test_a_clock_put_forward_and_back_sends_each_once(people: SqlStorage, clock: HandClock) -> None:
    burst(people, PEOPLE, 1)
    burst(people, PEOPLE, 2, when="2026-11-23 07:00")
    burst(people, PEOPLE, 3, when="2026-11-26 07:00")
    assert tick_at(people, clock, "2026-11-23 08:00") == PEOPLE
    assert tick_at(people, clock, "2026-11-20 07:00") == 0
    assert tick_at(people, clock, "2026-11-23 07:00") == 0
    assert tick_at(people, clock, "2026-11-26 07:00") == PEOPLE
    assert waiting(people) == []


def test_a_clock_put_forward_into_a_night_or_a_day_off_only_puts_off(
    people: SqlStorage, clock: HandClock
) -> None:
    burst(people, PEOPLE, 1)
    assert tick_at(people, clock, "2026-11-20 23:00") == 0
    assert waiting(people) == ["2026-11-23 07:00"]
    assert tick_at(people, clock, "2026-11-20 07:30") == 0, "put off it stays"
    assert tick_at(people, clock, "2026-11-23 07:00") == PEOPLE


def test_after_a_day_down_reminders_are_merged_late_and_the_oldest_first(
    people: SqlStorage, clock: HandClock
) -> None:
    burst(people, PEOPLE, 0, when="2026-11-19 07:00", rung="one")
    burst(people, PEOPLE, 0, when="2026-11-20 07:00", rung="day")
    burst(people, PEOPLE, 9, when="2026-11-19 07:00", rung="five")
    burst(people, PEOPLE, 3, when="2026-11-20 14:30", rung="three")
    assert tick_at(people, clock, "2026-11-20 15:00") == PEOPLE

    head, *lines = said(people)
    assert head == "**Chiều thứ Sáu 20/11: 3 việc**"
    assert ["19/11" in lines[0], "20/11." in lines[1], "đến muộn" in lines[2]] == [
        True,
        True,
        False,
    ]
    assert "lẽ ra nhắc lúc 07:00 thứ Năm 19/11" in lines[0]
    assert "lẽ ra nhắc lúc 07:00 thứ Sáu 20/11" in lines[1]


@dataclass
class Broken:
    """A database that answers so many statements more; None: all."""

    storage: SqlStorage
    statements_left: int | None = None

    def __post_init__(self) -> None:
        event.listen(self.storage._engine, "before_cursor_execute", self._fail)

    def _fail(self, *_: Any) -> None:
        if self.statements_left is None:
            return
        if self.statements_left == 0:
            raise OperationalError("", None, Exception())
        self.statements_left -= 1


def test_a_database_that_fails_at_any_statement_of_a_tick_leaves_all_as_it_was(
    people: SqlStorage, clock: HandClock
) -> None:
    burst(people, PEOPLE, 1)
    broken, failed = Broken(people), 0
    while said(people) == []:
        broken.statements_left = failed
        try:
            tick_at(people, clock, NOW)
        except StorageUnavailable:
            failed += 1
        broken.statements_left = None
    assert failed > PEOPLE
    assert tick_at(people, clock, NOW) == 0
    with people._engine.connect() as connection:
        query = "SELECT count(DISTINCT outbox_id), count(*) FROM reminders"
        assert tuple(connection.execute(text(query)).one()) == (PEOPLE, PEOPLE)


@dataclass
class Far:
    """Where messages arrive."""

    times: Counter[int] = field(default_factory=Counter)

    async def deliver(self, envelope: Envelope) -> Delivered:
        self.times[envelope.id] += 1
        await asyncio.sleep(0.005)
        return Delivered(str(envelope.id))


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.02)


async def test_a_database_away_for_a_while_delays_reminders_and_loses_none(
    people: SqlStorage, clock: HandClock
) -> None:
    clock.pass_by(at(NOW) - clock.now())
    broken, far, stopping = Broken(people), Far(), asyncio.Event()
    sender = Sender(CHANNEL, people.outbox, deliver=far.deliver, clock=clock, tempo=HURRY)
    dispatcher = Dispatcher(people.reminders, PLANS, clock)
    ticker = Ticker(dispatcher, clock, queued=sender.wake, every=0.2, look_again=0.05)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(sender.run())
        tasks.create_task(ticker.run(stopping))
        for number in range(4):
            await asyncio.to_thread(burst, people, PEOPLE, number)
            await until(lambda: len(far.times) > number * PEOPLE)  # noqa: B023
            broken.statements_left = 0
            await asyncio.sleep(OUTAGE_S / 4)
            broken.statements_left = None
        await until(lambda: len(far.times) >= 4 * PEOPLE and not left(people))
        stopping.set()
        sender.stop()
    assert set(far.times.values()) == {1}
    with people._engine.connect() as connection:
        query = "SELECT count(DISTINCT outbox_id), count(*) FROM reminders"
        assert tuple(connection.execute(text(query)).one()) == (4 * PEOPLE, 4 * PEOPLE)
