"""Two individuals and a collective, from the officer to the decision, on the running page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from storage.engine import make_engine
from tests.telegram.emulator import TOKEN, TelegramEmulator, telegram
from tests.whole.officers import WebOfficer
from tests.whole.running import free_port, kipthoi, running
from tests.whole.test_office import PDF, PageOfficer, code_of, officer
from tests.whole.test_page import on_a_phone
from tests.whole.test_two_processes import all_days_worked

PEOPLE = ("cá nhân Nguyễn Văn Ổn", "cá nhân Trần Thị Bình", "tập thể Dân quân xã")
CASE = (
    *("khen đột xuất", "cứu người", "\n".join(PEOPLE), "xong", "12", "18"),
    *("trực tiếp", "trực tiếp", "hôm qua", "lập hồ sơ", "tỉnh", "bằng khen"),
    *("chưa biết", "chưa biết", "chưa biết"),
)


def settle(url: str) -> tuple[str, str, str]:
    """An office, its unit with an officer and a head, and the code of each."""
    kipthoi(url, "admin", "unit", "add", "Sở Nội vụ", "--level", "department",
            "--letters", "LS2022")  # fmt: skip
    kipthoi(url, "admin", "unit", "add", "UBND xã Cao Lâu", "--level", "commune",
            "--letters", "LS2022,CL2023", "--office", "1")  # fmt: skip
    return (
        code_of(url, "Lê Văn Xét", unit=1, role="reviewer", account=1),
        code_of(url, "Hoàng Thị Mai", unit=2, role="officer", account=2),
        code_of(url, "Lý Thị Hoa", unit=2, role="head", account=3),
    )


def by_day_and_night(url: str) -> None:
    """Whatever the hour, news comes at once."""
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET remind_from = 0, remind_to = 1440"))
    engine.dispose()


class Talker(Protocol):
    """Somebody who talks on a channel; each call answers with the newest words."""

    async def say(self, text: str) -> str: ...

    async def tap(self, label: str) -> str: ...

    async def give(self, name: str, content: bytes) -> str: ...

    async def everything(self) -> str: ...


class OnPage(PageOfficer):
    """In a browser's session."""

    async def give(self, name: str, content: bytes) -> str:
        assert await self.send(name, content) == 200
        return await self.newest()

    async def everything(self) -> str:
        replies = [line for line in await self._lines() if "paragraphs" in line]
        parts = [part for line in replies for part in (*line["noted"], *line["paragraphs"])]
        return "\n".join("".join(span["text"] for span in part) for part in parts)


@dataclass
class OnTelegram:
    """In a chat of the emulator."""

    api: TelegramEmulator
    chat: int

    async def say(self, text: str) -> str:
        return await self._answered(self.api.say(self.chat, text))

    async def tap(self, label: str) -> str:
        return await self._answered(self.api.tap(self.chat, label))

    async def give(self, name: str, content: bytes) -> str:
        return await self._answered(self.api.send_file(self.chat, name, content))

    async def everything(self) -> str:
        return "\n".join(self.api.texts(self.chat))

    async def _answered(self, said: Awaitable[int]) -> str:
        before = self._seen()
        await said
        async with asyncio.timeout(30):
            while self._seen() == before:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)  # a reply of several messages
        return self.api.screen(self.chat).text

    def _seen(self) -> str:
        return repr([(one.id, one.text, one.labels) for one in self.api.chats[self.chat]])


class InBrowser:
    """In a real browser, on a phone: typed, tapped and sent as a hand would."""

    def __init__(self, page: Any) -> None:
        self.officer = WebOfficer(page)
        self._log = page.get_by_role("log")

    async def say(self, text: str) -> str:
        await self.officer.say(text)
        return await self.everything()

    async def tap(self, label: str) -> str:
        await self.officer.tap(label)
        return await self.everything()

    async def give(self, name: str, content: bytes) -> str:
        file = {"name": name, "mimeType": "application/pdf", "buffer": content}
        await self.officer.page.locator("#files").set_input_files(file)
        await self.officer.settled()
        return await self.everything()

    async def everything(self) -> str:
        return str(await self._log.inner_text())


async def comes(person: Talker, words: str) -> None:
    """Wait for news in the person's chat."""
    async with asyncio.timeout(60):
        while words not in await person.everything():
            await asyncio.sleep(0.1)


async def test_a_proposal_goes_its_whole_way_and_all_are_told(
    sqlite_url: str, tmp_path: Path
) -> None:
    codes = settle(sqlite_url)
    by_day_and_night(sqlite_url)
    settings = {
        "KIPTHOI_DEMONSTRATION": "0",
        "KIPTHOI_FILES": str(tmp_path / "files"),
        "KIPTHOI_CALENDAR": str(all_days_worked(tmp_path / "days.yaml", SystemClock().today())),
    }
    with running(sqlite_url, **settings) as program:
        async with (
            officer(program, codes[0]) as at_office,
            officer(program, codes[1]) as in_unit,
            officer(program, codes[2]) as at_head,
        ):
            pages = (OnPage(one.http, one.said) for one in (at_office, in_unit, at_head))
            await whole_way(*pages)
        assert program.stop() == 0


