"""Files to and from the page: one sent with a report, one handed over by a reply."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from aiohttp import hdrs, web

from flows.model import Download, Expects, Incoming
from flows.ports import StorageUnavailable
from handlers.files import (
    FILES_AN_HOUR,
    MOST_BYTES,
    FileGone,
    FileRefused,
    Sources,
    content_of,
)
from handlers.limiter import Limiter
from handlers.tables import with_table
from handlers.web import session
from handlers.web.guard import FILES_PATH
from handlers.web.ports import Outbox, Refusals, Turns
from handlers.web.refusing import refused
from handlers.web.shelf import Shelf
from handlers.web.sse import CHANNEL, Streams

log = logging.getLogger(__name__)
PATIENCE_S = 300.0
LINES_BACK = 40
NAME_BYTES = 1000
ID_DIGITS = 18
STATUS = {"empty": 422, "kind": 415, "large": 413, "room": 507, "virus": 422, "scan": 503}
_UPDATE = re.compile(r"[A-Za-z0-9-]{1,64}")


class Refused(Exception):  # noqa: N818 - named by what it says
    """The request is refused: a word for the page, and a status."""

    def __init__(self, error: str, status: int) -> None:
        super().__init__(error)
        self.error = error
        self.status = status


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error}, status=status)


def _uploads() -> Limiter:
    return Limiter(FILES_AN_HOUR, period_s=3600)


@dataclass(frozen=True, slots=True)
class FileRoutes:
    """Files are taken only by a chat that was asked for them, and given only to their own."""

    turns: Turns
    streams: Streams
    shelf: Shelf | None
    sources: Sources
    limiter: Limiter = field(default_factory=_uploads)
    refusals: Refusals | None = None

    def routes(self) -> list[web.AbstractRouteDef]:
        """Without a shelf files are handed over, and none are taken."""
        give = web.get(f"{FILES_PATH}/{{envelope:\\d{{1,{ID_DIGITS}}}}}", self.give)
        return [give, web.post(FILES_PATH, self.take)] if self.shelf else [give]

    async def take(self, request: web.Request) -> web.Response:
        """Keep one file and take its turn; a file sent again has no second effect."""
        try:
            address, update = self._whose(request)
            await self._may_send(address)
            return await self._taken(request, address, update=update)
        except Refused as refused:
            return _refused(refused.error, refused.status)
        except FileRefused as refused:
            return _refused(refused.why, STATUS[refused.why])
        except TimeoutError:
            return _refused("slow", 408)
        except ConnectionError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the page sends it again
            log.warning("a file was not taken: %s", type(error).__name__)
            return _refused("not saved", 503)

    def _whose(self, request: web.Request) -> tuple[str, str]:
        """The session and the update. Raises Refused."""
        address, update = session.address_of(request), request.headers.get("X-Update", "")
        if address is None:
            raise Refused("session", 401)
        if not _UPDATE.fullmatch(update):
            raise Refused("update", 400)
        if (request.content_length or 0) > MOST_BYTES:
            raise Refused("large", 413)
        return address, update

    async def _may_send(self, address: str) -> None:
        """Raises Refused: so many an hour, and only where a report is asked for."""
        if self.limiter.is_over(address):
            raise Refused("often", 429)
        if not await asyncio.to_thread(was_asked, self.streams.outbox, address):
            raise Refused("asked", 409)
        self.limiter.count(address)

    async def _taken(self, request: web.Request, address: str, *, update: str) -> web.Response:
        name = unquote(request.headers.get("X-File-Name", "")[:NAME_BYTES], errors="replace")
        assert self.shelf is not None
        async with asyncio.timeout(PATIENCE_S):
            file = await self.shelf.put(_chunks(request), name)
        named = f"{address}:{update}"
        incoming = Incoming(CHANNEL, address, named, attachment="file", files=(file,))
        await self.turns.take(await with_table(incoming, self.shelf.read))
        self.streams.doorbell.ring(address)
        return web.json_response({"ok": True, "name": file.name})

    async def give(self, request: web.Request) -> web.Response:
        """The file that a reply of this very chat hands over."""
        address = session.address_of(request)
        if address is None:
            return _refused("session", 401)
        number = int(request.match_info["envelope"])
        try:
            rows = await asyncio.to_thread(self.streams.outbox.after, CHANNEL, address, number - 1)
        except StorageUnavailable:
            return _refused("not read", 503)
        file = next((row.reply.file for row in rows if row.id == number), None)
        if file is None:
            matter = {"envelope": number}
            await refused(self.refusals, address, asked="file", matter=matter)
            return _refused("no such file", 404)
        return await handed(file, self.sources)


def was_asked(outbox: Outbox, address: str) -> bool:
    """Whether a reply of late, a reminder after it or not, waits for files."""
    lines = outbox.transcript(CHANNEL, address, LINES_BACK)
    asking = (line.reply.expects for line in reversed(lines) if line.reply and line.reply.token)
    return next(asking, None) is Expects.FILES


async def handed(file: Download, sources: Sources) -> web.Response:
    """A file to save; never one that a browser would run."""
    try:
        content = await content_of(file, sources)
    except FileGone:
        return _refused("file gone", 410)
    return web.Response(
        body=content,
        headers={
            hdrs.CONTENT_TYPE: file.media,
            hdrs.CONTENT_DISPOSITION: f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
            hdrs.CACHE_CONTROL: "private, no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


async def _chunks(request: web.Request) -> AsyncIterator[bytes]:
    async for chunk in request.content.iter_any():
        yield chunk
