"""The calendar feed: its address is the key, and tells nothing to whoever has another."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from flows.reminding import Hours
from handlers.calendar_file import CalendarFiles
from handlers.web.app import Extras
from handlers.web.feed import MISSES_A_MINUTE
from locales import catalog
from rules.message import say
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat, FixedClock
from tests.web.registers import LINE, SECRET, FakeRegisters

ELSEWHERE = {"Host": "khenthuong.example", "X-Forwarded-For": "8.8.8.8"}


@asynccontextmanager
async def reader(seen: FakeRegisters) -> AsyncIterator[TestClient[Any, Any]]:
    app = demo_app(FakeChat(), extras=Extras(registers=seen.registers()))
    server = TestServer(app)
    await server.start_server(access_log=None)  # as bot/app.py serves it
    async with TestClient(server) as client:
        yield client


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> FakeRegisters:
    line = replace(LINE, words=replace(LINE.words, title=say("web.name")))
    return FakeRegisters(lines=(line,))


async def read(client: TestClient[Any, Any], secret: str = SECRET, **headers: str) -> Any:
    async with client.get(f"/calendar/{secret}.ics", headers=ELSEWHERE | headers) as answer:
        return answer.status, await answer.read(), answer.headers.copy()


async def test_a_phone_elsewhere_reads_one_all_day_event_with_alarms(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        status, body, headers = await read(client)
    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert headers["Content-Disposition"].startswith("inline")
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 11, 22)
    assert event.decoded("dtend") == date(2026, 11, 23)
    assert event["uid"] == "d12-window@kipthoi"
    assert "thứ Hai 23/11/2026" in event["description"]
    # Sunday: the alarm of the day rings on Friday, the first three working days before
    assert alarms_of(body) == [timedelta(days=-4, hours=7), timedelta(days=-2, hours=7)]


def alarms_of(body: bytes) -> list[timedelta]:
    return [alarm.decoded("trigger") for alarm in Calendar.from_ical(body).walk("VALARM")]


async def test_alarms_ring_as_the_owners_hours_begin_and_not_in_a_pause(
    seen: FakeRegisters,
) -> None:
    seen.hours = Hours(start=510, end=1020)
    async with reader(seen) as client:
        _, body, before = await read(client)
        assert alarms_of(body) == [timedelta(days=-4, minutes=510), timedelta(days=-2, minutes=510)]
        seen.hours = Hours(paused_until=date(2026, 11, 20))
        _, body, after = await read(client)
        assert alarms_of(body) == [timedelta(days=-2, hours=7)]
        assert after["ETag"] != before["ETag"]
        seen.hours = Hours(paused_until=date(2026, 12, 1))
        assert alarms_of((await read(client))[1]) == []


@pytest.mark.parametrize(
    ("due", "rings"),
    [
        (date(2026, 11, 25), [-6, 0]),  # 24/11 is a day off
        (date(2026, 11, 24), [-5, -1]),
        (date(2026, 11, 27), [-4, 0]),
        (date(2040, 11, 25), [-4, -2]),  # a Sunday of no known calendar: Monday to Friday
        (date(2040, 11, 26), [-5, 0]),
    ],
)
async def test_alarms_keep_off_the_days_off(
    seen: FakeRegisters, due: date, rings: list[int]
) -> None:
    seen.lines = (replace(seen.lines[0], due=due),)
    async with reader(seen) as client:
        _, body, _ = await read(client)
    assert [alarm.days for alarm in alarms_of(body)] == rings


async def test_a_reader_that_has_it_is_told_so_and_a_change_is_seen(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        _, _, headers = await read(client)
        tag = headers["ETag"]
        status, body, again = await read(client, **{"If-None-Match": tag})
        assert (status, body, again["ETag"]) == (304, b"", tag)
        seen.lines = (replace(seen.lines[0], due=date(2026, 11, 24)),)
        status, body, again = await read(client, **{"If-None-Match": tag})
    assert status == 200
    assert again["ETag"] != tag
    assert b"20261124" in body
    assert b"UID:d12-window@kipthoi" in body


async def test_it_can_be_kept_as_a_file(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        url = f"/calendar/{SECRET}.ics?download=1"
        async with client.get(url) as answer:
            shown = answer.headers["Content-Disposition"]
    assert shown == 'attachment; filename="han-kip-thoi.ics"'


WRONG = [SECRET[:-1], SECRET + "x", "x", "%00", "'--", "ấ" * 40, "x" * 3000]


async def test_wrong_addresses_are_all_answered_alike(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        found = [await read(client, secret) for secret in WRONG]
    assert {status for status, _, _ in found} == {404}
    assert len({body for _, body, _ in found}) == 1
    names = {tuple(sorted(set(headers) - {"Date"})) for _, _, headers in found}
    assert len(names) == 1
    assert len(seen.asked) == len(WRONG)  # each was looked up, and took as long


async def test_a_program_is_told_in_plain_sentences_what_to_do(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        _, body, headers = await read(client, "x", Accept="text/calendar, */*")
    vietnamese, english = body.decode().splitlines()
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "nhắn «lịch hạn» để tạo địa chỉ mới" in vietnamese
    assert "make a new one" in english


@pytest.mark.parametrize("end", [f"/{SECRET}", f"/{SECRET}.ic", "/", "/a/b", "/x/"])
async def test_an_address_copied_without_its_end_is_told_so(seen: FakeRegisters, end: str) -> None:
    async with reader(seen) as client, client.get(f"/calendar{end}", headers=ELSEWHERE) as answer:
        status, body = answer.status, await answer.text()
    assert status == 404
    assert "đến hết «.ics»" in body
    assert "up to “.ics”" in body
    assert seen.asked == []


async def test_a_person_reads_a_small_page_in_a_browser(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        status, body, headers = await read(client, "x", Accept="text/html,*/*;q=0.8")
    page = body.decode()
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "<h1>Địa chỉ lịch này không dùng được</h1>" in page
    assert '<p lang="en">The address is wrong, or it has been revoked.' in page
    assert "$" not in page


async def test_guessing_is_cut_short_and_hinders_nobody_else(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        tried = [(await read(client, f"guess{n}"))[0] for n in range(MISSES_A_MINUTE + 5)]
        assert tried == [404] * MISSES_A_MINUTE + [429] * 5
        assert len(seen.asked) == MISSES_A_MINUTE
        status, _, _ = await read(client, **{"X-Forwarded-For": "8.8.8.8, 9.9.9.9"})
        assert status == 200


async def test_reading_it_often_is_no_guessing(seen: FakeRegisters) -> None:
    async with reader(seen) as client:
        assert {(await read(client))[0] for _ in range(MISSES_A_MINUTE * 2)} == {200}


async def test_the_secret_is_in_no_log(
    seen: FakeRegisters, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with reader(seen) as client:
        await read(client)
        await read(client, SECRET + "y")
        seen.failing = True
        status, body, headers = await read(client)
    assert (status, headers["Retry-After"]) == (503, "60")
    assert "chờ một phút" in body.decode()
    assert "Lúc này chưa đọc được lịch" in body.decode()
    mine = [record for record in caplog.records if record.name.startswith(("handlers", "aiohttp"))]
    assert mine
    assert SECRET not in "".join(record.getMessage() + str(record.exc_text) for record in mine)


@pytest.mark.parametrize("language", catalog.languages())
def test_lines_are_folded_within_75_bytes_and_read_back_whole(language: str) -> None:
    title = say("board.state.confirmed", name='Ẵ😀, "ngoặc"; gạch\\chéo \r\nEND:VEVENT ' * 9)
    line = replace(LINE, words=replace(LINE.words, title=title, lines=(say("web.noscript"),)))
    text = CalendarFiles().file((line,), language, now=FixedClock().now()).text
    assert all(len(one.encode()) <= 75 for one in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert '"ngoặc"; gạch\\chéo END:VEVENT' in event["summary"]
    assert event["description"].count("\n") == 2


def test_a_file_to_hand_over_is_named_and_the_address_is_whole() -> None:
    files = CalendarFiles("https://khenthuong.example/")
    file = files.file((), "vi", now=FixedClock().now())
    assert (file.name, file.media) == ("han-kip-thoi.ics", "text/calendar")
    assert files.address("abc") == "https://khenthuong.example/calendar/abc.ics"
