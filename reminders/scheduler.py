"""Ticks: looks at what is due every few seconds, and at once when something was committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from flows.ports import Clock
from reminders.dispatch import Dispatcher

log = logging.getLogger(__name__)

EVERY_S: Final = 5.0
"""So that another process takes over within ten seconds."""
LOOK_AGAIN_S: Final = 1.0
_JOB: Final = "reminders"


class Ticker:
    """Runs the dispatcher in a worker thread; a tick lost loses nothing.

    `queued` is called in the event loop after a tick that queued messages. `catch_up` is
    done before each tick that comes of itself: plans, and what else there is to tidy. `last` is
    when the register of reminders last answered.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        clock: Clock,
        *,
        queued: Callable[[], None],
        catch_up: Callable[[], object] = int,
        every: float = EVERY_S,
        look_again: float = LOOK_AGAIN_S,
    ) -> None:
        self.last: datetime | None = None
        self._dispatcher = dispatcher
        self._clock = clock
        self._queued = queued
        self._catch_up = catch_up
        self._every = every
        self._look_again = look_again
        self._is_time = asyncio.Event()
        self._woken = asyncio.Event()
        self._ticked_at = 0.0
        self._scheduler = AsyncIOScheduler()

    def wake(self) -> None:
        """Something was committed that may be due already. To be called in the event loop."""
        self._woken.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Until told to stop; what has begun then is done to its end."""
        self._scheduler.add_job(
            self._ring,
            "interval",
            seconds=self._every,
            id=_JOB,
            misfire_grace_time=None,
            coalesce=True,
        )
        self._scheduler.start()
        await self._tick()
        while not stopping.is_set():
            await self._look()
            await _wait(stopping, self._look_again)
        self._scheduler.shutdown(wait=False)

    async def _ring(self) -> None:
        self._is_time.set()

    async def _look(self) -> None:
        """Tick when it is time, and between the ticks where a commit made something due."""
        if self._stands_still():
            self._scheduler.reschedule_job(_JOB, trigger="interval", seconds=self._every)
            self._is_time.set()
        if self._is_time.is_set():
            await self._tick()
        elif self._woken.is_set():
            await self._tick(only_if_due=True)

    def _stands_still(self) -> bool:
        """Whether the scheduler let a tick pass: it goes by the wall clock, and waits for hours
        where that was put back.
        """  # noqa: D205
        waited = asyncio.get_running_loop().time() - self._ticked_at
        return waited > 2 * self._every + self._look_again

    async def _tick(self, *, only_if_due: bool = False) -> None:
        self._woken.clear()
        try:
            queued = await asyncio.to_thread(self._work, only_if_due=only_if_due)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next tick tries again
            log.warning("reminders: a tick failed: %s", type(error).__name__)
            queued = 0
        else:
            self.last = self._clock.now()
        if not only_if_due:
            self._is_time.clear()
            self._ticked_at = asyncio.get_running_loop().time()
        if queued:
            self._queued()

    def _work(self, *, only_if_due: bool) -> int:
        if only_if_due and not self._dispatcher.is_due():
            return 0
        if not only_if_due:
            self._plan_a_few()
        return self._dispatcher.tick()

    def _plan_a_few(self) -> None:
        try:
            self._catch_up()
        except Exception as error:  # noqa: BLE001 - what is due is sent all the same
            log.warning("reminders: planning failed: %s", type(error).__name__)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
