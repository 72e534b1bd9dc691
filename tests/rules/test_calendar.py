"""The calendar against its two sources, and what it says of single days."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from rules.calendar import UnknownYear, load_calendar
from tools import make_calendar

TABLE = Path(__file__).parents[3] / "shared" / "vn_calendar_2022_2027.csv"


def test_the_file_is_what_the_package_and_the_patch_make() -> None:
    assert make_calendar.TARGET.read_text(encoding="utf-8") == make_calendar.render()


def test_every_day_is_as_the_holidays_package_has_it_but_for_the_swap_of_january_2026() -> None:
    calendar = load_calendar()
    package = make_calendar._package(2022)
    differing = [
        day
        for day in (date(2022, 1, 1) + timedelta(days=n) for n in range(365 * 6 + 1))
        if calendar.is_working_day(day) != package.is_working_day(day)
    ]
    assert differing == [date(2026, 1, 2), date(2026, 1, 10)]


@pytest.mark.skipif(not TABLE.exists(), reason="the checked table is not beside the repository")
def test_every_year_equals_the_checked_table() -> None:
    calendar = load_calendar()
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    off = {date.fromisoformat(r["date"]) for r in rows if r["kind"] == "day_off"}
    worked = {date.fromisoformat(r["date"]) for r in rows if r["kind"] == "worked_weekend"}
    assert {day for year in calendar.years.values() for day in year.days_off} == off
    assert {day for year in calendar.years.values() for day in year.worked_weekends} == worked
    for row in rows:
        if row["source"] != "patch" and row["kind"] == "day_off":
            assert calendar.why_off(date.fromisoformat(row["date"])) == row["name"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2026, 11, 21), "Thứ Bảy"),
        (date(2026, 11, 22), "Chủ nhật"),
        (date(2026, 1, 2), "Ngày nghỉ (thay cho ngày 10/01/2026)"),
        (date(2026, 1, 10), None),
        (date(2026, 2, 17), "Tết Nguyên Đán"),
    ],
)
def test_a_day_off_says_why(day: date, why: str | None) -> None:
    assert load_calendar().why_off(day) == why
    assert load_calendar().is_working_day(day) is (why is None)


def test_a_working_day_is_its_own_next_and_previous_one() -> None:
    calendar = load_calendar()
    monday = date(2026, 11, 23)
    assert calendar.next_working_day(monday) == monday
    assert calendar.previous_working_day(monday) == monday


def test_the_working_days_around_tet_leap_over_it() -> None:
    calendar = load_calendar()
    assert calendar.next_working_day(date(2026, 2, 14)) == date(2026, 2, 23)
    assert calendar.previous_working_day(date(2026, 2, 22)) == date(2026, 2, 13)


def test_a_worked_saturday_and_a_named_holiday_are_told_from_plain_days() -> None:
    calendar = load_calendar()
    assert calendar.is_worked_weekend(date(2026, 8, 22))
    assert not calendar.is_worked_weekend(date(2026, 8, 29))
    assert calendar.is_holiday(date(2026, 4, 26))
    assert not calendar.is_holiday(date(2026, 11, 22))


def test_only_an_announced_year_is_no_estimate() -> None:
    assert [y for y in range(2021, 2029) if load_calendar().is_estimate(y)] == [2021, 2027, 2028]


def test_tet_is_the_first_day_of_the_lunar_year() -> None:
    calendar = load_calendar()
    assert calendar.tet(2025) == date(2025, 1, 29)
    assert calendar.tet(2028) is None


@pytest.mark.parametrize("day", [date(2021, 12, 31), date(2028, 1, 1)])
def test_a_day_of_a_year_without_calendar_is_refused_by_its_year(day: date) -> None:
    with pytest.raises(UnknownYear, match=str(day.year)) as raised:
        load_calendar().is_working_day(day)
    assert raised.value.years == (2022, 2027)


def test_the_official_calendar_is_read_once() -> None:
    assert load_calendar() is load_calendar()
