"""What a channel keeps is looked at when it comes: by its content, its size and the scanner."""

from __future__ import annotations

import asyncio
import io
import sys
import zipfile
import zlib
from dataclasses import replace

import pytest

from flows.model import Incoming
from flows.reminding import File
from handlers import received
from handlers.files import FILES_AN_HOUR, MOST_BYTES, Fetch, FileGone
from handlers.kinds import MOST_UNPACKED
from handlers.received import AT_ONCE, Inspection
from handlers.scanning import Scanner, scanned

PDF = b"%PDF-1.7 x"
JPEG = b"\xff\xd8\xff\xe0 x"
EXECUTABLE = b"MZ\x90\x00\x03 this program cannot be run in DOS mode"
SCANNER = Scanner(
    (sys.executable, "-c", "import sys; sys.exit(b'virus' in open(sys.argv[1], 'rb').read())")
)
SILENT = Scanner((sys.executable, "-c", "import sys; sys.exit(2)"))


def word(unpacked: int, *, forged: bool = False) -> bytes:
    """A Word file whose text unpacks to so many bytes, or says that it does."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(100 if forged else unpacked))
    content = bytearray(made.getvalue())
    if forged:
        place = content.rindex(b"PK\x01\x02") + 24
        content[place : place + 4] = unpacked.to_bytes(4, "little")
    return bytes(content)


def packed(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


def of(content: bytes | Exception) -> Fetch:
    async def fetch(_: File) -> bytes:
        if isinstance(content, Exception):
            raise content
        return content

    return fetch


def came(name: str, size: int | None = None, text: str | None = None) -> Incoming:
    file = File("telegram", "file:x", name, size=size, media="image/jpeg")
    return Incoming("telegram", "1", "2", text, attachment="file", files=(file,))


async def seen(
    content: bytes | Exception, name: str = "a.pdf", scanner: Scanner | None = None
) -> Incoming:
    return await Inspection(scanned(of(content), scanner))(came(name))


@pytest.mark.parametrize(
    ("name", "content", "kept", "media"),
    [
        ("a.pdf", PDF, "a.pdf", "application/pdf"),
        ("ảnh.jpg", PDF, "ảnh.jpg.pdf", "application/pdf"),
        ("../../x", JPEG, "x.jpg", "image/jpeg"),
        ("..\\..\\x.jpg", JPEG, "x.jpg", "image/jpeg"),
        ("../..", JPEG, "tep.jpg", "image/jpeg"),
        (
            "a.docx",
            word(1000),
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
    ids=["as it says", "another kind", "a path", "another path", "dots alone", "Word"],
)
async def test_a_file_is_what_its_content_is(
    name: str, content: bytes, kept: str, media: str
) -> None:
    found = await seen(content, name)
    assert found.refused is None
    assert found.files == (File("telegram", "file:x", kept, len(content), media),)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("anh.jpg", EXECUTABLE, "kind"),
        ("a.zip", packed("x.exe"), "kind"),
        ("a.docx", word(MOST_UNPACKED + 1, forged=True), "kind"),
        ("a.docx", word(1000)[:60], "kind"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", PDF + bytes(MOST_BYTES), "large"),
        ("a.pdf", FileGone(), "gone"),
    ],
    ids=["an executable", "a ZIP", "a ZIP bomb", "torn", "empty", "large", "gone"],
)
async def test_what_is_not_taken_is_said_with_its_name_and_why(
    name: str, content: bytes | Exception, why: str
) -> None:
    found = await seen(content, name)
    assert found.files == ()
    assert found.refused is not None
    assert (found.refused.key, found.refused.values["name"]) == (f"file.refused.{why}", name)
    assert (found.attachment, found.update) == ("file", "2"), "the message is a message still"


def test_a_bomb_is_small_until_it_is_unpacked() -> None:
    assert len(zlib.compress(bytes(10_000_000), 9)) < 20_000


async def test_a_file_of_300_mb_is_refused_before_it_is_fetched() -> None:
    found = await Inspection(of(AssertionError()))(came("a.pdf", 300 * 1024 * 1024, text="đây"))
    assert found.refused is not None
    assert (found.refused.key, found.files, found.text) == ("file.refused.large", (), "đây")


@pytest.mark.parametrize(
    ("content", "scanner", "why"),
    [(PDF, SCANNER, None), (PDF + b"virus", SCANNER, "virus"), (PDF, SILENT, "scan")],
)
async def test_the_scanner_is_asked_when_it_comes(
    content: bytes, scanner: Scanner, why: str | None
) -> None:
    found = await seen(content, scanner=scanner)
    assert len(found.files) == (why is None)
    assert (found.refused and found.refused.key) == (why and f"file.refused.{why}")


async def test_what_takes_too_long_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetch(_: File) -> bytes:
        await asyncio.Event().wait()
        return b""

    monkeypatch.setattr(received, "PATIENCE_S", 0.01)
    found = await Inspection(fetch)(came("a.pdf"))
    assert found.refused is not None
    assert found.refused.key == "file.refused.gone"


async def test_a_chat_has_its_share_of_an_hour_and_what_is_tried_again_counts_once() -> None:
    fetched = []

    async def fetch(file: File) -> bytes:
        fetched.append(file)
        return PDF

    inspect = Inspection(fetch)
    sent = [replace(came("a.pdf"), update=str(number)) for number in range(FILES_AN_HOUR)]
    for incoming in [*sent, sent[-1]]:
        assert (await inspect(incoming)).refused is None
    over = await inspect(replace(came("a.pdf"), update="more"))
    assert over.refused is not None
    assert (over.refused.key, over.files) == ("file.refused.often", ())
    assert len(fetched) == FILES_AN_HOUR + 1
    other = await inspect(replace(came("a.pdf"), sender="7", update="of another"))
    assert other.refused is None


async def test_a_list_is_read_from_what_was_fetched_once() -> None:
    asked = []

    async def fetch(file: File) -> bytes:
        asked.append(file)
        return "Họ và tên\nNông Văn An\n".encode()

    found = await Inspection(fetch)(came("a.csv"))
    assert found.table is not None
    assert [row.cells for row in found.table.rows] == [("Họ và tên",), ("Nông Văn An",)]
    assert len(asked) == 1


async def test_so_many_are_held_at_once() -> None:
    held, most, go_on = 0, 0, asyncio.Event()

    async def fetch(_: File) -> bytes:
        nonlocal held, most
        held += 1
        most = max(most, held)
        await go_on.wait()
        held -= 1
        return PDF

    inspect = Inspection(fetch)
    async with asyncio.TaskGroup() as tasks:
        for _ in range(AT_ONCE + 3):
            tasks.create_task(inspect(came("a.pdf")))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        go_on.set()
    assert most == AT_ONCE
