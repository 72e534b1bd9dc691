"""A month to choose a day from, as the page's grid: weeks from Monday, words and states."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

from flows.month import MonthCalendar
from handlers.web.ports import Words
from locales import catalog
from rules.message import Message, say


def grid(month: MonthCalendar, language: str, *, today: date, words: Words) -> dict[str, Any]:
    """Weeks of seven cells; a cell outside the month is None."""
    first = month.month.replace(day=1)
    off = frozenset(month.days_off)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    monday = date(2024, 1, 1)
    return {
        "month": f"{first:%Y-%m}",
        "title": words(say("web.month", month=f"{first:%m}", year=f"{first:%Y}"), language),
        "weekdays": [
            catalog.day(monday + timedelta(days=n), language, "short").split()[0] for n in range(7)
        ],
        "earlier": _neighbour(first - timedelta(days=1), month),
        "later": _neighbour((first + timedelta(days=31)).replace(day=1), month),
        "weeks": [
            [
                _cell(day, month, off=day in off, today=today, language=language, words=words)
                if day.month == first.month
                else None
                for day in week
            ]
            for week in weeks
        ],
    }


def _neighbour(day: date, month: MonthCalendar) -> str | None:
    """The month of `day`, a first or last day of it, where it still has a day to offer."""
    return f"{day:%Y-%m}" if is_offered(day, month) else None


def is_offered(day: date, month: MonthCalendar) -> bool:
    """Whether the day lies in the bounds."""
    return (month.earliest is None or day >= month.earliest) and (
        month.latest is None or day <= month.latest
    )


def _cell(
    day: date, month: MonthCalendar, *, off: bool, today: date, language: str, words: Words
) -> dict[str, Any]:
    label = catalog.day(day, language)
    return {
        "day": day.isoformat(),
        "label": label,
        "spoken": words(Message("web.day.off", {"day": label}), language) if off else label,
        "off": off,
        "open": is_offered(day, month),
        "today": day == today,
    }
