"""Why a reminder comes at another time than was asked for, in a sentence."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeAlias

from flows.ahead import is_day_off
from flows.due.hours import clock
from flows.turn import Scene
from rules.calendar import UnknownYear, load_calendar
from rules.message import Message, say

When: TypeAlias = str | date | timedelta
"""What was asked for: `hour`, `afternoon`, `tomorrow`, a day, or how long to wait."""
AFTERNOON = "14:00"


def why_moved(scene: Scene, when: When, at: datetime) -> tuple[Message, ...]:
    """Nothing where it comes on the day asked for."""
    wanted, local = _day_of(scene, when), at.astimezone(scene.zone)
    if local.date() == wanted:
        return ()
    hours = scene.person.hours
    if hours.paused_until is not None and wanted < hours.paused_until:
        return (say("again.moved.paused", until=hours.paused_until),)
    if is_day_off(scene, wanted):
        return (say("again.moved.off", day=wanted),)
    if when == "afternoon" and local.strftime("%H:%M") == AFTERNOON:
        return (say("again.moved.afternoon"),)
    return (say("again.moved.hours", start=clock(hours.start), end=clock(hours.end)),)


def _day_of(scene: Scene, when: When) -> date:
    if isinstance(when, date):
        return when
    return scene.today + timedelta(days=1) if when == "tomorrow" else scene.today


def resumes_on(scene: Scene, until: date) -> tuple[Message, ...]:
    """The first day of reminders, where a pause ends on a day off."""
    if not is_day_off(scene, until):
        return ()
    try:
        first = (scene.calendar or load_calendar()).next_working_day(until)
    except UnknownYear:
        return ()
    return (say("pause.off", day=until, first=first),)
