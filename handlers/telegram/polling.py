"""Long polling that confirms an update to Telegram only once its turn is committed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramUnauthorizedError
from aiogram.types import Update
from pydantic import ValidationError

from handlers.telegram.inbound import ALLOWED
from handlers.telegram.receiver import NotTaken, Receiver

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PollTempo:
    """Seconds. `shortest` to `longest_look`: how often to look for more while turns are open."""

    long_poll: int = 25
    slack: float = 10.0
    shortest_look: float = 0.02
    longest_look: float = 0.25
    first_back_off: float = 0.5
    longest_back_off: float = 30.0


class Window:
    """The updates in hand. Telegram confirms all below an offset at once, so the offset stops
    at the oldest update whose turn is open, and what lies behind it comes again and is known.
    """  # noqa: D205

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._settled: set[int] = set()
        self._next: int | None = None
        self.quiet = asyncio.Event()
        self.quiet.set()

    @property
    def offset(self) -> int | None:
        """What to ask from; everything below it is committed."""
        return min(self._open) if self._open else self._next

    def admit(self, update: int) -> bool:
        """Whether it is new; then it is open until settled."""
        if update in self._open or update in self._settled:
            return False
        self._open.add(update)
        # numbers start anywhere again after a silent week
        far_below = self._next is not None and len(self._open) == 1 and update < self._next
        self._next = update + 1 if far_below else max(self._next or 0, update + 1)
        self.quiet.clear()
        return True

    def settle(self, update: int) -> None:
        """Its turn is committed."""
        self._open.discard(update)
        if self._open:
            self._settled.add(update)
            return
        self._settled.clear()
        self.quiet.set()


class Poller:
    """Reads at most a hundred updates ahead of the oldest open one (Telegram's own bound)."""

    def __init__(self, bot: Bot, receiver: Receiver, *, tempo: PollTempo | None = None) -> None:
        self._bot = bot
        self._receiver = receiver
        self._tempo = tempo or PollTempo()
        self._window = Window()
        self._back_off = 0.0

    async def run(self, turns: asyncio.TaskGroup) -> None:
        """Until cancelled; open turns live in `turns` and are not cancelled with it."""
        look = self._tempo.shortest_look
        while True:
            updates = await self._fetch()
            fresh = [update for update in updates if self._window.admit(update.update_id)]
            for update in fresh:
                turns.create_task(self._take(update))
            known_only = bool(updates) and not fresh
            look = min(look * 2, self._tempo.longest_look) if known_only else (
                self._tempo.shortest_look
            )  # fmt: skip
            await self._rest(look)

    async def confirm(self) -> None:
        """Tell Telegram what is committed; without it the updates only come again."""
        if self._window.offset is not None:
            with suppress(AiogramError, OSError):
                await self._bot.get_updates(self._window.offset, limit=1, request_timeout=2)

    async def _take(self, update: Update) -> None:
        try:
            await self._receiver.take_until_committed(update)
        except NotTaken:
            return
        self._window.settle(update.update_id)

    async def _rest(self, seconds: float) -> None:
        # wait_for of Python 3.11 swallows a cancellation that comes with the event
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._window.quiet.wait()

    async def _fetch(self) -> list[Update]:
        timeout = self._tempo.long_poll if self._window.quiet.is_set() else 0
        try:
            updates = await self._bot.get_updates(
                offset=self._window.offset,
                timeout=timeout,
                allowed_updates=list(ALLOWED),
                request_timeout=int(timeout + self._tempo.slack),
            )
        except ClientDecodeError as error:
            self._back_off = 0.0
            return list(self._one_by_one(error.data))
        except (AiogramError, OSError) as error:
            await self._wait_after(error)
            return []
        self._back_off = 0.0
        return updates

    async def _wait_after(self, error: Exception) -> None:
        first = self._tempo.first_back_off
        if isinstance(error, TelegramUnauthorizedError):
            first = self._tempo.longest_back_off
        self._back_off = min(max(first, self._back_off * 2), self._tempo.longest_back_off)
        # the class only: a network error's text may name the address, and with it the token
        log.warning("polling failed (%s), again in %.1f s", type(error).__name__, self._back_off)
        await asyncio.sleep(self._back_off)

    def _one_by_one(self, answer: Any) -> Iterable[Update]:
        """The updates of an answer that aiogram refused as a whole; a strange one is settled."""
        listed = answer.get("result") if isinstance(answer, dict) else None
        for raw in listed if isinstance(listed, list) else ():
            try:
                yield Update.model_validate(raw)
            except ValidationError:
                number = raw.get("update_id") if isinstance(raw, dict) else None
                log.warning("an update of a form not known was passed over")
                if isinstance(number, int) and self._window.admit(number):
                    self._window.settle(number)
