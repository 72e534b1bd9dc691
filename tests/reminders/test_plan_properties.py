"""What holds for every last day, every moment and all hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.reminding import Hours, LastDay, Matter, Planned, Rung
from reminders.ladder import OF_A_DUTY, ladder
from tests.reminders.days import CALENDAR, MOMENTS, ZONE
from tests.reminders.oracle import Concern, Life, World, expected

DUES = st.dates(date(2022, 2, 1), date(2027, 11, 1))
SMALL = st.integers(-30 * 24 * 60, 15 * 24 * 60)
HOURS = st.builds(
    lambda start, length: Hours(start, min(start + length, 1440)),
    st.integers(0, 1380),
    st.integers(30, 900),
)
MATTERS = st.sampled_from([Matter.WINDOW, Matter.DUTY])


def plan(due: date, now: datetime, matter: Matter, hours: Hours) -> tuple[Planned, ...]:
    return ladder(LastDay(matter, due), MOMENTS, hours=hours, now=now)


def moment(due: date, minutes: int) -> datetime:
    return datetime(due.year, due.month, due.day, tzinfo=UTC) + timedelta(minutes=minutes)


@given(DUES, SMALL, MATTERS, HOURS)
def test_on_working_days_within_the_hours_and_not_before_now(
    due: date, minutes: int, matter: Matter, hours: Hours
) -> None:
    now = moment(due, minutes)
    for one in plan(due, now, matter, hours):
        here = one.at.astimezone(ZONE)
        assert one.at >= now
        assert here.date() == one.on_day
        assert CALENDAR.is_working_day(one.on_day)
        assert hours.start <= here.hour * 60 + here.minute < hours.end
        ahead = one.rung in {Rung.FIVE, Rung.THREE, Rung.ONE, Rung.DAY}
        assert (one.on_day <= due) is ahead


@given(DUES, SMALL, MATTERS, HOURS)
def test_one_a_day_at_most_and_in_the_order_of_the_ladder(
    due: date, minutes: int, matter: Matter, hours: Hours
) -> None:
    found = plan(due, moment(due, minutes), matter, hours)
    days = [one.on_day for one in found]
    assert days == sorted(set(days))
    assert [one.at for one in found] == sorted(one.at for one in found)
    places = [OF_A_DUTY.index(one.rung) for one in found]
    assert places == sorted(set(places))


@given(DUES, SMALL, st.integers(0, 20 * 24 * 60), MATTERS, HOURS)
def test_planned_later_it_is_the_rest_of_what_was_planned_earlier(
    due: date, minutes: int, more: int, matter: Matter, hours: Hours
) -> None:
    """But for the last day's own, told at once where it was to be told that very morning."""
    earlier, later = moment(due, minutes), moment(due, minutes + more)
    before = plan(due, earlier, matter, hours)
    after = plan(due, later, matter, hours)
    assert tuple(one for one in before if one.at >= later) == tuple(
        one for one in after if one in before
    )
    for one in after:
        if one not in before:
            assert (one.rung, one.at) == (Rung.DAY, later)
            assert Rung.DAY in {told.rung for told in before}


@given(DUES, SMALL, MATTERS, HOURS)
def test_planned_twice_it_is_the_same(
    due: date, minutes: int, matter: Matter, hours: Hours
) -> None:
    now = moment(due, minutes)
    assert plan(due, now, matter, hours) == plan(due, now, matter, hours)


@given(DUES, MATTERS)
def test_planned_in_time_nothing_is_missing(due: date, matter: Matter) -> None:
    found = plan(due, moment(due, -60 * 24 * 60), matter, Hours())
    rungs = [one.rung for one in found]
    wanted = [rung for rung in OF_A_DUTY if matter is Matter.DUTY or rung not in OF_A_DUTY[-2:]]
    if not CALENDAR.is_working_day(due):
        wanted.remove(Rung.ONE)
    assert rungs == wanted


@given(DUES, SMALL, MATTERS, HOURS)
def test_walking_through_the_days_finds_the_same(
    due: date, minutes: int, matter: Matter, hours: Hours
) -> None:
    now = moment(due, minutes)
    world = World(CALENDAR.is_working_day, ZONE, until=now + timedelta(days=60))
    rungs = tuple(rung.value for rung in OF_A_DUTY)
    rungs = rungs if matter is Matter.DUTY else rungs[:-2]
    concern = Concern(1, "d1", matter.value, ((now, due),), rungs)
    life = Life(hours=((now - timedelta(days=1), hours.start, hours.end),))
    walked = expected([concern], {1: life}, world)
    found = plan(due, now, matter, hours)
    assert [(one.rung, one.day, one.at) for one in walked] == [
        (one.rung.value, one.on_day, one.at) for one in found
    ]
    assert all(one.shown and not one.late for one in walked)
