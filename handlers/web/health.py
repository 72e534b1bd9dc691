"""/healthz for whoever restarts the process, /metrics for whoever watches it."""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import hdrs, web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from flows.health import Health
from handlers.web.guard import comes_from_here
from handlers.web.measures import Measures
from handlers.web.ports import Clock

log = logging.getLogger(__name__)
MEDIA = "text/plain; version=0.0.4; charset=utf-8"
TICK_STALE_S = 120.0
FRESH_S = 2.0
PATIENCE_S = 5.0
NO_STORE = {hdrs.CACHE_CONTROL: "no-store"}


@dataclass(slots=True)
class HealthReader:
    """Reads how the reminders are doing, at most once in two seconds whoever asks.

    Where nothing is kept (`read` is None) nothing is ill.
    """

    read: Callable[[], Health] | None
    _found: Health | None = None
    _at: float = float("-inf")
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def __call__(self) -> Health | None:
        """None where the database does not answer."""
        async with self._one:
            if time.monotonic() - self._at >= FRESH_S:
                self._found = await self._ask()
                self._at = time.monotonic()
            return self._found

    async def _ask(self) -> Health | None:
        if self.read is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await asyncio.to_thread(self.read)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is ill
            log.warning("health could not be read: %s", type(error).__name__)
            return None


@dataclass(frozen=True, slots=True)
class HealthRoutes:
    """`token` opens /metrics to other machines; without one it answers this machine only."""

    health: HealthReader
    clock: Clock
    measures: Measures
    token: str | None = None
    started: float = field(default_factory=time.monotonic)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/healthz", self.healthz), web.get("/metrics", self.metrics)]

    async def healthz(self, _request: web.Request) -> web.Response:
        """200 while the database answers and ticks come; 503 else."""
        if self.health.read is None:
            return web.json_response({"ok": True}, headers=NO_STORE)
        found = await self.health()
        age = self._tick_age(found)
        stale = (time.monotonic() - self.started if age is None else age) > TICK_STALE_S
        shown = {
            "ok": found is not None and not stale,
            "database": found is not None,
            "last_tick_s": None if age is None else round(age),
        }
        return web.json_response(shown, status=200 if shown["ok"] else 503, headers=NO_STORE)

    def _tick_age(self, found: Health | None) -> float | None:
        """Seconds since the last tick; a clock put back makes none of them negative."""
        if found is None or found.last_tick is None:
            return None
        return max(0.0, (self.clock.now() - found.last_tick).total_seconds())

    async def metrics(self, request: web.Request) -> web.Response:
        """Prometheus' text; 403 to whoever is neither here nor holds the token."""
        if not self._may_see(request):
            return web.Response(status=403, text="403")
        registry = CollectorRegistry()
        registry.register(_Shown(await self.health(), self.measures, now=self.clock.now()))
        headers = NO_STORE | {hdrs.CONTENT_TYPE: MEDIA}
        return web.Response(body=generate_latest(registry), headers=headers)

    def _may_see(self, request: web.Request) -> bool:
        if comes_from_here(request):
            return True
        kind, _, given = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
        known = self.token is not None and kind.lower() == "bearer"
        return known and hmac.compare_digest(given.encode(), (self.token or "").encode())


@dataclass(frozen=True, slots=True, eq=False)
class _Shown(Collector):
    """One scrape; gauges that the database did not answer are left out."""

    health: Health | None
    measures: Measures
    now: datetime

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("kipthoi_database_up", "Whether the database answers.")
        up.add_metric([], float(self.health is not None))
        yield up
        for name, told, value in _gauges(self.health, self.now) if self.health else ():
            gauge = GaugeMetricFamily(f"kipthoi_{name}", told)
            if value is not None:
                gauge.add_metric([], value)
            yield gauge
        yield from self._counters()

    def _counters(self) -> Iterator[Metric]:
        counts = self.measures.read()
        for name, told in COUNTED.items():
            counter = CounterMetricFamily(f"kipthoi_{name}", told, labels=["channel"])
            for (kind, channel), value in sorted(counts.items()):
                if kind == name:
                    counter.add_metric([channel], value)
            yield counter


COUNTED = {
    "turns": "Turns committed since this process started.",
    "sent": "Messages delivered since this process started.",
    "put_off": "Attempts that failed and are tried again.",
    "given_up": "Messages given up.",
}


def _gauges(found: Health, now: datetime) -> Iterator[tuple[str, str, float | None]]:
    oldest = found.oldest_queued
    age = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    yield "outbox_queued", "Messages that wait to be sent.", found.queued
    yield "outbox_oldest_seconds", "How long the oldest of them has waited.", age
    yield "outbox_failed", "Messages and reminders that reached nobody.", found.failed
    yield "reminders_planned", "Reminders to come.", found.planned
    yield "unreadable", "Drafts and reports that could not be planned.", found.unreadable
    yield "next_due_timestamp_seconds", "When the next reminder is due.", _seconds(found.next_due)
    yield (
        "last_tick_timestamp_seconds",
        "When due rows were last looked for.",
        _seconds(found.last_tick),
    )


def _seconds(at: datetime | None) -> float | None:
    return at.timestamp() if at else None
