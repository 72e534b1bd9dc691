"""Telegram's pace: overall, for each chat and each group, and the waits it tells us."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

Answer = bool | dict[str, Any] | list[dict[str, Any]]

LONGEST_SLEEP = 2.0
"""Seconds; a longer wait goes back to the outbox, which survives a restart."""

TOKEN_HELD_FROM = 3
"""So many chats told to wait at one time mean that the token as a whole is."""

FORGET_ABOVE = 1000

UNPACED = frozenset({"editMessageReplyMarkup"})
"""No message: taking buttons away must not hold the next answer back."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second, and how many may go at once before the pace is kept."""

    each_second: float
    burst: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's published limits; its real ones vary, and 429 tells."""

    overall: Pace = Pace(30)
    chat: Pace = Pace(1, burst=3)
    group: Pace = Pace(20 / 60)


@dataclass(slots=True)
class _Line:
    """One paced line: `next_free` moves on by one interval for each message."""

    pace: Pace
    next_free: float = 0.0

    def earliest(self, now: float) -> float:
        lead = (self.pace.burst - 1) / self.pace.each_second
        return max(now, self.next_free - lead)

    def book(self, at: float) -> None:
        self.next_free = max(self.next_free, at) + 1 / self.pace.each_second


@dataclass(slots=True)
class ChatPacer(BaseRateLimiter[None]):
    """Sleeps in the sending chat's own task only, so that no chat waits for another's pace.

    A wait told by Telegram (429) is raised, not slept through, and further calls for that chat
    are refused until it is over; the outbox tries again then.
    """

    limits: Limits = field(default_factory=Limits)
    time: Callable[[], float] | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _chats: dict[int, _Line] = field(default_factory=dict)
    _held: dict[int, float] = field(default_factory=dict)
    _token_held: float = 0.0
    _overall: _Line = field(init=False)

    def __post_init__(self) -> None:
        self._overall = _Line(self.limits.overall)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def process_request(  # noqa: PLR0917 - the interface
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002
    ) -> Answer:
        """Call in the chat's turn. Raises RetryAfter, told or still standing."""
        if "chat_id" not in data:
            return await callback(*args, **kwargs)
        chat = int(data["chat_id"])
        wait = self._book(chat) if endpoint not in UNPACED else self._told(chat)
        if wait > 0:
            await self.sleep(wait)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as told:
            self._hold(chat, seconds_of(told))
            raise

    def _now(self) -> float:
        return self.time() if self.time else asyncio.get_running_loop().time()

    def _told(self, chat: int) -> float:
        """Seconds still to wait as Telegram told. Raises RetryAfter."""
        held = max(self._held.get(chat, 0.0), self._token_held) - self._now()
        if held > LONGEST_SLEEP:
            raise RetryAfter(timedelta(seconds=held))
        return held

    def _book(self, chat: int) -> float:
        """Take the next place in line; seconds until it."""
        now, held = self._now(), self._told(chat)
        line = self._line(chat, now)
        at = max(now + max(held, 0.0), line.earliest(now), self._overall.earliest(now))
        line.book(at)
        self._overall.book(at)
        return at - now

    def _line(self, chat: int, now: float) -> _Line:
        if chat not in self._chats:
            if len(self._chats) >= FORGET_ABOVE:
                idle = [name for name, line in self._chats.items() if line.next_free < now]
                for name in idle:
                    del self._chats[name]
            self._chats[chat] = _Line(self.limits.group if chat < 0 else self.limits.chat)
        return self._chats[chat]

    def _hold(self, chat: int, seconds: float) -> None:
        now = self._now()
        self._held = {name: until for name, until in self._held.items() if until > now}
        self._held[chat] = now + seconds
        if len(self._held) >= TOKEN_HELD_FROM:
            self._token_held = max(self._token_held, now + seconds)


def seconds_of(told: RetryAfter) -> float:
    """The wait in seconds, whichever of its two types the library gives."""
    wait = told._retry_after  # noqa: SLF001 - the public property warns and changes its type
    return wait.total_seconds()
