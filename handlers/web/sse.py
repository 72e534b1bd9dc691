"""Server-sent events: a chat's outbox rows above the last one its browser has seen."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass

from aiohttp import web

from flows.ports import Envelope
from handlers.web.doorbell import Doorbell
from handlers.web.marks import Marks
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
    marks: Marks
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
        finally:
            await self.marks.write(now=True)
        return response

    async def _pump(self, response: web.StreamResponse, address: str, *, last: int) -> None:
        with self.doorbell.listen(address) as bell:
            while not self.doorbell.closed:
                bell.clear()  # before the read, so that a ring during it is not lost
                fresh = await self._read(address, last)
                for envelope in fresh:
                    await response.write(self._event(envelope))
                    last = envelope.id
                self.marks.add(envelope.id for envelope in fresh)
                await self.marks.write()
                await self._wait(response, bell, shown=bool(fresh))

    async def _wait(
        self, response: web.StreamResponse, bell: asyncio.Event, *, shown: bool
    ) -> None:
        """Until the bell rings or it is time for a sign of life; what was shown is marked."""
        patience = min(self.marks.every_s, self.heartbeat_s) if shown else self.heartbeat_s
        try:
            async with asyncio.timeout(patience):
                await bell.wait()
        except TimeoutError:
            await self.marks.write()
            await response.write(b"event: beat\ndata: \n\n")

    async def _read(self, address: str, last: int) -> tuple[Envelope, ...]:
        try:
            return await asyncio.to_thread(self.outbox.after, CHANNEL, address, last)
        except Exception as error:  # noqa: BLE001 - away for a while: stay, and look again
            log.warning("the outbox could not be read: %s", type(error).__name__)
            return ()

    def _event(self, envelope: Envelope) -> bytes:
        shown = self.renderer.envelope(envelope, today=self.clock.today())
        data = json.dumps(shown, ensure_ascii=False)
        return f"id: {envelope.id}\nevent: reply\ndata: {data}\n\n".encode()
