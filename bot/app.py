"""Serves the program: the page first, then Telegram; the only place that knows every channel."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.page import extras_of
from bot.program import Service, assemble
from bot.settings import Settings
from bot.telegram import make_door, scanner_of, speak
from bot.upkeep import chores_of
from flows.ports import StorageUnavailable
from handlers.telegram.webhook import WebhookDoor
from handlers.turns import Turns
from handlers.web.app import web_app
from handlers.web.clauses import LetterClauses
from handlers.web.doorbell import Doorbell
from handlers.web.measures import Measures
from handlers.web.shelf import Shelf
from locales.catalog import text
from reminders.scheduler import Ticker
from rules.message import say

log = structlog.get_logger()

WORKERS = {"sqlite": 1, "postgresql": 4}
TICK_S = 30


async def serve(settings: Settings) -> None:
    """Serve until told to stop: the page first, then Telegram where a token is set."""
    service = await _made(settings)
    door = make_door(settings)
    program = service.program
    ticker = Ticker(
        program.dispatcher,
        program.clock,
        queued=service.wake,
        catch_up=chores_of(program, service.shelf).work,
    )
    service.wakers.append(ticker.wake)
    async with asyncio.TaskGroup() as tasks:
        runner = await _page(service, door=door, ticker=ticker)
        scheduler = _ticks(service)
        tasks.create_task(ticker.run(service.stopping))
        loop = asyncio.get_running_loop()
        tasks.create_task(asyncio.to_thread(_listen, service, loop))
        if settings.telegram_token is not None:
            tasks.create_task(speak(service, door=door))
        await service.stopping.wait()
        scheduler.shutdown(wait=False)
        await runner.cleanup()
    service.turns.close()
    service.program.storage.close()


async def _made(settings: Settings) -> Service:
    """The parts, with SIGINT and SIGTERM bound to stopping them."""
    on_page = "web" if settings.demonstration else None
    program = await asyncio.to_thread(assemble, settings, demonstration_on=on_page)
    workers = WORKERS[settings.database_url.partition(":")[0].partition("+")[0]]
    measures, shelf = Measures(), Shelf(settings.files, scanner=scanner_of(settings))
    take = measures.of_turns(program.take)
    turns = Turns(take, workers=workers, committed=lambda: service.wake())  # noqa: PLW0108 - the service is made of these turns
    service = Service(program, turns, asyncio.Event(), measures=measures, shelf=shelf)
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, service.stopping.set)
    return service


async def _page(service: Service, *, door: WebhookDoor | None, ticker: Ticker) -> web.AppRunner:
    settings, doorbell = service.program.settings, Doorbell()
    service.wakers.append(doorbell.ring)
    app = page_of(service, doorbell, door=door, last_tick=lambda: ticker.last)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.host, settings.port).start()
    log.info(text(say("run.serving", address=f"http://{settings.host}:{settings.port}")))
    return runner


def page_of(
    service: Service,
    doorbell: Doorbell,
    *,
    door: WebhookDoor | None,
    last_tick: Callable[[], datetime | None],
) -> web.Application:
    """All that is served, every route of it."""
    app = web_app(
        turns=service.turns,
        outbox=service.measures.of_outbox(service.program.storage.outbox, "web"),
        clauses=LetterClauses(service.program.clock),
        clock=service.program.clock,
        doorbell=doorbell,
        demonstration=service.program.settings.demonstration,
        open_paths=(door.webhook.path,) if door else (),
        extras=extras_of(service, last_tick),
    )
    if door is not None:
        app.add_routes(door.routes())
    return app


def _ticks(service: Service) -> AsyncIOScheduler:
    """A tick only looks again at what is due; a tick lost loses nothing."""

    async def tick() -> None:
        service.wake()

    scheduler = AsyncIOScheduler()
    scheduler.add_job(tick, "interval", seconds=TICK_S, misfire_grace_time=None, coalesce=True)
    scheduler.start()
    return scheduler


def _listen(service: Service, loop: asyncio.AbstractEventLoop) -> None:
    """Wake on what other processes commit (PostgreSQL); at once over on SQLite."""
    storage = service.program.storage
    while not service.stopping.is_set():
        with suppress(StorageUnavailable):
            for heard in storage.listen():
                if service.stopping.is_set():
                    return
                if heard:
                    loop.call_soon_threadsafe(service.wake)
        if service.program.settings.database_url.startswith("sqlite"):
            return
