"""The board: for an office's reviewers only; it tells who has not reported, and reminds them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.reminder_ports import Board
from handlers.web.app import Extras
from handlers.web.board_frame import BoardFrame
from handlers.web.board_page import BoardPage
from handlers.web.elements import Element, element
from handlers.web.session import COOKIE
from handlers.web.shelf import Shelf
from locales import catalog
from tests.web.clients import Browser, browser
from tests.web.fake_chat import FakeChat, FixedClock
from tests.web.registers import PDF, REVIEWER, WELL, FakeRegisters, others, review, task

NOW = FixedClock().now()
SAID = "✓ Đã nhắc 3 đơn vị; ngoài giờ thì tới đầu giờ làm việc."
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@asynccontextmanager
async def office(seen: FakeRegisters, shelf: Shelf | None = None) -> AsyncIterator[Browser]:
    """A browser whose chat is bound to a reviewer."""
    extras = Extras(registers=seen.registers(), shelf=shelf)
    async with browser(FakeChat(), extras=extras) as visitor:
        (cookie,) = [one for one in visitor.client.session.cookie_jar if one.key == COOKIE]
        seen.reviewers.add(cookie.value)
        yield visitor


async def page(visitor: Browser) -> tuple[int, str]:
    async with visitor.client.get("/board") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, await answer.text()


def words_of(markup: str) -> str:
    """What is read on the page."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def drawn(*duties: object, language: str = "vi", **health: object) -> str:
    frame = BoardFrame(catalog.text, language, today=date(2026, 11, 21), now=NOW, zone=ZONE)
    told = BoardPage(frame)
    well = replace(WELL, **health)  # type: ignore[arg-type]
    return words_of(told.page(Board(REVIEWER, duties), well))  # type: ignore[arg-type]


async def test_a_reviewer_sees_who_has_and_who_has_not() -> None:
    async with office(FakeRegisters((review(),))) as visitor:
        status, text = await page(visitor)
    shown = words_of(text)
    assert status == 200
    assert "1/4 đơn vị đã báo cáo" in shown
    assert "Ngày cuối: thứ Sáu 27/11/2026 còn 6 ngày" in shown
    assert "Chưa báo cáo (3)" in shown
    assert "UBND xã Cao Lâu chưa xác nhận" in shown
    assert "UBND xã Gia Cát đã nhận: Trần Bình" in shown
    assert "UBND xã Hợp Thành xin lùi đến T3 01/12: cán bộ đi học" in shown
    assert "UBND xã Tân Liên 10:30 T6 20/11 · đúng hạn Không có trường hợp nào." in shown
    assert "Nhắc 3 đơn vị chưa báo cáo" in shown


async def test_what_officers_wrote_is_never_markup() -> None:
    async with office(FakeRegisters((review(),))) as visitor:
        _, text = await page(visitor)
    assert "Rà soát &lt;khen thưởng&gt; 9 tháng" in text
    assert "báo cáo &lt;b&gt;.pdf" in text
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=|javascript:", text)
    assert "$" not in text


@pytest.mark.parametrize("cookie", ["", "../x", "0" * 32])
async def test_everybody_else_is_told_for_whom_it_is(cookie: str) -> None:
    seen = FakeRegisters((review(),))
    async with browser(FakeChat(), extras=Extras(registers=seen.registers())) as visitor:
        visitor.client.session.cookie_jar.clear()
        async with visitor.client.get("/board", cookies={COOKIE: cookie}) as answer:
            assert answer.status == 403
            text = await answer.text()
        body = {"duty": 7}
        async with visitor.client.post(
            "/api/board/nudge", json=body, headers=visitor.headers, cookies={COOKIE: cookie}
        ) as answer:
            assert answer.status in {401, 404}
        async with visitor.client.get("/board/files/4/0", cookies={COOKIE: cookie}) as answer:
            assert answer.status == 404
    assert "Bảng này dành cho người thẩm định" in text
    assert "Cao Lâu" not in text
    assert seen.nudged == []


