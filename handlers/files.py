"""Files that channels keep, and how their content is fetched; shared by the channels."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeAlias

from flows.model import Download
from flows.reminding import File

MOST_BYTES: Final = 20 * 1024 * 1024
"""As much as a bot may fetch from Telegram, and as the page takes."""
FILES_AN_HOUR: Final = 40
"""Files that are taken of one chat in an hour."""

Fetch: TypeAlias = Callable[[File], Awaitable[bytes]]
Sources: TypeAlias = Mapping[str, Fetch]
"""By channel, how the files it keeps are read. Each raises FileGone."""


class FileGone(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """The channel no longer has the file, or cannot hand it out."""


class FileRefused(FileGone):
    """A file is not taken, nor handed out.

    `why` is `empty`, `large`, `kind`, `room`, `virus`, `scan` or `gone`.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def content_of(file: Download, sources: Sources) -> bytes:
    """The bytes of a file that is handed over. Raises FileGone."""
    if file.kept is None:
        return file.data or file.text.encode()
    fetch = sources.get(file.kept.channel)
    if fetch is None:
        raise FileGone
    return await fetch(file.kept)
