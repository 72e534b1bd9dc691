"""Ten thousand reminders due at once, while an officer asks each second; Telegram's limits hold."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager

from bench.databases import postgresql, sqlite
from bench.figures import percentile, report
from bench.processes import running
from tests.telegram.burst import (
    LATENCY_S,
    Played,
    queue_burst,
    telegram_settings,
    watch_burst,
)
from tests.telegram.emulator import telegram
from tests.telegram.floods import Enforced

MESSAGES = 10_000
CHATS = 3_000
TO_THE_END = 900.0
A_WHILE = 90.0
"""Seconds: the second database is watched for a while, with the same queue behind it."""


def measure() -> None:
    """Print the burst's figures: all of it on SQLite, its beginning on PostgreSQL."""
    databases: tuple[tuple[str, AbstractContextManager[str], float], ...] = (
        ("SQLite", sqlite(), TO_THE_END),
        ("PostgreSQL", postgresql(), A_WHILE),
    )
    for name, database, seconds in databases:
        with database as url:
            queue_burst(url, messages=MESSAGES, chats=CHATS)
            _print(name, asyncio.run(_play(url, seconds)))


async def _play(url: str, seconds: float) -> Played:
    async with telegram() as api:
        api.latency, api.enforced = LATENCY_S, Enforced()
        program = running(url, **telegram_settings(api))
        # the program that starts needs the server that this loop serves
        await asyncio.to_thread(program.__enter__)
        try:
            return await watch_burst(api, expected=MESSAGES, seconds=seconds)
        finally:
            await asyncio.to_thread(program.__exit__, None, None, None)


def _print(name: str, played: Played) -> None:
    got = played.numbers()
    sent = sum(map(len, got.values()))
    in_order = all(numbers == list(range(len(numbers))) for numbers in got.values())
    p50, p99 = (1000 * percentile(played.waits, share) for share in (0.50, 0.99))
    span = played.ended - played.begun
    report(f"{name}, burst for {CHATS} chats", f"{sent:>9} of {MESSAGES} in {span:.0f} s")
    report("  messages a second, answers among them", f"{played.each_second:>12.2f}")
    report(
        "  flood violations, messages told to wait",
        f"{len(played.enforced.violations):>9}, {played.enforced.told}",
    )
    report("  every chat in order, each once", f"{'yes' if in_order else 'NO':>9}")
    report(
        f"  {len(played.waits)} answers meanwhile, one a second",
        f"p50 {p50:.0f} ms   p99 {p99:.0f} ms",
    )
