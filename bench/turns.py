"""Turns a second, from an update's arrival to its commit, with the sender marking beside it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from zoneinfo import ZoneInfo

from bench.databases import postgresql, sqlite
from bench.figures import Load, report
from bench.loads import in_rounds, saturated, steady
from bench.officers import Officer, Overheard
from bot.clock import SystemClock
from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import UnitRole
from flows.ports import Envelope
from handlers.sender import Delivered, Outcome, Sender
from handlers.turns import Turns
from reminders.plan import Plans
from rules.calendar import load_calendar
from storage.schema import migrate
from storage.session import SqlStorage, open_storage

PLANS = Plans(load_calendar(), ZoneInfo("Asia/Ho_Chi_Minh"))
CROWDS = (1, 50, 200)
OFFERED = 75.0


async def _delivered(_: Envelope, /) -> Outcome:
    """The network, left out."""
    return Delivered("1")


@asynccontextmanager
async def running(storage: SqlStorage, *, workers: int) -> AsyncIterator[tuple[Turns, Overheard]]:
    """Turns and a sender on one storage, as bot/app.py fits them."""
    clock = SystemClock()
    overheard = Overheard(storage)
    sender = Sender("bench", storage.outbox, deliver=_delivered, clock=clock)
    conversation = Conversation(overheard, clock, all_flows(), planner=PLANS)
    turns = Turns(conversation.take, workers=workers, committed=sender.wake)
    async with asyncio.TaskGroup() as group:
        group.create_task(sender.run())
        yield turns, overheard
        sender.stop()
    turns.close()


async def officers(storage: SqlStorage, turns: Turns, *, heard: Overheard) -> list[Officer]:
    """Two hundred bound officers of one unit."""
    unit = storage.people.add_unit("Bench", level="commune", letters=("LS2022", "CL2023"))
    found = []
    for number in range(max(CROWDS)):
        account = storage.people.add_account(f"Officer {number}", unit=unit, role=UnitRole.OFFICER)
        officer = Officer(number, last=heard.last)
        await turns.take(officer.bind(storage.people.add_code(account)))
        found.append(officer)
    return found


async def measure_on(name: str, url: str, *, workers: int, seconds: float) -> list[Load]:
    migrate(url)
    storage = open_storage(url, SystemClock(), PLANS)
    loads = []
    async with running(storage, workers=workers) as (turns, heard):
        crowd = await officers(storage, turns, heard=heard)
        await saturated("warm-up", turns.take, officers=crowd[:5], seconds=1)
        for size in CROWDS:
            load = await in_rounds(
                f"{name}, {size} officers, saturated",
                turns.take,
                officers=crowd[:size],
                seconds=seconds,
            )
            print(load.line(), flush=True)
            loads.append(load)
        for size in CROWDS[1:]:
            load = await steady(
                f"{name}, {size} officers, {OFFERED:.0f} turns/s offered",
                turns.take,
                officers=crowd[:size],
                rate=OFFERED,
                seconds=2 * seconds,
            )
            print(load.line(), flush=True)
            loads.append(load)
    storage.close()
    return loads


def measure(seconds: float = 7.5) -> None:
    """Print the loads on SQLite (durable commits) and on PostgreSQL."""
    databases: tuple[tuple[str, AbstractContextManager[str], int], ...] = (
        ("SQLite", sqlite(), 1),
        ("PostgreSQL", postgresql(), 4),
    )
    for name, database, workers in databases:
        with database as url:
            asyncio.run(measure_on(name, url, workers=workers, seconds=seconds))
    report("cores", str(os.cpu_count()))
