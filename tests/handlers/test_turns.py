"""Turns of one chat are applied in order; no chat waits for another."""

from __future__ import annotations

import asyncio
import threading
from itertools import count

import pytest

from flows.model import Incoming
from handlers.turns import Turns

NUMBERS = count(1)


def update(text: str, sender: str = "one") -> Incoming:
    return Incoming("web", sender, str(next(NUMBERS)), text=text)


async def test_eight_quick_messages_of_one_chat_are_applied_in_order() -> None:
    applied: list[str | None] = []

    def apply(incoming: Incoming) -> bool:
        applied.append(incoming.text)
        return True

    turns = Turns(apply, workers=4)
    async with asyncio.TaskGroup() as tasks:
        for number in range(8):
            tasks.create_task(turns.take(update(str(number))))
    turns.close()
    assert applied == [str(number) for number in range(8)]


async def test_a_chat_that_waits_delays_no_other() -> None:
    free = threading.Event()
    applied: list[str] = []

    def apply(incoming: Incoming) -> bool:
        if incoming.sender == "stuck":
            assert free.wait(10)
        applied.append(incoming.sender)
        return True

    turns = Turns(apply, workers=2)
    async with asyncio.TaskGroup() as tasks:
        for _ in range(5):
            tasks.create_task(turns.take(update("x", "stuck")))
        await asyncio.wait_for(turns.take(update("y", "other")), 5)
        assert applied == ["other"]
        free.set()
    turns.close()
    assert applied == ["other", *["stuck"] * 5]


async def test_a_turn_that_fails_is_told_and_the_next_one_goes_on() -> None:
    applied: list[str | None] = []
    committed: list[int] = []

    def apply(incoming: Incoming) -> bool:
        if incoming.text == "bad":
            raise RuntimeError
        applied.append(incoming.text)
        return True

    turns = Turns(apply, workers=1, committed=lambda: committed.append(len(applied)))
    with pytest.raises(RuntimeError):
        await turns.take(update("bad"))
    await turns.take(update("good"))
    turns.close()
    assert applied == ["good"]
    assert committed == [1]
