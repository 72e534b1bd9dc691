"""An office and its unit on the page of the running program: duty, report, board, feed, health."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.clock import SystemClock
from tests.whole.running import Running, kipthoi, running

CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{10}\b")
PDF = b"%PDF-1.7\n" + b"x" * 5000
ELSEWHERE = {"X-Forwarded-For": "8.8.8.8"}


@dataclass
class PageOfficer:
    """Speaks to the page as its script does."""

    http: aiohttp.ClientSession
    said: int = 0

    async def say(self, text: str) -> str:
        return await self._post({"text": text})

    async def tap(self, label: str) -> str:
        """Tap a choice of the newest reply that has it; what is then answered."""
        lines = await self._lines()
        for line in reversed(lines):
            for choice in (one for row in line.get("rows", ()) for one in row):
                if choice["label"] == label:
                    return await self._post(
                        {"tap": {"choice": choice["id"], "token": line["token"]}}
                    )
        msg = f"no choice {label!r} in {lines[-1]}"
        raise AssertionError(msg)

    async def _post(self, body: dict[str, Any]) -> str:
        self.said += 1
        async with self.http.post("/api/say", json={"update": f"u{self.said}", **body}) as answer:
            assert answer.status == 200
        return await self.newest()

    async def _lines(self) -> list[dict[str, Any]]:
        async with self.http.get("/api/lines") as answer:
            found: list[dict[str, Any]] = (await answer.json())["lines"]
            return found

    async def newest(self) -> str:
        """The words of the last reply."""
        replies = [line for line in await self._lines() if "paragraphs" in line]
        parts = replies[-1]["noted"] + replies[-1]["paragraphs"]
        return " ".join(span["text"] for part in parts for span in part)

    async def send(self, name: str, content: bytes) -> int:
        self.said += 1
        headers = {"Content-Type": "application/octet-stream", "X-Update": f"u{self.said}",
                   "X-File-Name": name}  # fmt: skip
        async with self.http.post("/api/files", data=content, headers=headers) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, bytes]:
        async with self.http.get(path) as answer:
            return answer.status, await answer.read()


@asynccontextmanager
async def officer(program: Running, code: str) -> AsyncIterator[PageOfficer]:
    """A browser whose chat is bound to the code's account."""
    jar = aiohttp.CookieJar(unsafe=True)
    headers = {"Sec-Fetch-Site": "same-origin"}
    async with aiohttp.ClientSession(program.url, cookie_jar=jar, headers=headers) as http:
        found = PageOfficer(http)
        await found.get("/api/lines")
        assert "Chào" in await found.say(f"/start {code}")
        yield found


def code_of(url: str, name: str, *, unit: int, role: str, account: int) -> str:
    kipthoi(url, "admin", "account", "add", name, "--unit", str(unit), "--role", role)
    found = CODE.search(kipthoi(url, "admin", "code", str(account)))
    assert found is not None
    return found.group()


async def give_and_report(office: PageOfficer, unit: PageOfficer) -> None:
    """The office asks for a report, and one unit of two hands it in with a file."""
    await office.say("giao báo cáo")
    day = SystemClock().today() + timedelta(days=40)
    await office.say(f"Rà soát khen thưởng trước ngày {day:%d/%m/%Y}")
    for label in ("Không có", "Tất cả (2)", "Một lần", "Giao"):
        told = await office.tap(label)
    assert "Đã giao" in told
    for label in ("Báo cáo phải nộp", "Mở 1", "Nộp báo cáo"):
        assert await unit.tap(label)
    assert await unit.send("b%C3%A1o%20c%C3%A1o.pdf", PDF) == 200
    await unit.say("Không có trường hợp nào.")
    assert "Đã nộp" in await unit.tap("Gửi báo cáo")


async def test_a_report_comes_to_the_board_of_its_office_and_of_no_other(
    sqlite_url: str, tmp_path: Any
) -> None:
    kipthoi(sqlite_url, "admin", "unit", "add", "Sở Nội vụ", "--level", "department",
            "--letters", "LS2022")  # fmt: skip
    for name in ("UBND xã Cao Lâu", "UBND xã Gia Cát"):
        kipthoi(sqlite_url, "admin", "unit", "add", name, "--level", "commune",
                "--letters", "LS2022", "--office", "1")  # fmt: skip
    codes = (
        code_of(sqlite_url, "Lê Văn An", unit=1, role="reviewer", account=1),
        code_of(sqlite_url, "Hoàng Thị Mai", unit=2, role="officer", account=2),
    )
    with running(sqlite_url, KIPTHOI_DEMONSTRATION="0", KIPTHOI_FILES=str(tmp_path)) as program:
        async with officer(program, codes[0]) as office, officer(program, codes[1]) as unit:
            await give_and_report(office, unit)
            await sees_the_board(office, unit)
            await subscribes(unit)
            await is_watched(unit)
        assert program.stop() == 0


async def sees_the_board(office: PageOfficer, unit: PageOfficer) -> None:
    status, page = await office.get("/board")
    text = page.decode()
    assert (status, "1/2 đơn vị đã báo cáo" in text, "Gia Cát" in text) == (200, True, True)
    path = re.findall(r'href="(/board/files/\d+/0)"', text)
    assert await office.get(path[0]) == (200, PDF)
    assert (await unit.get("/board"))[0] == 403
    assert (await unit.get(path[0]))[0] == 404
    (duty,) = re.findall(r'data-duty="(\d+)"', text)
    for person, wanted in ((unit, 404), (office, 200)):
        async with person.http.post("/api/board/nudge", json={"duty": int(duty)}) as answer:
            assert answer.status == wanted


async def subscribes(unit: PageOfficer) -> None:
    await unit.say("lịch hạn")
    told = await unit.tap("Tạo địa chỉ lịch")
    found = re.search(r"https?://\S+\.ics", told)
    assert found is not None
    path = urlsplit(found.group()).path
    async with unit.http.get(path, headers=ELSEWHERE) as answer:
        assert answer.status == 200
        assert (await answer.text()).startswith("BEGIN:VCALENDAR")
    await unit.tap("Thu hồi địa chỉ")
    assert (await unit.get(path))[0] == 404


async def is_watched(unit: PageOfficer) -> None:
    async with unit.http.get("/healthz", headers=ELSEWHERE) as answer:
        found = await answer.json()
        assert (answer.status, found["ok"], found["database"]) == (200, True, True)
    async with unit.http.get("/metrics", headers=ELSEWHERE) as answer:
        assert answer.status == 403
    status, text = await unit.get("/metrics")
    assert status == 200
    assert re.search(rb'^kipthoi_turns_total\{channel="web"\} \d\d', text, re.MULTILINE)
    assert "Cao Lâu".encode() not in text
