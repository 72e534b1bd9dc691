"""Pages as pictures, by LibreOffice and Poppler where the machine has them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

SECONDS: Final = 40
MOST_PAGES: Final = 10
DOTS_PER_INCH: Final = 80


def can_draw() -> bool:
    """Whether this machine has what pictures are made with."""
    return all(shutil.which(name) for name in ("soffice", "pdftoppm"))


def draw(content: bytes, *, seconds: float = SECONDS, most: int = MOST_PAGES) -> tuple[bytes, ...]:
    """The first pages of a Word file as PNG; none where that cannot be done in time."""
    if not can_draw():
        return ()
    with tempfile.TemporaryDirectory(prefix="pages-") as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        office = ("soffice", profile, "--headless", "--norestore", "--convert-to", "pdf")
        pages = ("pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-l", str(most))
        if not _run((*office, "--outdir", name, f"{name}/paper.docx"), folder, seconds):
            return ()
        if not _run((*pages, f"{name}/paper.pdf", f"{name}/page"), folder, seconds):
            return ()
        return tuple(page.read_bytes() for page in sorted(folder.glob("page-*.png")))


def _run(command: Sequence[str], folder: Path, seconds: float) -> bool:
    """Whether it ended well in time; what it started is ended with it."""
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(  # noqa: S603 - fixed programs over a file of ours
        command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        return started.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        started.wait()
