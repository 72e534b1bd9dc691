"""Last days as an iCalendar file: one all-day event each, with alarms; for all channels."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from flows.model import Download
from flows.reminding import DeadlineLine, Hours, Matter
from locales import catalog
from rules.calendar import ONE_DAY, SATURDAY, UnknownYear, load_calendar
from rules.calendar import Calendar as WorkingDays
from rules.message import Message, say

MEDIA: Final = "text/calendar"
AHEAD: Final = 3
"""The first alarm comes so many working days before the last day, the second on it."""
FRIDAY: Final = SATURDAY - 1
ANY_HOURS: Final = Hours()
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
STAMP_LETTERS: Final = 32
ASK_AGAIN: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Alarms:
    """When an alarm of a last day rings: on working days, as the owner's hours begin."""

    days: WorkingDays
    hours: Hours

    def before(self, due: date) -> tuple[timedelta, ...]:
        """How long after the midnight that begins the last day; negative before it.

        None within the owner's pause.
        """
        first = due
        for _ in range(AHEAD):
            first = self._working_day(first - ONE_DAY)
        paused = self.hours.paused_until or date.min
        days = {day for day in (first, self._working_day(due)) if day >= paused}
        return tuple(day - due + timedelta(minutes=self.hours.start) for day in sorted(days))

    def _working_day(self, day: date) -> date:
        """The day or the last working day before it; without a calendar Monday to Friday are."""
        try:
            return self.days.previous_working_day(day)
        except UnknownYear:
            return day - ONE_DAY * max(0, day.weekday() - FRIDAY)


@dataclass(frozen=True, slots=True)
class CalendarFiles:
    """A flows.reminder_ports.Calendars; `site` is where this program is reached.

    `days`: the office's days off, on which no alarm rings.
    """

    site: str = ""
    days: WorkingDays = field(default_factory=load_calendar)

    def file(
        self,
        lines: Sequence[DeadlineLine],
        language: str,
        *,
        now: datetime,
        hours: Hours = ANY_HOURS,
    ) -> Download:
        """The file to hand over once; its alarms ring as its owner's `hours` begin."""
        name = catalog.text(say("calendar.file"), language)
        text = written(lines, language, now=now, alarms=Alarms(self.days, hours))
        return Download(name, MEDIA, text=text)

    def address(self, secret: str) -> str:
        """Where a phone subscribes to the feed of this secret."""
        return f"{self.site.rstrip('/')}/calendar/{secret}.ics"


def written(lines: Sequence[DeadlineLine], language: str, *, now: datetime, alarms: Alarms) -> str:
    """RFC 5545: folded at 75 bytes and never within a letter, lines ended by CRLF."""
    calendar = Calendar()
    name = catalog.text(say("calendar.name"), language)
    calendar.add("prodid", f"-//Kip Thoi//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    for line in lines:
        if line.matter is Matter.ASKED:
            continue  # it has no last day
        calendar.add_component(_event(line, language, now=now, alarms=alarms))
    return str(calendar.to_ical(), "utf-8")


def stamp_of(
    files: CalendarFiles, lines: Sequence[DeadlineLine], language: str, *, hours: Hours
) -> str:
    """The same for the same last days, words and alarms, whatever the time: for an ETag."""
    timeless = files.file(lines, language, now=EPOCH, hours=hours).text
    return hashlib.sha256(timeless.encode()).hexdigest()[:STAMP_LETTERS]


def _event(line: DeadlineLine, language: str, *, now: datetime, alarms: Alarms) -> Event:
    event = Event()
    summary = _said(say(f"calendar.summary.{line.matter.value}", title=line.words.title), language)
    event.add("uid", f"{line.about}-{line.matter.value}@kipthoi")
    event.add("dtstamp", now)
    event.add("dtstart", line.due)
    event.add("dtend", line.due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(line, language))
    event.add("transp", "TRANSPARENT")
    for before in alarms.before(line.due):
        event.add_component(_alarm(before, summary))
    return event


def _alarm(before: timedelta, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", before)
    return alarm


def _description(line: DeadlineLine, language: str) -> str:
    words = line.words
    said = [say("calendar.due", due=line.due)]
    if words.rolled is not None and words.rolled != line.due:
        said.append(say("calendar.rolled", rolled=words.rolled))
    said.extend(words.lines)
    if words.missing:
        said.append(say("calendar.missing", missing=words.missing))
    return "\n".join(_said(message, language) for message in said)


def _said(message: Message, language: str) -> str:
    """One line without the catalogue's marks, nor what no calendar file may hold."""
    text = catalog.text(message, language).replace("**", "")
    text = text.encode("utf-8", "replace").decode()
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
