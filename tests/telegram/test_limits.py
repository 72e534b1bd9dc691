"""The pace, counted exactly on a clock that only sleeping moves."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter

from handlers.telegram.limits import ChatPacer, Errand, Limits, NotWanted, Pace
from tests.telegram.virtual import play


@dataclass
class Wire:
    """Notes when each call goes out; tells a chat to wait where asked to."""

    now: float = 100.0
    calls: list[tuple[float, int]] = field(default_factory=list)
    waits: dict[int, int] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self.pacer = ChatPacer(self.limits, time=lambda: self.now, sleep=self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds

    async def _call(self, data: dict[str, Any]) -> bool:
        chat = int(data.get("chat_id", 0))
        self.calls.append((self.now, chat))
        if chat in self.waits:
            raise RetryAfter(timedelta(seconds=self.waits.pop(chat)))
        return True

    async def send(
        self,
        chat: int | str | None,
        *,
        lane: int = 0,
        endpoint: str = "sendMessage",
    ) -> None:
        data = {} if chat is None else {"chat_id": chat}
        await self.pacer.process_request(
            self._call, (data,), {}, endpoint=endpoint, data=data, rate_limit_args=Errand(lane)
        )

    def times(self, chat: int) -> list[float]:
        return [round(at - 100.0, 3) for at, called in self.calls if called == chat]


async def test_a_private_chat_bursts_three_then_goes_one_a_second() -> None:
    wire = Wire(limits=Limits(overall=Pace(1e6)))
    for _ in range(6):
        await wire.send("42")
    assert wire.times(42) == pytest.approx([0, 0, 0, 1, 2, 3], abs=0.01)


async def test_a_group_gets_twenty_a_minute() -> None:
    wire = Wire()
    for _ in range(21):
        await wire.send(-7)
    assert wire.times(-7)[20] == pytest.approx(60)


async def test_at_most_thirty_a_second_over_all_chats() -> None:
    wire = Wire()
    for chat in range(1, 91):
        await wire.send(chat)
    starts = [at for at, _ in wire.calls]
    assert all(late - early >= 0.999 for early, late in zip(starts, starts[30:], strict=False))


async def test_a_told_wait_refuses_that_chat_only_and_ends() -> None:
    wire = Wire(waits={42: 10})
    with pytest.raises(RetryAfter):
        await wire.send(42)
    with pytest.raises(RetryAfter):
        await wire.send(42)
    await wire.send(43)
    assert [chat for _, chat in wire.calls] == [42, 43]
    wire.now = 109.0
    await wire.send(42)
    assert wire.calls[-1][0] >= 110.0


async def test_three_chats_told_to_wait_hold_the_whole_token() -> None:
    wire = Wire(waits={1: 10, 2: 10, 3: 10})
    for chat in (1, 2, 3):
        with pytest.raises(RetryAfter):
            await wire.send(chat)
    with pytest.raises(RetryAfter):
        await wire.send(4)
    wire.now += 10
    await wire.send(4)


async def test_chats_told_to_wait_while_others_are_served_hold_no_other() -> None:
    wire = Wire(waits={1: 10, 2: 10, 3: 10})
    for chat in (1, 2, 3):
        with pytest.raises(RetryAfter):
            await wire.send(chat)
        await wire.send(10 + chat)
    await wire.send(4)
    assert [chat for _, chat in wire.calls] == [1, 11, 2, 12, 3, 13, 4]


async def test_the_burst_of_a_chat_is_left_to_replies() -> None:
    wire = Wire(limits=Limits(overall=Pace(1e6)))
    for lane in (1, 1, 0, 0, 1):
        await wire.send(42, lane=lane)
    assert wire.times(42) == pytest.approx([0, 1, 1, 1, 4], abs=0.01)


async def test_what_is_withdrawn_while_it_waits_does_not_go_and_holds_no_place() -> None:
    wire, asked = Wire(limits=Limits(overall=Pace(2), for_replies=1)), []

    async def withdrawn() -> bool:
        asked.append(wire.now)
        return False

    await wire.send(1)
    with pytest.raises(NotWanted):
        await wire.pacer.process_request(
            wire._call,
            ({"chat_id": 2},),
            {},
            endpoint="sendMessage",
            data={"chat_id": 2},
            rate_limit_args=Errand(1, withdrawn),
        )
    assert asked == [wire.now], "asked when its turn had come"
    before = wire.now
    await wire.send(3, lane=1)
    assert wire.now - before < 1.0
    assert [chat for _, chat in wire.calls] == [1, 3]


async def test_what_waits_at_the_gate_when_all_are_told_to_wait_does_not_go() -> None:
    pacer, gone = ChatPacer(Limits(overall=Pace(2))), []

    async def call(chat: int) -> bool:
        gone.append(chat)
        raise RetryAfter(timedelta(seconds=5))

    async def send(chat: int) -> None:
        data = {"chat_id": chat}
        with pytest.raises(RetryAfter):
            await pacer.process_request(
                call, (chat,), {}, endpoint="sendMessage", data=data, rate_limit_args=Errand(1)
            )

    async def story() -> None:
        async with asyncio.TaskGroup() as tasks:
            for chat in range(9):
                tasks.create_task(send(chat))

    await asyncio.to_thread(play, story())
    assert gone == [0, 1, 2]


async def test_what_concerns_no_chat_is_not_paced() -> None:
    wire = Wire()
    for _ in range(100):
        await wire.send(None)
    assert wire.now == 100.0


async def test_chats_long_silent_are_forgotten() -> None:
    wire = Wire(limits=Limits(overall=Pace(1e6)))
    for chat in range(1, 1002):
        await wire.send(chat)
        wire.now += 2
    assert len(wire.pacer._chats) < 10


async def test_one_paced_chat_makes_no_other_wait() -> None:
    pacer = ChatPacer(Limits(overall=Pace(1000, burst=10), chat=Pace(2)))
    done: list[int] = []

    async def call(chat: int) -> bool:
        done.append(chat)
        return True

    async def send(chat: int) -> None:
        data = {"chat_id": chat}
        await pacer.process_request(
            call, (chat,), {}, endpoint="sendMessage", data=data, rate_limit_args=None
        )

    async with asyncio.TaskGroup() as tasks:
        for chat in (1, 1, 2, 3):
            tasks.create_task(send(chat))
    assert done == [1, 2, 3, 1]


async def test_taking_buttons_away_takes_no_place_in_line_but_waits_as_told() -> None:
    wire = Wire(limits=Limits(overall=Pace(1e6)))
    for _ in range(3):
        await wire.send(42)
    await wire.send(42, endpoint="editMessageReplyMarkup")
    assert wire.times(42) == [0, 0, 0, 0]
    wire.waits[42] = 30
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await wire.send(42, endpoint="editMessageReplyMarkup")
    assert len(wire.times(42)) == 5