async def test_another_machine_does_not_reach_the_demonstrations_board() -> None:
    async with office(FakeRegisters((review(),))) as visitor:
        headers = {"X-Forwarded-For": "8.8.8.8"}
        async with visitor.client.get("/board", headers=headers) as answer:
            assert answer.status == 403
            assert "Cao Lâu" not in await answer.text()


async def test_one_tap_reminds_the_missing_and_wakes_the_senders() -> None:
    seen = FakeRegisters((review(),))
    async with (
        office(seen) as visitor,
        visitor.client.post(
            "/api/board/nudge", json={"duty": 7}, headers=visitor.headers
        ) as answer,
    ):
        assert (answer.status, await answer.json()) == (200, {"text": SAID})
    assert (seen.nudged, seen.committed) == ([7], 1)


async def test_pressed_again_it_tells_who_had_been_reminded_today_and_when() -> None:
    seen = FakeRegisters((review(),))
    async with office(seen) as visitor:
        for _ in range(2):
            async with visitor.client.post(
                "/api/board/nudge", json={"duty": 7}, headers=visitor.headers
            ) as answer:
                text = (await answer.json())["text"]
    assert text.startswith("Hôm nay đã nhắc trước đó: UBND xã Cao Lâu lúc 08:00, UBND xã Gia Cát")


def test_late_and_anew_are_told_on_the_board_and_when_a_unit_was_nudged() -> None:
    duty, (silent, confirmed, _, done) = review(date(2026, 11, 18))
    nudged = replace(silent, nudged_at=datetime(2026, 11, 20, 2, tzinfo=UTC))
    shown = drawn((duty, (nudged, confirmed, done)))
    assert "UBND xã Tân Liên 10:30 T6 20/11 · muộn 2 ngày" in shown
    assert "UBND xã Cao Lâu chưa xác nhận · đã nhắc 09:00 T6 20/11" in shown
    again = replace(done, reported_on=date(2026, 11, 18))
    assert "T4 18/11 · đúng hạn · nộp lại 10:30 T6 20/11" in drawn((duty, (again,)))
    assert "UBND xã Tân Liên 10:30 T6 20/11 Không" in drawn(
        (duty, (replace(done, reported_on=None),))
    )


@pytest.mark.parametrize(
    ("body", "status"),
    [({"duty": 8}, 404), ({"duty": 0}, 400), ({"duty": "7"}, 400), ({"duty": True}, 400),
     ({}, 400), ([], 400), ({"duty": 7, "more": 1}, 400), ({"duty": 10**30}, 400)],
)  # fmt: skip
async def test_a_reminder_of_no_such_duty_is_refused(body: object, status: int) -> None:
    seen = FakeRegisters((review(),))
    async with (
        office(seen) as visitor,
        visitor.client.post("/api/board/nudge", json=body, headers=visitor.headers) as answer,
    ):
        assert answer.status == status
    assert (seen.nudged, seen.committed) == ([], 0)


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"},
     {"Sec-Fetch-Site": "same-site"}],
)  # fmt: skip
async def test_a_page_of_another_origin_reminds_nobody(headers: dict[str, str]) -> None:
    seen = FakeRegisters((review(),))
    async with (
        office(seen) as visitor,
        visitor.client.post("/api/board/nudge", json={"duty": 7}, headers=headers) as answer,
    ):
        assert answer.status == 403
    assert seen.nudged == []


async def test_a_database_that_is_gone_is_said_and_nothing_is_reminded() -> None:
    seen = FakeRegisters((review(),))
    async with office(seen) as visitor:
        seen.failing = True
        status, text = await page(visitor)
        async with visitor.client.post(
            "/api/board/nudge", json={"duty": 7}, headers=visitor.headers
        ) as answer:
            assert answer.status == 503
        async with visitor.client.get("/board/files/4/0") as answer:
            assert (answer.status, answer.content_type) == (503, "text/html")
    assert status == 503
    assert "Chưa đọc được dữ liệu" in text
    assert (seen.nudged, seen.committed) == ([], 0)


