"""Telegram put together: who polls or is called, who takes the turn, who sends."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError
from aiohttp import web
from telegram.warnings import PTBDeprecationWarning

from flows.ports import Clock, Outbox
from handlers.files import Sources
from handlers.received import Inspection
from handlers.scanning import Scanner, scanned
from handlers.sender import Sender, Tempo
from handlers.telegram.commands import announce
from handlers.telegram.files import fetched
from handlers.telegram.inbound import ALLOWED, CHANNEL
from handlers.telegram.limits import Limits
from handlers.telegram.outbound import TelegramDelivery
from handlers.telegram.polling import Poller, PollTempo
from handlers.telegram.receiver import Patience, Receiver, Turns
from handlers.telegram.webhook import Webhook, WebhookDoor

log = logging.getLogger(__name__)

OFFICIAL = "https://api.telegram.org"
WEBHOOK_CONNECTIONS = 40
CHATTY = ("httpx", "httpcore", "aiogram", "telegram")
"""Loggers that write addresses, and with them the token, or texts."""


class TelegramChannel:
    """Made inside the event loop; `run` until `stop`, then whole turns are ended and sent."""

    def __init__(
        self,
        bot: Bot,
        receiver: Receiver,
        *,
        sender: Sender,
        delivery: TelegramDelivery,
        poller: Poller,
        door: WebhookDoor | None,
    ) -> None:
        self._bot = bot
        self._receiver = receiver
        self._sender = sender
        self._delivery = delivery
        self._poller = poller
        self._door = door
        self._stopping = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """The webhook's route; none when polling."""
        return self._door.routes() if self._door else []

    def wake(self) -> None:
        """A reply or a reminder was committed. To be called in the event loop."""
        self._sender.wake()

    def stop(self) -> None:
        self._receiver.stop()
        self._stopping.set()

    async def run(self) -> None:
        """Until `stop`. Telegram being down, or refusing the token, is waited out."""
        try:
            async with asyncio.TaskGroup() as sending:
                sending.create_task(self._sender.run())
                await self._receive_until_stopped()
                self._sender.stop()
        finally:
            await self._delivery.close()
            await self._bot.session.close()

    async def _receive_until_stopped(self) -> None:
        async with asyncio.TaskGroup() as turns:
            self._receiver.spawner = turns
            receiving = turns.create_task(self._receive(turns))
            announcing = turns.create_task(self._persist(lambda: announce(self._bot)))
            await self._stopping.wait()
            if self._door:
                self._door.close()
                self._receiver.spawner = None
            receiving.cancel()
            announcing.cancel()
        self._receiver.spawner = None
        if not self._door:
            await self._poller.confirm()

    async def _receive(self, turns: asyncio.TaskGroup) -> None:
        if self._door is None:
            await self._persist(self._bot.delete_webhook)
            await self._poller.run(turns)
            return
        door = self._door
        door.open(self._receiver.take_once)
        await self._persist(
            lambda: self._bot.set_webhook(
                door.webhook.url,
                secret_token=door.webhook.secret,
                allowed_updates=list(ALLOWED),
                max_connections=WEBHOOK_CONNECTIONS,
            )
        )

    async def _persist(self, call: Callable[[], Awaitable[object]]) -> None:
        """Call until Telegram takes it."""
        wait = 0.5
        while True:
            try:
                await call()
            except (AiogramError, OSError) as error:
                log.warning("Telegram: %s, again in %.1f s", type(error).__name__, wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, 60.0)
            else:
                return


def telegram_channel(
    *,
    token: str,
    turns: Turns,
    outbox: Outbox,
    clock: Clock,
    api_url: str = OFFICIAL,
    webhook: Webhook | WebhookDoor | None = None,
    limits: Limits | None = None,
    tempo: Tempo | None = None,
    poll_tempo: PollTempo | None = None,
    patience: Patience | None = None,
    sources: Sources | None = None,
    scanner: Scanner | None = None,
) -> TelegramChannel:
    """To be called in the event loop. Polls, unless a webhook is given.

    A `WebhookDoor` whose routes are already served may stand for the webhook, since this
    module is imported only after the page answers. `sources` reads what other channels keep;
    `scanner` is asked about what is sent here.
    Raises ValueError for a malformed token.
    """
    quieten()
    api_url = api_url.rstrip("/")
    server = TelegramAPIServer.from_base(api_url)
    bot = Bot(token, session=AiohttpSession(api=server, timeout=20))
    fetch = scanned(partial(fetched, token=token, api_url=api_url), scanner)
    receiver = Receiver(bot, turns, patience=patience, inspect=Inspection(fetch))
    limits = limits or Limits()

    def wanted(envelope: int) -> bool:
        return outbox.is_queued(envelope, now=clock.now())

    delivery = TelegramDelivery(token, api_url, limits=limits, sources=sources, wanted=wanted)
    tempo = quiet_for(limits, tempo or Tempo())
    sender = Sender(CHANNEL, outbox, deliver=delivery, clock=clock, tempo=tempo)
    door = WebhookDoor(webhook) if isinstance(webhook, Webhook) else webhook
    return TelegramChannel(
        bot,
        receiver,
        sender=sender,
        delivery=delivery,
        poller=Poller(bot, receiver, tempo=poll_tempo),
        door=door,
    )


def quiet_for(limits: Limits, tempo: Tempo) -> Tempo:
    """Bulk is started for a chat only once its pace lets it go at once."""
    interval = 1 / limits.chat.each_second
    return replace(tempo, rest_after_bulk=interval, rest_after_reply=interval * limits.chat.burst)


def quieten() -> None:
    """Keep the libraries from logging addresses and texts."""
    for name in CHATTY:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))
    # its environment variable is not ours to set, and seconds_of reads the wait itself
    warnings.filterwarnings("ignore", ".*retry_after", category=PTBDeprecationWarning)
    # quotes the body of an answer that is no JSON
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)
