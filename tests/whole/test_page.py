"""Both proposals in a real browser on a phone; closed, the program restarted, and found again."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.clock import SystemClock
from tests.web.conftest import FLAGS, PHONE, find_chromium
from tests.whole.officers import WebOfficer
from tests.whole.running import running
from tests.whole.stories import (
    file_by_taps,
    file_surprise,
    file_thematic,
    find_both,
    tell_in_own_words,
)

pytestmark = pytest.mark.browser


@asynccontextmanager
async def on_a_phone(url: str, complaints: list[str]) -> AsyncIterator[Any]:
    """The page open in a browser that knows nothing of earlier visits."""
    api = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    async with api.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = await browser.new_page(viewport=PHONE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        await page.goto(url)
        await page.get_by_role("button", name="Khen đột xuất", exact=True).wait_for()
        yield page
        await browser.close()


async def test_both_proposals_are_filed_closed_and_found_again(sqlite_url: str) -> None:
    complaints: list[str] = []
    with running(sqlite_url) as program:
        async with on_a_phone(program.url, complaints) as page:
            officer = WebOfficer(page)
            await file_surprise(officer, SystemClock().today())
            await file_thematic(officer)
        assert program.stop() == 0
    with running(sqlite_url) as program:
        async with on_a_phone(program.url, complaints) as page:
            await find_both(WebOfficer(page))
    assert complaints == []


async def test_a_case_in_own_words_is_mended_asked_about_and_stored(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    complaints: list[str] = []
    with running(sqlite_url) as program:
        async with on_a_phone(program.url, complaints) as page:
            told = await tell_in_own_words(WebOfficer(page), SystemClock().today())
        async with on_a_phone(program.url, complaints) as page:
            tapped = await file_by_taps(WebOfficer(page))
    with capsys.disabled():
        sys.stdout.write(f"\npage: {told} sent in own words, {tapped} by taps\n")
    assert told < tapped
    assert complaints == []
