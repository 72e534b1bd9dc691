"""How long an office may have a proposal before it is marked as overdue: no letter's rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rules.calendar import Calendar, UnknownYear

WORKING_DAYS: Final = 10
"""A mark to look at (docs/decisions/0028): no letter sets such a number."""


def overdue_from(today: date, calendar: Calendar) -> date:
    """What has been with the office since this day, or longer, is overdue."""
    day = today
    try:
        for _ in range(WORKING_DAYS):
            day = calendar.previous_working_day(day - timedelta(days=1))
    except UnknownYear:
        return today - timedelta(days=2 * WORKING_DAYS)
    return day
