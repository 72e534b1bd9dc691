"""Asks the machine's virus scanner about a file before it is kept or handed on."""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flows.reminding import File
from handlers.files import Fetch, FileRefused

PATIENCE_S: Final = 60.0
CLEAN: Final = 0
FOUND: Final = 1


class ScannerFailed(Exception):  # noqa: N818 - a state of affairs
    """The scanner gave no answer: the file is not taken, since nobody knows what it is."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """A command that is given a path: 0 it is clean, 1 it is not, as clamdscan answers."""

    command: tuple[str, ...]
    patience_s: float = PATIENCE_S

    def __call__(self, path: Path) -> bool:
        """Whether the file is clean. To be called in a worker thread. Raises ScannerFailed."""
        try:
            done = subprocess.run(  # noqa: S603 - the command is the administrator's own
                [*self.command, str(path)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=self.patience_s,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ScannerFailed from error
        if done.returncode not in (CLEAN, FOUND):
            raise ScannerFailed
        return done.returncode == CLEAN


def scanned(fetch: Fetch, scanner: Scanner | None) -> Fetch:
    """The same, of what is clean. Raises FileRefused of anything else, and what `fetch` does."""
    if scanner is None:
        return fetch

    async def read(file: File) -> bytes:
        content = await fetch(file)
        try:
            if not await asyncio.to_thread(is_clean, scanner, content):
                raise FileRefused("virus")
        except ScannerFailed as error:
            raise FileRefused("scan") from error
        return content

    return read


def is_clean(scanner: Scanner, content: bytes) -> bool:
    """Whether these bytes are clean. To be called in a worker thread. Raises ScannerFailed."""
    with tempfile.NamedTemporaryFile(prefix="scan-") as taken:
        taken.write(content)
        taken.flush()
        return scanner(Path(taken.name))
