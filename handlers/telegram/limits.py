"""Telegram's pace: through one gate, at the pace of each chat, and the waits it tells us."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from handlers.telegram.gate import Gate
from handlers.telegram.pace import Limits, Line, Pace

__all__ = ["ChatPacer", "Errand", "Limits", "NotWanted", "Pace", "TokenHeld", "seconds_of"]

Answer = bool | dict[str, Any] | list[dict[str, Any]]

LONGEST_SLEEP = 2.0
"""Seconds; a longer wait goes back to the outbox, which survives a restart."""

TOKEN_HELD_FROM = 3
"""So many chats told to wait, and none served between, mean that the token as a whole is."""

FORGET_ABOVE = 1000

MESSAGES = "send"
UNPACED = frozenset({"editMessageReplyMarkup"})
"""No message: taking buttons away must not hold the next answer back."""


class NotWanted(Exception):  # noqa: N818 - a state of affairs
    """The message was withdrawn while it waited for its turn; it did not go."""


@dataclass(frozen=True, slots=True)
class Errand:
    """A message's lane, and the question when its turn has come: whether it is still wanted."""

    lane: int = 0
    wanted: Callable[[], Awaitable[bool]] | None = None

    async def ask(self) -> None:
        """Raises NotWanted."""
        if self.wanted is not None and not await self.wanted():
            raise NotWanted


class TokenHeld(RetryAfter):
    """Told to wait not for one chat but for all of them."""


@dataclass(slots=True)
class _Chat:
    """A chat's line, and whose turn it is in it."""

    line: Line
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class ChatPacer(BaseRateLimiter[Errand]):
    """Sleeps in the sending chat's own task only, so that no chat waits for another's pace.

    `rate_limit_args` is the errand. Bulk goes to a chat only when its line is quiet, so that the
    burst is left to replies. A wait told by Telegram (429) is raised, not slept through, and
    further calls for that chat are refused until it is over; the outbox tries again then.
    """

    limits: Limits = field(default_factory=Limits)
    time: Callable[[], float] | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _chats: dict[int, _Chat] = field(default_factory=dict)
    _held: dict[int, float] = field(default_factory=dict)
    _told: set[int] = field(default_factory=set)
    _token_held: float = 0.0
    _gate: Gate = field(init=False)

    def __post_init__(self) -> None:
        self._gate = Gate(self.limits, time=self._now, sleep=self.sleep)

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
        rate_limit_args: Errand | None,
    ) -> Answer:
        """Call in the chat's turn. Raises RetryAfter, told or still standing."""
        if "chat_id" not in data:
            return await callback(*args, **kwargs)
        number, errand = int(data["chat_id"]), rate_limit_args or Errand()
        call = partial(callback, *args, **kwargs)
        if endpoint in UNPACED:
            return await self._through(number, Errand(1), call, endpoint=endpoint)
        chat = self._chat(number)
        async with chat.turn:
            while wait := self._wait(number, chat.line, lane=errand.lane):
                await self.sleep(wait)
            try:
                answer = await self._through(number, errand, call, endpoint=endpoint)
            finally:
                # as late as Telegram may have counted it
                chat.line.book(self._now())
        self._told.clear()
        return answer

    async def _through(
        self,
        number: int,
        errand: Errand,
        call: Callable[[], Coroutine[Any, Any, Answer]],
        *,
        endpoint: str,
    ) -> Answer:
        """Call in the token's turn; others may be told to wait while this one stands there."""
        check = partial(self._held_for, number, at_most=0.0)
        is_message = endpoint.startswith(MESSAGES)
        passing = self._gate.passing(
            errand.lane, check=check, ready=errand.ask, is_message=is_message
        )
        async with passing:
            try:
                return await call()
            except RetryAfter as told:
                raise self._hold(number, seconds_of(told)) from told

    def _now(self) -> float:
        return self.time() if self.time else asyncio.get_running_loop().time()

    def _wait(self, number: int, line: Line, *, lane: int) -> float:
        """Seconds until the chat may get a message. Raises RetryAfter for a longer hold."""
        return max(self._held_for(number), line.wait(self._now(), burst=not lane))

    def _held_for(self, number: int, *, at_most: float = LONGEST_SLEEP) -> float:
        now = self._now()
        if (token := self._token_held - now) > at_most:
            raise TokenHeld(timedelta(seconds=token))
        if (chat := self._held.get(number, 0.0) - now) > at_most:
            raise RetryAfter(timedelta(seconds=chat))
        return max(token, chat, 0.0)

    def _chat(self, number: int) -> _Chat:
        if number not in self._chats:
            if len(self._chats) >= FORGET_ABOVE:
                self._forget_the_silent()
            pace = self.limits.group if number < 0 else self.limits.chat
            self._chats[number] = _Chat(Line(pace))
        return self._chats[number]

    def _forget_the_silent(self) -> None:
        now = self._now()
        for number, chat in list(self._chats.items()):
            if chat.line.next_free < now and not chat.turn.locked():
                del self._chats[number]

    def _hold(self, number: int, seconds: float) -> RetryAfter:
        """Note the wait; what to raise."""
        now = self._now()
        self._held = {name: until for name, until in self._held.items() if until > now}
        self._held[number] = now + seconds
        self._told.add(number)
        if len(self._told) < TOKEN_HELD_FROM:
            return RetryAfter(timedelta(seconds=seconds))
        self._token_held = max(self._token_held, now + seconds)
        return TokenHeld(timedelta(seconds=seconds))


def seconds_of(told: RetryAfter) -> float:
    """The wait in seconds, whichever of its two types the library gives."""
    wait = told._retry_after  # noqa: SLF001 - the public property warns and changes its type
    return wait.total_seconds()
