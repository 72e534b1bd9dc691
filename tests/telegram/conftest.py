"""Telegram's server, and the channel run against it with quick tempos."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from handlers.sender import Tempo
from handlers.telegram.channel import TelegramChannel, telegram_channel
from handlers.telegram.limits import Limits, Pace
from handlers.telegram.polling import PollTempo
from handlers.telegram.receiver import Patience
from handlers.telegram.webhook import Webhook, WebhookDoor
from locales import catalog
from tests.telegram.emulator import TelegramEmulator, telegram
from tests.telegram.fakes import EchoTurns, MemoryOutbox, RunningClock

SECRET = "s3cret-of-the-office"
FREE = Limits(overall=Pace(10_000, burst=100), chat=Pace(1000, burst=100))
QUICK = Tempo(idle=0.05, mark_every=0.01, first_wait=0.05, database_wait=0.05, grace=1.0)
QUICK_POLLS = PollTempo(first_back_off=0.05, longest_back_off=0.2)
QUICK_PATIENCE = Patience(first=0.01, longest=0.05, tries=8, deliveries=3)


@pytest.fixture(scope="session", autouse=True)
def _catalogues() -> None:
    subprocess.run([sys.executable, "-m", "locales"], check=True, capture_output=True)
    catalog._texts.cache_clear()


@pytest.fixture(autouse=True)
def _test_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """`test.line` shows its text as it is, `test.bold` in bold."""
    for language in catalog.languages():
        texts: Any = catalog._texts(language)
        monkeypatch.setitem(texts, "test.line", "{text}")
        monkeypatch.setitem(texts, "test.bold", "Đã ghi **{text}**.")


@pytest.fixture
async def tg() -> AsyncIterator[TelegramEmulator]:
    async with telegram() as emulator:
        yield emulator


@dataclass
class Office:
    """Everything on our side of the wire."""

    tg: TelegramEmulator
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    clock: RunningClock = field(default_factory=RunningClock)

    def __post_init__(self) -> None:
        self.turns = EchoTurns(self.outbox)

    def channel(self, **settings: Any) -> TelegramChannel:
        defaults: dict[str, Any] = {
            "limits": FREE,
            "tempo": QUICK,
            "poll_tempo": QUICK_POLLS,
            "patience": QUICK_PATIENCE,
        }
        made = telegram_channel(
            token=self.tg.token,
            api_url=self.tg.url,
            turns=self.turns,
            outbox=self.outbox,
            clock=self.clock,
            **(defaults | settings),
        )
        self.turns.wake = made.wake
        return made

    @asynccontextmanager
    async def polling(self, **settings: Any) -> AsyncIterator[TelegramChannel]:
        made = self.channel(**settings)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(made.run())
            try:
                yield made
            finally:
                made.stop()

    @asynccontextmanager
    async def called(self, **settings: Any) -> AsyncIterator[str]:
        """By webhook; yields its address. The door is served before the channel is made."""
        door_of_path = WebhookDoor(Webhook("http://127.0.0.1/hook/telegram", SECRET))
        app = web.Application()
        app.add_routes(door_of_path.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook/telegram"
        door_of_path.webhook = Webhook(url, SECRET)
        try:
            async with self.polling(webhook=door_of_path, **settings):
                await until(lambda: self.tg.webhook == url)
                yield url
        finally:
            await runner.cleanup()


@pytest.fixture
def office(tg: TelegramEmulator) -> Office:
    return Office(tg)


async def until(fact: Any, *, within: float = 10.0) -> None:
    """Wait until the fact holds."""
    async with asyncio.timeout(within):
        while not fact():
            await asyncio.sleep(0.01)
