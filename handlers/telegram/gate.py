"""The one gate that every message of a token goes through: so many a second, replies first."""

from __future__ import annotations

import asyncio
from bisect import bisect_right, insort
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from math import inf

from handlers.telegram.pace import INSTANT, Limits, Line

SECOND = 1.0
TRIPS_TO_KNOW = 300
"""Round trips after which the quickest is believed: a start is slow."""
AHEAD = 0.03
"""Seconds before a place is free in which `ready` is awaited, and for twice which it holds."""
SURELY_SPENT = 0.8
"""Of the quickest round trip; the ways there and back of two messages take longer together."""


class Places:
    """So many messages within a second; a place is held while one is on its way and after."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._on_their_way = 0
        self._free_at: list[float] = []

    def take(self) -> None:
        self._on_their_way += 1

    def give_back(self, at: float) -> None:
        """Its message is answered; the place is free at that time."""
        self._on_their_way -= 1
        insort(self._free_at, at)

    def wait(self, now: float) -> float | None:
        """Seconds until one is free; None: not before another answer comes."""
        del self._free_at[: bisect_right(self._free_at, now + INSTANT)]
        to_end = self._on_their_way + len(self._free_at) + 1 - self._count
        if to_end > len(self._free_at):
            return None
        return self._free_at[to_end - 1] - now if to_end > 0 else 0.0


class Gate:
    """Lets a message through only if the platform cannot count too many in any one second,
    however long each is on its way. A message holds its place until a second after its answer
    came, less what is surely spent on the answer's way back and on the next message's way there:
    together a round trip, of which four fifths of the quickest that was ever seen are taken.

    Nothing is booked ahead, so that a stall of the event loop bunches nothing. Replies go first,
    and some places are theirs alone.
    """  # noqa: D205

    def __init__(
        self,
        limits: Limits,
        *,
        time: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._time = time
        self._sleep = sleep
        overall = Places(max(1, int(limits.overall.each_second)))
        # bulk never holds more than its own, and a reply beside it costs it none of them
        self._places = (overall,), (overall, Places(limits.for_bulk))
        self._even = Line(limits.overall)
        self._waiting: tuple[deque[asyncio.Event], deque[asyncio.Event]] = deque(), deque()
        self._trips = 0
        self._quickest = SECOND

    @asynccontextmanager
    async def passing(
        self,
        lane: int,
        *,
        check: Callable[[], object] = lambda: None,
        ready: Callable[[], Awaitable[object]] | None = None,
        is_message: bool = True,
    ) -> AsyncIterator[None]:
        """Wait for a place; the block is the message's way there and back.

        What `check` raises, whoever waits raises as soon as it is their turn. `ready` is awaited
        in the last moment before it goes; what it raises leaves the place to the next.
        Only a message tells how far Telegram is: what is answered sooner is no measure of it.
        """
        lane = 1 if lane else 0
        await self._enter(lane, check, ready)
        gone = self._time()
        try:
            yield
            if is_message:
                self._know_trip(self._time() - gone)
        finally:
            free_at = self._time() + SECOND - self._surely_spent
            for places in self._places[lane]:
                places.give_back(free_at)
            self._call_first()

    async def _enter(
        self,
        lane: int,
        check: Callable[[], object],
        ready: Callable[[], Awaitable[object]] | None,
    ) -> None:
        mine, queue = asyncio.Event(), self._waiting[lane]
        queue.append(mine)
        asked = -inf
        try:
            while True:
                if self._first() is not mine:
                    await _called(mine)
                    continue
                check()
                is_ready = ready is None or self._time() - asked <= 2 * AHEAD
                wait = self._wait(lane)
                if wait is None:
                    await _called(mine)
                elif ready is not None and not is_ready and wait <= AHEAD + INSTANT:
                    await ready()
                    asked = self._time()
                elif wait:
                    await self._sleep(wait if is_ready else wait - AHEAD)
                else:
                    break
            for places in self._places[lane]:
                places.take()
            self._even.book(self._time())
        finally:
            queue.remove(mine)
            self._call_first()

    def _wait(self, lane: int) -> float | None:
        """Seconds until a place is free; None: not before another answer comes."""
        now = self._time()
        waits = [places.wait(now) for places in self._places[lane]]
        known = [wait for wait in waits if wait is not None]
        return max(*known, self._even.wait(now)) if len(known) == len(waits) else None

    def _know_trip(self, seconds: float) -> None:
        self._trips += 1
        self._quickest = min(self._quickest, seconds)

    @property
    def _surely_spent(self) -> float:
        return SURELY_SPENT * self._quickest if self._trips >= TRIPS_TO_KNOW else 0.0

    def _first(self) -> asyncio.Event | None:
        return next((queue[0] for queue in self._waiting if queue), None)

    def _call_first(self) -> None:
        first = self._first()
        if first is not None:
            first.set()


async def _called(mine: asyncio.Event) -> None:
    await mine.wait()
    mine.clear()
