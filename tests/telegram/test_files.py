"""Files on Telegram: kept by its own name, fetched for the page, sent on as they are."""

from __future__ import annotations

import logging
import sys

import pytest

from flows.model import Choice, Download, Reply
from flows.reminding import File
from handlers.files import MOST_BYTES, FileGone
from handlers.scanning import Scanner
from handlers.telegram.files import fetched
from rules.message import say
from tests.telegram.conftest import Office, until
from tests.telegram.emulator import TelegramEmulator

OFFICER = 42
PDF = b"%PDF-1.7 x"
JPEG = b"\xff\xd8\xff\xe0x"


def handing(file: Download, text: str = "Tệp đây", **more: object) -> Reply:
    rows = ((Choice("g:menu", say("test.line", text="Menu")),),)
    return Reply((say("test.line", text=text),), rows, token="a", file=file, **more)  # type: ignore[arg-type]


def files_of(office: Office) -> list[tuple[File, ...]]:
    return [incoming.files for incoming in office.turns.taken]


async def test_a_document_comes_as_its_own_name_size_and_type(office: Office) -> None:
    async with office.polling():
        await office.tg.send_file(OFFICER, "báo\u202e cáo.pdf", PDF)
        await until(lambda: office.turns.taken)
    (incoming,) = office.turns.taken
    assert incoming.attachment == "file"
    assert incoming.files == (
        File("telegram", "file:of-báo\u202e cáo.pdf", "báo cáo.pdf", 10, "application/pdf"),
    )


async def test_of_a_picture_the_largest_comes(office: Office) -> None:
    async with office.polling():
        await office.tg.send_file(OFFICER, "p", JPEG, photo=True)
        await until(lambda: office.turns.taken)
    assert files_of(office) == [(File("telegram", "photo:of-p", "anh.jpg", 5, "image/jpeg"),)]


VIRUS = Scanner((sys.executable, "-c", "import sys; sys.exit(1)"))


@pytest.mark.parametrize(
    ("name", "content", "size", "scanner", "why"),
    [
        ("a.pdf", PDF, MOST_BYTES + 1, None, "large"),
        ("a.pdf", PDF, 300 * 1024 * 1024, None, "large"),
        ("anh.jpg", b"MZ\x90\x00 program", None, None, "kind"),
        ("a.pdf", PDF, None, VIRUS, "virus"),
    ],
)
async def test_what_is_not_taken_is_told_to_the_turn(  # noqa: PLR0917 - the columns of a table
    office: Office,
    name: str,
    content: bytes,
    size: int | None,
    scanner: Scanner | None,
    why: str,
) -> None:
    async with office.polling(scanner=scanner):
        await office.tg.send_file(OFFICER, name, content, size=size)
        await until(lambda: office.turns.taken)
    (taken,) = office.turns.taken
    assert (taken.attachment, taken.files) == ("file", ())
    assert taken.refused is not None
    assert taken.refused.key == f"file.refused.{why}"


async def test_a_file_made_here_is_sent_with_its_words_and_buttons(office: Office) -> None:
    file = Download("hạn.ics", "text/calendar", text="BEGIN:VCALENDAR\r\n")
    async with office.polling():
        office.outbox.put("42", handing(file))
        shown = await office.tg.seen(OFFICER, "Tệp đây")
        await until(lambda: office.outbox.row(1).state == "sent")
    assert (shown.file, shown.labels) == ("hạn.ics", [["Menu"]])
    assert office.tg.assets[f"fixture-document-{shown.id}"]["data"] == b"BEGIN:VCALENDAR\r\n"
    assert len(office.tg.chats[OFFICER]) == 1


@pytest.mark.parametrize("kind", ["file", "photo"])
async def test_a_file_telegram_keeps_is_sent_on_by_its_own_name(office: Office, kind: str) -> None:
    file = Download("a", "b", kept=File("telegram", f"{kind}:of-a.pdf", "a"))
    async with office.polling():
        await office.tg.send_file(7, "a.pdf", PDF, photo=kind == "photo")
        office.outbox.put("42", handing(file))
        shown = await office.tg.seen(OFFICER, "Tệp đây")
    assert (shown.file, shown.labels) == ("of-a.pdf", [["Menu"]])


async def test_a_file_the_page_keeps_is_sent_with_its_content(office: Office) -> None:
    async def read(file: File) -> bytes:
        return PDF if file.reference == "abc" else b""

    file = Download("báo cáo.pdf", "application/pdf", kept=File("web", "abc", "báo cáo.pdf"))
    async with office.polling(sources={"web": read}):
        office.outbox.put("42", handing(file))
        shown = await office.tg.seen(OFFICER, "Tệp đây")
    assert shown.file == "báo cáo.pdf"
    assert office.tg.assets[f"fixture-document-{shown.id}"]["data"] == PDF


@pytest.mark.parametrize(
    "kept", [File("telegram", "file:gone", "a"), File("web", "gone", "a"), File("zalo", "x", "a")]
)
async def test_where_the_file_is_gone_its_words_come_still(office: Office, kept: File) -> None:
    async def read(_: File) -> bytes:
        raise FileGone

    async with office.polling(sources={"web": read}):
        office.outbox.put("42", handing(Download("a", "b", kept=kept)))
        shown = await office.tg.seen(OFFICER, "Tệp đây")
        await until(lambda: office.outbox.row(1).state == "sent")
    assert (shown.file, shown.labels) == ("", [["Menu"]])


async def test_words_too_long_for_a_caption_come_before_the_file(office: Office) -> None:
    file = Download("hạn.ics", "text/calendar", text="x")
    async with office.polling():
        office.outbox.put("42", handing(file, "dài " * 300))
        await until(lambda: office.outbox.row(1).state == "sent")
    words, sent = office.tg.chats[OFFICER]
    assert (words.file, words.labels, sent.text) == ("", [], "")
    assert (sent.file, sent.labels) == ("hạn.ics", [["Menu"]])


async def test_words_that_telegram_cannot_read_come_plain(office: Office) -> None:
    office.tg.unparsable = True
    async with office.polling():
        office.outbox.put("42", handing(Download("hạn.ics", "text/calendar", text="x"), "**a**"))
        await until(lambda: office.outbox.row(1).state == "sent")
    (shown,) = office.tg.chats[OFFICER]
    assert shown.file == "hạn.ics"


async def test_the_content_is_fetched_for_the_page(
    tg: TelegramEmulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    await tg.send_file(OFFICER, "a.pdf", PDF)
    kept = File("telegram", "file:of-a.pdf", "a.pdf")
    assert await fetched(kept, token=tg.token, api_url=tg.url) == PDF
    with pytest.raises(FileGone):
        await fetched(File("telegram", "file:x", "a"), token=tg.token, api_url=tg.url)
    with pytest.raises(FileGone):
        await fetched(kept, token=tg.token, api_url="http://127.0.0.1:9")
    assert tg.token not in caplog.text
