"""The State's working days: weekends, holidays, swapped days, and how sure each year is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from rules.calendar_file import Year, merge_years, read_years

SOURCE: Final = Path(__file__).with_name("calendar.yaml")
SATURDAY: Final = 5
WEEKEND: Final = {SATURDAY: "Thứ Bảy", 6: "Chủ nhật"}
ONE_DAY: Final = timedelta(days=1)


class UnknownYear(ValueError):  # noqa: N818 - a state of affairs, told to the officer
    """No calendar is kept for this year: the days off are not known."""

    def __init__(self, year: int, years: tuple[int, int]) -> None:
        self.year = year
        self.years = years
        super().__init__(f"no calendar of days off for {year}; known: {years[0]}-{years[1]}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days, Monday to Friday but for days off, with the weekend days worked instead.

    Every question about a day raises UnknownYear where its year has no calendar.
    """

    years: Mapping[int, Year]

    def _year(self, day: date) -> Year:
        year = self.years.get(day.year)
        if year is None:
            raise UnknownYear(day.year, (min(self.years), max(self.years)))
        return year

    def is_working_day(self, day: date) -> bool:
        return self.why_off(day) is None

    def why_off(self, day: date) -> str | None:
        """The Vietnamese name of the holiday, else of the weekend day; None on a working day."""
        year = self._year(day)
        name = year.days_off.get(day)
        if name is None and day.weekday() >= SATURDAY and day not in year.worked_weekends:
            return WEEKEND[day.weekday()]
        return name

    def is_worked_weekend(self, day: date) -> bool:
        """A Saturday or Sunday worked in place of another day."""
        return day in self._year(day).worked_weekends

    def is_holiday(self, day: date) -> bool:
        """A day off by name, on whatever day of the week."""
        return day in self._year(day).days_off

    def is_estimate(self, year: int) -> bool:
        """Whether the year's days off are not announced yet, or not known at all."""
        return year not in self.years or self.years[year].estimate

    def tet(self, year: int) -> date | None:
        """The first day of the lunar year, where the year is known."""
        return self.years[year].tet if year in self.years else None

    def next_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before it."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day


@cache
def _official() -> Calendar:
    return Calendar(read_years(SOURCE))


def load_calendar(override: Path | None = None) -> Calendar:
    """The calendar, with the owner's changes where there are any. Raises CalendarError."""
    if override is None:
        return _official()
    return Calendar(merge_years(_official().years, override))
