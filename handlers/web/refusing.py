"""Notes what the page refuses, after the answer is settled and whatever becomes of the note."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from flows.ports import StorageUnavailable
from handlers.web.ports import Refusals
from handlers.web.sse import CHANNEL

log = logging.getLogger(__name__)


async def refused(
    refusals: Refusals | None, address: str | None, *, asked: str, matter: Mapping[str, int]
) -> None:
    """Note it of a session that is bound to somebody; a lost note changes no answer."""
    if refusals is None or address is None:
        return
    try:
        await asyncio.to_thread(refusals.note, CHANNEL, address, asked=asked, matter=matter)
    except StorageUnavailable:
        log.warning("a refusal was not noted")


async def guessed(refusals: Refusals | None, asked: str, count: int) -> None:
    """Note that one place has guessed its share."""
    if refusals is None:
        return
    try:
        await asyncio.to_thread(refusals.note_guesses, asked, count)
    except StorageUnavailable:
        log.warning("guesses were not noted")
