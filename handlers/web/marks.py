"""Marks what browsers were shown as delivered, gathered so that marking slows no turn."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable

from flows.ports import Sent
from handlers.web.ports import Clock, Outbox

log = logging.getLogger(__name__)


class Marks:
    """Collects delivered rows and writes them at most once in `every_s` seconds.

    What a crash leaves unwritten only counts as unread.
    """

    def __init__(self, outbox: Outbox, clock: Clock, *, every_s: float = 1.0) -> None:
        self._outbox = outbox
        self._clock = clock
        self.every_s = every_s
        self._waiting: list[Sent] = []
        self._written = float("-inf")

    def add(self, envelopes: Iterable[int]) -> None:
        """Remember rows that were shown."""
        self._waiting.extend(Sent(envelope) for envelope in envelopes)

    async def write(self, *, now: bool = False) -> None:
        """Write what waits, if its time has come or `now`; what fails waits on."""
        if not self._waiting or not (now or time.monotonic() - self._written >= self.every_s):
            return
        batch, self._waiting = self._waiting, []
        self._written = time.monotonic()
        try:
            await asyncio.to_thread(self._outbox.mark_sent, batch, now=self._clock.now())
        except Exception as error:  # noqa: BLE001 - the rows are kept and tried again
            log.warning("delivered rows could not be marked yet: %s", type(error).__name__)
            self._waiting = batch + self._waiting
