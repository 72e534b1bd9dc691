"""On which days reminders fall: each reading with days that were or will be."""

from __future__ import annotations

import pytest

from flows.reminding import Hours, Matter
from tests.reminders.days import at, local, on, rungs, told


def days(due: str, now: str = "2022-02-01 00:00", matter: Matter = Matter.WINDOW) -> list[str]:
    return [f"{rung} {day}" for rung, day in told(rungs(due, now, matter=matter)).items()]


def test_five_three_and_one_working_days_before_the_day_itself_and_the_day_after() -> None:
    assert days("2026-11-20") == [
        "five 2026-11-13",
        "three 2026-11-17",
        "one 2026-11-19",
        "day 2026-11-20",
        "after 2026-11-23",
    ]


def test_a_last_day_on_a_sunday_is_told_on_friday_in_place_of_the_day_before() -> None:
    assert days("2026-11-22") == [
        "five 2026-11-16",
        "three 2026-11-18",
        "day 2026-11-20",
        "after 2026-11-23",
    ]


@pytest.mark.parametrize(
    ("due", "day", "after"),
    [
        ("2026-02-17", "2026-02-13", "2026-02-23"),  # first of the lunar year
        ("2026-11-24", "2026-11-23", "2026-11-25"),  # the new holiday
        ("2026-04-30", "2026-04-29", "2026-05-04"),
        ("2026-08-30", "2026-08-28", "2026-09-03"),  # Monday 31/8 is swapped
        ("2026-08-22", "2026-08-22", "2026-08-24"),  # the Saturday worked for it
        ("2026-01-10", "2026-01-10", "2026-01-12"),  # worked for 2/1
        ("2026-01-02", "2025-12-31", "2026-01-05"),
        ("2024-05-04", "2024-05-04", "2024-05-06"),  # worked for 29/4
        ("2025-12-31", "2025-12-31", "2026-01-05"),
        ("2026-12-31", "2026-12-31", "2027-01-04"),
    ],
)
def test_a_rung_on_a_day_off_moves_back_but_the_day_after_moves_on(
    due: str, day: str, after: str
) -> None:
    found = told(rungs(due, "2022-02-01 00:00"))
    assert (found["day"], found["after"]) == (day, after)


def test_working_days_are_counted_back_over_the_lunar_new_year() -> None:
    assert days("2026-02-25") == [
        "five 2026-02-11",
        "three 2026-02-13",
        "one 2026-02-24",
        "day 2026-02-25",
        "after 2026-02-26",
    ]


def test_a_saturday_worked_for_another_day_counts() -> None:
    found = told(rungs("2026-08-25", "2026-08-01 00:00"))
    assert found["three"] == "2026-08-21"
    assert found["one"] == "2026-08-24"
    assert told(rungs("2026-08-24", "2026-08-01 00:00"))["one"] == "2026-08-22"


def test_the_day_after_comes_on_the_day_that_the_window_rolls_to() -> None:
    assert told(rungs("2026-08-30", "2026-08-01 00:00"))["after"] == "2026-09-03"
    assert told(rungs("2026-02-17", "2026-02-01 00:00"))["after"] == "2026-02-23"


def test_an_overdue_duty_is_told_to_the_head_and_then_to_the_office() -> None:
    assert days("2026-11-23", matter=Matter.DUTY)[-3:] == [
        "after 2026-11-25",
        "head 2026-11-26",
        "office 2026-11-27",
    ]


def test_the_campaign_of_2023_is_told_on_its_last_valid_day() -> None:
    assert days("2023-10-19", matter=Matter.DUTY) == [
        "five 2023-10-12",
        "three 2023-10-16",
        "one 2023-10-18",
        "day 2023-10-19",
        "after 2023-10-20",
        "head 2023-10-23",
        "office 2023-10-24",
    ]


def test_rungs_that_fall_before_now_are_dropped() -> None:
    assert days("2026-11-20", "2026-11-17 07:00") == [
        "three 2026-11-17",
        "one 2026-11-19",
        "day 2026-11-20",
        "after 2026-11-23",
    ]
    assert days("2026-11-20", "2026-11-17 07:01")[0] == "one 2026-11-19"
    assert days("2026-11-20", "2026-11-20 07:01") == ["after 2026-11-23"]
    assert days("2026-11-20", "2026-11-23 07:00") == ["after 2026-11-23"]
    assert days("2026-11-20", "2026-11-23 07:01") == []


def test_the_day_after_stands_while_the_day_it_moved_to_is_ahead() -> None:
    assert days("2026-11-20", "2026-11-22 12:00") == ["after 2026-11-23"]


def test_the_last_day_moved_to_a_friday_already_begun_is_told_at_once() -> None:
    found = told(rungs("2026-11-22", "2026-11-20 10:15"))
    assert found == {"day": "2026-11-20 10:15", "after": "2026-11-23"}


@pytest.mark.parametrize("now", ["2026-11-20 20:00", "2026-11-21 09:00", "2026-11-22 06:59"])
def test_it_is_not_told_after_the_last_day(now: str) -> None:
    assert days("2026-11-22", now) == ["after 2026-11-23"]


def test_it_comes_at_the_start_of_the_persons_own_hours() -> None:
    found = rungs("2026-11-20", "2026-11-01 00:00", hours=Hours(start=510, end=990))
    assert {local(one.at)[11:] for one in found} == {"08:30"}
    assert all(local(one.at)[:10] == one.on_day.isoformat() for one in found)


def test_a_pause_moves_nothing_ahead_of_time() -> None:
    paused = Hours(paused_until=on("2026-12-24"))
    assert rungs("2026-11-22", "2026-11-20 10:15", hours=paused) == rungs(
        "2026-11-22", "2026-11-20 10:15"
    )


def test_years_without_a_calendar_leave_their_rungs_out() -> None:
    assert rungs("2028-01-20", "2027-12-01 00:00") == ()
    assert days("2027-12-31", "2027-12-01 00:00")[-1] == "day 2027-12-31"
    assert days("2022-01-05", "2021-12-01 00:00") == [
        "one 2022-01-04",
        "day 2022-01-05",
        "after 2022-01-06",
    ]


def test_moments_are_told_in_utc() -> None:
    first = rungs("2026-11-20", "2026-11-01 00:00")[0]
    assert first.at == at("2026-11-13 07:00")
    assert first.at.isoformat() == "2026-11-13T00:00:00+00:00"
