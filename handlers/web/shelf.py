"""Files that the page took, kept by the hash of their content: a name is never a path."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from flows.reminding import File
from handlers.files import MOST_BYTES, FileGone, FileRefused
from handlers.kinds import media_of, named
from handlers.scanning import Scanner, ScannerFailed

CHANNEL = "web"
ASIDE = ".old"
ROOM_LEFT = 200 * 1024 * 1024
_REFERENCE = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of files. `room_left` are the bytes that must stay free on its disk.

    With a `scanner` nothing is kept that it does not call clean.
    """

    folder: Path
    room_left: int = ROOM_LEFT
    scanner: Scanner | None = None

    async def put(self, chunks: AsyncIterator[bytes], name: str) -> File:
        """Keep a file, on the disk once this returns. Raises FileRefused.

        The same content is kept once, whatever it is called.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(self.folder).free < self.room_left + MOST_BYTES:
                raise FileRefused("room")
            with _new_file(self.folder) as taken:
                digest, size = await _filled(taken, chunks)
                return await asyncio.to_thread(self._keep, taken, name, reference=digest, size=size)
        except ConnectionError:
            raise
        except OSError as error:
            raise FileRefused("room") from error

    def _keep(self, taken: IO[bytes], name: str, *, reference: str, size: int) -> File:
        if not size:
            raise FileRefused("empty")
        media = media_of(taken, name)
        if media is None:
            raise FileRefused("kind")
        taken.flush()
        self._scan(Path(taken.name))
        path = self._path(reference)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.fsync(taken.fileno())
        # also where it is there already: from now on it is young again
        Path(taken.name).replace(path)
        _settle(path.parent)
        return File(CHANNEL, reference, named(name, media), size=size, media=media)

    def _scan(self, path: Path) -> None:
        """Raises FileRefused where a scanner is set and does not call it clean."""
        if self.scanner is None:
            return
        try:
            is_clean = self.scanner(path)
        except ScannerFailed as error:
            raise FileRefused("scan") from error
        if not is_clean:
            raise FileRefused("virus")

    async def read(self, file: File) -> bytes:
        """The content of a file of this shelf. Raises FileGone."""
        if file.channel != CHANNEL or not _REFERENCE.fullmatch(file.reference):
            raise FileGone
        try:
            return await asyncio.to_thread(self._path(file.reference).read_bytes)
        except OSError as error:
            raise FileGone from error

    def sweep(self, before: datetime, in_use: Callable[[], Container[str]]) -> int:
        """Delete what was taken before then and is not in use; how many files.

        What is in use is asked for only where something is old enough. Raises OSError.
        """
        old = [path for path in self.folder.glob("*/*") if _is_old(path, before)]
        kept = in_use() if old else ()
        gone = [path for path in old if _REFERENCE.fullmatch(path.name) and path.name not in kept]
        return sum(_drop(path, before) for path in gone)

    def _path(self, reference: str) -> Path:
        return self.folder / reference[:2] / reference


@contextmanager
def _new_file(folder: Path) -> Iterator[IO[bytes]]:
    """An open file that is gone afterwards, unless it was given a name of its own."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix="new-", delete=False) as taken:
        try:
            yield taken
        finally:
            Path(taken.name).unlink(missing_ok=True)


async def _filled(taken: IO[bytes], chunks: AsyncIterator[bytes]) -> tuple[str, int]:
    """The hash and size of what was written. Raises FileRefused."""
    digest, size = hashlib.sha256(), 0
    async for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise FileRefused("large")
        digest.update(chunk)
        taken.write(chunk)
    return digest.hexdigest(), size


def _is_old(path: Path, before: datetime) -> bool:
    try:
        return path.stat().st_mtime < before.timestamp()
    except FileNotFoundError:
        return False


def _drop(path: Path, before: datetime) -> bool:
    """Set aside first: one that was sent again meanwhile is young, and is put back."""
    aside = path.with_name(f"{path.name}{ASIDE}")
    try:
        path.replace(aside)
    except FileNotFoundError:
        return False
    if not _is_old(aside, before):
        aside.replace(path)
        return False
    aside.unlink()
    return True


def _settle(folder: Path) -> None:
    """A new name is on the disk only once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
