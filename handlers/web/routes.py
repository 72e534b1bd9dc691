"""The web chat's routes: the page, what is said, what was said, what comes, and clauses."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from flows.codes import code_of
from flows.model import Incoming, Person, Tap
from flows.ports import StorageUnavailable
from flows.reminder_ports import Boards
from handlers.limiter import Limiter
from handlers.web import session
from handlers.web.page import STATIC, chat_page
from handlers.web.place import place_of
from handlers.web.ports import Devices, NoSuchClause, Turns
from handlers.web.sse import CHANNEL, Streams

log = logging.getLogger(__name__)
TRANSCRIPT_LINES = 200
CHOICE_BYTES = 64
TOKEN_BYTES = 64
CODES_AN_HOUR = 30
"""From one place: a chat has its own, smaller share, but anybody may begin a new one."""
ID_DIGITS = 18
_UPDATE = re.compile(r"[A-Za-z0-9-]{1,64}")


class BadRequest(ValueError):  # noqa: N818 - named by what it says
    """The body is not what the page sends."""


def read_incoming(raw: Any, address: str) -> Incoming:
    """A body as an Incoming; its update id is the session's own. Raises BadRequest."""
    if not isinstance(raw, dict) or not set(raw) <= {"update", "text", "tap"}:
        msg = "an object with update and text or tap"
        raise BadRequest(msg)
    update = raw.get("update")
    if not isinstance(update, str) or not _UPDATE.fullmatch(update):
        msg = "update"
        raise BadRequest(msg)
    named = f"{address}:{update}"
    if "tap" in raw and "text" not in raw:
        return Incoming(CHANNEL, address, named, tap=_read_tap(raw["tap"]))
    text = raw.get("text")
    if not isinstance(text, str) or not text.strip() or "tap" in raw:
        msg = "text"
        raise BadRequest(msg)
    # half a surrogate pair is no text, and no database takes one
    return Incoming(CHANNEL, address, named, text=text.encode("utf-8", "replace").decode())


def _read_tap(raw: Any) -> Tap:
    if isinstance(raw, dict) and set(raw) <= {"choice", "token"}:
        choice, token = raw.get("choice"), raw.get("token", "")
        if _is_short(choice, CHOICE_BYTES) and choice and _is_short(token, TOKEN_BYTES):
            return Tap(choice, token)
    msg = "tap"
    raise BadRequest(msg)


def _is_short(value: object, limit: int) -> bool:
    return isinstance(value, str) and value.isprintable() and len(value.encode()) <= limit


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error}, status=status)


@dataclass(frozen=True, slots=True)
class ChatRoutes:
    """The handlers, and what they stand on."""

    turns: Turns
    streams: Streams
    languages: tuple[str, ...]
    boards: Boards | None = None
    devices: Devices | None = None
    codes: Limiter = field(default_factory=lambda: Limiter(CODES_AN_HOUR, period_s=3600))

    def routes(self) -> list[web.AbstractRouteDef]:
        """All of them, for an application's router."""
        return [
            web.get("/", self.page),
            web.static("/static", STATIC),
            web.post("/api/say", self.say),
            web.get("/api/lines", self.lines),
            web.get("/api/events", self.events),
            web.get("/api/clauses/{clause}", self.clause),
        ]

    async def page(self, request: web.Request) -> web.Response:
        language = session.language_of(request, self.languages)
        return web.Response(
            text=chat_page(language),
            content_type="text/html",
            headers={"Cache-Control": "no-cache"},
        )

    async def lines(self, request: web.Request) -> web.Response:
        """The transcript; a browser without a session gets one here.

        Not on the page: a strict cookie is withheld when a link of another site leads to the
        page, and a new one there would take the old one's place.
        """
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        if site not in {"same-origin", "none"}:
            return _refused("origin", 403)
        address = await self._signed_in(session.address_of(request)) or session.new_address()
        outbox, today = self.streams.outbox, self.streams.clock.today()
        found = await asyncio.to_thread(outbox.transcript, CHANNEL, address, TRANSCRIPT_LINES)
        # read by opening the page is read: the stream begins behind these lines
        self.streams.marks.add(line.id for line in found if line.reply is not None)
        await self.streams.marks.write(now=True)
        language = session.language_of(request, self.languages)
        shown = {
            "lines": self.streams.renderer.lines(found, language, today=today),
            "last": max((line.id for line in found if line.reply is not None), default=0),
            "board": await asyncio.to_thread(self._has_board, address),
        }
        response = web.json_response(shown, headers={"Cache-Control": "no-store"})
        behind_tls = request.headers.get("X-Forwarded-Proto") == "https"
        session.remember(response, address, secure=request.secure or behind_tls)
        return response

    async def _signed_in(self, address: str | None) -> str | None:
        """The session, where it has not ended: what was ended is never taken up again."""
        if address is None or self.devices is None:
            return address
        try:
            goes_on = await asyncio.to_thread(self.devices.renew, CHANNEL, address)
        except StorageUnavailable:
            return address
        return address if goes_on else None

    def _has_board(self, address: str) -> bool:
        """Whether a way to the board is shown; the board itself asks again."""
        try:
            return self.boards is not None and self.boards.is_open(CHANNEL, address)
        except StorageUnavailable:
            return False

    async def say(self, request: web.Request) -> web.Response:
        """Take one message or tap; 200 once it is committed, 503 where the page must resend."""
        address = session.address_of(request)
        if address is None:
            return _refused("session", 401)
        try:
            incoming = read_incoming(json.loads(await request.text()), address)
        except (ValueError, RecursionError):
            return _refused("body", 400)
        if code_of(incoming, Person()):
            place = place_of(request)
            if self.codes.is_over(place):
                return _refused("often", 429)
            self.codes.count(place)
        try:
            await self.turns.take(incoming)
        except StorageUnavailable:
            log.warning("a turn was not saved")
            return _refused("not saved", 503)
        except Exception:
            # whatever stopped the commit, the page keeps the message and sends it again
            log.exception("a turn failed")
            return _refused("not saved", 503)
        self.streams.doorbell.ring(address)
        return web.json_response({"ok": True})

    async def events(self, request: web.Request) -> web.StreamResponse:
        address = session.address_of(request)
        if address is None:
            return _refused("session", 401)
        seen = request.headers.get("Last-Event-ID") or request.query.get("after", "0")
        if not (seen.isascii() and seen.isdigit() and len(seen) <= ID_DIGITS):
            return _refused("last event id", 400)
        return await self.streams.run(request, address, last=int(seen))

    async def clause(self, request: web.Request) -> web.Response:
        language = session.language_of(request, self.languages)
        try:
            shown = self.streams.renderer.clause(request.match_info["clause"], language)
        except NoSuchClause:
            return _refused("no such clause", 404)
        return web.json_response(shown)
