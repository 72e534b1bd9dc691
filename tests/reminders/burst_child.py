"""A process that dispatches and sends reminders until it is killed; the burst proofs start it.

Like tests/storage/crash_child.py it is a launcher: each line on standard input (JSON) forks one
player, so that imports are paid once. {"url": …, "far": file, "drain": true or false}

The far side, where messages arrive, is a file that is only appended to: what a killed player had
written stays. `s N chat` is written when a delivery begins, `a N chat` when it has arrived there,
`m N` once its mark is committed. A player that drains ends when nothing is left.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flows.ports import Envelope, Sent
from handlers.sender import Delivered, Sender, Tempo
from reminders.dispatch import Dispatcher
from reminders.scheduler import Ticker
from storage.outbox import SqlOutbox
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, at

NOW = "2026-11-20 07:00"
CHANNEL = "telegram"
LATENCY_S = 0.025
"""Each way: fifty milliseconds, as Telegram is emulated elsewhere."""
HURRY = Tempo(idle=0.05, bulk_look_every=0.05, rest_after_bulk=0.0)
"""No limits but the sender's own: how many are in flight is what counts here."""


@dataclass(frozen=True)
class FarSide:
    """Where messages arrive; each line is one write, whole or not at all."""

    file: int

    async def deliver(self, envelope: Envelope) -> Delivered:
        self.write("s", envelope)
        await asyncio.sleep(LATENCY_S)
        self.write("a", envelope)
        await asyncio.sleep(LATENCY_S)
        return Delivered(str(envelope.id))

    def write(self, word: str, envelope: Envelope) -> None:
        os.write(self.file, f"{word} {envelope.id} {envelope.address}\n".encode())


@dataclass(frozen=True)
class Noted:
    """The outbox, each mark told to the far side once it stands."""

    outbox: SqlOutbox
    far: FarSide

    def __getattr__(self, name: str) -> Any:
        return getattr(self.outbox, name)

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        self.outbox.mark_sent(sent, now=now)
        for one in sent:
            os.write(self.far.file, f"m {one.envelope}\n".encode())


async def play(order: dict[str, Any]) -> None:
    clock = HandClock(at(NOW))
    storage = open_storage(order["url"], clock, planner=PLANS)
    far = FarSide(os.open(order["far"], os.O_WRONLY | os.O_APPEND | os.O_CREAT))
    outbox: Any = Noted(storage.outbox, far)
    sender = Sender(CHANNEL, outbox, deliver=far.deliver, clock=clock, tempo=HURRY)
    dispatcher = Dispatcher(storage.reminders, PLANS, clock, breathe=lambda: None)
    ticker = Ticker(dispatcher, clock, queued=sender.wake, every=0.5, look_again=0.05)
    stopping = asyncio.Event()
    storage.reminders.next_due()  # connected before the first moment that counts
    say_line("ready")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(sender.run())
        tasks.create_task(ticker.run(stopping))
        while not (order["drain"] and await asyncio.to_thread(is_drained, storage, clock.now)):
            await asyncio.sleep(0.2)
        stopping.set()
        sender.stop()
    say_line("done")


def is_drained(storage: Any, now: Callable[[], datetime]) -> bool:
    health = storage.reminders.health(now())
    return not (health.planned or health.queued)


def say_line(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            try:
                asyncio.run(play(order))
            except BaseException:  # noqa: BLE001 - told to the launcher, whatever it is
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        say_line(f"pid {pid}")
        _, status = os.waitpid(pid, 0)
        say_line("failed" if os.WIFEXITED(status) and status else "end")


if __name__ == "__main__":
    main()
