"""When a person may be reminded: working days by the calendar, hours by the officers' clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flows.reminder_ports import Slot
from flows.reminding import Hours
from rules.calendar import ONE_DAY, SATURDAY, Calendar, UnknownYear

AFTERNOON: Final = time(14)
ONE_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """The working days of an office and its time zone. Local days in, aware UTC out."""

    calendar: Calendar
    zone: ZoneInfo

    def on(self, day: date, at: time) -> datetime:
        """This time of the local day."""
        return datetime.combine(day, at, tzinfo=self.zone).astimezone(UTC)

    def start(self, day: date, hours: Hours) -> datetime:
        """The start of the person's hours on that day."""
        return self.on(day, time(hours.start // 60, hours.start % 60))

    def day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def working_days_before(self, day: date, count: int) -> date:
        """The day that so many working days lie after it and before `day`, itself the first.

        Raises UnknownYear.
        """
        for _ in range(count):
            day = self.calendar.previous_working_day(day - ONE_DAY)
        return day

    def allowed(self, at: datetime, hours: Hours) -> Slot:
        """`at` itself where the person may be reminded then, else the next such moment.

        In a year without a calendar Monday to Friday count as working days: what waits is
        not held back for ever.
        """
        local = at.astimezone(self.zone)
        day, minute = local.date(), local.hour * 60 + local.minute
        if self._is_open(day, hours) and minute < hours.end:
            return Slot(day, max(at, self.start(day, hours)))
        day = max(day + ONE_DAY, hours.paused_until or day)
        while not self._is_open(day, hours):
            day += ONE_DAY
        return Slot(day, self.start(day, hours))

    def again(self, when: str | date | timedelta, *, hours: Hours, now: datetime) -> Slot:
        """The moment of a reminder asked for: `hour`, `afternoon`, `tomorrow`, a day or a wait.

        A day off means the working day before it, or the next one where that is past. What
        is asked for today comes in an hour at the earliest.
        """
        match when:
            case date():
                wanted = self._on_day(when, hours=hours, now=now)
            case timedelta():
                wanted = now + when
            case "afternoon":
                wanted = self._afternoon(now, hours)
            case "tomorrow":
                return self.allowed(self.start(self.day_of(now) + ONE_DAY, hours), hours)
            case _:
                wanted = now + ONE_HOUR
        return self.allowed(wanted, hours)

    def _on_day(self, day: date, *, hours: Hours, now: datetime) -> datetime:
        moved = day
        while not self._is_working_day(moved):
            moved -= ONE_DAY
        wanted = moved if self.start(moved, hours) > now else day
        return max(self.start(wanted, hours), now + ONE_HOUR)

    def _afternoon(self, now: datetime, hours: Hours) -> datetime:
        """The next 14:00 of a day on which the person may be reminded."""
        day = self.day_of(now)
        while self.on(day, AFTERNOON) <= now or not self._is_open(day, hours):
            day += ONE_DAY
        return self.on(day, AFTERNOON)

    def _is_open(self, day: date, hours: Hours) -> bool:
        paused = hours.paused_until is not None and day < hours.paused_until
        return not paused and self._is_working_day(day)

    def _is_working_day(self, day: date) -> bool:
        try:
            return self.calendar.is_working_day(day)
        except UnknownYear:
            return day.weekday() < SATURDAY