async def test_a_file_of_a_report_is_handed_to_its_office(tmp_path: object) -> None:
    shelf = Shelf(tmp_path, room_left=0)  # type: ignore[arg-type]

    async def chunks() -> AsyncIterator[bytes]:
        yield b"%PDF-1.7 x"

    kept = await shelf.put(chunks(), "báo cáo.pdf")
    duty, tasks = review()
    seen = FakeRegisters(((duty, (*tasks[:3], replace(tasks[3], files=(kept, PDF)))),))
    async with office(seen, shelf) as visitor:
        async with visitor.client.get("/board/files/4/0") as answer:
            assert (answer.status, await answer.read()) == (200, b"%PDF-1.7 x")
            assert answer.headers["Content-Disposition"] == (
                "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf"
            )
            assert "sandbox" in answer.headers["Content-Security-Policy"]
        for path, status in (("4/1", 410), ("4/2", 404), ("1/0", 404), ("5/0", 404)):
            async with visitor.client.get(f"/board/files/{path}") as answer:
                assert answer.status == status


def test_days_are_told_with_a_sign_and_in_words() -> None:
    left = {-2: "✕ quá hạn 2 ngày", -1: "✕ quá hạn 1 ngày", 0: "! hôm nay là ngày cuối",
            1: "còn 1 ngày", 9: "còn 9 ngày"}  # fmt: skip
    for days, said in left.items():
        assert said in drawn(review(date(2026, 11, 21) + timedelta(days=days)))


def test_a_duty_that_is_complete_has_nobody_to_remind() -> None:
    shown = drawn(others()[2])
    assert "✓ đã đủ báo cáo" in shown
    assert "Nhắc" not in shown.replace("Lần nhắc", "")


def test_a_unit_with_a_day_of_its_own_shows_it() -> None:
    duty, tasks = review()
    own = replace(task(1, duty, "UBND xã Cao Lâu"), due=date(2026, 12, 1))
    assert "chưa xác nhận · hạn riêng T3 01/12 (còn 10 ngày)" in drawn((duty, (own, *tasks[1:])))


def test_no_duty_says_how_to_give_one() -> None:
    assert "Chưa có báo cáo nào đang chờ" in drawn()


@pytest.mark.parametrize(
    ("health", "said"),
    [
        ({}, "Việc nhắc chạy bình thường Kiểm tra gần nhất: 07:59 T7 21/11 Không có tin chờ gửi"),
        ({}, "Không có tin hỏng Lần nhắc tới: 07:00 T2 23/11"),
        ({"failed": 2}, "có tin chưa đến nơi"),
        ({"failed": 2}, "2 tin chưa đến được người nhận"),
        ({"queued": 1200, "oldest_queued": NOW - timedelta(minutes=7)},
         "1.200 tin chờ gửi, lâu nhất 7 phút"),
        ({"queued": 1, "oldest_queued": NOW - timedelta(minutes=7)}, "có tin chưa đến nơi"),
        ({"queued": 1, "oldest_queued": NOW - timedelta(minutes=1)}, "chạy bình thường"),
        ({"last_tick": NOW - timedelta(minutes=3)}, "Việc nhắc đang dừng"),
        ({"last_tick": None, "next_due": None}, "Chưa kiểm tra lần nào"),
    ],
)  # fmt: skip
def test_the_health_line_says_how_the_reminders_do(health: dict[str, object], said: str) -> None:
    assert said in drawn(**health)


def test_the_board_speaks_english_too() -> None:
    shown = drawn(review(), *others(), language="en", failed=1)
    assert "1/4 units have reported" in shown
    assert "✕ 2 days overdue" in shown


def test_elements_escape_whatever_is_not_an_element() -> None:
    made = element("p", "a<b", element("b", "&"), None, ["x", Element("<i></i>")], class_='"q"')
    assert made == '<p class="&quot;q&quot;">a&lt;b<b>&amp;</b>x<i></i></p>'
    assert element("a", href="/x", download=True, hidden=False, title=None) == (
        '<a href="/x" download></a>'
    )


def test_drafts_and_reports_that_cannot_be_read_are_counted() -> None:
    assert "! Việc nhắc chạy, nhưng có tin chưa đến nơi" in drawn(unreadable=2)
    assert "2 hồ sơ, báo cáo không đọc được" in drawn(unreadable=2)
    assert "không đọc được" not in drawn()
