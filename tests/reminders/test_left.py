"""How a last day stands on a day, and how many working days are left."""

from __future__ import annotations

import pytest

from reminders.left import Standing, left_of
from tests.reminders.days import CALENDAR, on
from tests.reminders.kept import due


@pytest.mark.parametrize(
    ("last", "rolled", "today", "standing", "working"),
    [
        ("2026-11-20", None, "2026-11-19", Standing.AHEAD, 1),
        ("2026-11-20", None, "2026-11-20", Standing.TODAY, 0),
        ("2026-11-20", None, "2026-11-21", Standing.PAST, 0),
        ("2026-11-22", "2026-11-23", "2026-11-20", Standing.LAST, 0),
        ("2026-11-22", "2026-11-23", "2026-11-23", Standing.ROLLED, 0),
        ("2026-11-22", "2026-11-23", "2026-11-24", Standing.PAST, 0),
        ("2026-11-21", "2026-11-23", "2026-11-22", Standing.ROLLING, 0),
        ("2026-02-23", None, "2026-02-13", Standing.AHEAD, 1),
        ("2031-01-06", None, "2031-01-02", Standing.AHEAD, 2),
    ],
)
def test_how_a_last_day_stands(
    last: str, rolled: str | None, today: str, standing: Standing, working: int
) -> None:
    left = left_of(due(last, rolled=rolled), on(today), CALENDAR)
    assert (left.standing, left.working_days) == (standing, working)