@pytest.mark.slow
@pytest.mark.browser
async def test_the_same_goes_by_hand_in_browsers(sqlite_url: str, tmp_path: Path) -> None:
    codes = settle(sqlite_url)
    by_day_and_night(sqlite_url)
    days = all_days_worked(tmp_path / "days.yaml", SystemClock().today())
    settings = {"KIPTHOI_FILES": str(tmp_path / "files"), "KIPTHOI_CALENDAR": str(days)}
    complaints: list[str] = []
    with running(sqlite_url, KIPTHOI_DEMONSTRATION="0", **settings) as program:
        async with AsyncExitStack() as open_pages:
            people = []
            for code in codes:
                phone = on_a_phone(program.url, complaints)
                people.append(InBrowser(await open_pages.enter_async_context(phone)))
                assert "Chào" in await people[-1].say(f"/start {code}")
            await whole_way(*people)
    assert complaints == []


@pytest.mark.slow
async def test_the_same_goes_through_telegram(sqlite_url: str, tmp_path: Path) -> None:
    codes = settle(sqlite_url)
    by_day_and_night(sqlite_url)
    days = all_days_worked(tmp_path / "days.yaml", SystemClock().today())
    async with telegram() as api:
        settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
        settings |= {"KIPTHOI_CALENDAR": str(days), "KIPTHOI_DEMONSTRATION": "0"}
        with running(sqlite_url, KIPTHOI_PORT=str(free_port()), **settings):
            people = [OnTelegram(api, chat) for chat in (41, 42, 43)]
            for person, code in zip(people, codes, strict=True):
                assert "Chào" in await person.say(f"/start {code}")
            await whole_way(*people)


async def whole_way(reviewer: Talker, mai: Talker, head: Talker) -> None:
    await is_sent(mai, head)
    await is_returned(reviewer, mai)
    await is_mended(mai)
    await is_decided(reviewer, mai, head)


async def is_sent(mai: Talker, head: Talker) -> None:
    for words in CASE:
        told = await mai.say(words)
    assert "Xem lại" in told
    assert "cơ quan tiếp nhận của UBND xã Cao Lâu" in await mai.tap("Gửi thủ trưởng xác nhận")
    assert "Chờ thủ trưởng" in await mai.tap("Gửi đi")
    await comes(head, "Hoàng Thị Mai gửi thủ trưởng xác nhận")
    assert "tính là trình" in await head.tap("Xác nhận, gửi đi")
    await comes(mai, "Thủ trưởng Lý Thị Hoa đã xác nhận và gửi Sở Nội vụ")


async def is_returned(reviewer: Talker, mai: Talker) -> None:
    await comes(reviewer, "UBND xã Cao Lâu gửi hồ sơ đề nghị")
    for label in (
        *("Xem hồ sơ đề nghị", "Nhận xét hồ sơ", "Trả lại để bổ sung"),
        *("tổng số người của mọi lực lượng", "ngày lập thành tích", "Xong"),
    ):
        await reviewer.tap(label)
    assert "Đã trả lại đơn vị" in await reviewer.say("Đối chiếu biên bản của Công an xã")
    await comes(mai, "trả lại 2 mục để bổ sung. Đối chiếu biên bản")


async def is_mended(mai: Talker) -> None:
    await mai.tap("Xem hồ sơ đề nghị")
    told = await mai.tap("Bổ sung 2 mục")
    assert "Người xét: «Đối chiếu biên bản của Công an xã»" in told
    assert "Trước đây: 18" in told
    assert "Lập thành tích ngày nào" in await mai.say("17")
    assert "Xem lại" in await mai.say("hôm kia")
    assert "Đã gửi lại Sở Nội vụ" in await mai.tap("Gửi lại")


async def is_decided(reviewer: Talker, mai: Talker, head: Talker) -> None:
    await comes(reviewer, "đã bổ sung và gửi lại")
    for label in ("Xem hồ sơ đề nghị", "Nhận xét hồ sơ", "Xem các câu trả lời"):
        told = await reviewer.tap(label)
    assert "17 (trước đây 18)" in " ".join(told.split())
    assert "Đã chấp nhận" in await reviewer.tap("Chấp nhận")
    await reviewer.tap("Ghi quyết định")
    today = SystemClock().today()
    assert "Gửi tệp" in await reviewer.say(f"123/QĐ-UBND ngày {today:%d/%m/%Y}")
    assert "Đã có quyết định khen thưởng" in await reviewer.give("qd.pdf", PDF)
    for person in (mai, head):
        await comes(person, "Đã có quyết định số 123/QĐ-UBND")
    assert "Đã có quyết định" in await mai.tap("Xem hồ sơ đề nghị")
    assert "qd.pdf" in await mai.tap("Tệp quyết định")
    assert "Đã có quyết định" in await mai.say("hồ sơ đang ở đâu")
