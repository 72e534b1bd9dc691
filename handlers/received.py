"""A file that a channel keeps, looked at by its content before its turn: what it is, or why not."""

from __future__ import annotations

import asyncio
import io
import logging
from dataclasses import dataclass, field, replace
from typing import Final

from flows.model import Incoming
from flows.reminding import File
from handlers.files import FILES_AN_HOUR, MOST_BYTES, Fetch, FileGone, FileRefused
from handlers.kinds import media_of, named
from handlers.limiter import Limiter
from handlers.tables import with_table
from rules.message import Message, say

log = logging.getLogger(__name__)
PATIENCE_S: Final = 90.0
HOUR_S: Final = 3600.0
AT_ONCE: Final = 4
"""Files of twenty million bytes that are held in memory beside one another."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Fetches what came and says what it is, so that nothing unknown is kept with a draft.

    `fetch` raises FileGone, and FileRefused of what a scanner does not call clean. `share` is
    what a chat may send, known or not; `updates` are those counted, which may come again.
    """

    fetch: Fetch
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    share: Limiter = field(default_factory=lambda: Limiter(FILES_AN_HOUR, period_s=HOUR_S))
    updates: Limiter = field(default_factory=lambda: Limiter(1, period_s=HOUR_S))

    async def __call__(self, incoming: Incoming) -> Incoming:
        """The same with its files as they are by their content, or why one is not; never raises."""
        if not incoming.files:
            return incoming
        if self._is_too_often(incoming):
            told = say("file.refused.often", name=incoming.files[0].name)
            return replace(incoming, files=(), refused=told)
        kept: dict[File, bytes] = {}
        refused: Message | None = None
        for file in incoming.files:
            try:
                async with self.at_once:
                    seen, content = await self._seen(file)
                kept[seen] = content
            except FileRefused as error:
                log.warning("a file was not taken: %s", error.why)
                refused = say(f"file.refused.{error.why}", name=file.name)

        async def held(file: File) -> bytes:
            return kept[file]

        looked = replace(incoming, files=tuple(kept), refused=refused)
        return await with_table(looked, held)

    def _is_too_often(self, incoming: Incoming) -> bool:
        """Whether the chat has had its share; an update tried again is no further one."""
        if self.updates.is_over(incoming.update):
            return False
        if self.share.is_over(incoming.sender):
            return True
        self.share.count(incoming.sender)
        self.updates.count(incoming.update)
        return False

    async def _seen(self, file: File) -> tuple[File, bytes]:
        """The file with its type, size and a name that says the same. Raises FileRefused."""
        if (file.size or 0) > MOST_BYTES:
            raise FileRefused("large")
        try:
            async with asyncio.timeout(PATIENCE_S):
                content = await self.fetch(file)
        except FileRefused:
            raise
        except (FileGone, TimeoutError) as error:
            raise FileRefused("gone") from error
        if not content or len(content) > MOST_BYTES:
            raise FileRefused("large" if content else "empty")
        media = await asyncio.to_thread(media_of, io.BytesIO(content), file.name)
        if media is None:
            raise FileRefused("kind")
        name = named(file.name, media)
        return replace(file, name=name, size=len(content), media=media), content
