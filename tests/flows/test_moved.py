"""A reminder put off, to when it was asked for or to another time, which is told with why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.due.moved import When, resumes_on, why_moved
from flows.model import Person
from flows.reminding import Hours
from flows.turn import Scene
from locales import catalog
from rules.calendar import Calendar, load_calendar
from tests.flows.officer import SATURDAY, Officer
from tests.flows.reminded import mai, rescuer

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def scene(today: date, paused: date | None = None) -> Scene:
    return Scene(Person(1, hours=Hours(480, 1020, paused_until=paused)), today)


def morning(day: date) -> datetime:
    """Eight in the morning in Vietnam."""
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


def told(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [catalog.text(line, "vi") for line in found]


@pytest.mark.parametrize(
    ("today", "when", "at", "why"),
    [
        (FRIDAY, "tomorrow", morning(MONDAY), "Dời vì thứ Bảy 21/11/2026 là ngày nghỉ."),
        (FRIDAY, SATURDAY, morning(FRIDAY), "Dời vì thứ Bảy 21/11/2026 là ngày nghỉ."),
        (SATURDAY, "hour", morning(MONDAY), "Dời vì thứ Bảy 21/11/2026 là ngày nghỉ."),
        (SATURDAY, "afternoon", morning(MONDAY), "Dời vì thứ Bảy 21/11/2026 là ngày nghỉ."),
        (FRIDAY, "hour", morning(MONDAY), "Dời vì ngoài giờ nhắc của anh/chị (08:00–17:00)."),
        (
            FRIDAY,
            timedelta(hours=9),
            morning(MONDAY),
            "Dời vì ngoài giờ nhắc của anh/chị (08:00–17:00).",
        ),
        (
            FRIDAY,
            "afternoon",
            datetime(2026, 11, 23, 7, tzinfo=UTC),
            "Dời vì chiều nay đã qua 14 giờ.",
        ),
    ],
)
def test_why_it_comes_at_another_time_is_told(
    today: date, when: When, at: datetime, why: str
) -> None:
    assert told(why_moved(scene(today), when, at)) == [why]


def test_a_pause_is_told_as_why() -> None:
    found = why_moved(scene(FRIDAY, paused=MONDAY), "hour", morning(MONDAY))
    assert told(found) == ["Dời vì anh/chị đang dừng nhắc đến thứ Hai 23/11/2026."]


@pytest.mark.parametrize("when", ["tomorrow", MONDAY])
def test_nothing_is_told_where_it_comes_on_the_day_asked_for(when: When) -> None:
    assert why_moved(scene(date(2026, 11, 22)), when, morning(MONDAY)) == ()


def test_a_pause_that_ends_on_a_day_off_tells_when_reminders_begin() -> None:
    officer = Officer().say("dừng nhắc đến 28/11")
    assert "thứ Bảy 28/11/2026 là ngày nghỉ, nên tôi nhắc từ thứ Hai 30/11/2026." in officer.text
    assert "là ngày nghỉ" not in Officer().say("dừng nhắc đến 30/11").text


def test_a_year_without_a_calendar_has_no_days_off() -> None:
    assert resumes_on(scene(FRIDAY), date(2030, 6, 1)) == ()


def test_a_day_off_that_ends_the_last_known_year_names_no_day() -> None:
    years = load_calendar().years
    last = date(2027, 12, 31)
    off = replace(years[2027], days_off={**years[2027].days_off, last: "nghỉ bù"})
    known = replace(scene(FRIDAY), calendar=Calendar({**years, 2027: off}))
    assert resumes_on(known, last) == ()


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("nhắc lại sau 2 giờ", timedelta(hours=2)),
        ("nhắc lại sau 30 phút", timedelta(minutes=30)),
        ("nhắc lại sau 3 ngày", timedelta(days=3)),
        ("2 tuần nữa nhắc lại", timedelta(days=14)),
    ],
)
def test_how_long_to_wait_may_be_said_in_one_sentence(typed: str, after: timedelta) -> None:
    officer = rescuer().say("menu", typed)
    (at,) = officer.storage.memory.registers.again.values()
    assert at == officer.storage.clock.now() + after


def test_a_matter_is_handed_on_in_one_sentence() -> None:
    officer = rescuer()
    mai(officer.storage)
    officer.say("menu", "chuyển cho Hoàng Thị Mai").tap("Hoàng Thị Mai")
    assert officer.storage.memory.registers.owners[1] == 2


def test_who_is_not_of_the_unit_is_said() -> None:
    officer = rescuer()
    mai(officer.storage)
    assert "không có người tên này" in officer.say("menu", "chuyển cho Lò Văn Xa").text
