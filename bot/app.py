"""Fits storage, conversation and channels together; the only place that knows them all."""

from __future__ import annotations

import asyncio
import importlib
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import ModuleType

import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import SystemClock
from bot.settings import Settings
from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming
from flows.ports import StorageUnavailable
from handlers.telegram.webhook import Webhook, WebhookDoor
from handlers.turns import Turns
from handlers.web.app import web_app
from handlers.web.clauses import LetterClauses
from handlers.web.doorbell import Doorbell
from rules.calendar import load_calendar
from storage.schema import is_current, migrate
from storage.session import SqlStorage, open_storage

log = structlog.get_logger()

WORKERS = {"sqlite": 1, "postgresql": 4}
TICK_S = 30
TAKE_OVER_S = 5


class Welcomed:
    """Lets this machine's own chats speak for the demonstration unit before their first turn."""

    def __init__(self, storage: SqlStorage, conversation: Conversation, channel: str) -> None:
        self._storage = storage
        self._conversation = conversation
        self._channel = channel
        self._known: set[str] = set()

    def take(self, incoming: Incoming) -> bool:
        """A turn, in its worker thread."""
        if incoming.channel == self._channel and incoming.sender not in self._known:
            self._storage.people.bind_demonstration(incoming.channel, incoming.sender)
            self._known.add(incoming.sender)
        return self._conversation.take(incoming)


@dataclass(frozen=True, slots=True)
class Program:
    """The parts of a running process that outlive any one turn."""

    settings: Settings
    clock: SystemClock
    storage: SqlStorage
    take: Callable[[Incoming], bool]


def assemble(settings: Settings, *, demonstration_on: str | None) -> Program:
    """Storage (migrated) and conversation. Raises StorageUnavailable, ValueError."""
    clock = SystemClock(settings.timezone)
    if not is_current(settings.database_url):
        migrate(settings.database_url)
    storage = open_storage(settings.database_url, clock)
    calendar = load_calendar(settings.calendar_override)
    conversation = Conversation(storage, clock, all_flows(), calendar=calendar)
    take = conversation.take
    if demonstration_on is not None:
        take = Welcomed(storage, conversation, demonstration_on).take
    return Program(settings, clock, storage, take)


async def serve(settings: Settings) -> None:
    """Serve until told to stop: the page first, then Telegram where a token is set."""
    on_page = "web" if settings.demonstration else None
    program = await asyncio.to_thread(assemble, settings, demonstration_on=on_page)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopping.set)
    wakers: list[Callable[[], None]] = []
    workers = WORKERS[settings.database_url.partition(":")[0].partition("+")[0]]
    turns = Turns(program.take, workers=workers, committed=lambda: _wake(wakers))
    async with asyncio.TaskGroup() as tasks:
        door = _door(settings)
        runner = await _page(program, turns, wakers, door=door)
        scheduler = _ticks(wakers)
        listening = tasks.create_task(asyncio.to_thread(_listen, program, loop, wakers, stopping))
        telegram = None
        if settings.telegram_token is not None:
            telegram = tasks.create_task(
                _telegram(program, turns, wakers, stopping=stopping, door=door)
            )
        await stopping.wait()
        scheduler.shutdown(wait=False)
        await runner.cleanup()
        if telegram is not None:
            await telegram
        await listening
    turns.close()
    program.storage.close()


def _wake(wakers: list[Callable[[], None]]) -> None:
    for wake in wakers:
        wake()


def _door(settings: Settings) -> WebhookDoor | None:
    """The webhook's door, served with the page and opened once Telegram's part is there."""
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    if url is None or secret is None:
        return None
    return WebhookDoor(Webhook(url, secret.get_secret_value()))


async def _page(
    program: Program,
    turns: Turns,
    wakers: list[Callable[[], None]],
    *,
    door: WebhookDoor | None,
) -> web.AppRunner:
    doorbell = Doorbell()
    wakers.append(doorbell.ring)
    app = web_app(
        turns=turns,
        outbox=program.storage.outbox,
        clauses=LetterClauses(program.clock),
        clock=program.clock,
        doorbell=doorbell,
        demonstration=program.settings.demonstration,
        open_paths=(door.webhook.path,) if door else (),
    )
    if door is not None:
        app.add_routes(door.routes())
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, program.settings.host, program.settings.port)
    await site.start()
    log.info("page", host=program.settings.host, port=program.settings.port)
    return runner


def _ticks(wakers: list[Callable[[], None]]) -> AsyncIOScheduler:
    """A tick only looks again at what is due; a tick lost loses nothing."""
    scheduler = AsyncIOScheduler()
    scheduler.add_job(
        _wake, "interval", seconds=TICK_S, args=[wakers], misfire_grace_time=None, coalesce=True
    )
    scheduler.start()
    return scheduler


def _listen(
    program: Program,
    loop: asyncio.AbstractEventLoop,
    wakers: list[Callable[[], None]],
    stopping: asyncio.Event,
) -> None:
    """Wake on what other processes commit (PostgreSQL); at once over on SQLite."""
    while not stopping.is_set():
        with suppress(StorageUnavailable):
            for heard in program.storage.listen():
                if stopping.is_set():
                    return
                if heard:
                    loop.call_soon_threadsafe(_wake, wakers)
        if program.settings.database_url.startswith("sqlite"):
            return


async def _telegram(
    program: Program,
    turns: Turns,
    wakers: list[Callable[[], None]],
    *,
    stopping: asyncio.Event,
    door: WebhookDoor | None,
) -> None:
    """Imported here: Telegram's libraries are heavy, and the page answers first.

    Of several processes on one database one speaks to Telegram; another follows when it ends.
    """
    channel = await asyncio.to_thread(importlib.import_module, "handlers.telegram.channel")
    with ExitStack() as held:
        if not await _alone(program, held, stopping=stopping):
            return
        await _speak(channel, program, turns, wakers=wakers, stopping=stopping, door=door)


async def _alone(program: Program, held: ExitStack, *, stopping: asyncio.Event) -> bool:
    """Wait until no other process speaks to Telegram; False where this one stops before."""
    while not stopping.is_set():
        sole = program.storage.sole_sender("telegram")
        with ExitStack() as tried:
            if await asyncio.to_thread(tried.enter_context, sole):
                held.push(tried.pop_all())
                return True
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), TAKE_OVER_S)
    return False


async def _speak(
    channel: ModuleType,
    program: Program,
    turns: Turns,
    *,
    wakers: list[Callable[[], None]],
    stopping: asyncio.Event,
    door: WebhookDoor | None,
) -> None:
    token = program.settings.telegram_token
    assert token is not None  # the caller looked
    telegram = channel.telegram_channel(
        token=token.get_secret_value(),
        api_url=program.settings.telegram_api_url,
        turns=turns,
        outbox=program.storage.outbox,
        clock=program.clock,
        webhook=door,
    )
    wakers.append(telegram.wake)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(telegram.run())
        await stopping.wait()
        telegram.stop()
