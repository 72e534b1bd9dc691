"""Two processes on one PostgreSQL: no reminder by both, and the second takes over in time."""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import text

from bot.clock import SystemClock
from rules.calendar import SATURDAY, load_calendar
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.reminders.bursts import burst, left, settle_people
from tests.reminders.days import ZONE
from tests.telegram.emulator import TOKEN, TelegramEmulator, telegram
from tests.whole.running import running

PEOPLE = 200
KILLED_AFTER = 50
TAKEN_OVER_WITHIN_S = 10.0
LATENCY_S = 0.05
MOST_IN_FLIGHT = 40
DAYS = 3


def all_days_worked(path: Path, today: date) -> Path:
    """A calendar file by which one works on these days, whatever days they are."""
    calendar = load_calendar()
    years: dict[int, dict[str, Any]] = {}
    for day in (today + timedelta(days=n) for n in range(DAYS)):
        year = years.setdefault(
            day.year, {"status": "estimate", "source": "a test", "checked": today}
        )
        if day.weekday() >= SATURDAY:
            year.setdefault("worked_weekends", []).append(day)
        elif day.year in calendar.years and calendar.is_holiday(day):
            year.setdefault("removed", []).append(day)
    path.write_text(yaml.safe_dump(years), encoding="utf-8")
    return path


def settle(storage: SqlStorage) -> None:
    """People with a chat each who may be reminded by day and night."""
    settle_people(storage, PEOPLE)
    with storage._engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET remind_from = 0, remind_to = 1440"))


def due_now(storage: SqlStorage, number: int) -> None:
    now = SystemClock().now().astimezone(ZONE)
    burst(storage, PEOPLE, number, when=now.strftime("%Y-%m-%d %H:%M"))


async def until(holds: Callable[[], bool], seconds: float) -> float:
    """How long it took."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.05)
    return loop.time() - began


async def drained(storage: SqlStorage) -> None:
    async with asyncio.timeout(60):
        while await asyncio.to_thread(left, storage):
            await asyncio.sleep(0.2)


def messages(storage: SqlStorage) -> list[int]:
    """How many reminders each message carries."""
    query = "SELECT count(reminders.id) FROM outbox LEFT JOIN reminders "
    query += "ON outbox_id = outbox.id GROUP BY outbox.id"
    with storage._engine.connect() as connection:
        return [row[0] for row in connection.execute(text(query))]


def came(api: TelegramEmulator) -> Counter[int]:
    return Counter(chat for _, chat, _ in api.sends)


@pytest.mark.slow
async def test_two_processes_share_the_work_and_the_second_takes_over(
    postgresql_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SystemClock()
    migrate(postgresql_url)
    storage = open_storage(postgresql_url, clock)
    settle(storage)
    calendar = all_days_worked(tmp_path / "days.yaml", clock.today())
    async with telegram() as api:
        api.latency = LATENCY_S
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "KIPTHOI_CALENDAR": str(calendar),
        }
        first = running(postgresql_url, **settings)
        speaking = await asyncio.to_thread(first.__enter__)
        await until(lambda: bool(api.commands), 30)
        second = running(postgresql_url, **settings)
        await asyncio.to_thread(second.__enter__)
        try:
            await asyncio.to_thread(due_now, storage, 1)
            await until(lambda: len(api.sends) >= KILLED_AFTER, 60)
            await asyncio.to_thread(speaking.kill)
            sent = len(api.sends)
            gap = await until(lambda: len(api.sends) > sent, TAKEN_OVER_WITHIN_S)
            await drained(storage)
            twice = sum(came(api).values()) - PEOPLE
            await asyncio.to_thread(due_now, storage, 2)
            await drained(storage)
        finally:
            for program in (first, second):
                await asyncio.to_thread(program.__exit__, None, None, None)
    assert messages(storage) == [1] * 2 * PEOPLE, "each reminder was queued once"
    assert len(came(api)) == PEOPLE
    assert min(came(api).values()) == 2, "each arrived"
    assert sum(came(api).values()) == 2 * PEOPLE + twice
    assert twice <= MOST_IN_FLIGHT
    storage.close()
    with capsys.disabled():
        sys.stdout.write(
            f"\ntwo processes: killed after {sent} of {PEOPLE} reminders, the other went on after "
            f"{gap:.1f} s; {twice} came twice, none was lost\n"
        )
