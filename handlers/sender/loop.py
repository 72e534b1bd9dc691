"""One sender for replies and for what comes of itself: replies first, bulk a little at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from flows.ports import Clock, Envelope, Outbox
from handlers.sender.chats import Chats
from handlers.sender.marks import Marks, wait
from handlers.sender.outcome import Deliver, Delivered, Failed, Later, Outcome, Withdrawn
from handlers.sender.silence import Silence
from handlers.sender.stock import Stock
from handlers.sender.tempo import Tempo

log = logging.getLogger(__name__)

REPLIES, BULK = 0, 1


class Sender:
    """One a channel and process."""

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
        self._chats = Chats()
        self._stock = Stock(self._tempo)
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()
        self._slots = asyncio.Semaphore(self._tempo.at_once)
        self._bulk_on_its_way = 0
        self._unsettled = 0
        self._silence = Silence(self._tempo)
        self._marks = Marks(
            outbox, clock=clock, tempo=self._tempo, stopping=self._stopping, freed=self._free
        )

    def wake(self) -> None:
        """Something may be due. To be called in the event loop."""
        self._woken.set()

    def stop(self) -> None:
        """Send the replies due, for a few seconds at most, await what is on its way, and end."""
        self._stopping.set()
        self._woken.set()

    async def run(self) -> None:
        """Until `stop`."""
        async with asyncio.TaskGroup() as tasks:
            marking = tasks.create_task(self._marks.run())
            async with asyncio.TaskGroup() as sending:
                await self._drain(sending)
            self._marks.end()
            await marking

    async def _drain(self, sending: asyncio.TaskGroup) -> None:
        until: float | None = None
        while True:
            self._woken.clear()
            started = await self._start_due(sending)
            if self._stopping.is_set():
                until = until or _now() + self._tempo.grace
                if _now() > until or not (started or self._chats.busy()):
                    return
            # each turn of every channel rings: one look serves all that rang meanwhile
            await wait(self._stopping, self._tempo.look_every)
            if not started:
                await wait(self._woken, self._pause())

    def _pause(self) -> float:
        if left := self._silence.left(_now()):
            return min(left, self._tempo.idle)
        return self._tempo.bulk_look_every if self._stock.more else self._tempo.idle

    async def _start_due(self, sending: asyncio.TaskGroup) -> int:
        """Start what may go; how many."""
        now = _now()
        if self._silence.left(now):
            return 0
        # what is marked and freed while the rows are read was still queued when they were read
        before, quiet = self._chats.busy(), self._chats.quiet(now)
        wants_bulk = self._stock.is_wanted(now) and not self._stopping.is_set()
        most_bulk = self._tempo.bulk_stock + len(before) + len(quiet) if wants_bulk else 0
        try:
            replies, bulk = await asyncio.to_thread(self._read, len(before), most_bulk)
        except Exception as error:  # noqa: BLE001 - whatever the database says, try again
            log.warning("%s: reading the outbox failed: %s", self._channel, type(error).__name__)
            await wait(self._stopping, self._tempo.database_wait)
            return 0
        if wants_bulk:
            self._stock.fill(bulk, but_not=before | quiet, now=now)
        started = await self._start_replies(replies, sending, before=before)
        return started + self._start_bulk(sending)

    def _read(self, busy: int, most_bulk: int) -> tuple[tuple[Envelope, ...], ...]:
        due = partial(self._outbox.due, self._channel, now=self._clock.now())
        replies = due(limit=self._tempo.batch + busy, lane=REPLIES)
        return replies, due(limit=most_bulk, lane=BULK) if most_bulk else ()

    async def _start_replies(
        self,
        replies: Iterable[Envelope],
        sending: asyncio.TaskGroup,
        *,
        before: frozenset[str],
    ) -> int:
        started = 0
        for envelope in replies:
            self._stock.drop(envelope.address)
            if envelope.address in before or self._chats.is_busy(envelope.address):
                continue
            await self._slots.acquire()
            self._start(envelope, sending)
            started += 1
        return started

    def _start_bulk(self, sending: asyncio.TaskGroup) -> int:
        started = 0
        now = self._clock.now()
        while self._has_room_for_bulk() and (envelope := self._stock.take(now)):
            self._bulk_on_its_way += 1
            self._start(envelope, sending)
            started += 1
        return started

    def _has_room_for_bulk(self) -> bool:
        few = self._bulk_on_its_way < self._tempo.bulk_at_once
        # a database that takes no marks would see all these sent twice after a kill
        return few and self._unsettled < self._tempo.unsettled and not self._stopping.is_set()

    def _start(self, envelope: Envelope, sending: asyncio.TaskGroup) -> None:
        self._chats.take(envelope.address)
        sending.create_task(self._send(envelope))

    async def _send(self, envelope: Envelope) -> None:
        try:
            outcome = await self._attempt(envelope)
        finally:
            self._leave(envelope)
        if isinstance(outcome, Delivered):
            self._marks.add(envelope, outcome.message)
            return
        if self._silence.left(_now()):
            self._stock.clear()
        if not isinstance(outcome, Withdrawn):
            await self._marks.write(partial(self._record, envelope, outcome))
        self._free(envelope)

    def _leave(self, envelope: Envelope) -> None:
        self._unsettled += 1
        if envelope.lane == REPLIES:
            self._slots.release()
        else:
            self._bulk_on_its_way -= 1
            self._woken.set()

    async def _attempt(self, envelope: Envelope) -> Outcome:
        try:
            outcome = await self._deliver(envelope)
        except Exception as error:  # noqa: BLE001 - one bad row must not stop the others
            log.warning("envelope %d: %s", envelope.id, type(error).__name__)
            outcome = Later(type(error).__name__)
        outcome = self._silence.heed(outcome, now=_now())
        if not isinstance(outcome, Later) or outcome.seconds is not None:
            return outcome
        at_an_end = envelope.attempts + 1 >= self._tempo.attempts
        return Failed(outcome.why) if at_an_end else outcome

    def _record(self, envelope: Envelope, outcome: Later | Failed) -> None:
        if isinstance(outcome, Failed):
            self._outbox.give_up(envelope.id, why=outcome.why, unreachable=outcome.unreachable)
            return
        told = outcome.seconds
        seconds = self._tempo.back_off(envelope.attempts) if told is None else told
        until = self._clock.now() + timedelta(seconds=seconds)
        self._outbox.put_off(envelope.id, until=until, why=outcome.why, failed=told is None)

    def _free(self, envelope: Envelope) -> None:
        self._unsettled -= 1
        bulk = envelope.lane != REPLIES
        rest = self._tempo.rest_after_bulk if bulk else self._tempo.rest_after_reply
        self._chats.free(envelope.address, quiet_until=_now() + rest)
        self._woken.set()


def _now() -> float:
    return asyncio.get_running_loop().time()
