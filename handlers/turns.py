"""Updates to turns: in order within a chat, side by side among chats, each in a worker thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from flows.model import Incoming

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Chat: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Turns:
    """The way from every channel to the conversation.

    `apply` is a whole turn, synchronous; with `workers` 1 (SQLite) there is one writer.
    `committed` is called in the event loop after each commit, so that senders wake.
    """

    def __init__(
        self,
        apply: Callable[[Incoming], bool],
        *,
        workers: int,
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        self._apply = apply
        self._committed = committed
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="turn")
        self._queues: dict[Chat, _Queue] = {}

    async def take(self, incoming: Incoming) -> None:
        """Return once the turn is committed, or was before; raise where it could not be."""
        async with self._in_order((incoming.channel, incoming.sender)):
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._pool, self._apply, incoming)
        self._committed()

    @asynccontextmanager
    async def _in_order(self, chat: Chat) -> AsyncIterator[None]:
        queue = self._queues.setdefault(chat, _Queue())
        queue.waiting += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.waiting -= 1
            if not queue.waiting:
                del self._queues[chat]

    def close(self) -> None:
        """Wait for the turns under way; take no more."""
        self._pool.shutdown(wait=True)
