"""Telegram beside the page: imported late, and spoken to by one process of several."""

from __future__ import annotations

import asyncio
import importlib
import shlex
from contextlib import ExitStack, suppress
from types import ModuleType

from bot.papers import fetch_papers
from bot.program import Service
from bot.settings import Settings
from flows.papers.pages import CHANNEL
from flows.reminding import File
from handlers.files import Fetch, Sources
from handlers.scanning import Scanner, scanned
from handlers.telegram.pace import Limits, Pace
from handlers.telegram.webhook import Webhook, WebhookDoor

TAKE_OVER_S = 5
MINUTE_S = 60


def make_door(settings: Settings) -> WebhookDoor | None:
    """The webhook's door, served with the page and opened once Telegram's part is there."""
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    if url is None or secret is None:
        return None
    return WebhookDoor(Webhook(url, secret.get_secret_value()))


def limits_of(settings: Settings) -> Limits:
    """Telegram's budget as the settings give it."""
    published = Limits()
    return Limits(
        Pace(settings.telegram_per_second, burst=published.overall.burst),
        chat=Pace(settings.telegram_chat_per_second, burst=published.chat.burst),
        group=Pace(settings.telegram_group_per_minute / MINUTE_S),
        for_replies=settings.telegram_for_replies,
    )


def fetch_of(settings: Settings) -> Fetch:
    """Reads a file that Telegram keeps; any process may, whichever of them speaks to it."""

    async def fetch(file: File) -> bytes:
        module = await asyncio.to_thread(importlib.import_module, "handlers.telegram.files")
        assert settings.telegram_token is not None, "the caller looked"
        token = settings.telegram_token.get_secret_value()
        content: bytes = await module.fetched(file, token=token, api_url=settings.telegram_api_url)
        return content

    return scanned(fetch, scanner_of(settings))


def scanner_of(settings: Settings) -> Scanner | None:
    """The machine's virus scanner, where one is set."""
    return Scanner(tuple(shlex.split(settings.scanner))) if settings.scanner else None


async def speak(service: Service, *, door: WebhookDoor | None) -> None:
    """Receive and send until told to stop.

    Imported here: Telegram's libraries are heavy, and the page answers first. Of several
    processes on one database one speaks to Telegram; another follows when it ends.
    """
    channel = await asyncio.to_thread(importlib.import_module, "handlers.telegram.channel")
    with ExitStack() as held:
        if await _is_alone(service, held):
            await _run(channel, service, door=door)


async def _is_alone(service: Service, held: ExitStack) -> bool:
    """Wait until no other process speaks to Telegram; False where this one stops before."""
    while not service.stopping.is_set():
        sole = service.program.storage.sole_sender("telegram")
        with ExitStack() as tried:
            if await asyncio.to_thread(tried.enter_context, sole):
                held.push(tried.pop_all())
                return True
        with suppress(TimeoutError):
            await asyncio.wait_for(service.stopping.wait(), TAKE_OVER_S)
    return False


def sources_of(service: Service) -> Sources:
    """How files are read that Telegram does not keep itself; papers may hold such as it does."""
    program = service.program
    kept = {"web": service.shelf.read, "telegram": fetch_of(program.settings)}
    papers = fetch_papers(program.storage.papers, kept, program.settings.templates)
    return {"web": service.shelf.read, CHANNEL: papers}


async def _run(channel: ModuleType, service: Service, *, door: WebhookDoor | None) -> None:
    settings = service.program.settings
    token = settings.telegram_token
    assert token is not None, "the caller looked"
    telegram = channel.telegram_channel(
        token=token.get_secret_value(),
        api_url=settings.telegram_api_url,
        turns=service.turns,
        outbox=service.measures.of_outbox(service.program.storage.outbox, "telegram"),
        clock=service.program.clock,
        webhook=door,
        limits=limits_of(settings),
        sources=sources_of(service),
        scanner=scanner_of(settings),
    )
    service.wakers.append(telegram.wake)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(telegram.run())
        await service.stopping.wait()
        telegram.stop()
