"""Telegram's emulator as a stopwatch: an update goes in, the chat's first answer stops the time."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator

TOKEN = "4242:bench"
ANSWERS = {"sendMessage", "editMessageText"}
PATIENCE = 30.0


class Stopwatch(LoBotApiEmulator):  # type: ignore[misc]
    """Knows when a bot polls and when it answers a chat."""

    def __init__(self) -> None:
        super().__init__(max_updates=100_000)
        self.polled = asyncio.Event()
        self.answers = 0
        self._waiting: dict[int, asyncio.Event] = {}
        self._numbers = itertools.count(1)

    def validate(self, method: str, fields: Mapping[str, Any], uploads: Any) -> Any:
        result = super().validate(method, fields, uploads)
        if method == "getUpdates":
            self.polled.set()
        if method in ANSWERS:
            self.answers += 1
            waiting = self._waiting.get(int(fields["chat_id"]))
            if waiting is not None:
                waiting.set()
        return result

    async def round_trip(self, chat: int, text: str) -> float:
        """Seconds from the update to the first answer. Raises TimeoutError."""
        answered = self._waiting[chat] = asyncio.Event()
        start = time.perf_counter()
        await self.enqueue_update(self._update(chat, text), token=TOKEN)
        await asyncio.wait_for(answered.wait(), PATIENCE)
        return time.perf_counter() - start

    def _update(self, chat: int, text: str) -> dict[str, Any]:
        number = next(self._numbers)
        who = {"id": chat, "first_name": "Officer"}
        message = {
            "message_id": number,
            "date": 1_795_000_000,
            "chat": {**who, "type": "private"},
            "from": {**who, "is_bot": False},
            "text": text,
        }
        return {"update_id": number, "message": message}


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[Stopwatch, str]]:
    """The emulator on a free port, and its address."""
    emulator = Stopwatch()
    runner = web.AppRunner(emulator.app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield emulator, f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
