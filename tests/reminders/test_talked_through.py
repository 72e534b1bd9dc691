"""Deadlines and reports from the first word to the last, over both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.reminders.talked import Talks
from tests.storage.office import Office

RESCUE = ("khen đột xuất", "cứu người", "tập thể", "12", "18", "12/11")


@pytest.fixture
def talks(database_url: str) -> Iterator[Talks]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Talks(Office(storage, clock))
    storage.close()


def asked(talks: Talks) -> None:
    """A report due on Friday 27/11 is asked of both units."""
    talks.office.come("an", "binh", "head", "other")
    talks.say("reviewer", "giao báo cáo", "Kết quả rà soát trước ngày 28/11", "Theo mẫu 1")
    talks.say("reviewer", "tất cả", "một lần")
    assert "2 đơn vị" in talks.tap("reviewer", "Giao")
    talks.tick()


def test_a_report_is_asked_for_told_taken_on_given_time_and_handed_in(talks: Talks) -> None:
    asked(talks)
    assert "Kết quả rà soát" in talks.text("an")
    talks.tap("an", "Mở việc")
    talks.tap("an", "Tôi nhận việc này", "Xin thêm thời gian")
    talks.say("an", "30/11", "chờ số liệu")
    talks.tick()
    assert "30/11" in talks.text("reviewer")
    talks.say("reviewer", "báo cáo đã giao")
    talks.tap("reviewer", "Mở 1", "Trả lời: unit", "Đồng ý lùi")
    talks.tick()
    assert "30/11/2026" in talks.text("an")
    talks.say("an", "báo cáo")
    talks.tap("an", "Mở 1", "Nộp báo cáo")
    assert "Đã nộp" in talks.say("an", "Đã rà soát 12 quyết định", "xong")
    talks.say("reviewer", "báo cáo đã giao")
    page = talks.tap("reviewer", "Mở 1")
    assert "Đã nộp 1/2: unit" in page
    assert "Chưa nộp 1/2: other unit" in page
    talks.screen.clear()


def test_who_has_not_reported_is_nudged_by_one_tap(talks: Talks) -> None:
    asked(talks)
    talks.screen.clear()
    talks.say("reviewer", "báo cáo đã giao")
    assert "Đã nhắc 2 đơn vị" in talks.tap("reviewer", "Mở 1", "Nhắc đơn vị chưa nộp")
    talks.tick()
    assert {"an", "binh", "head", "other"} <= set(talks.screen)


def test_the_morning_reminder_is_answered_in_words(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    talks.until("2026-11-18 07:30")
    assert "còn" in talks.text("an").lower()
    assert "Nhắc lại…" in talks.labels("an")
    assert "14:00" in talks.say("an", "chiều nay nhắc lại")
    talks.screen.clear()
    talks.until("2026-11-18 14:30")
    assert "an" in talks.screen
    assert "trình" in talks.say("an", "đã trình")
    talks.screen.clear()
    talks.until("2026-11-26 20:00")
    assert "an" not in talks.screen


def test_undone_it_is_reminded_of_again(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    talks.until("2026-11-18 07:30")
    talks.tap("an", "Đã trình")
    talks.tap("an", "Bỏ thay đổi vừa rồi")
    assert "22/11" in talks.say("an", "hạn của tôi")
    talks.screen.clear()
    talks.until("2026-11-23 08:00")
    assert "an" in talks.screen


def test_a_draft_handed_over_is_the_colleagues_alone(talks: Talks) -> None:
    talks.office.come("binh")
    talks.say("an", *RESCUE)
    talks.say("an", "chuyển cho đồng nghiệp")
    name = next(label for label in talks.labels("an") if "binh" in label)
    assert "Đã chuyển" in talks.tap("an", name)
    assert "không có hạn nào" in talks.say("an", "hạn của tôi")
    assert "g:open:1" not in str(talks.screen["an"])
    talks.tick()
    assert "hạn Chủ nhật 22/11" in talks.text("binh")
    assert "22/11" in talks.say("binh", "hạn của tôi")
    talks.screen.clear()
    talks.until("2026-11-20 08:00")
    assert "binh" in talks.screen
    assert "an" not in talks.screen


def test_nothing_comes_in_a_pause_and_all_of_it_after(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    assert "có 1 hạn" in talks.say("an", "dừng nhắc đến 25/11")
    talks.screen.clear()
    talks.until("2026-11-24 20:00")
    assert "an" not in talks.screen
    talks.until("2026-11-25 08:00")
    assert len(talks.screen["an"]) == 1


def test_the_calendar_file_and_the_address_are_the_officers(talks: Talks) -> None:
    talks.say("an", *RESCUE, "lịch hạn")
    talks.tap("an", "Tải tệp lịch (.ics)")
    file = talks.screen["an"][-1].file
    assert file is not None
    assert "20261122" in file.text
    assert "http://page/calendar/" in talks.tap("an", "Tạo địa chỉ lịch")
