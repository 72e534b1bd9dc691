"""Where a last day stands today: what is left of it, and which days off lie between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flows.reminder_ports import Due
from rules.calendar import ONE_DAY, SATURDAY, Calendar, UnknownYear
from rules.message import Message, say


class Standing(StrEnum):
    """What today is to a last day."""

    AHEAD = "ahead"
    LAST = "last"
    """Today is the last working day before a last day that is off."""
    TODAY = "today"
    ROLLING = "rolling"
    """The raw day is past, the day it rolls to lies ahead."""
    ROLLED = "rolled"
    """Today is the day it rolls to."""
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a last day on a day: the working days after it, and what lies between."""

    standing: Standing
    working_days: int = 0
    between: tuple[Message, ...] = ()


def left_of(due: Due, today: date, calendar: Calendar) -> Left:
    """How a last day stands; a year without a calendar counts Monday to Friday."""
    rolled = due.words.rolled
    if today > due.due:
        if rolled is None or today > rolled:
            return Left(Standing.PAST)
        return Left(Standing.ROLLED if today == rolled else Standing.ROLLING)
    if today == due.due:
        return Left(Standing.TODAY)
    days = [*_days(today + ONE_DAY, due.due)]
    working = sum(_is_working_day(day, calendar) for day in days)
    if not working:
        return Left(Standing.LAST)
    return Left(Standing.AHEAD, working, tuple(_between(days[:-1], today, calendar)))


def _between(days: list[date], today: date, calendar: Calendar) -> Iterator[Message]:
    """The holidays, with the weekends that hang on them, and the weekend days worked."""
    spans: list[list[date]] = []
    for day in days:
        if not _is_working_day(day, calendar):
            if spans and spans[-1][-1] == day - ONE_DAY:
                spans[-1].append(day)
            else:
                spans.append([day])
    for span in spans:
        if any(_is_holiday(day, calendar) for day in span):
            yield _off(span[0], span[-1], today)
    for day in days:
        if day.weekday() >= SATURDAY and _is_working_day(day, calendar):
            yield say("remind.worked", day=day)


def _off(first: date, last: date, today: date) -> Message:
    if first != last:
        return say("remind.off.span", first=first, last=last)
    tomorrow = first == today + ONE_DAY
    return say("remind.off.tomorrow" if tomorrow else "remind.off.day", day=first)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE_DAY


def _is_working_day(day: date, calendar: Calendar) -> bool:
    try:
        return calendar.is_working_day(day)
    except UnknownYear:
        return day.weekday() < SATURDAY


def _is_holiday(day: date, calendar: Calendar) -> bool:
    try:
        return calendar.is_holiday(day)
    except UnknownYear:
        return False
