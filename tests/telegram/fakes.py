"""An outbox in memory and turns that echo, for the edges alone."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from flows.model import Incoming, Reply
from flows.ports import Envelope, Line, Sent, StorageUnavailable
from rules.message import say


class RunningClock:
    """Real time, from a fixed day on."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def now(self) -> datetime:
        return datetime.fromtimestamp(1_795_000_000 + time.monotonic() - self._start, UTC)

    def today(self) -> date:
        return self.now().date()


@dataclass(slots=True)
class Row:
    envelope: Envelope
    state: str = "queued"
    until: datetime | None = None
    why: str | None = None
    unreachable: bool = False
    message: str | None = None

    def is_over(self, now: datetime) -> bool:
        end = self.envelope.not_after
        return end is not None and end <= now


class MemoryOutbox:
    """flows.ports.Outbox; the oldest queued row of a chat holds the later ones back."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.slots: dict[tuple[str, str], str] = {}
        self.broken = False
        self.unmarkable = False
        self.marked: list[int] = []
        self._lock = threading.Lock()

    def put(self, address: str, reply: Reply, *, language: str = "vi", **rest: Any) -> int:
        with self._lock:
            number = len(self.rows) + 1
            self.rows.append(Row(Envelope(number, 1, address, language, reply, 0, **rest)))
            return number

    def say(self, address: str, text: str, *, slot: str | None = None, **rest: Any) -> int:
        """Queue a plain text; lane 1 is what comes of itself."""
        line = say("test.line", text=text)
        return self.put(address, Reply((line,), slot=slot), **rest)

    def row(self, number: int) -> Row:
        return self.rows[number - 1]

    def due(
        self, channel: str, *, now: datetime, limit: int, lane: int | None = None
    ) -> tuple[Envelope, ...]:
        self._fail_if_broken()
        with self._lock:
            gone = {row.envelope.address for row in self.rows if row.unreachable}
            heads: dict[str, Row] = {}
            for row in sorted(self.rows, key=lambda row: row.envelope.lane):
                if row.state == "queued" and row.envelope.address not in gone:
                    heads.setdefault(row.envelope.address, row)
            ready = [row for row in heads.values() if row.until is None or row.until <= now]
            ready = [row for row in ready if not row.is_over(now)]
            lanes = [[row for row in ready if row.envelope.lane == wanted]
                     for wanted in ((0, 1) if lane is None else (lane,))]  # fmt: skip
            return tuple(self._addressed(row.envelope) for rows in lanes for row in rows[:limit])

    def _addressed(self, envelope: Envelope) -> Envelope:
        slot = envelope.reply.slot
        edits = self.slots.get((envelope.address, slot)) if slot else None
        return replace(envelope, edits=edits)

    def is_queued(self, envelope: int, *, now: datetime) -> bool:
        self._fail_if_broken()
        row = self.row(envelope)
        return row.state == "queued" and not row.is_over(now)

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        self._fail_if_broken(writing=True)
        with self._lock:
            self.marked.append(len(sent))
            for one in sent:
                row = self.row(one.envelope)
                row.state, row.message = "sent", one.message
                if row.envelope.reply.slot and one.message:
                    self.slots[row.envelope.address, row.envelope.reply.slot] = one.message

    def put_off(self, envelope: int, *, until: datetime, why: str, failed: bool = True) -> None:
        self._fail_if_broken(writing=True)
        with self._lock:
            row = self.row(envelope)
            row.until, row.why = until, why
            row.envelope = replace(row.envelope, attempts=row.envelope.attempts + failed)

    def give_up(self, envelope: int, *, why: str, unreachable: bool = False) -> None:
        self._fail_if_broken(writing=True)
        with self._lock:
            row = self.row(envelope)
            row.state, row.why, row.unreachable = "failed", why, unreachable

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]:
        return tuple(
            row.envelope
            for row in self.rows
            if row.envelope.address == address and row.envelope.id > last
        )

    def transcript(self, channel: str, address: str, limit: int) -> tuple[Line, ...]:
        now = datetime.fromtimestamp(0, UTC)
        return tuple(
            Line(envelope.id, now, reply=envelope.reply)
            for envelope in self.after(channel, address, 0)[-limit:]
        )

    def _fail_if_broken(self, *, writing: bool = False) -> None:
        if self.broken or (writing and self.unmarkable):
            raise StorageUnavailable


@dataclass(slots=True)
class EchoTurns:
    """Each update once; its text comes back as a reply. `stuck` chats wait, `broken` fails."""

    outbox: MemoryOutbox
    wake: Callable[[], None] = lambda: None
    taken: list[Incoming] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    stuck: dict[str, object] = field(default_factory=dict)
    broken: bool = False
    bug: type[Exception] | None = None
    attempts: int = 0
    failing: set[str] = field(default_factory=set)
    delays: dict[str, float] = field(default_factory=dict)
    reply: Callable[[Incoming], Reply | None] = lambda incoming: None

    async def take(self, incoming: Incoming) -> None:
        self.attempts += 1
        gate = self.stuck.get(incoming.sender)
        if gate is not None:
            await gate.wait()  # type: ignore[attr-defined]
        await asyncio.sleep(self.delays.get(incoming.text or "", 0))
        if self.broken or incoming.text in self.failing:
            raise StorageUnavailable
        if self.bug is not None:
            raise self.bug(f"12 người: {incoming.text}")
        if incoming.update in self.seen:
            return
        self.seen.add(incoming.update)
        self.taken.append(incoming)
        said = self.reply(incoming) or Reply((say("test.line", text=incoming.text or "…"),))
        self.outbox.put(incoming.sender, said)
        self.wake()

    def texts(self, sender: str) -> list[str | None]:
        return [incoming.text for incoming in self.taken if incoming.sender == sender]
