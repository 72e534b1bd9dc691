"""Wakes the browsers' streams when their outbox may have grown."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Doorbell:
    """One event a stream. Any thread may ring.

    A ring lost costs no message: a stream looks again at every heartbeat. A ring for all is
    gathered over `gather_s` seconds: were every browser to look at every chat's turn, two
    hundred of them would read the outbox more often than anybody writes it.
    """

    def __init__(self, *, gather_s: float = 0.5) -> None:
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._gather_s = gather_s
        self._gathering: asyncio.TimerHandle | None = None
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
        """Wake the streams of one address at once, or all of them soon."""
        if self._loop is None or self._loop.is_closed():
            return  # nobody has listened yet, or ever will again
        if _is_running(self._loop):
            self._ring(address, self._loop)
        else:
            self._loop.call_soon_threadsafe(self._ring, address, self._loop)

    def _ring(self, address: str | None, loop: asyncio.AbstractEventLoop) -> None:
        if address is not None:
            self._wake((address,))
        elif self._waiting and self._gathering is None:
            self._gathering = loop.call_later(self._gather_s, self._ring_all)

    def _ring_all(self) -> None:
        self._gathering = None
        self._wake(tuple(self._waiting))

    def _wake(self, addresses: tuple[str, ...]) -> None:
        for address in addresses:
            for event in self._waiting.get(address, ()):
                event.set()

    def close(self) -> None:
        """End every stream."""
        self.closed = True
        if self._gathering is not None:
            self._gathering.cancel()
        self._ring_all()


def _is_running(loop: asyncio.AbstractEventLoop) -> bool:
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False
