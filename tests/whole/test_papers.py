"""The papers of a draft, from the review to the file, on each channel of the program itself."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from pathlib import Path

import pytest

from bot.clock import SystemClock
from documents import pictures
from documents.checks import check
from tests.documents.damage import text_of
from tests.telegram.emulator import TOKEN, telegram
from tests.whole.officers import TelegramOfficer, TerminalOfficer, WebOfficer
from tests.whole.running import free_port, running
from tests.whole.stories import Officer, file_surprise
from tests.whole.test_page import on_a_phone
from tests.whole.test_telegram import CHAT, invite

DRAWN_WITHIN_S = 60.0
"""LibreOffice takes its time where it was never started."""
PAPERS = ["00-muc-luc.docx", "01-to-trinh.docx", "02-danh-sach-de-nghi.docx"]


async def write_papers(officer: Officer) -> None:
    """A part written, one passed over, the rest left dotted; then the file."""
    await file_surprise(officer, SystemClock().today())
    await officer.say("soạn giấy tờ")
    await officer.see("Đã có")
    await officer.tap("Viết từng phần")
    await officer.say("cứu 02 cháu bé & <ba> bị đuối nước")
    await officer.see("Sự việc xảy ra ở đâu?")
    await officer.tap("Để dòng chấm")
    await officer.see("Hoàn cảnh lúc đó thế nào?")
    await officer.tap("Dừng viết, xem bộ hồ sơ")
    await officer.tap("Lập bộ hồ sơ (ZIP)")
    await officer.see("4 giấy tờ và mục lục")
    await officer.see("Còn để dòng chấm")


def look_into(content: bytes) -> None:
    """The papers pass the check, and say what was typed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        papers = {name: archive.read(name) for name in names}
    assert names[:3] == PAPERS
    assert len(names) == 5
    papers.pop(PAPERS[0])
    assert check(papers) == ()
    assert "cứu 02 cháu bé & <ba> bị đuối nước" in text_of(papers[PAPERS[1]])


async def test_on_telegram(sqlite_url: str) -> None:
    code = invite(sqlite_url)
    async with telegram() as api:
        settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
        officer = TelegramOfficer(api, CHAT)
        with running(sqlite_url, KIPTHOI_PORT=str(free_port()), **settings):
            await officer.say(f"/start {code}")
            await officer.see("Xã Thử")
            await write_papers(officer)
            if pictures.can_draw():
                await api.tap(CHAT, "Xem trước tờ trình")
                await api.seen(CHAT, "trang 1", within=DRAWN_WITHIN_S)
                drawn = dict(api.uploaded)["to-trinh.png"]
                assert drawn.startswith(b"\x89PNG")
        (content,) = [c for name, c in api.uploaded if name.endswith(".zip")]
    look_into(content)


@pytest.mark.browser
async def test_on_the_page(sqlite_url: str) -> None:
    complaints: list[str] = []
    with running(sqlite_url) as program:
        async with on_a_phone(program.url, complaints) as page:
            await write_papers(WebOfficer(page))
            async with page.expect_download() as promised:
                await page.get_by_role("link", name=re.compile(r"ho-so-1\.zip")).click()
            download = await promised.value
            content = await asyncio.to_thread(Path(await download.path()).read_bytes)
    look_into(content)
    assert complaints == []


async def test_on_the_terminal(sqlite_url: str, tmp_path: Path) -> None:
    officer = TerminalOfficer(sqlite_url, KIPTHOI_FILES=str(tmp_path / "files"))
    await write_papers(officer)
    place = re.search(r"Tệp: (\S+\.zip)", officer.screen)
    officer.close()
    assert place is not None
    assert Path(place[1]).parent == tmp_path / "downloads"
    look_into(await asyncio.to_thread(Path(place[1]).read_bytes))
