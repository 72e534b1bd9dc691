"""The office's own pages in Chromium: a decision with its file, a mark, a unit; what is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from flows.proposals.asked import TakeStep
from flows.proposals.moves import Step
from handlers.web.session import COOKIE
from tests.access.places import Place, address, page, place
from tests.access.table import ADMINISTRATOR, REVIEWER
from tests.storage.parts import rows
from tests.web.conftest import FLAGS, PHONE, find_chromium
from tests.whole.running import free_port

pytestmark = pytest.mark.browser
PDF = {"name": "quyết định.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n" + b"x" * 99}


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    yield from place(sqlite_url, tmp_path)


@asynccontextmanager
async def opened(here: Place, who: str, path: str) -> AsyncIterator[Any]:
    """A page of the board on a phone; what its scripts throw fails the test."""
    thrown: list[str] = []
    api = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    async with page(here) as app, api.async_playwright() as driver:
        runner, port = web.AppRunner(app), free_port()
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        browser = await driver.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        shown = await browser.new_page(viewport=PHONE)
        shown.set_default_timeout(8000)
        shown.on("pageerror", lambda error: thrown.append(str(error)))
        url = f"http://127.0.0.1:{port}"
        await shown.context.add_cookies([{"name": COOKIE, "value": address(who), "url": url}])
        await shown.goto(url + path)
        yield shown
        await browser.close()
        await runner.cleanup()
    assert thrown == []


async def test_a_decision_is_refused_at_its_field_then_recorded_with_its_file(here: Place) -> None:
    here.ask(REVIEWER, TakeStep(here.sent, Step.TAKE, 2))
    async with opened(here, REVIEWER, f"/board/proposals/{here.sent}?q=dan") as shown:
        await shown.locator("button.mark").first.click()
        await shown.get_by_text("☑ đạt").wait_for()
        await shown.get_by_role("button", name="Chấp nhận").click()
        await shown.get_by_role("button", name="Ghi quyết định").click()
        await shown.get_by_text("Cần số quyết định").wait_for()
        assert await shown.evaluate("document.activeElement.name") == "number"
        await shown.fill("[name=number]", "5/QĐ-UBND")
        await shown.fill("[name=day]", here.program.clock.today().isoformat())
        bad = {**PDF, "name": "anh.jpg", "buffer": b"MZ" + bytes(99)}
        await shown.set_input_files("[name=file]", bad)
        await shown.get_by_role("button", name="Ghi quyết định").click()
        await shown.get_by_text("Chỉ nhận PDF").wait_for()
        assert await shown.input_value("[name=number]") == "5/QĐ-UBND", "nothing typed is lost"
        await shown.set_input_files("[name=file]", PDF)
        await shown.get_by_role("button", name="Ghi quyết định").click()
        await shown.get_by_role("link", name="Tệp quyết định: quyết định.pdf").wait_for()
        await shown.get_by_role("link", name="Danh sách hồ sơ").click()
        assert await shown.input_value("[name=q]") == "dan"
        await shown.fill("[name=q]", "nguyen van on")
        await shown.get_by_role("button", name="Tìm").click()
        await shown.get_by_role("link", name="Dân quân").wait_for()
        await shown.get_by_role("link", name="Thống kê").click()
        await shown.fill("[name=from]", "2020-01-01")
        await shown.get_by_role("button", name="Xem").click()
        await shown.get_by_text("Theo năm").wait_for()
    assert rows(here.storage, "SELECT state, number FROM proposals") == [("decided", "5/QĐ-UBND")]


async def test_a_unit_is_renamed_added_and_kept_while_in_use(here: Place) -> None:
    async with opened(here, ADMINISTRATOR, f"/board/units/{here.unit}") as shown:
        await shown.locator("form[data-change=rename] input").fill("sở nội vụ")
        await shown.get_by_role("button", name="Lưu tên mới").click()
        await shown.get_by_text("Đã có đơn vị tên Sở Nội vụ").wait_for()
        await shown.locator("form[data-change=rename] input").fill("UBND xã Mới")
        await shown.get_by_role("button", name="Lưu tên mới").click()
        await shown.get_by_role("heading", name="UBND xã Mới").wait_for()
        await shown.get_by_role("button", name="Thôi dùng đơn vị này").click()
        await shown.get_by_text("còn 2 người có vai trò").wait_for()
        await shown.locator("form[data-change=add] input[name=name]").fill("Thôn Hạ")
        await shown.get_by_role("button", name="Thêm đơn vị").click()
        await shown.get_by_role("link", name="Thôn Hạ").wait_for()
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert not await shown.evaluate(wide)
    names = [row[0] for row in rows(here.storage, "SELECT name FROM units ORDER BY id")]
    assert names == ["Sở Nội vụ", "UBND xã Mới", "Thôn Hạ"]
