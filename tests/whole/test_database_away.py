"""A database that takes no writes for ten seconds while officers write by Telegram: none lost."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.telegram.emulator import TOKEN, telegram
from tests.whole.running import running

AWAY_S = 10.0
CHATS = (41, 42, 43)
SAID = ("khen đột xuất", "cứu người", "một tập thể", "12", "19")


@pytest.mark.slow
async def test_what_is_said_meanwhile_is_answered_in_order_afterwards(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    async with telegram() as api:
        with running(sqlite_url, TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL=api.url):
            for chat in CHATS:
                await api.say(chat, "/menu")
                await api.seen(chat, "Kịp Thời", within=30)
            with closing(sqlite3.connect(file, isolation_level=None)) as other:
                other.execute("BEGIN EXCLUSIVE")
                for text in SAID:
                    for chat in CHATS:
                        await api.say(chat, text)
                await asyncio.sleep(AWAY_S)
                assert len(api.pending) == len(CHATS) * len(SAID), "nothing is confirmed unsaved"
                other.execute("ROLLBACK")
            for chat in CHATS:
                await api.seen(chat, "12/19 = 63,2 %", within=60)
            await api.confirmed(within=30)
        with closing(sqlite3.connect(file)) as kept:
            (taken,) = kept.execute("SELECT count(*) FROM inbox").fetchone()
    assert taken == len(CHATS) * (1 + len(SAID))
