"""End to end through Telegram's emulator, as a ratio to a bare aiogram echo."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, AsyncExitStack, contextmanager
from typing import TypeAlias

from bench.databases import sqlite
from bench.figures import percentile, report
from bench.processes import PATIENCE, running
from bench.server import TOKEN, Stopwatch, serving

WORDS = ("/dotxuat", "cứu người", "một tập thể", "12", "19", "hôm qua", "quay lại", "vì sao hỏi?")
CHATS = 50
RATE = 15.0
"""Turns a second: below the flood limit of thirty messages, so that the bot is what is timed."""
SECONDS = 12.0
Bot: TypeAlias = Callable[[str], AbstractContextManager[None]]


def measure() -> None:
    """Print both bots' round trips at the same rate, and their ratio."""
    asyncio.run(_measure())


async def _measure() -> None:
    with sqlite() as url:
        ours, answers = await _round_trips(lambda server: _chat(url, server))
    count = max(1, round(answers))
    theirs, _ = await _round_trips(lambda server: _echo(server, count))
    report("messages a turn", f"{answers:>9.2f}")
    for name, times in (("Kịp Thời", ours), ("bare aiogram echo", theirs)):
        shown = "   ".join(f"p{p} {1000 * percentile(times, p / 100):>6.1f} ms" for p in (50, 99))
        report(f"{name}, {RATE:.0f} turns/s of {CHATS} chats", f"            {shown}")
    ratio = percentile(ours, 0.5) / percentile(theirs, 0.5)
    report("ratio of the medians", f"{ratio:>9.2f}")


async def _round_trips(bot: Bot) -> tuple[list[float], float]:
    """Seconds of each round trip at the steady rate, and messages a turn."""
    async with serving() as (emulator, server), AsyncExitStack() as stack:
        process = bot(server)
        # a process that starts may need the server that this loop serves
        await asyncio.to_thread(process.__enter__)
        stack.push_async_callback(asyncio.to_thread, process.__exit__, None, None, None)
        await asyncio.wait_for(emulator.polled.wait(), PATIENCE)
        await emulator.round_trip(1, "/menu")
        emulator.answers = 0
        times = await _steady(emulator)
        return times, emulator.answers / len(times)


async def _steady(emulator: Stopwatch) -> list[float]:
    times: list[float] = []
    begin = time.perf_counter() + 0.1

    async def officer(first: int) -> None:
        for turn, number in enumerate(range(first, int(RATE * SECONDS), CHATS)):
            await asyncio.sleep(max(0.0, begin + number / RATE - time.perf_counter()))
            times.append(await emulator.round_trip(1000 + first, WORDS[turn % len(WORDS)]))

    async with asyncio.TaskGroup() as group:
        for first in range(CHATS):
            group.create_task(officer(first))
    return times


@contextmanager
def _echo(server: str, count: int) -> Iterator[None]:
    command = [sys.executable, "-m", "bench.echo", server, TOKEN, str(count)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


@contextmanager
def _chat(database: str, server: str) -> Iterator[None]:
    with running(database, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=server):
        yield
