"""Day counts: the 10-day window, the 15 working days, and "before a day"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rules.calendar import ONE_DAY, Calendar, UnknownYear
from rules.message import Message, say

STATED_HOLIDAY: Final = "Ngày nghỉ nêu trong hồ sơ"


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day a count passed over (or a weekend day it counted), and why, in Vietnamese."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day. `due` is the raw one, `due_rolled` the next working day if `due` is off.

    `safe` is the day one would be wise to keep, None where no calendar reaches it;
    `estimated` says that a counted year's calendar is not official. `worked` are the
    weekend days counted as working days.
    """

    due: date
    due_rolled: date | None
    safe: date | None
    skipped: tuple[SkippedDay, ...]
    estimated: bool
    worked: tuple[date, ...] = ()


def surprise_window(start: date, *, days: int, calendar: Calendar) -> Deadline:
    """The last of so many calendar days, the day of the event not counted (LS2022.2.d).

    Where the year of the last day has no calendar, the raw day stands alone, as an estimate.
    """
    due = start + timedelta(days=days)
    try:
        rolled = calendar.next_working_day(due)
    except UnknownYear:
        return Deadline(due, due_rolled=None, safe=None, skipped=(), estimated=True)
    passed = (due + timedelta(days=n) for n in range((rolled - due).days))
    return Deadline(
        due,
        due_rolled=None if rolled == due else rolled,
        safe=_working_day_before(due + ONE_DAY, calendar=calendar, stated=frozenset()),
        skipped=tuple(SkippedDay(day, calendar.why_off(day) or "") for day in passed),
        estimated=_estimated(calendar, start + ONE_DAY, rolled),
    )


def working_days_before(
    ceremony: date, *, days: int, calendar: Calendar, extra_off: Iterable[date] = ()
) -> Deadline:
    """The last day that leaves so many working days before a ceremony (LS2022.1.e).

    Counted back from the day before the ceremony; the last day counted is the last day to
    send. `extra_off` are days off beyond the calendar. Raises UnknownYear.
    """
    stated = frozenset(extra_off)
    day, left = ceremony, days
    skipped: list[SkippedDay] = []
    worked: list[date] = []
    while left:
        day -= ONE_DAY
        why = _why_off(day, calendar=calendar, stated=stated)
        if why is not None:
            skipped.append(SkippedDay(day, why))
            continue
        left -= 1
        if calendar.is_worked_weekend(day):
            worked.append(day)
    safe = _working_day_before(day, calendar=calendar, stated=stated)
    return Deadline(
        day,
        due_rolled=None,
        safe=safe,
        skipped=tuple(reversed(skipped)),
        estimated=_estimated(calendar, safe or day, ceremony - ONE_DAY),
        worked=tuple(reversed(worked)),
    )


def day_before(day: date) -> Deadline:
    """The last valid day of "trước ngày": the day before; never rolled (CL2023.7.c)."""
    due = day - ONE_DAY
    return Deadline(due, due_rolled=None, safe=due, skipped=(), estimated=False)


def _why_off(day: date, *, calendar: Calendar, stated: frozenset[date]) -> str | None:
    why = calendar.why_off(day)
    return STATED_HOLIDAY if why is None and day in stated else why


def _working_day_before(day: date, *, calendar: Calendar, stated: frozenset[date]) -> date | None:
    try:
        day -= ONE_DAY
        while _why_off(day, calendar=calendar, stated=stated) is not None:
            day -= ONE_DAY
    except UnknownYear:
        return None
    return day


def _estimated(calendar: Calendar, first: date, last: date) -> bool:
    return any(calendar.is_estimate(year) for year in range(first.year, last.year + 1))


def explain(deadline: Deadline, calendar: Calendar) -> tuple[Message, ...]:
    """Which days a count passed over and why, which weekend days it counted, how sure it is.

    One sentence each, in that order; none where there is nothing to say.
    """
    lines = [*_rolled_over(deadline, calendar)] or [*_passed_over(deadline, calendar)]
    if deadline.worked:
        lines.append(say("days.worked", days=deadline.worked))
    if deadline.estimated:
        lines.append(say("days.estimated" if deadline.safe else "days.unknown"))
    return tuple(lines)


def _passed_over(deadline: Deadline, calendar: Calendar) -> Iterator[Message]:
    """The days off that a count of working days left out: by name, or how many weekend days."""
    named, weekends = [], 0
    for skipped in deadline.skipped:
        if _has_name(skipped, calendar):
            named.append(say("days.skipped.named", day=skipped.day, why=skipped.why))
        else:
            weekends += 1
    if named:
        yield say("days.skipped.holidays", days=tuple(named))
    if weekends:
        yield say("days.skipped.weekends", count=weekends)


def _rolled_over(deadline: Deadline, calendar: Calendar) -> Iterator[Message]:
    """The days off that the last day alone moves over; the count itself left out none."""
    if deadline.due_rolled is None:
        return
    days = [
        say("days.skipped.named", day=skipped.day, why=skipped.why)
        if _has_name(skipped, calendar)
        else skipped.day
        for skipped in deadline.skipped
    ]
    yield say("days.rolled_over", days=tuple(days))


def _has_name(skipped: SkippedDay, calendar: Calendar) -> bool:
    return skipped.why == STATED_HOLIDAY or calendar.is_holiday(skipped.day)
