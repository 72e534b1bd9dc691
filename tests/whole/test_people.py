"""A head invites on Telegram, a colleague joins on the page, the head signs in there by a code."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.telegram.emulator import TOKEN, TelegramEmulator, telegram
from tests.web.conftest import FLAGS, PHONE, find_chromium
from tests.whole.officers import TelegramOfficer, WebOfficer
from tests.whole.running import free_port, kipthoi, running

pytestmark = pytest.mark.browser
CHAT = 42
CODE = re.compile(r"\b[A-Z2-9]{10}\b")


def head_code(database_url: str) -> str:
    """A unit and its head by the command line; the code of the invitation."""
    unit = ("--level", "commune", "--letters", "LS2022,CL2023")
    kipthoi(database_url, "admin", "unit", "add", "Xã Thử", *unit)
    of = ("--unit", "1", "--role", "head")
    kipthoi(database_url, "admin", "account", "add", "Lê Thị Thủ Trưởng", *of)
    found = CODE.search(kipthoi(database_url, "admin", "invite", "1"))
    assert found
    return found[0]


def newest_code(api: TelegramEmulator, words: str) -> str:
    """The code in the newest message that has these words."""
    told = next(one for one in reversed(api.texts(CHAT)) if words in one)
    found = CODE.search(told)
    assert found, told
    return found[0]


async def opened(browser: Any, url: str, complaints: list[str]) -> WebOfficer:
    """The page in a browser of its own, that knows nothing of earlier visits."""
    context = await browser.new_context(viewport=PHONE)
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(url)
    await page.get_by_role("button", name="Khen đột xuất", exact=True).wait_for()
    return WebOfficer(page)


async def shown(officer: WebOfficer, words: str) -> None:
    await officer.page.get_by_text(words).first.wait_for()


async def test_a_head_invites_a_colleague_joins_and_the_head_signs_in(sqlite_url: str) -> None:
    api_of_playwright = pytest.importorskip("playwright.async_api", reason="not installed")
    complaints: list[str] = []
    code = head_code(sqlite_url)
    async with telegram() as api, api_of_playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        settings = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "TELEGRAM_NAME": "KipThoiBot",
            "KIPTHOI_PORT": str(free_port()),
            "KIPTHOI_DEMONSTRATION": "0",
        }
        with running(sqlite_url, **settings):
            url = f"http://127.0.0.1:{settings['KIPTHOI_PORT']}/"
            head = TelegramOfficer(api, CHAT)
            await head.say(f"/start {code}")
            await head.see("Chào Lê Thị Thủ Trưởng")
            await head.say("mời đồng nghiệp")
            await head.say("Nông Văn Sáu")
            await head.see("Mời Nông Văn Sáu")
            invited = newest_code(api, "Mời Nông Văn Sáu")
            assert f"https://t.me/KipThoiBot?start={invited}" in "\n".join(api.texts(CHAT))
            ((_, picture),) = api.uploaded
            assert picture.startswith(b"\x89PNG")

            colleague = await opened(browser, f"{url}#code={invited}", complaints)
            box = colleague.page.locator("#input")
            assert await box.input_value() == f"/start {invited}"
            await box.press("Enter")
            await shown(colleague, "Chào Nông Văn Sáu")
            thief = await opened(browser, url, complaints)
            await thief.say(invited)
            await shown(thief, "Mã này không dùng được")

            there = await opened(browser, url, complaints)
            await there.say("đăng nhập")
            await there.say("lê thị thủ trưởng")
            await shown(there, "Nếu tên này đúng như trong danh sách")
            await head.see("Mã đăng nhập trang web")
            await there.say(newest_code(api, "Mã đăng nhập trang web"))
            await shown(there, "Chào Lê Thị Thủ Trưởng")
            await there.say("thiết bị của tôi")
            await shown(there, "Thiết bị của anh/chị: 2")
            await there.page.reload()
            await shown(there, "Thiết bị của anh/chị: 2")
            await there.page.get_by_role("button", name="Đăng xuất khung này").last.click()
            await shown(there, "Tôi chưa biết anh/chị thuộc đơn vị nào")
            assert "Thiết bị" not in await there.page.get_by_role("log").inner_text()
        await browser.close()
    assert complaints == []
