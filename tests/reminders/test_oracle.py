"""The oracle itself, by lives that can be followed by hand."""

from __future__ import annotations

from datetime import date, datetime

from tests.reminders.days import CALENDAR, ZONE, at, local, on
from tests.reminders.oracle import OF_A_DUTY, Concern, Expected, Life, World, expected

NEVER: tuple[tuple[datetime, datetime], ...] = ()
SUNDAY = "2026-11-22"


def lived(
    *history: tuple[str, str | None],
    life: Life | None = None,
    down: tuple[tuple[datetime, datetime], ...] = NEVER,
    rungs: tuple[str, ...] = OF_A_DUTY[:5],
) -> list[Expected]:
    world = World(CALENDAR.is_working_day, ZONE, until=at("2027-02-01 00:00"), down=down)
    told = tuple((at(since), on(due) if due else None) for since, due in history)
    return expected([Concern(1, "d1", "window", told, rungs)], {1: life or Life()}, world)


def when(found: list[Expected]) -> list[str]:
    return [f"{one.rung} {local(one.at)}".removesuffix(" 07:00") for one in found]


def test_a_last_day_left_alone_has_its_whole_ladder() -> None:
    assert when(lived(("2026-11-10 09:00", SUNDAY))) == [
        "five 2026-11-16",
        "three 2026-11-18",
        "day 2026-11-20",
        "after 2026-11-23",
    ]


def test_nothing_comes_once_it_is_closed() -> None:
    found = lived(("2026-11-10 09:00", SUNDAY), ("2026-11-18 16:00", None))
    assert when(found) == ["five 2026-11-16", "three 2026-11-18"]


def test_a_new_last_day_has_a_ladder_of_its_own() -> None:
    found = lived(("2026-11-10 09:00", SUNDAY), ("2026-11-18 16:00", "2026-11-27"))
    assert [one for one in when(found) if one >= "three"] == [
        "three 2026-11-18",
        "three 2026-11-23",
    ]
    assert {one.due for one in found if one.day > date(2026, 11, 18)} == {on("2026-11-27")}


def test_closed_and_opened_again_nothing_is_told_twice() -> None:
    found = lived(
        ("2026-11-10 09:00", SUNDAY),
        ("2026-11-16 08:00", None),
        ("2026-11-16 09:00", SUNDAY),
        ("2026-11-20 08:00", None),
        ("2026-11-20 09:00", SUNDAY),
    )
    assert when(found) == [
        "five 2026-11-16",
        "three 2026-11-18",
        "day 2026-11-20",
        "after 2026-11-23",
    ]


def test_said_again_a_last_day_is_the_same_one() -> None:
    told = (("2026-11-10 09:00", SUNDAY), ("2026-11-17 09:00", SUNDAY))
    assert lived(*told) == lived(told[0])


def test_what_falls_into_a_pause_comes_together_and_the_newest_is_shown() -> None:
    life = Life(pauses=((at("2026-11-15 09:00"), on("2026-11-19")),))
    found = lived(("2026-11-10 09:00", SUNDAY), life=life)
    assert when(found)[:2] == ["five 2026-11-19", "three 2026-11-19"]
    assert [one.shown for one in found] == [False, True, True, True]
    assert not any(one.late for one in found)


def test_a_pause_taken_back_lets_all_come_at_once() -> None:
    pauses = ((at("2026-11-15 09:00"), on("2026-12-24")), (at("2026-11-16 10:00"), None))
    found = lived(("2026-11-10 09:00", SUNDAY), life=Life(pauses=pauses))
    assert when(found)[:2] == ["five 2026-11-16 10:00", "three 2026-11-18"]


def test_what_falls_into_a_pause_and_is_closed_in_it_never_comes() -> None:
    life = Life(pauses=((at("2026-11-15 09:00"), on("2026-11-25")),))
    assert lived(("2026-11-10 09:00", SUNDAY), ("2026-11-24 09:00", None), life=life) == []


def test_after_a_downtime_what_is_over_an_hour_late_says_so() -> None:
    down = ((at("2026-11-18 05:00"), at("2026-11-18 07:30")),)
    assert not any(one.late for one in lived(("2026-11-10 09:00", SUNDAY), down=down))
    down = ((at("2026-11-16 05:00"), at("2026-11-18 09:00")),)
    found = lived(("2026-11-10 09:00", SUNDAY), down=down)
    assert when(found)[:2] == ["five 2026-11-18 09:00", "three 2026-11-18 09:00"]
    assert [(one.shown, one.late) for one in found[:2]] == [(False, True), (True, True)]


def test_new_hours_hold_for_what_is_still_to_come() -> None:
    life = Life(hours=((at("2026-11-17 12:00"), 510, 1200),))
    found = lived(("2026-11-10 09:00", SUNDAY), life=life)
    assert when(found)[:2] == ["five 2026-11-16", "three 2026-11-18 08:30"]


def test_the_last_day_moved_to_this_friday_comes_at_once_or_not_at_all() -> None:
    assert when(lived(("2026-11-20 10:15", SUNDAY)))[0] == "day 2026-11-20 10:15"
    assert when(lived(("2026-11-20 20:15", SUNDAY))) == ["after 2026-11-23"]


def test_each_is_told_the_rungs_meant_for_them() -> None:
    found = lived(("2026-11-10 09:00", SUNDAY), rungs=("head",))
    assert when(found) == ["head 2026-11-25"]
