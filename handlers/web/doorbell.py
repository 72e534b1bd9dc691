"""Wakes the browsers' streams when their outbox may have grown."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Doorbell:
    """One event a stream. `ring` is for the event loop, `ring_from_thread` for a worker.

    A ring lost costs no message: a stream looks again at every heartbeat.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    @contextmanager
    def listen(self, address: str) -> Iterator[asyncio.Event]:
        """An event that every ring for the address sets, for as long as the block runs."""
        self._loop = asyncio.get_running_loop()
        event = asyncio.Event()
        self._waiting[address].add(event)
        try:
            yield event
        finally:
            self._waiting[address].discard(event)
            if not self._waiting[address]:
                del self._waiting[address]

    def ring(self, address: str | None = None) -> None:
        """Wake the streams of one address, or all."""
        rung = list(self._waiting) if address is None else [address]
        for name in rung:
            for event in self._waiting.get(name, ()):
                event.set()

    def ring_from_thread(self, address: str | None = None) -> None:
        """The same from a worker thread; nothing where no stream has listened yet."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.ring, address)

    def close(self) -> None:
        """End every stream."""
        self.closed = True
        self.ring()
