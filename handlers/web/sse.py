"""Server-sent events: a chat's outbox rows above the last one its browser has seen."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass

from aiohttp import web

from flows.ports import Envelope, Sent
from handlers.web.doorbell import Doorbell
from handlers.web.ports import Clock, Outbox
from handlers.web.render import Renderer

log = logging.getLogger(__name__)
CHANNEL = "web"
RETRY_MS = 2000


@dataclass(frozen=True, slots=True)
class Streams:
    """Writes streams; `heartbeat_s` is the longest silence, and the wait after a failed read."""

    outbox: Outbox
    renderer: Renderer
    clock: Clock
    doorbell: Doorbell
    heartbeat_s: float = 15.0

    async def run(self, request: web.Request, address: str, *, last: int) -> web.StreamResponse:
        """Serve one browser until it leaves or the service stops."""
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await response.prepare(request)
        try:
            await response.write(f"retry: {RETRY_MS}\n\n".encode())
            await self._pump(response, address, last=last)
        except ConnectionError:
            log.debug("a browser left")
        return response

    async def _pump(self, response: web.StreamResponse, address: str, *, last: int) -> None:
        with self.doorbell.listen(address) as bell:
            while not self.doorbell.closed:
                bell.clear()  # before the read, so that a ring during it is not lost
                fresh = await self._read(address, last)
                for envelope in fresh:
                    await response.write(self._event(envelope))
                    last = envelope.id
                if fresh:
                    await self._mark(fresh)
                try:
                    async with asyncio.timeout(self.heartbeat_s):
                        await bell.wait()
                except TimeoutError:
                    await response.write(b"event: beat\ndata: \n\n")

    async def _read(self, address: str, last: int) -> tuple[Envelope, ...]:
        try:
            return await asyncio.to_thread(self.outbox.after, CHANNEL, address, last)
        except Exception:
            # the database may be away for a while; the browser stays and we look again
            log.exception("the outbox could not be read")
            return ()

    async def _mark(self, envelopes: tuple[Envelope, ...]) -> None:
        sent = tuple(Sent(envelope.id) for envelope in envelopes)
        try:
            await asyncio.to_thread(self.outbox.mark_sent, sent, now=self.clock.now())
        except Exception:
            # shown is shown: at worst the row counts as unread
            log.exception("delivered rows could not be marked")

    def _event(self, envelope: Envelope) -> bytes:
        shown = self.renderer.envelope(envelope, today=self.clock.today())
        data = json.dumps(shown, ensure_ascii=False)
        return f"id: {envelope.id}\nevent: reply\ndata: {data}\n\n".encode()
