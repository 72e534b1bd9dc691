"""Turns a second: officers who write as fast as they are answered, and at a steady rate."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from typing import Any, TypeAlias

from bench.figures import Load
from bench.officers import Officer
from flows.model import Incoming

Take: TypeAlias = Callable[[Incoming], Awaitable[object]]


async def saturated(name: str, take: Take, *, officers: Sequence[Officer], seconds: float) -> Load:
    """Every officer writes again as soon as the last turn is committed."""
    latencies: list[float] = []
    end = time.perf_counter() + seconds

    async def write(officer: Officer) -> None:
        while (start := time.perf_counter()) < end:
            await take(officer.next())
            latencies.append(time.perf_counter() - start)

    start = time.perf_counter()
    await _all(write(officer) for officer in officers)
    return Load(name, len(latencies) / (time.perf_counter() - start), tuple(latencies))


async def steady(
    name: str, take: Take, *, officers: Sequence[Officer], rate: float, seconds: float
) -> Load:
    """A turn every 1/rate second, officer after officer, whether the last is done or not.

    Latency counts from the moment the turn was due, so that a stall is not left out.
    """
    latencies: list[float] = []
    begin = time.perf_counter() + 0.1
    count = int(rate * seconds)

    async def write(first: int) -> None:
        for number in range(first, count, len(officers)):
            due = begin + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await take(officers[first].next())
            latencies.append(time.perf_counter() - due)

    await _all(write(first) for first in range(len(officers)))
    return Load(name, count / (time.perf_counter() - begin), tuple(latencies))


async def _all(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)
