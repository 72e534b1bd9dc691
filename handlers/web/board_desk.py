"""What all routes of the board stand on: each asks storage anew, and refuses in words."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, TypeAlias

from aiohttp import web

from handlers.web import session
from handlers.web.board_frame import BoardFrame
from handlers.web.ports import Clock, Registers, Words
from handlers.web.refusing import refused
from handlers.web.sse import CHANNEL
from rules.message import Message, say

log = logging.getLogger(__name__)
Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
NUMBER: Final = "\\d{1,18}"
HEADERS: Final = {"Cache-Control": "no-store"}


class NotNow(Exception):  # noqa: N818 - a state of affairs, told to whoever asks
    """The database does not answer."""


@dataclass(frozen=True, slots=True)
class BoardDesk:
    """Denied is the default: storage says who may see and do what, for each request anew."""

    registers: Registers
    clock: Clock
    words: Words
    languages: tuple[str, ...]

    def frame(self, request: web.Request) -> BoardFrame:
        """The board's page in the reader's language."""
        return BoardFrame(
            self.words,
            session.language_of(request, self.languages),
            today=self.clock.today(),
            now=self.clock.now(),
            zone=self.registers.zone,
        )

    def shown(self, page: Handler) -> Handler:
        """A page; where the database is away, one that says so."""

        async def shown(request: web.Request) -> web.StreamResponse:
            try:
                return await page(request)
            except NotNow:
                return html(self.frame(request).failed(), status=503)

        return shown

    def done(self, act: Handler) -> Handler:
        """What a page's script asks for; where the database is away, it is told so."""

        async def done(request: web.Request) -> web.StreamResponse:
            try:
                return await act(request)
            except NotNow:
                return self.answer(request, "not saved", status=503)

        return done

    async def asked(self, ask: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """The register's answer. Raises NotNow."""
        try:
            return await asyncio.to_thread(ask, *args, **named)
        except Exception as error:
            log.warning("the board could not be read: %s", type(error).__name__)
            raise NotNow from error

    async def denied(
        self,
        request: web.Request,
        asked: str,
        matter: Mapping[str, int],
        *,
        status: int = 403,
        why: str = "board.denied.body",
    ) -> web.Response:
        """For whom the board is; whoever may see one reads that there is no such thing."""
        address = session.address_of(request)
        await refused(self.registers.refusals, address, asked=asked, matter=matter)
        frame = self.frame(request)
        if status == HTTPStatus.FORBIDDEN or not await self.asked(
            self.registers.boards.is_open, CHANNEL, address or ""
        ):
            return html(frame.denied(why), status=status)
        return html(frame.missing(), status=status)

    async def nothing(self, request: web.Request) -> web.StreamResponse:
        """An address of the board where nothing is."""
        return await self.denied(request, "board", {}, status=404)

    async def act_refused(
        self, request: web.Request, asked: str, matter: Mapping[str, int]
    ) -> web.Response:
        """What is not there, or not theirs, is told alike, and noted."""
        address = session.address_of(request)
        await refused(self.registers.refusals, address, asked=asked, matter=matter)
        return self.answer(request, "missing", status=404)

    def answer(self, request: web.Request, error: str, *, status: int) -> web.Response:
        """A refusal for the page's script, with the words it shows."""
        key = error.replace(" ", "_")
        return self.told(request, error, say(f"board.refused.{key}"), status=status)

    def told(
        self, request: web.Request, error: str, why: Message, *, status: int, field: str = ""
    ) -> web.Response:
        """A refusal in words; `field` names what of the page it is about."""
        text = self.words(why, session.language_of(request, self.languages))
        told = {"error": error, "text": text} | ({"field": field} if field else {})
        return web.json_response(told, status=status)


def html(text: str, *, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)


def read_json(body: str) -> Mapping[str, Any]:
    """The object that a page's script sent; empty for anything else."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def is_number(value: object) -> bool:
    """Whether it is the number of a row."""
    return type(value) is int and 0 < value < 2**62
