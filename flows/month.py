"""A month to choose a day from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """A month to choose a day from; days outside `earliest`..`latest` are not offered.

    A day taken comes back as the choice `day:YYYY-MM-DD`, another month as `month:YYYY-MM`.
    """

    month: date
    earliest: date | None = None
    latest: date | None = None
    days_off: tuple[date, ...] = ()
