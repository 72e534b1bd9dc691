"""Files of a report: taken where they are asked for, known by content, kept by hash."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from flows.model import Download, Incoming, Reply
from flows.reminding import File
from handlers.files import FILES_AN_HOUR, MOST_BYTES, FileGone, FileRefused, content_of
from handlers.kinds import named
from handlers.web.app import Extras
from handlers.web.shelf import Shelf
from rules.message import say
from tests.web.clients import Browser, browser
from tests.web.demo_script import REMINDER
from tests.web.fake_chat import FakeChat

PDF = b"%PDF-1.7\n" + b"x" * 2000


def office(*parts: str) -> bytes:
    """A packed office file of these parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for part in ("[Content_Types].xml", *parts):
            packed.writestr(part, "x")
    return whole.getvalue()


DOCX = office("word/document.xml")
XLSX = office("xl/workbook.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@asynccontextmanager
async def asked(folder: Path, chat: FakeChat) -> AsyncIterator[Browser]:
    """A chat whose open question takes files."""
    extras = Extras(shelf=Shelf(folder / "files", room_left=0))
    async with browser(chat, extras=extras) as visitor:
        await visitor.say("báo cáo", "ask")
        yield visitor


async def send(
    visitor: Browser, body: bytes, name: str = "báo cáo.pdf", update: str = "f1", **more: str
) -> tuple[int, dict[str, Any]]:
    headers = {
        "Content-Type": "application/octet-stream",
        "X-Update": update,
        "X-File-Name": quote(name),
    }
    sent = visitor.headers | headers | more
    async with visitor.client.post("/api/files", data=body, headers=sent) as answer:
        return answer.status, await answer.json()


def kept(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def files_of(chat: FakeChat) -> list[File]:
    return [file for incoming in chat.taken for file in incoming.files]


async def test_a_file_is_kept_by_its_hash_and_reaches_the_turn(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert await send(visitor, PDF) == (200, {"ok": True, "name": "báo cáo.pdf"})
        lines = (await visitor.lines())["lines"]
    reference = hashlib.sha256(PDF).hexdigest()
    (incoming,) = [one for one in chat.taken if one.files]
    assert incoming == Incoming(
        "web", incoming.sender, f"{incoming.sender}:f1", attachment="file",
        files=(File("web", reference, "báo cáo.pdf", size=len(PDF), media="application/pdf"),),
    )  # fmt: skip
    assert kept(tmp_path) == [reference]
    assert lines[-2] == {"said": "📎 báo cáo.pdf"}


async def test_the_same_file_sent_again_has_one_effect_and_one_copy(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        for update in ("f1", "f1", "f2"):
            assert (await send(visitor, PDF, update=update))[0] == 200
    assert len(files_of(chat)) == 2
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize(
    ("body", "name", "media", "shown"),
    [
        (PDF, "a.pdf", "application/pdf", "a.pdf"),
        (PDF, "a.exe", "application/pdf", "a.exe.pdf"),
        (PDF, "", "application/pdf", "tep.pdf"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "Ảnh 1.JPEG", "image/jpeg", "Ảnh 1.JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "a.png", "image/png", "a.png"),
        (b"\0\0\0\x18ftypheic" + b"x" * 50, "a.HEIC", "image/heic", "a.HEIC"),
        (DOCX, "a.docx", WORD, "a.docx"),
        (XLSX, "a.docx", SHEET, "a.docx.xlsx"),
        (OLE, "a.doc", "application/msword", "a.doc"),
        (OLE, "a.xls", "application/vnd.ms-excel", "a.xls"),
    ],
)
async def test_a_kind_is_known_by_content(
    tmp_path: Path, body: bytes, name: str, media: str, shown: str
) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert (await send(visitor, body, name))[0] == 200
    (file,) = files_of(chat)
    assert (file.media, file.name) == (media, shown)


@pytest.mark.parametrize(
    "body",
    [
        b"MZ\x90\0" + b"x" * 100, b"<html><script>alert(1)</script>", b"x", b"PK\x03\x04 broken",
        office(), office("word/document.xml", "word/vbaProject.bin"), b"GIF89a" + b"x" * 50,
        b"<svg onload=alert(1)>", b"\0\0\0\x18ftypmp42" + b"x" * 50, b" %PDF-1.7",
    ],
)  # fmt: skip
async def test_any_other_kind_is_refused_and_nothing_stays(tmp_path: Path, body: bytes) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert await send(visitor, body, "a.pdf") == (415, {"error": "kind"})
    assert (files_of(chat), kept(tmp_path)) == ([], [])


async def test_empty_and_too_large_are_refused_and_nothing_stays(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert await send(visitor, b"") == (422, {"error": "empty"})
        assert await send(visitor, PDF + b"x" * MOST_BYTES) == (413, {"error": "large"})

        async def chunks() -> AsyncIterator[bytes]:  # its length is not told beforehand
            yield PDF
            for _ in range(21):
                yield b"x" * 1024 * 1024

        headers = visitor.headers | {"Content-Type": "application/octet-stream", "X-Update": "f"}
        async with visitor.client.post("/api/files", data=chunks(), headers=headers) as answer:
            assert (answer.status, await answer.json()) == (413, {"error": "large"})
        assert (await send(visitor, PDF + b"x" * (MOST_BYTES - len(PDF))))[0] == 200
    assert len(kept(tmp_path)) == len(files_of(chat)) == 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\a.pdf", "a.pdf"),
        ("/etc/cron.d/x.pdf", "x.pdf"),
        ("a\r\nSet-Cookie: x\0.pdf", "a Set-Cookie x .pdf"),
        (".htaccess", "htaccess.pdf"),
        ("a\u202egpj.pdf", "a gpj.pdf"),
        ("x" * 500 + ".pdf", "x" * 100 + ".pdf"),
        ("e\u0302\u0301.pdf", "ế.pdf"),
        ("....", "tep.pdf"),
    ],
)
async def test_a_name_is_no_path_and_no_header(tmp_path: Path, name: str, shown: str) -> None:
    assert named(name, "application/pdf") == shown
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert await send(visitor, PDF, name) == (200, {"ok": True, "name": shown})
    assert kept(tmp_path) == [hashlib.sha256(PDF).hexdigest()]


async def test_a_chat_that_was_not_asked_may_not_send(tmp_path: Path) -> None:
    chat = FakeChat()
    extras = Extras(shelf=Shelf(tmp_path / "files", room_left=0))
    async with browser(chat, extras=extras) as visitor:
        assert await send(visitor, PDF) == (409, {"error": "asked"})
        await visitor.say("báo cáo", "one")
        await visitor.say("/start", "two")
        assert await send(visitor, PDF) == (409, {"error": "asked"})
        visitor.client.session.cookie_jar.clear()
        assert await send(visitor, PDF) == (401, {"error": "session"})
    assert (files_of(chat), kept(tmp_path)) == ([], [])


async def test_a_reminder_that_came_meanwhile_does_not_hinder(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        chat.put(chat.taken[0].sender, REMINDER)
        assert (await send(visitor, PDF))[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
        ({"X-Update": "a:b"}, 400),
        ({"X-Forwarded-For": "8.8.8.8"}, 403),
    ],
)
async def test_only_the_page_itself_sends(
    tmp_path: Path, headers: dict[str, str], status: int
) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert (await send(visitor, PDF, **headers))[0] == status
    assert (files_of(chat), kept(tmp_path)) == ([], [])


async def test_a_turn_that_is_not_saved_is_503_and_can_be_sent_again(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        chat.failing = True
        assert await send(visitor, PDF) == (503, {"error": "not saved"})
        chat.failing = False
        assert (await send(visitor, PDF))[0] == 200
    assert len(files_of(chat)) == len(kept(tmp_path)) == 1


async def test_many_files_in_an_hour_are_enough(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        found = [(await send(visitor, PDF, update=f"f{n}"))[0] for n in range(FILES_AN_HOUR + 1)]
    assert found == [200] * FILES_AN_HOUR + [429]


async def test_a_full_disk_is_said_and_nothing_stays(tmp_path: Path) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield PDF

    with pytest.raises(FileRefused, match="room"):
        await Shelf(tmp_path, room_left=1 << 62).put(chunks(), "a.pdf")
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(FileRefused, match="room"):
        await Shelf(blocked, room_left=0).put(chunks(), "a.pdf")
    assert kept(tmp_path) == ["file"]


async def test_an_upload_broken_off_leaves_nothing(tmp_path: Path) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield PDF
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await Shelf(tmp_path, room_left=0).put(chunks(), "a.pdf")
    assert kept(tmp_path) == []


@pytest.mark.parametrize("reference", ["../../x", "0" * 63, "0" * 64, "", "A" * 64])
async def test_a_file_that_is_not_there_is_gone(tmp_path: Path, reference: str) -> None:
    with pytest.raises(FileGone):
        await Shelf(tmp_path).read(File("web", reference, "a.pdf"))
    with pytest.raises(FileGone):
        await content_of(Download("a", "b", kept=File("zalo", "x", "a")), {})


async def test_a_reply_hands_over_its_file_to_its_own_chat_only(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        await visitor.say("lịch", "one")
        shown = (await visitor.lines())["lines"][-1]["file"]
        assert shown == {"name": "hạn của tôi.ics", "href": "/api/files/2"}
        async with visitor.client.get(shown["href"]) as answer:
            assert (answer.status, await answer.text()) == (200, "BEGIN:VCALENDAR\r\n")
            assert answer.headers["Content-Type"] == "text/calendar"
            assert answer.headers["Content-Disposition"].startswith("attachment;")
        async with visitor.client.get("/api/files/1") as answer:
            assert answer.status == 404  # a reply without a file
        visitor.client.session.cookie_jar.clear()
        async with visitor.client.get(shown["href"]) as answer:
            assert answer.status == 401
        await visitor.lines()
        async with visitor.client.get(shown["href"]) as answer:
            assert answer.status == 404


async def test_a_file_kept_elsewhere_is_fetched_from_there(tmp_path: Path) -> None:
    async def fetch(file: File) -> bytes:
        if file.reference != "BQAC":
            raise FileGone
        return PDF

    chat = FakeChat()
    extras = Extras(shelf=Shelf(tmp_path), sources={"telegram": fetch})
    async with browser(chat, extras=extras) as visitor:
        await visitor.say("/start", "one")
        for reference, status in (("BQAC", 200), ("gone", 410)):
            file = Download("a.pdf", "application/pdf", kept=File("telegram", reference, "a.pdf"))
            number = chat.put(chat.taken[0].sender, Reply((say("d.menu"),), file=file))
            async with visitor.client.get(f"/api/files/{number}") as answer:
                assert answer.status == status


async def test_without_a_shelf_no_file_is_taken() -> None:
    async with browser(FakeChat()) as visitor:
        await visitor.say("báo cáo", "one")
        headers = visitor.headers | {"Content-Type": "application/octet-stream"}
        async with visitor.client.post("/api/files", data=PDF, headers=headers) as answer:
            assert answer.status == 404


async def test_a_spreadsheet_s_rows_come_with_its_turn(tmp_path: Path) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        status, _ = await send(visitor, "Tên;Loại\nNông Văn An;cá nhân\n".encode(), "ds.csv")
    assert status == 200
    (file,) = chat.taken[-1].files
    assert (file.name, file.media) == ("ds.csv", "text/csv")
    table = chat.taken[-1].table
    assert table is not None
    assert table.rows[1].cells == ("Nông Văn An", "cá nhân")


@pytest.mark.parametrize("body", [b"MZ\x90\0" + b"\0" * 40, b"\xff\xfe\0\x01", b"a,b\n\x07"])
async def test_what_is_called_csv_and_is_no_text_is_refused(tmp_path: Path, body: bytes) -> None:
    chat = FakeChat()
    async with asked(tmp_path, chat) as visitor:
        assert (await send(visitor, body, "ds.csv"))[0] == 415
