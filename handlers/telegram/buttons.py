"""Choices and a month as rows of inline buttons, whose data carries the question they answer."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from flows.model import Choice, Reply, Tap
from flows.month import MonthCalendar
from rules.message import Message, say

SPACER = "-"
"""The data of a cell that answers nothing: a blank, a heading, a day that is not offered."""

MOST_DATA = 64
MOST_IN_ROW = 8
MOST_BUTTONS = 100


class DataTooLong(ValueError):  # noqa: N818 - tells what is the case
    """A token and a choice do not fit into the 64 bytes of a button's data."""


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str


Rows: TypeAlias = tuple[tuple[Button, ...], ...]
Words: TypeAlias = Callable[[Message], str]


def data_of(token: str, choice: str) -> str:
    """`token|choice`, at most 64 bytes. Raises DataTooLong."""
    data = f"{token}|{choice}"
    if len(data.encode()) > MOST_DATA:
        raise DataTooLong(f"{len(data.encode())} bytes")
    return data


def tap_of(data: str) -> Tap | None:
    """The choice taken; None for a cell that answers nothing."""
    if data == SPACER:
        return None
    token, mark, choice = data.partition("|")
    return Tap(choice, token) if mark else Tap(data)


def can_go_stale(rows: Rows) -> bool:
    """Whether buttons are among them that an answer makes stale; `g:` is good for ever."""
    taps = (tap_of(button.data) for row in rows for button in row)
    return any(tap is not None and not tap.choice.startswith("g:") for tap in taps)


def keyboard(reply: Reply, words: Words) -> Rows:
    """The month, if one is asked for, then the choices in the rows given."""
    grid = month_rows(reply.calendar, reply.token, words=words) if reply.calendar else ()
    chosen = tuple(
        tuple(Button(_label(choice, words), data_of(reply.token, choice.id)) for choice in piece)
        for row in reply.choices
        for piece in _pieces(row)
    )
    return _bounded(grid + chosen)


def _label(choice: Choice, words: Words) -> str:
    label = words(choice.label)
    return f"✓ {label}" if choice.picked else label


def _pieces(row: tuple[Choice, ...]) -> Iterator[tuple[Choice, ...]]:
    for start in range(0, len(row), MOST_IN_ROW):
        yield row[start : start + MOST_IN_ROW]


def _bounded(rows: Rows) -> Rows:
    """Telegram takes a hundred buttons; the last rows (the ways on) are kept before others."""
    room, kept = MOST_BUTTONS, []
    for row in reversed(rows):
        if len(row) <= room:
            kept.append(row)
            room -= len(row)
    return tuple(reversed(kept))


def month_rows(asked: MonthCalendar, token: str, *, words: Words) -> Rows:
    """A heading with ways to the months beside it, the weekdays, and one row a week."""
    first = asked.month.replace(day=1)
    weeks = calendar.Calendar().monthdayscalendar(first.year, first.month)
    weekdays = tuple(
        Button(words(say(f"telegram.weekday.{day}")), SPACER) for day in range(1, 7 + 1)
    )
    days = (tuple(_day(asked, token, first, number=number) for number in week) for week in weeks)
    return (_heading(asked, token, first, words=words), weekdays, *days)


def _heading(asked: MonthCalendar, token: str, first: date, *, words: Words) -> tuple[Button, ...]:
    before = first - timedelta(days=1)
    after = (first + timedelta(days=31)).replace(day=1)
    title = words(say("telegram.month", month=first.month, year=first.year))
    back = asked.earliest is None or before >= asked.earliest
    on = asked.latest is None or after <= asked.latest
    return (
        _month("‹", before, token) if back else _blank(),
        Button(title, SPACER),
        _month("›", after, token) if on else _blank(),
    )


def _month(label: str, month: date, token: str) -> Button:
    return Button(label, data_of(token, f"month:{month:%Y-%m}"))


def _blank(label: str = " ") -> Button:
    return Button(label, SPACER)


def _day(asked: MonthCalendar, token: str, first: date, *, number: int) -> Button:
    if not number:
        return _blank()
    day = first.replace(day=number)
    early = asked.earliest is not None and day < asked.earliest
    late = asked.latest is not None and day > asked.latest
    if early or late:
        return _blank("·")
    label = f"{number}°" if _is_off(day, asked.days_off) else str(number)
    return Button(label, data_of(token, f"day:{day.isoformat()}"))


def _is_off(day: date, days_off: Iterable[date]) -> bool:
    return day in days_off
