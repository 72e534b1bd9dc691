"""The door Telegram knocks at: secret, JSON, turn, then 200. Needs neither Telegram library."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from aiohttp import web

log = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 1024 * 1024

Receive: TypeAlias = Callable[[dict[str, Any]], Awaitable[None]]
"""Takes the turn of one raw update; raises where it is not committed."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """The public address Telegram shall call, and the secret it shall show."""

    url: str
    secret: str

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"


class WebhookDoor:
    """Its route can be served before the channel behind it is there; until then it says 503."""

    def __init__(self, webhook: Webhook) -> None:
        self.webhook = webhook
        self._receive: Receive | None = None

    def open(self, receive: Receive) -> None:
        self._receive = receive

    def close(self) -> None:
        self._receive = None

    def routes(self) -> list[web.RouteDef]:
        return [web.post(self.webhook.path, self.answer)]

    async def answer(self, request: web.Request) -> web.Response:
        """200 after the commit, 401 without the secret, 400 for no update, 503: call again."""
        if not self._knows(request.headers.get(HEADER, "")):
            return web.Response(status=401)
        update = await _update_in(request)
        if update is None:
            return web.Response(status=400)
        if self._receive is None:
            return web.Response(status=503)
        try:
            await self._receive(update)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is not committed
            number, name = update["update_id"], type(error).__name__
            log.warning("update %d is asked for again: %s", number, name)
            return web.Response(status=503)
        return web.Response()

    def _knows(self, shown: str) -> bool:
        # as bytes: compare_digest refuses text that is not ASCII
        return hmac.compare_digest(
            shown.encode("utf-8", "surrogateescape"), self.webhook.secret.encode()
        )


async def _update_in(request: web.Request) -> dict[str, Any] | None:
    if request.content_length is not None and request.content_length > MOST_BYTES:
        return None
    try:
        raw = json.loads(await request.read())
    except (ValueError, RecursionError, web.HTTPException):
        return None
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return raw if isinstance(number, int) and not isinstance(number, bool) else None
