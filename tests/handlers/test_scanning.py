"""With a scanner nothing is kept or handed on that it does not call clean."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flows.reminding import File
from handlers.files import FileGone, FileRefused
from handlers.scanning import Scanner, ScannerFailed, scanned
from handlers.web.shelf import Shelf

LOOKS = "import sys; sys.exit(1 if b'EICAR' in open(sys.argv[1], 'rb').read() else 0)"
SCANNER = Scanner((sys.executable, "-c", LOOKS))
BROKEN = Scanner((sys.executable, "-c", "import sys; sys.exit(2)"))
SLOW = Scanner((sys.executable, "-c", "import time; time.sleep(9)"), patience_s=0.2)
GONE = Scanner(("/no/such/scanner",))
GOOD, BAD = b"%PDF-1.7\n" + b"x" * 99, b"%PDF-1.7\nEICAR" + b"x" * 99
FILE = File("telegram", "file:x", "a.pdf")


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def put(folder: Path, scanner: Scanner | None, content: bytes) -> str:
    try:
        await Shelf(folder, room_left=0, scanner=scanner).put(chunks(content), "a.pdf")
    except FileRefused as refused:
        return refused.why
    return "kept"


@pytest.mark.parametrize(
    ("scanner", "content", "what"),
    [
        (None, BAD, "kept"),
        (SCANNER, GOOD, "kept"),
        (SCANNER, BAD, "virus"),
        (BROKEN, GOOD, "scan"),
        (SLOW, GOOD, "scan"),
        (GONE, GOOD, "scan"),
    ],
)
async def test_only_what_is_called_clean_is_kept(
    tmp_path: Path, scanner: Scanner | None, content: bytes, what: str
) -> None:
    assert await put(tmp_path / "files", scanner, content) == what
    kept = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert len(kept) == (what == "kept")


@pytest.mark.parametrize(("scanner", "content"), [(SCANNER, BAD), (BROKEN, GOOD)])
async def test_what_another_channel_keeps_is_looked_at_when_it_is_handed_on(
    scanner: Scanner, content: bytes
) -> None:
    async def fetch(_: File) -> bytes:
        return content

    with pytest.raises(FileGone):
        await scanned(fetch, scanner)(FILE)
    assert await scanned(fetch, None)(FILE) == content


async def test_what_is_clean_is_handed_on() -> None:
    async def fetch(_: File) -> bytes:
        return GOOD

    assert await scanned(fetch, SCANNER)(FILE) == GOOD


def test_a_scanner_that_gives_no_answer_says_nothing_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ScannerFailed):
        GONE(tmp_path)
