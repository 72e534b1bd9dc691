"""A burst of reminders by the program itself, while officers ask; Telegram enforces its limits.

How fast it goes is the bench's to say (bench/burst.py plays the same to its end).
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.telegram.burst import (
    FIRST_CHAT,
    LATENCY_S,
    Played,
    queue_burst,
    telegram_settings,
    watch_burst,
)
from tests.telegram.emulator import TelegramEmulator, telegram
from tests.telegram.floods import Enforced, Wait
from tests.whole.running import running

SECONDS = 25.0
A_SECOND_S_WORTH = 30


async def play(url: str, *, messages: int, seconds: float) -> Played:
    async with telegram() as api:
        api.latency, api.enforced = LATENCY_S, Enforced()
        program = running(url, **telegram_settings(api))
        await asyncio.to_thread(program.__enter__)
        try:
            return await watch_burst(api, expected=messages, seconds=seconds)
        finally:
            await asyncio.to_thread(program.__exit__, None, None, None)


@pytest.mark.slow
async def test_a_burst_breaks_no_limit_and_delays_no_answer(database_url: str) -> None:
    queue_burst(database_url, messages=10_000, chats=3_000)
    played = await play(database_url, messages=10_000, seconds=SECONDS)
    assert played.enforced.violations == []
    assert played.enforced.told == 0
    got = played.numbers()
    assert all(numbers == list(range(len(numbers))) for numbers in got.values())
    assert sum(map(len, got.values())) > 5 * SECONDS, "it was a burst"
    assert len(played.between) >= SECONDS - 5, "each was answered"
    assert sorted(played.between)[-2] < A_SECOND_S_WORTH, "no answer waited for the reminders"


@contextmanager
def away(url: str) -> Iterator[None]:
    """The database takes no writes."""
    file = url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(Path(file), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


async def trouble(api: TelegramEmulator, url: str) -> None:
    """Once it is under way: a told wait for everybody, then a database that is away."""
    assert api.enforced is not None
    while len(api.shown) < 60:
        await asyncio.sleep(0.05)
    now = asyncio.get_running_loop().time()
    api.enforced.waits.append(Wait(now, now + 5.0))
    await asyncio.sleep(7.0)
    with away(url):
        await asyncio.sleep(7.0)


@pytest.mark.slow
async def test_told_waits_blocked_chats_and_a_database_away_lose_nothing_and_keep_the_order(
    sqlite_url: str,
) -> None:
    queue_burst(sqlite_url, messages=450, chats=150)
    blocked = set(range(FIRST_CHAT, FIRST_CHAT + 150, 10))
    async with telegram() as api:
        api.latency, api.enforced, api.blocked = LATENCY_S, Enforced(), set(blocked)
        program = running(sqlite_url, **telegram_settings(api))
        await asyncio.to_thread(program.__enter__)
        try:
            async with asyncio.timeout(120), asyncio.TaskGroup() as tasks:
                tasks.create_task(trouble(api, sqlite_url))
                while len(api.shown) < 3 * (150 - len(blocked)):
                    await asyncio.sleep(0.1)
        finally:
            await asyncio.to_thread(program.__exit__, None, None, None)
    played = Played(api.shown, api.enforced)
    assert played.numbers() == {
        chat: [0, 1, 2] for chat in range(FIRST_CHAT, FIRST_CHAT + 150) if chat not in blocked
    }
    assert api.enforced.violations == []
    assert 0 < api.enforced.told <= 40, "what was on its way, and little more"
    assert api.enforced.impatient == []
    assert states_of(sqlite_url) == [("failed", 15), ("queued", 30)]


def states_of(url: str) -> list[tuple[str, int]]:
    """The messages to chats that cannot be reached, counted by what became of them."""
    query = (
        "SELECT status, count(*) FROM outbox JOIN identities ON identities.id = identity_id "
        "WHERE NOT reachable GROUP BY status ORDER BY status"
    )
    with closing(sqlite3.connect(Path(url.removeprefix("sqlite:///")))) as kept:
        return list(kept.execute(query))
