"""Days, moments and plans written short, for the tests of reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flows.reminding import Hours, LastDay, Matter, Planned
from reminders.ladder import ladder
from reminders.moments import Moments
from reminders.plan import Plans
from rules.calendar import load_calendar

CALENDAR = load_calendar()
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MOMENTS = Moments(CALENDAR, ZONE)
PLANS = Plans(CALENDAR, ZONE)
USUAL = Hours()


def on(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> datetime:
    """A local time, `2026-11-20 07:00`, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def local(moment: datetime) -> str:
    return moment.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


def rungs(
    due: str, now: str, *, matter: Matter = Matter.WINDOW, hours: Hours = USUAL
) -> tuple[Planned, ...]:
    return ladder(LastDay(matter, on(due)), MOMENTS, hours=hours, now=at(now))


def told(planned: tuple[Planned, ...]) -> dict[str, str]:
    """Each rung with its local moment; the usual seven o'clock is left out."""
    return {one.rung.value: local(one.at).removesuffix(" 07:00") for one in planned}
