"""The files of a draft, fetched for its ZIP; and which are not in it, and why."""

from __future__ import annotations

import io
from dataclasses import dataclass

import structlog

from flows.attached import MOST_BYTES, files_of
from flows.model import Draft
from flows.reminding import File
from handlers.files import FileGone, FileRefused, Sources
from handlers.kinds import media_of, named
from locales.catalog import text
from rules.message import Message, say

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An attachment that is not in the ZIP; `why` as a file is refused."""

    name: str
    why: str

    @property
    def told(self) -> Message:
        return say(f"left_out.why.{self.why}")


async def attachments_of(
    draft: Draft, sources: Sources
) -> tuple[list[tuple[str, bytes]], list[LeftOut]]:
    """The files of the draft with their names; and which are not among them, and why."""
    found: list[tuple[str, bytes]] = []
    left_out: list[LeftOut] = []
    room = MOST_BYTES
    for paper, files in files_of(draft).items():
        for file in files:
            called = text(say(f"paper.{paper}"))
            try:
                content, media = await _content(file, sources, room)
            except FileRefused as error:
                log.warning("an attachment is not in the file", why=error.why)
                left_out.append(LeftOut(f"{called} - {file.name}", error.why))
                continue
            room -= len(content)
            found.append((f"{called} - {named(file.name, media)}", content))
    return found, left_out


async def _content(file: File, sources: Sources, room: int) -> tuple[bytes, str]:
    """The bytes of a file and what they are. Raises FileRefused."""
    fetch = sources.get(file.channel)
    try:
        content = await fetch(file) if fetch is not None else None
    except FileRefused:
        raise
    except FileGone as error:
        raise FileRefused("gone") from error
    if not content:
        raise FileRefused("gone" if content is None else "empty")
    # what came before files were looked at as they come is looked at here for the first time
    media = media_of(io.BytesIO(content), file.name)
    if media is None:
        raise FileRefused("kind")
    if len(content) > room:
        raise FileRefused("large")
    return content, media
