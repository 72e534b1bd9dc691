"""The calendar with the owner's override file, as the settings name it."""

from __future__ import annotations

from bot.errors import Refused
from bot.settings import load_settings
from locales.catalog import text
from rules.calendar import Calendar, load_calendar
from rules.calendar_file import CalendarError
from rules.message import say


def owners_calendar() -> Calendar:
    """The official days off with the owner's changes. Raises Refused for a bad file."""
    try:
        return load_calendar(load_settings().calendar_override)
    except CalendarError as error:
        raise Refused(text(say("days.calendar.wrong", why=str(error)))) from error
