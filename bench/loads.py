"""Turns a second: officers who write as fast as they are answered, and at a steady rate."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from statistics import median
from typing import Any, TypeAlias

from bench.figures import Load
from bench.machine import speed
from bench.officers import Officer
from flows.model import Incoming
from flows.ports import StorageUnavailable

PAUSE = 0.05
ROUNDS = 5
Take: TypeAlias = Callable[[Incoming], Awaitable[object]]


async def saturated(name: str, take: Take, *, officers: Sequence[Officer], seconds: float) -> Load:
    """Every officer writes again as soon as the last turn is committed."""
    latencies: list[float] = []
    refused = [0]
    end = time.perf_counter() + seconds

    async def write(officer: Officer) -> None:
        while (start := time.perf_counter()) < end:
            refused[0] += await _insist(take, officer.next())
            latencies.append(time.perf_counter() - start)

    start = time.perf_counter()
    await _all(write(officer) for officer in officers)
    return Load(name, len(latencies) / (time.perf_counter() - start), tuple(latencies), refused[0])


async def in_rounds(name: str, take: Take, *, officers: Sequence[Officer], seconds: float) -> Load:
    """Saturated in rounds, the machine's speed taken before each: what it was worth that moment."""
    rounds: list[tuple[float, float]] = []
    latencies: list[float] = []
    refused = 0
    for _ in range(ROUNDS):
        now = await asyncio.to_thread(speed)
        load = await saturated(name, take, officers=officers, seconds=seconds / ROUNDS)
        rounds.append((load.rate, now))
        latencies += load.latencies
        refused += load.refused
    rate = median(rate for rate, _ in rounds)
    return Load(name, rate, tuple(latencies), refused, tuple(rounds))


async def steady(
    name: str, take: Take, *, officers: Sequence[Officer], rate: float, seconds: float
) -> Load:
    """A turn every 1/rate second, officer after officer, whether the last is done or not.

    Latency counts from the moment the turn was due, so that a stall is not left out.
    """
    latencies: list[float] = []
    refused = [0]
    begin = time.perf_counter() + 0.1
    count = int(rate * seconds)

    async def write(first: int) -> None:
        for number in range(first, count, len(officers)):
            due = begin + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            refused[0] += await _insist(take, officers[first].next())
            latencies.append(time.perf_counter() - due)

    await _all(write(first) for first in range(len(officers)))
    return Load(name, count / (time.perf_counter() - begin), tuple(latencies), refused[0])


async def _insist(take: Take, incoming: Incoming) -> int:
    """Give the update until it is committed, as the edges do; how often it was refused."""
    refused = 0
    while True:
        try:
            await take(incoming)
        except StorageUnavailable:
            refused += 1
            await asyncio.sleep(PAUSE)
        else:
            return refused


async def _all(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)
