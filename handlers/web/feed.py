"""The private calendar feed: whoever knows its secret address sees its owner's last days."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

from aiohttp import ETag, hdrs, web

from flows.model import Download
from flows.reminder_ports import Feeds
from handlers.calendar_file import MEDIA, CalendarFiles, stamp_of
from handlers.limiter import Limiter
from handlers.web.guard import CALENDAR_PATHS
from handlers.web.page import told
from handlers.web.place import place_of
from handlers.web.ports import Clock, Refusals
from handlers.web.refusing import guessed

log = logging.getLogger(__name__)
SECRET_LETTERS = 128
MISSES_A_MINUTE = 20
MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class FeedRoutes:
    """Unknown, revoked and malformed secrets are told apart by nothing; none is ever logged."""

    feeds: Feeds
    clock: Clock
    refusals: Refusals | None = None
    files: CalendarFiles = field(default_factory=CalendarFiles)
    misses: Limiter = field(default_factory=lambda: Limiter(MISSES_A_MINUTE, period_s=MINUTE_S))

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get(f"{CALENDAR_PATHS}{{secret:[^/]+}}.ics", self.calendar),
            web.get(f"{CALENDAR_PATHS}{{cut:.*}}", _cut),
        ]

    async def calendar(self, request: web.Request) -> web.Response:
        """The calendar; 304 where the reader has it, `?download` to keep it as a file."""
        place = place_of(request)
        if self.misses.is_over(place):
            return _later(request, "web.calendar.often", status=429)
        try:
            found = await asyncio.to_thread(self._read, request.match_info["secret"])
        except Exception as error:  # noqa: BLE001 - its text could quote the address
            log.warning("a calendar feed could not be read: %s", type(error).__name__)
            return _later(request, "web.calendar.away", status=503)
        if found is None:
            self.misses.count(place)
            if self.misses.is_over(place):
                await guessed(self.refusals, "calendar", MISSES_A_MINUTE)
            return told(request, "web.calendar.gone", "web.calendar.gone.body", status=404)
        return _shown(request, *found)

    def _read(self, secret: str) -> tuple[Download, str] | None:
        """The calendar and its stamp, in a worker thread."""
        found = self.feeds.read(secret[:SECRET_LETTERS])
        if found is None:
            return None
        files, now = self.files, self.clock.now()
        file = files.file(found.lines, found.language, now=now, hours=found.hours)
        return file, stamp_of(files, found.lines, found.language, hours=found.hours)


async def _cut(request: web.Request) -> web.Response:
    """An address copied without its end: nothing is looked up, so nothing is told by it."""
    return told(request, "web.calendar.gone", "web.calendar.cut", status=404)


def _later(request: web.Request, why: str, *, status: int) -> web.Response:
    response = told(request, why, "web.calendar.retry", status=status)
    response.headers[hdrs.RETRY_AFTER] = str(int(MINUTE_S))
    return response


def _shown(request: web.Request, file: Download, stamp: str) -> web.Response:
    headers = {hdrs.CACHE_CONTROL: "private, no-cache", "X-Robots-Tag": "noindex"}
    known = any(tag.value in {stamp, "*"} for tag in request.if_none_match or ())
    response = web.Response(status=304 if known else 200, headers=headers)
    # weak: a reader that asks again gets the same days with another time stamp
    response.etag = ETag(stamp, is_weak=True)
    if known:
        return response
    shown = "attachment" if "download" in request.query else "inline"
    response.headers[hdrs.CONTENT_DISPOSITION] = f'{shown}; filename="{file.name}"'
    response.content_type, response.charset = MEDIA, "utf-8"
    response.text = file.text
    return response
