"""What was sent, written down in batches until it is written."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from flows.ports import Clock, Envelope, Outbox, Sent
from handlers.sender.tempo import Tempo

log = logging.getLogger(__name__)


class Marks:
    """The sender's pen. `freed` is called for each envelope whose mark stands."""

    def __init__(
        self,
        outbox: Outbox,
        *,
        clock: Clock,
        tempo: Tempo,
        stopping: asyncio.Event,
        freed: Callable[[Envelope], None],
    ) -> None:
        self._outbox = outbox
        self._clock = clock
        self._tempo = tempo
        self._stopping = stopping
        self._freed = freed
        self._sent: list[tuple[Envelope, Sent]] = []
        self._drained = asyncio.Event()
        self._to_mark = asyncio.Event()

    def add(self, envelope: Envelope, message: str | None) -> None:
        """It was delivered."""
        self._sent.append((envelope, Sent(envelope.id, message)))
        self._to_mark.set()

    def end(self) -> None:
        """Nothing more will be added."""
        self._drained.set()
        self._to_mark.set()

    async def run(self) -> None:
        """Until `end`, and all is written or the stop gives it up."""
        while not (self._drained.is_set() and not self._sent):
            self._to_mark.clear()
            if not self._sent and not self._drained.is_set():
                await self._to_mark.wait()
            await wait(self._drained, self._tempo.mark_every)
            while self._sent:
                batch = self._sent[: self._tempo.marks]
                del self._sent[: len(batch)]
                now, sent = self._clock.now(), [sent for _, sent in batch]
                await self.write(partial(self._outbox.mark_sent, sent, now=now))
                for envelope, _ in batch:
                    self._freed(envelope)

    async def write(self, change: Callable[[], None]) -> None:
        """Write until it is written; while stopping, a failure is left to the next start."""
        while True:
            try:
                return await asyncio.to_thread(change)
            except Exception as error:  # noqa: BLE001 - whatever the database says, try again
                log.warning("writing the outbox failed: %s", type(error).__name__)
                if self._stopping.is_set():
                    return None
                await wait(self._stopping, self._tempo.database_wait)


async def wait(event: asyncio.Event, seconds: float) -> None:
    """Until the event, or so many seconds."""
    waiting: Awaitable[bool] = event.wait()
    try:
        await asyncio.wait_for(waiting, seconds)
    except TimeoutError:
        return
