"""The one gate, against Telegram's own counting, in a time that only sleeping moves."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from handlers.telegram.gate import Gate
from handlers.telegram.pace import Limits, Pace
from tests.telegram.floods import Enforced
from tests.telegram.virtual import VirtualLoop, now, play

REPLY, BULK = 0, 1


def even() -> tuple[float, float]:
    """25 ms there and 25 ms back."""
    return 0.025, 0.025


@dataclass
class Road:
    """A gate, the way to Telegram, and Telegram counting."""

    limits: Limits = field(default_factory=Limits)
    delays: Callable[[], tuple[float, float]] = even
    telegram: Enforced = field(default_factory=lambda: Enforced(chat_burst=10**6))
    gone: list[tuple[float, int]] = field(default_factory=list)
    came: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate = Gate(self.limits, time=now, sleep=asyncio.sleep)

    async def send(self, lane: int, ready: Callable[[], Awaitable[object]] | None = None) -> None:
        async with self.gate.passing(lane, ready=ready):
            self.gone.append((now(), lane))
            there, back = self.delays()
            await asyncio.sleep(there)
            self.telegram.count(1, now())
            self.came.append(now())
            await asyncio.sleep(back)

    async def keep_sending(self, count: int, *, lane: int = BULK) -> None:
        for _ in range(count):
            await self.send(lane)


async def burst(road: Road, *, senders: int, count: int) -> None:
    async with asyncio.TaskGroup() as tasks:
        for _ in range(senders):
            tasks.create_task(road.keep_sending(count // senders))


def test_a_burst_keeps_to_what_telegram_counts_and_nearly_reaches_it() -> None:
    road = Road()
    play(burst(road, senders=12, count=3000))
    assert road.telegram.violations == []
    assert len(road.came) / (road.came[-1] - road.came[0]) > 28.2


def test_what_is_asked_before_each_message_goes_costs_no_place() -> None:
    road, asked = Road(), []

    async def ask() -> None:
        await asyncio.sleep(0.025)
        asked.append(now())

    async def keep_sending() -> None:
        for _ in range(250):
            await road.send(BULK, ready=ask)

    async def story() -> None:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(12):
                tasks.create_task(keep_sending())

    play(story())
    assert road.telegram.violations == []
    assert len(road.came) / (road.came[-1] - road.came[0]) > 28.2
    newest = [max(when for when in asked if when <= gone) for gone, _ in road.gone]
    assert max(gone - when for (gone, _), when in zip(road.gone, newest, strict=True)) < 0.07


def test_an_edit_that_is_answered_sooner_does_not_tell_how_far_telegram_is() -> None:
    road = Road()

    async def edit() -> None:
        for _ in range(5):
            async with road.gate.passing(BULK, is_message=False):
                await asyncio.sleep(0.005)

    async def story() -> None:
        await burst(road, senders=12, count=600)
        await edit()
        road.came.clear()
        await burst(road, senders=12, count=3000)

    play(story())
    assert road.telegram.violations == []
    assert len(road.came) / (road.came[-1] - road.came[0]) > 28.2


def test_what_comes_back_at_once_without_an_answer_slows_nothing_down() -> None:
    road = Road()

    async def story() -> None:
        for _ in range(5):
            with pytest.raises(ConnectionError):
                async with road.gate.passing(BULK):
                    raise ConnectionError
        await burst(road, senders=12, count=3000)

    play(story())
    assert len(road.came) / (road.came[-1] - road.came[0]) > 28.2


@pytest.mark.parametrize("seed", range(5))
def test_whatever_delays_a_message_telegram_never_counts_too_many(seed: int) -> None:
    dice = random.Random(seed)

    def delays() -> tuple[float, float]:
        slow = dice.random() < 0.1
        return dice.uniform(0.02, 1.5 if slow else 0.05), dice.uniform(0.02, 0.3)

    road = Road(delays=delays)
    play(burst(road, senders=40, count=2000))
    assert road.telegram.violations == []


def test_a_loop_that_stalls_bunches_nothing() -> None:
    road = Road()

    async def story() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(12):
                tasks.create_task(road.keep_sending(60))
            for _ in range(40):
                await asyncio.sleep(0.45)
                loop.stall(0.25)

    play(story())
    assert len(road.came) == 720
    assert road.telegram.violations == []


def test_a_reply_goes_before_all_bulk_that_waits() -> None:
    road = Road()

    async def story() -> list[int]:
        ahead = []
        async with asyncio.TaskGroup() as tasks:
            for _ in range(40):
                tasks.create_task(road.keep_sending(10))
            for _ in range(8):
                await asyncio.sleep(1.0)
                before = len(road.gone)
                await road.send(REPLY)
                ahead.append([lane for _, lane in road.gone[before:]].index(REPLY))
        return ahead

    assert max(play(story())) <= 1
    assert road.telegram.violations == []


def test_bulk_leaves_the_places_that_are_kept_for_replies() -> None:
    road = Road(Limits(Pace(30, burst=3), for_replies=5))

    async def story() -> float:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(40):
                tasks.create_task(road.keep_sending(3))
            await asyncio.sleep(0.97)
            asked = now()
            async with asyncio.TaskGroup() as replies:
                for _ in range(5):
                    replies.create_task(road.send(REPLY))
            return now() - asked

    assert play(story()) < 0.25
    in_the_first_second = [at for at, lane in road.gone if at < 1.0 and lane == BULK]
    assert len(in_the_first_second) == 25
    assert road.telegram.violations == []


def test_a_reply_beside_a_burst_costs_the_burst_no_place() -> None:
    road = Road()

    async def story() -> None:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(12):
                tasks.create_task(road.keep_sending(250))
            for _ in range(100):
                await asyncio.sleep(1.0)
                await road.send(REPLY)

    play(story())
    bulk = [at for at, lane in road.gone if lane == BULK]
    assert len(bulk) / (bulk[-1] - bulk[0]) > 28.2
    assert road.telegram.violations == []


def test_one_who_stops_waiting_is_out_of_the_line() -> None:
    road = Road(Limits(Pace(2)))

    async def story() -> None:
        first, second = (asyncio.ensure_future(road.keep_sending(1)) for _ in range(2))
        await asyncio.sleep(0)
        hurried = asyncio.ensure_future(road.send(REPLY))
        await asyncio.sleep(0)
        hurried.cancel()
        await asyncio.gather(first, second, hurried, return_exceptions=True)

    play(story())
    assert [lane for _, lane in road.gone] == [BULK, BULK]
