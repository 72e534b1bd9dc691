"""Both proposals through Telegram's emulator, by polling and by webhook, by a bound officer."""

from __future__ import annotations

import re
import sys

import pytest

from bot.clock import SystemClock
from tests.telegram.emulator import TOKEN, telegram
from tests.whole.officers import TelegramOfficer
from tests.whole.running import free_port, kipthoi, running
from tests.whole.stories import (
    file_by_taps,
    file_surprise,
    file_thematic,
    find_both,
    tell_in_own_words,
)

CHAT = 42
SECRET = "a-secret-for-tests"


def invite(database_url: str) -> str:
    """A unit and an officer by the command line, as the README says; the officer's code."""
    kipthoi(database_url, "admin", "unit", "add", "Xã Thử", "--level", "commune",
            "--letters", "LS2022,CL2023")  # fmt: skip
    kipthoi(
        database_url, "admin", "account", "add", "Cán bộ Thử", "--unit", "1", "--role", "officer"
    )
    printed = kipthoi(database_url, "admin", "code", "1")
    found = re.search(r"/start (\S+)", printed)
    assert found, printed
    return found[1]


@pytest.mark.parametrize(
    ("way", "database"), [("polling", "postgresql_url"), ("webhook", "sqlite_url")]
)
async def test_both_proposals_are_filed_closed_and_found_again(
    request: pytest.FixtureRequest, way: str, database: str
) -> None:
    url: str = request.getfixturevalue(database)
    code = invite(url)
    async with telegram() as api:
        port = free_port()
        settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
        if way == "webhook":
            settings["TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{port}/telegram"
            settings["TELEGRAM_WEBHOOK_SECRET"] = SECRET
        officer = TelegramOfficer(api, CHAT)
        with running(url, KIPTHOI_PORT=str(port), **settings):
            await officer.say(f"/start {code}")
            await officer.see("Xã Thử")
            await file_surprise(officer, SystemClock().today())
        with running(url, KIPTHOI_PORT=str(port), **settings):
            await file_thematic(officer)
            await find_both(officer)
        assert bool(api.webhook) == (way == "webhook")


async def test_a_case_in_own_words_is_mended_asked_about_and_stored(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = invite(sqlite_url)
    async with telegram() as api:
        settings = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url}
        officer = TelegramOfficer(api, CHAT)
        with running(sqlite_url, KIPTHOI_PORT=str(free_port()), **settings):
            await officer.say(f"/start {code}")
            told = await tell_in_own_words(officer, SystemClock().today())
            await officer.say("menu")
            tapped = await file_by_taps(officer)
    with capsys.disabled():
        sys.stdout.write(f"\nTelegram: {told} sent in own words, {tapped} by taps\n")
    assert told < tapped
