"""Drains the outbox to one pushing channel: in order within a chat, side by side among chats."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol, TypeAlias

from flows.ports import Clock, Envelope, Outbox, Sent

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivered:
    """It is there; `message` is the channel's id, by which it can be edited."""

    message: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. `seconds` where the channel told how long; else back-off, and an end to it."""

    why: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Never. `unreachable` where the chat itself is gone (blocked, deleted)."""

    why: str
    unreachable: bool = False


Outcome: TypeAlias = Delivered | Later | Failed


class Deliver(Protocol):
    """One attempt to send one envelope."""

    async def __call__(self, envelope: Envelope, /) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds and counts of the sender."""

    idle: float = 1.0
    look_every: float = 0.02
    mark_every: float = 0.05
    marks: int = 100
    batch: int = 100
    at_once: int = 128
    attempts: int = 12
    first_wait: float = 1.0
    longest_wait: float = 300.0
    database_wait: float = 0.5
    grace: float = 5.0

    def back_off(self, attempts: int) -> float:
        """1, 2, 4 … 300 seconds after the first, second, third … failure."""
        return float(min(self.first_wait * 2 ** min(attempts, 30), self.longest_wait))


class Sender:
    """One a channel and process. A chat whose envelope is on its way, or sent but not yet
    marked, is busy: its next envelope waits, so that order holds and nothing is sent twice.
    """  # noqa: D205

    def __init__(
        self,
        channel: str,
        outbox: Outbox,
        *,
        deliver: Deliver,
        clock: Clock,
        tempo: Tempo | None = None,
    ) -> None:
        self._channel = channel
        self._outbox = outbox
        self._deliver = deliver
        self._clock = clock
        self._tempo = tempo or Tempo()
        self._busy: set[str] = set()
        self._sent: list[tuple[Envelope, Sent]] = []
        self._woken = asyncio.Event()
        self._slots = asyncio.Semaphore(self._tempo.at_once)
        self._stopping = asyncio.Event()
        self._drained = asyncio.Event()
        self._to_mark = asyncio.Event()

    def wake(self) -> None:
        """Something may be due. To be called in the event loop."""
        self._woken.set()

    def stop(self) -> None:
        """Send what is due, for a few seconds at most, await what is on its way, and end."""
        self._stopping.set()
        self._woken.set()

    async def run(self) -> None:
        """Until `stop`."""
        async with asyncio.TaskGroup() as tasks:
            marking = tasks.create_task(self._mark_always())
            async with asyncio.TaskGroup() as sending:
                await self._drain(sending)
            self._drained.set()
            self._to_mark.set()
            await marking

    async def _drain(self, sending: asyncio.TaskGroup) -> None:
        loop = asyncio.get_running_loop()
        until: float | None = None
        while True:
            self._woken.clear()
            started = await self._start_due(sending)
            if self._stopping.is_set():
                until = until or loop.time() + self._tempo.grace
                if loop.time() > until or not (started or self._busy):
                    return
            # each turn of every channel rings: one look serves all that rang meanwhile
            await _wait(self._stopping, self._tempo.look_every)
            if not started:
                await _wait(self._woken, self._tempo.idle)

    async def _start_due(self, sending: asyncio.TaskGroup) -> int:
        limit = self._tempo.batch + len(self._busy)
        now = self._clock.now()
        try:
            due = await asyncio.to_thread(self._outbox.due, self._channel, now=now, limit=limit)
        except Exception as error:  # noqa: BLE001 - whatever the database says, try again
            self._complain("reading", error)
            await _wait(self._stopping, self._tempo.database_wait)
            return 0
        fresh = [envelope for envelope in due if envelope.address not in self._busy]
        for envelope in fresh:
            await self._slots.acquire()
            self._busy.add(envelope.address)
            sending.create_task(self._send(envelope))
        return len(fresh)

    async def _send(self, envelope: Envelope) -> None:
        try:
            outcome = await self._attempt(envelope)
        finally:
            self._slots.release()
        if isinstance(outcome, Delivered):
            self._sent.append((envelope, Sent(envelope.id, outcome.message)))
            self._to_mark.set()
            return
        await self._note(partial(self._record, envelope, outcome))
        self._free(envelope)

    async def _attempt(self, envelope: Envelope) -> Outcome:
        try:
            outcome = await self._deliver(envelope)
        except Exception as error:  # noqa: BLE001 - one bad row must not stop the others
            log.warning("envelope %d: %s", envelope.id, type(error).__name__)
            outcome = Later(type(error).__name__)
        if isinstance(outcome, Later) and outcome.seconds is None:
            if envelope.attempts + 1 >= self._tempo.attempts:
                return Failed(outcome.why)
            return Later(outcome.why, self._tempo.back_off(envelope.attempts))
        return outcome

    def _record(self, envelope: Envelope, outcome: Later | Failed) -> None:
        if isinstance(outcome, Failed):
            self._outbox.give_up(envelope.id, why=outcome.why, unreachable=outcome.unreachable)
            return
        until = self._clock.now() + timedelta(seconds=outcome.seconds or 0)
        self._outbox.put_off(envelope.id, until=until, why=outcome.why)

    async def _mark_always(self) -> None:
        while not (self._drained.is_set() and not self._sent):
            self._to_mark.clear()
            if not self._sent and not self._drained.is_set():
                await self._to_mark.wait()
            await _wait(self._drained, self._tempo.mark_every)
            while self._sent:
                batch = self._sent[: self._tempo.marks]
                del self._sent[: len(batch)]
                now, sent = self._clock.now(), [sent for _, sent in batch]
                await self._note(partial(self._outbox.mark_sent, sent, now=now))
                for envelope, _ in batch:
                    self._free(envelope)

    def _free(self, envelope: Envelope) -> None:
        self._busy.discard(envelope.address)
        self._woken.set()

    async def _note(self, write: Callable[[], None]) -> None:
        """Write until it is written; while stopping, a failure is left to the next start."""
        while True:
            try:
                return await asyncio.to_thread(write)
            except Exception as error:  # noqa: BLE001
                self._complain("writing", error)
                if self._stopping.is_set():
                    return None
                await _wait(self._stopping, self._tempo.database_wait)

    def _complain(self, doing: str, error: Exception) -> None:
        log.warning("%s: %s the outbox failed: %s", self._channel, doing, type(error).__name__)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    """Until the event, or so many seconds."""
    waiting: Awaitable[bool] = event.wait()
    try:
        await asyncio.wait_for(waiting, seconds)
    except TimeoutError:
        return
