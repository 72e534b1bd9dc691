"""A reminder asked for of a matter of which no last day is known carries none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.reminders.talked import Talks
from tests.storage.office import Office
from tests.storage.parts import rows

NO_DAY = ("Khen đột xuất", "cứu người, cứu tài sản")
AGAIN = "SELECT kind, on_day = due FROM reminders WHERE rung = 'again'"


@pytest.fixture
def talks(database_url: str) -> Iterator[Talks]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Talks(Office(storage, clock))
    storage.close()


def test_the_answer_names_the_draft_and_no_last_day_is_kept(talks: Talks) -> None:
    talks.say("an", *NO_DAY)
    said = talks.say("an", "mai nhắc lại")
    assert "việc này" not in said
    assert "Khen đột xuất" in said
    assert rows(talks.office.storage, AGAIN) in ([("asked", 1)], [("asked", True)])


def test_asked_for_a_second_time_nothing_is_said_of_a_last_day(talks: Talks) -> None:
    talks.say("an", *NO_DAY, "mai nhắc lại")
    assert "ngày cuối" not in talks.say("an", "nhắc lại sau 3 ngày")
    assert len(rows(talks.office.storage, AGAIN)) == 1


def test_the_list_and_the_page_say_that_there_is_no_last_day_yet(talks: Talks) -> None:
    talks.say("an", *NO_DAY, "mai nhắc lại", "menu")
    said = talks.say("an", "hạn của tôi")
    assert "Hạn 10 ngày" not in said
    assert "chưa có ngày cuối" in said
    page = talks.tap("an", "Mở 1")
    assert "Chưa có ngày cuối" in page
    assert "17/11/2026" in page
    talks.say("an", "lịch hạn")
    talks.tap("an", "Tải tệp lịch (.ics)")
    file = talks.screen["an"][-1].file
    assert file is not None
    assert "BEGIN:VEVENT" not in file.text
    assert "có 1 hạn" not in talks.say("an", "dừng nhắc đến 25/11")


def test_the_reminder_says_what_was_asked_for_and_what_is_missing(talks: Talks) -> None:
    talks.say("an", *NO_DAY, "mai nhắc lại", "menu")
    talks.until("2026-11-17 08:00")
    said = talks.text("an")
    assert "Anh/chị đã hẹn tôi nhắc lại" in said
    assert "Còn thiếu" in said
    assert "Hạn" not in said
    assert "hết hạn" not in said
    assert "Đã trình" not in talks.labels("an")


def test_once_a_last_day_is_known_the_reminder_tells_it(talks: Talks) -> None:
    talks.say("an", *NO_DAY, "nhắc lại sau 1 giờ", "tập thể Dân quân xã", "12", "18", "12/11")
    assert rows(talks.office.storage, "SELECT kind, due FROM reminders WHERE rung = 'again'") in (
        [("window", "2026-11-22")],
        [("window", datetime(2026, 11, 22).date())],
    )


def test_of_several_in_a_digest_it_has_its_line_without_a_day(talks: Talks) -> None:
    talks.say("an", *NO_DAY, "nhắc lại ngày 18/11", "menu")
    talks.say("an", "khen đột xuất", "cứu người", "tập thể Dân quân xã", "12", "18", "13/11")
    talks.say("an", "nhắc lại ngày 18/11", "menu")
    talks.screen.clear()
    talks.until("2026-11-18 08:00")
    said = talks.text("an")
    assert "có 2 việc" in said or "2 việc" in said
    assert said.count("Hạn 10 ngày") == 1
