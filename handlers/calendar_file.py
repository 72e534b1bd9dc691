"""Last days as an iCalendar file: one all-day event each, with alarms; for all channels."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from flows.model import Download
from flows.reminding import DeadlineLine, Matter
from locales import catalog
from rules.message import Message, say

MEDIA: Final = "text/calendar"
ALARMS: Final = (timedelta(days=-3, hours=7), timedelta(hours=7))
"""Three days before and on the day, both at seven, from the midnight that begins the day."""

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
STAMP_LETTERS: Final = 32
ASK_AGAIN: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarFiles:
    """A flows.reminder_ports.Calendars; `site` is where this program is reached."""

    site: str = ""

    def file(self, lines: Sequence[DeadlineLine], language: str, *, now: datetime) -> Download:
        """The file to hand over once."""
        name = catalog.text(say("calendar.file"), language)
        return Download(name, MEDIA, text=written(lines, language, now=now))

    def address(self, secret: str) -> str:
        """Where a phone subscribes to the feed of this secret."""
        return f"{self.site.rstrip('/')}/calendar/{secret}.ics"


def written(lines: Sequence[DeadlineLine], language: str, *, now: datetime) -> str:
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
        calendar.add_component(_event(line, language, now=now))
    return str(calendar.to_ical(), "utf-8")


def stamp_of(lines: Sequence[DeadlineLine], language: str) -> str:
    """The same for the same last days and words, whatever the time: what an ETag is made of."""
    timeless = written(lines, language, now=EPOCH)
    return hashlib.sha256(timeless.encode()).hexdigest()[:STAMP_LETTERS]


def _event(line: DeadlineLine, language: str, *, now: datetime) -> Event:
    event = Event()
    summary = _said(say(f"calendar.summary.{line.matter.value}", title=line.words.title), language)
    event.add("uid", f"{line.about}-{line.matter.value}@kipthoi")
    event.add("dtstamp", now)
    event.add("dtstart", line.due)
    event.add("dtend", line.due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(line, language))
    event.add("transp", "TRANSPARENT")
    for before in ALARMS:
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
