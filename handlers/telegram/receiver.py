"""Takes each update's turn in the order of its chat, and is courteous once it is committed."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import Update
from pydantic import ValidationError

from flows.model import Incoming
from flows.ports import StorageUnavailable
from handlers.telegram.inbound import Seen, read
from locales import catalog
from rules.message import Message, say

log = logging.getLogger(__name__)

MOST_REMEMBERED = 1000


Inspect: TypeAlias = Callable[[Incoming], Awaitable[Incoming]]
"""What is made of a message with files before its turn; it never raises."""


class Turns(Protocol):
    """The conversation: takes a turn, or raises and has changed nothing."""

    async def take(self, incoming: Incoming) -> object: ...


class NotTaken(Exception):  # noqa: N818 - a state of affairs
    """The turn is not committed; the platform shall deliver the update again."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds between tries, and how often an error that is not the database's is tried again.

    A database that is gone is waited for without end; an update that cannot be handled at all
    must not close its chat for ever.
    """

    first: float = 0.1
    longest: float = 2.0
    tries: int = 30
    deliveries: int = 10

    def wait(self, failures: int) -> float:
        return float(min(self.first * 2 ** min(failures - 1, 30), self.longest))


class Receiver:
    """The one way in for polling and webhook; courtesies run in `spawner` and never hinder."""

    def __init__(
        self,
        bot: Bot,
        turns: Turns,
        *,
        patience: Patience | None = None,
        inspect: Inspect | None = None,
    ) -> None:
        self._bot = bot
        self._turns = turns
        self._inspect = inspect
        self._patience = patience or Patience()
        self._order = _ChatOrder()
        self._refused_groups: dict[int, None] = {}
        self._failures: dict[int, int] = {}
        self._stopping = asyncio.Event()
        self.spawner: asyncio.TaskGroup | None = None

    def stop(self) -> None:
        """Turns that wait for the database end untaken; Telegram still holds their updates."""
        self._stopping.set()

    async def take_until_committed(self, update: Update) -> None:
        """For polling: try until it is committed. Raises NotTaken only while stopping."""
        seen = read(update)
        async with self._order.of(seen.chat):
            if self._stopping.is_set():
                raise NotTaken  # an earlier one of this chat may be untaken
            failures = 0
            while not await self._taken(seen, last=failures + 1 >= self._patience.tries):
                failures += 1
                if await self._stopped_within(self._patience.wait(failures)):
                    raise NotTaken
        self._failures.pop(seen.update, None)
        self._be_courteous(seen)

    async def take_once(self, raw: dict[str, Any]) -> None:
        """For a webhook: one try, since Telegram tries again. Raises NotTaken."""
        try:
            update = Update.model_validate(raw)
        except ValidationError:
            log.warning("an update of a form not known was passed over")
            return
        if self._stopping.is_set():
            raise NotTaken
        seen = read(update)
        failures = self._failures.get(seen.update, 0)
        async with self._order.of(seen.chat):
            if not await self._taken(seen, last=failures + 1 >= self._patience.deliveries):
                raise NotTaken
        self._failures.pop(seen.update, None)
        self._be_courteous(seen)

    async def _taken(self, seen: Seen, *, last: bool) -> bool:
        if seen.incoming is None:
            return True
        try:
            came = seen.incoming
            await self._turns.take(await self._inspect(came) if self._inspect else came)
        except StorageUnavailable:
            log.warning("update %d waits for the database", seen.update)
            return False
        except Exception as error:  # noqa: BLE001 - a bug must not close the chat for ever
            name = type(error).__name__
            if not last:
                log.warning("update %d was not taken: %s", seen.update, name)
                self._count(seen.update)
                return False
            where = "".join(traceback.format_tb(error.__traceback__))  # its text may quote
            log.error("update %d is given up: %s\n%s", seen.update, name, where)  # noqa: TRY400
            self._spawn_say(int(seen.chat), say("telegram.not_saved"), seen.language)
        return True

    def _count(self, update: int) -> None:
        if len(self._failures) >= MOST_REMEMBERED:
            self._failures.clear()
        self._failures[update] = self._failures.get(update, 0) + 1

    async def _stopped_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    def _be_courteous(self, seen: Seen) -> None:
        if self.spawner is None:
            return
        if seen.callback is not None:
            self.spawner.create_task(self._answer(seen.callback))
        if seen.group is not None and seen.group not in self._refused_groups:
            if len(self._refused_groups) >= MOST_REMEMBERED:
                self._refused_groups.clear()
            self._refused_groups[seen.group] = None
            self._spawn_say(seen.group, say("telegram.group"), seen.language)

    async def _answer(self, callback: str) -> None:
        # best effort: after 150 s Telegram has forgotten the tap anyway
        with suppress(AiogramError, OSError):
            await self._bot.answer_callback_query(callback)

    def _spawn_say(self, chat: int, message: Message, language: str | None) -> None:
        if self.spawner is not None:
            self.spawner.create_task(self._say(chat, message, language))

    async def _say(self, chat: int, message: Message, language: str | None) -> None:
        known = language if language in catalog.languages() else catalog.DEFAULT
        with suppress(AiogramError, OSError):
            await self._bot.send_message(chat, catalog.text(message, known))


class _ChatOrder:
    """A lock for each chat in use; those who wait go in the order they came."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, chat: str) -> AsyncIterator[None]:
        lock, users = self._locks.get(chat, (asyncio.Lock(), 0))
        self._locks[chat] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks.pop(chat)
            if users > 1:
                self._locks[chat] = lock, users - 1
