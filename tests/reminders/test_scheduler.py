"""Ticks go on: through failures, a clock put back, and as soon as something is committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from reminders.dispatch import Dispatcher
from reminders.scheduler import Ticker
from tests.databases import HandClock
from tests.reminders.days import PLANS, at
from tests.reminders.kept import Kept, due

FAST, NEVER = 0.05, 3600.0


@asynccontextmanager
async def ticking(
    kept: Kept, *, every: float, queued: Callable[[], None] = lambda: None
) -> AsyncIterator[Ticker]:
    clock = HandClock(at("2026-11-20 07:00"))
    dispatcher = Dispatcher(kept, PLANS, clock, breathe=lambda: None)
    ticker = Ticker(dispatcher, clock, queued=queued, every=every, look_again=0.01)
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ticker.run(stopping))
        try:
            yield ticker
        finally:
            stopping.set()


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)


async def test_a_start_looks_at_once_and_the_sender_is_woken() -> None:
    kept, rung = Kept(), []
    kept.plan(1, due())
    async with ticking(kept, every=NEVER, queued=lambda: rung.append(1)) as ticker:
        await until(lambda: bool(rung))
        assert ticker.last == at("2026-11-20 07:00")
    assert len(kept.queued) == 1


async def test_each_tick_looks_again() -> None:
    kept = Kept()
    async with ticking(kept, every=FAST):
        await until(lambda: kept.transactions > 2)
        kept.plan(1, due())
        await until(lambda: len(kept.queued) == 1)


async def test_what_a_commit_makes_due_comes_before_the_next_tick() -> None:
    kept = Kept()
    async with ticking(kept, every=NEVER) as ticker:
        await until(lambda: kept.transactions > 0)
        ticker.wake()
        kept.plan(1, due())
        ticker.wake()
        await until(lambda: len(kept.queued) == 1)


async def test_a_commit_that_makes_nothing_due_opens_no_transaction() -> None:
    kept = Kept()
    async with ticking(kept, every=NEVER) as ticker:
        await until(lambda: ticker.last is not None)
        before = kept.transactions
        ticker.wake()
        await until(lambda: not ticker._woken.is_set())
    assert kept.transactions == before


async def test_a_failing_database_is_asked_again_and_logged_without_contents(
    caplog: pytest.LogCaptureFixture,
) -> None:
    kept = Kept(is_away=True)
    kept.plan(1, due())
    with caplog.at_level(logging.WARNING):
        async with ticking(kept, every=FAST) as ticker:
            await until(lambda: len(caplog.records) > 2)
            assert ticker.last is None
            kept.is_away = False
            await until(lambda: len(kept.queued) == 1)
    ours = {record.message for record in caplog.records if record.name.startswith("reminders")}
    assert ours == {"reminders: a tick failed: StorageUnavailable"}


async def test_a_wall_clock_put_back_by_an_hour_stops_no_tick() -> None:
    kept = Kept()
    async with ticking(kept, every=FAST) as ticker:
        await until(lambda: kept.transactions > 2)
        # the scheduler waits for a time of the wall clock that is now an hour away
        (job,) = ticker._scheduler.get_jobs()
        job.modify(next_run_time=job.next_run_time + timedelta(hours=1))
        kept.plan(1, due())
        await until(lambda: len(kept.queued) == 1)
        (job,) = ticker._scheduler.get_jobs()
        before = kept.transactions
        await until(lambda: kept.transactions > before + 3)


async def test_what_is_behind_is_planned_with_each_tick_that_comes_of_itself() -> None:
    kept, passes = Kept(), []
    clock = HandClock(at("2026-11-20 07:00"))
    dispatcher = Dispatcher(kept, PLANS, clock, breathe=lambda: None)
    ticker = Ticker(
        dispatcher,
        clock,
        queued=lambda: None,
        catch_up=lambda: passes.append(kept.transactions),
        every=NEVER,
        look_again=0.01,
    )
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ticker.run(stopping))
        await until(lambda: kept.transactions == 1)
        kept.plan(1, due())
        ticker.wake()
        await until(lambda: len(kept.queued) == 1)
        stopping.set()
    assert passes == [0]


async def test_where_planning_fails_what_is_due_is_sent_all_the_same(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        raise ValueError("a draft")

    kept, stopping = Kept(), asyncio.Event()
    kept.plan(1, due())
    clock = HandClock(at("2026-11-20 07:00"))
    dispatcher = Dispatcher(kept, PLANS, clock, breathe=lambda: None)
    ticker = Ticker(dispatcher, clock, queued=stopping.set, catch_up=fail, every=NEVER)
    await asyncio.wait_for(ticker.run(stopping), 5)
    assert len(kept.queued) == 1
    assert "planning failed: ValueError" in caplog.text
    assert "a draft" not in caplog.text
