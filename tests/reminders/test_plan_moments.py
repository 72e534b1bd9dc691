"""When a person may be reminded, and when what they asked for comes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reminding import Hours
from tests.reminders.days import CALENDAR, PLANS, USUAL, ZONE, at, local, on


def allowed(now: str, hours: Hours = USUAL) -> str:
    slot = PLANS.allowed(at(now), hours)
    assert local(slot.at)[:10] == slot.on_day.isoformat()
    return local(slot.at)


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ("2026-11-20 07:00", "2026-11-20 07:00"),
        ("2026-11-20 19:59", "2026-11-20 19:59"),
        ("2026-11-20 20:00", "2026-11-23 07:00"),
        ("2026-11-20 06:59", "2026-11-20 07:00"),
        ("2026-11-22 10:00", "2026-11-23 07:00"),
        ("2026-11-23 21:00", "2026-11-25 07:00"),  # 24/11 is off
        ("2026-02-14 10:00", "2026-02-23 07:00"),  # Tết
        ("2026-08-22 10:00", "2026-08-22 10:00"),  # a Saturday worked
        ("2026-12-31 21:00", "2027-01-04 07:00"),
    ],
)
def test_reminders_come_in_hours_on_working_days(now: str, slot: str) -> None:
    assert allowed(now) == slot


def test_each_person_has_hours_of_their_own() -> None:
    own = Hours(start=570, end=690)
    assert allowed("2026-11-20 09:00", own) == "2026-11-20 09:30"
    assert allowed("2026-11-20 11:30", own) == "2026-11-23 09:30"


@pytest.mark.parametrize(
    ("until", "slot"),
    [
        ("2026-11-20", "2026-11-20 10:00"),
        ("2026-11-21", "2026-11-23 07:00"),
        ("2026-11-24", "2026-11-25 07:00"),
        ("2026-12-24", "2026-12-24 07:00"),
        ("2025-01-01", "2026-11-20 10:00"),
    ],
)
def test_a_pause_ends_on_its_first_working_morning(until: str, slot: str) -> None:
    assert allowed("2026-11-20 10:00", Hours(paused_until=on(until))) == slot


def test_without_a_calendar_the_weekdays_count() -> None:
    assert allowed("2030-03-02 10:00") == "2030-03-04 07:00"
    assert allowed("2030-03-04 10:00") == "2030-03-04 10:00"


@pytest.mark.parametrize(
    ("when", "now", "slot"),
    [
        ("hour", "2026-11-20 09:00", "2026-11-20 10:00"),
        ("hour", "2026-11-20 19:30", "2026-11-23 07:00"),
        (timedelta(hours=2), "2026-11-20 09:00", "2026-11-20 11:00"),
        (timedelta(hours=10), "2026-11-20 12:00", "2026-11-23 07:00"),
        ("afternoon", "2026-11-20 09:00", "2026-11-20 14:00"),
        ("afternoon", "2026-11-20 14:00", "2026-11-23 14:00"),
        ("afternoon", "2026-11-23 15:00", "2026-11-25 14:00"),
        ("tomorrow", "2026-11-19 09:00", "2026-11-20 07:00"),
        ("tomorrow", "2026-11-20 09:00", "2026-11-23 07:00"),
        ("tomorrow", "2026-11-20 06:00", "2026-11-23 07:00"),
        ("2026-11-27", "2026-11-20 09:00", "2026-11-27 07:00"),
        ("2026-11-24", "2026-11-20 09:00", "2026-11-23 07:00"),
        ("2026-11-22", "2026-11-19 09:00", "2026-11-20 07:00"),
        ("2026-11-22", "2026-11-20 09:00", "2026-11-23 07:00"),
        ("2026-11-20", "2026-11-20 09:00", "2026-11-20 10:00"),
        ("2026-11-20", "2026-11-20 05:00", "2026-11-20 07:00"),
        ("2026-11-01", "2026-11-20 09:00", "2026-11-20 10:00"),
    ],
)
def test_what_was_asked_for_comes_at_the_next_moment_that_suits(
    when: str | timedelta, now: str, slot: str
) -> None:
    wanted = on(when) if isinstance(when, str) and when[0].isdigit() else when
    assert local(PLANS.again(wanted, hours=USUAL, now=at(now)).at) == slot


def test_an_afternoon_outside_ones_hours_is_the_next_start() -> None:
    mornings = Hours(start=420, end=690)
    found = PLANS.again("afternoon", hours=mornings, now=at("2026-11-19 09:00"))
    assert local(found.at) == "2026-11-20 07:00"


def test_a_pause_holds_back_what_was_asked_for_too() -> None:
    paused = Hours(paused_until=on("2026-11-26"))
    for when in ("hour", "afternoon", "tomorrow", on("2026-11-25")):
        found = PLANS.again(when, hours=paused, now=at("2026-11-20 09:00"))
        assert found.on_day == on("2026-11-26"), when


KNOWN = st.datetimes(datetime(2022, 2, 1), datetime(2027, 10, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)
HOURS = st.builds(
    lambda start, length, until: Hours(start, min(start + length, 1440), until),
    st.integers(0, 1380),
    st.integers(30, 900),
    st.none() | st.dates(date(2022, 1, 1), date(2027, 10, 1)),
)


@given(KNOWN, HOURS)
def test_never_on_a_day_off_nor_outside_the_hours(moment: datetime, hours: Hours) -> None:
    slot = PLANS.allowed(moment, hours)
    here = slot.at.astimezone(ZONE)
    assert slot.at >= moment
    assert here.date() == slot.on_day
    assert CALENDAR.is_working_day(slot.on_day)
    assert hours.start <= here.hour * 60 + here.minute < hours.end
    assert hours.paused_until is None or slot.on_day >= hours.paused_until
    assert PLANS.allowed(slot.at, hours) == slot


@given(KNOWN, HOURS, st.integers(1, 600))
def test_no_moment_between_was_allowed(moment: datetime, hours: Hours, minutes: int) -> None:
    slot = PLANS.allowed(moment, hours)
    between = moment + timedelta(minutes=minutes)
    if between < slot.at:
        assert PLANS.allowed(between, hours) == slot
    else:
        assert PLANS.allowed(between, hours).at >= slot.at


@given(KNOWN, HOURS, st.sampled_from(["hour", "afternoon", "tomorrow", date(2026, 4, 30)]))
def test_what_is_asked_for_always_comes_when_it_may(
    now: datetime, hours: Hours, when: str | date
) -> None:
    slot = PLANS.again(when, hours=hours, now=now)
    assert slot.at > now
    assert PLANS.allowed(slot.at, hours) == slot
