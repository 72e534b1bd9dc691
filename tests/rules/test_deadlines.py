"""The day counts, with the worked examples the calendar was checked by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.catalog import text
from rules.calendar import UnknownYear, load_calendar
from rules.deadlines import (
    STATED_HOLIDAY,
    Deadline,
    day_before,
    explain,
    surprise_window,
    working_days_before,
)
from rules.message import say

CALENDAR = load_calendar()
DAYS = st.dates(date(2022, 3, 1), date(2027, 12, 1))


def surprise(start: str) -> Deadline:
    return surprise_window(date.fromisoformat(start), days=10, calendar=CALENDAR)


def dossier(ceremony: str, *extra: str) -> Deadline:
    return working_days_before(
        date.fromisoformat(ceremony),
        days=15,
        calendar=CALENDAR,
        extra_off=tuple(date.fromisoformat(day) for day in extra),
    )


@pytest.mark.parametrize(
    ("ceremony", "due", "safe", "estimated"),
    [
        ("2026-09-02", "2026-08-11", "2026-08-10", False),
        ("2026-02-28", "2026-02-02", "2026-01-30", False),
        ("2026-05-05", "2026-04-09", "2026-04-08", False),
        ("2026-01-20", "2025-12-29", "2025-12-26", False),
        ("2026-12-15", "2026-11-23", "2026-11-20", False),
        ("2027-02-28", "2027-02-01", "2027-01-29", True),
        ("2027-01-01", "2026-12-11", "2026-12-10", False),
        ("2027-01-02", "2026-12-11", "2026-12-10", True),
    ],
)
def test_the_dossier_is_due_on_the_fifteenth_working_day_counted_back(
    ceremony: str, due: str, safe: str, *, estimated: bool
) -> None:
    found = dossier(ceremony)
    assert found.due == date.fromisoformat(due)
    assert found.safe == date.fromisoformat(safe)
    assert found.due_rolled is None
    assert found.estimated is estimated


@pytest.mark.parametrize(
    ("event", "due", "rolled", "safe"),
    [
        ("2026-11-10", "2026-11-20", None, "2026-11-20"),
        ("2026-11-11", "2026-11-21", "2026-11-23", "2026-11-20"),
        ("2026-11-14", "2026-11-24", "2026-11-25", "2026-11-23"),
        ("2026-02-07", "2026-02-17", "2026-02-23", "2026-02-13"),
        ("2026-08-20", "2026-08-30", "2026-09-03", "2026-08-28"),
        ("2026-04-20", "2026-04-30", "2026-05-04", "2026-04-29"),
        ("2025-12-31", "2026-01-10", None, "2026-01-10"),
    ],
)
def test_the_window_ends_on_the_tenth_day_and_rolls_to_a_working_day(
    event: str, due: str, rolled: str | None, safe: str
) -> None:
    found = surprise(event)
    assert found.due == date.fromisoformat(due)
    assert found.due_rolled == (rolled and date.fromisoformat(rolled))
    assert found.safe == date.fromisoformat(safe)


def test_the_roll_names_each_day_it_passes() -> None:
    skipped = [(s.day.isoformat(), s.why) for s in surprise("2026-08-20").skipped]
    assert skipped == [
        ("2026-08-30", "Chủ nhật"),
        ("2026-08-31", "Ngày nghỉ (thay cho ngày 22/08/2026)"),
        ("2026-09-01", "Quốc khánh"),
        ("2026-09-02", "Quốc khánh"),
    ]


def test_a_window_that_touches_an_unannounced_year_is_an_estimate() -> None:
    assert surprise("2026-12-22").estimated
    assert not surprise("2026-12-21").estimated


def test_a_window_without_calendar_keeps_its_raw_day() -> None:
    assert surprise("2030-01-01") == Deadline(
        date(2030, 1, 11), due_rolled=None, safe=None, skipped=(), estimated=True
    )


def test_a_window_at_the_edge_of_the_calendar_has_no_safe_day() -> None:
    found = surprise("2021-12-22")
    assert (found.due, found.due_rolled, found.safe) == (
        date(2022, 1, 1),
        date(2022, 1, 4),
        None,
    )


def test_days_off_stated_by_the_case_only_add_to_the_calendar() -> None:
    found = dossier("2026-12-15", "2026-12-10", "2026-11-20", "2026-11-24", "2026-12-12")
    assert found.due == date(2026, 11, 19)
    assert found.safe == date(2026, 11, 18)
    whys = {s.day: s.why for s in found.skipped}
    assert whys[date(2026, 12, 10)] == STATED_HOLIDAY
    assert whys[date(2026, 11, 24)] == "Ngày Văn hóa Việt Nam"
    assert whys[date(2026, 12, 12)] == "Thứ Bảy"


def test_the_safe_day_leaps_over_stated_days_too() -> None:
    assert dossier("2026-12-15", "2026-11-20").safe == date(2026, 11, 19)


def test_worked_saturdays_are_counted_and_told() -> None:
    found = dossier("2026-09-02")
    assert found.worked == (date(2026, 8, 22),)
    assert date(2026, 8, 22) not in {s.day for s in found.skipped}


def test_a_count_back_into_an_unknown_year_is_refused() -> None:
    with pytest.raises(UnknownYear, match="2021"):
        dossier("2022-01-20")


def test_a_count_that_ends_at_the_first_known_day_has_no_safe_day() -> None:
    found = dossier("2022-01-25")
    assert (found.due, found.safe, found.estimated) == (date(2022, 1, 4), None, False)


def test_before_a_day_is_the_day_before_and_never_rolls() -> None:
    found = day_before(date(2023, 10, 20))
    assert (found.due, found.due_rolled, found.safe) == (
        date(2023, 10, 19),
        None,
        date(2023, 10, 19),
    )
    assert day_before(date(2026, 11, 23)).due == date(2026, 11, 22)


def test_the_count_back_explains_itself() -> None:
    assert explain(dossier("2026-09-02"), CALENDAR) == (
        say(
            "days.skipped.holidays",
            days=(
                say(
                    "days.skipped.named",
                    day=date(2026, 8, 31),
                    why=CALENDAR.why_off(date(2026, 8, 31)) or "",
                ),
                say("days.skipped.named", day=date(2026, 9, 1), why="Quốc khánh"),
            ),
        ),
        say("days.skipped.weekends", count=5),
        say("days.worked", days=(date(2026, 8, 22),)),
    )


def test_an_explanation_says_when_the_calendar_is_an_estimate() -> None:
    assert explain(dossier("2027-03-31"), CALENDAR)[-1] == say("days.estimated")


def test_an_explanation_says_when_there_is_no_calendar() -> None:
    assert explain(surprise("2030-01-01"), CALENDAR) == (say("days.unknown"),)


def test_a_stated_day_is_explained_by_its_day() -> None:
    lines = explain(dossier("2026-12-10", "2026-12-09"), CALENDAR)
    named = say("days.skipped.named", day=date(2026, 12, 9), why=STATED_HOLIDAY)
    assert named in lines[0].values["days"]  # type: ignore[operator]


def test_a_count_of_ten_days_leaves_out_none_and_only_its_last_day_moves_over_days_off() -> None:
    assert explain(surprise("2026-11-11"), CALENDAR) == (
        say("days.rolled_over", days=(date(2026, 11, 21), date(2026, 11, 22))),
    )
    told = text(explain(surprise("2026-04-20"), CALENDAR)[0])
    assert "Bỏ qua" not in told
    assert "qua T5 30/04 (" in told


def test_nothing_skipped_needs_no_explanation() -> None:
    assert explain(surprise("2026-11-10"), CALENDAR) == ()


@given(DAYS)
def test_every_day_between_the_due_day_and_the_ceremony_is_counted_or_named(day: date) -> None:
    found = working_days_before(day, days=15, calendar=CALENDAR)
    between = [found.due + timedelta(days=n) for n in range((day - found.due).days)]
    assert len(between) == 15 + len(found.skipped)
    assert all(not CALENDAR.is_working_day(s.day) for s in found.skipped)
    assert CALENDAR.is_working_day(found.due)


@given(DAYS)
def test_the_rolled_day_is_the_first_working_day_from_the_tenth(day: date) -> None:
    found = surprise_window(day, days=10, calendar=CALENDAR)
    last = found.due_rolled or found.due
    assert CALENDAR.is_working_day(last)
    assert [s.day for s in found.skipped] == [
        found.due + timedelta(days=n) for n in range((last - found.due).days)
    ]
