"""A sender with an outbox in memory and a channel that does as told, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from flows.ports import Envelope
from handlers.sender import Delivered, Outcome, Sender, Tempo
from tests.telegram.fakes import MemoryOutbox
from tests.telegram.virtual import VirtualClock, now, play

REPLY, BULK = 0, 1


class WatchedOutbox(MemoryOutbox):
    """Counts the rows it gave out."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def due(
        self, channel: str, *, now: datetime, limit: int, lane: int | None = None
    ) -> tuple[Envelope, ...]:
        rows = super().due(channel, now=now, limit=limit, lane=lane)
        self.read += len(rows)
        return rows

    def states(self) -> set[str]:
        return {row.state for row in self.rows}


def text_of(envelope: Envelope) -> str:
    return str(envelope.reply.text[0].values["text"])


@dataclass
class Post:
    """An outbox, its sender, and the channel: what was asked of it, and what it let through."""

    answer: Callable[[Envelope], Outcome] = lambda envelope: Delivered(str(envelope.id))
    tempo: Tempo = field(default_factory=Tempo)
    latency: float = 0.05
    outbox: WatchedOutbox = field(default_factory=WatchedOutbox)
    asked: list[tuple[float, str]] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    bulk_at_once: int = 0
    _bulk: int = 0

    def __post_init__(self) -> None:
        self.sender = Sender(
            "telegram", self.outbox, deliver=self._deliver, clock=VirtualClock(), tempo=self.tempo
        )

    async def _deliver(self, envelope: Envelope, /) -> Outcome:
        self.asked.append((now(), text_of(envelope)))
        self._bulk += envelope.lane
        self.bulk_at_once = max(self.bulk_at_once, self._bulk)
        await asyncio.sleep(self.latency)
        self._bulk -= envelope.lane
        outcome = self.answer(envelope)
        if isinstance(outcome, Delivered):
            self.sent.append((envelope.address, text_of(envelope)))
        return outcome

    def say(self, text: str, *, chat: str = "a", lane: int = REPLY) -> None:
        self.outbox.say(chat, text, lane=lane)
        self.sender.wake()

    def texts(self, chat: str = "a") -> list[str]:
        return [text for to, text in self.sent if to == chat]

    async def until_all_is_done(self) -> None:
        while "queued" in self.outbox.states():
            await asyncio.sleep(0.1)


def during(post: Post, story: Callable[[], object]) -> Post:
    """Play the story beside the running sender, then stop it."""

    async def whole() -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(post.sender.run())
            told: object = story()
            assert asyncio.iscoroutine(told)
            await told
            post.sender.stop()

    play(whole())
    return post
