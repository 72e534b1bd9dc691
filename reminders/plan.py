"""What is due when: the reminders of a draft or a duty, planned anew with every change; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from flows.model import Draft, Json
from flows.reminder_ports import Planner, Slot
from flows.reminding import Hours, LastDay, Matter, Plan, Task, Words
from flows.wire import message_to_json
from reminders import last_days
from reminders.ladder import ladder
from reminders.moments import Moments
from rules.calendar import Calendar
from rules.verdict import Assessment

MARK: Final = 8
"""Characters of a digest that name the calendar and the zone."""


@dataclass(frozen=True, slots=True)
class Plans:
    """The planner of one office: its calendar and its officers' time zone.

    No call raises for a year without a calendar: its reminders are left out. Each plan's
    digest begins with `mark`, which another calendar or zone changes.
    """

    calendar: Calendar
    zone: ZoneInfo
    mark: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mark", _mark(self.calendar, self.zone))

    def of_draft(
        self, draft: Draft, assessment: Assessment, *, hours: Hours, now: datetime
    ) -> Plan:
        """The plan of a draft; empty where it is submitted, or cannot be proposed.

        Without a last day it has the words of a reminder that the officer asks for.
        """
        days = last_days.of_draft(draft, assessment)
        words = {day.matter: last_days.words_of_draft(draft, assessment, day) for day in days}
        if not days and not last_days.is_over(draft, assessment):
            words[Matter.ASKED] = last_days.words_without_day(draft, assessment)
        return self._plan(days, words, hours=hours, now=now)

    def of_task(self, task: Task, *, hours: Hours, now: datetime) -> Plan:
        """The plan of a unit's report; empty once it is reported or closed.

        It holds the rungs of everybody concerned: HEAD is for the unit's heads, OFFICE for
        the reviewers of the office, the others for whoever is to report.
        """
        days = last_days.of_task(task)
        words = {day.matter: last_days.words_of_task(task) for day in days}
        return self._plan(days, words, hours=hours, now=now)

    def allowed(self, at: datetime, hours: Hours) -> Slot:
        """`at` itself where the person may be reminded then, else the next such moment."""
        return self._moments.allowed(at, hours)

    def again(self, when: str | date | timedelta, *, hours: Hours, now: datetime) -> Slot:
        """The moment of a reminder asked for: `hour`, `afternoon`, `tomorrow`, a day, a wait."""
        return self._moments.again(when, hours=hours, now=now)

    @property
    def _moments(self) -> Moments:
        return Moments(self.calendar, self.zone)

    def _plan(
        self,
        days: Sequence[LastDay],
        words: Mapping[Matter, Words],
        *,
        hours: Hours,
        now: datetime,
    ) -> Plan:
        found = [
            planned for day in days for planned in ladder(day, self._moments, hours=hours, now=now)
        ]
        found.sort(key=lambda planned: planned.at)
        digest = self.mark + _digest(days, words, hours)
        return Plan(tuple(found), dict(words), digest, tuple(days))


def _mark(calendar: Calendar, zone: ZoneInfo) -> str:
    """The same for the same days off and worked weekends, wherever they were announced."""
    years = {
        year: [
            known.estimate,
            sorted((day.isoformat(), name) for day, name in known.days_off.items()),
            sorted(day.isoformat() for day in known.worked_weekends),
        ]
        for year, known in calendar.years.items()
    }
    text = json.dumps([zone.key, years], sort_keys=True)
    return sha256(text.encode()).hexdigest()[:MARK]


def _digest(days: Sequence[LastDay], words: Mapping[Matter, Words], hours: Hours) -> str:
    """Of all that the plan is made of but the time now; a pause changes no plan."""
    whole = {
        "hours": [hours.start, hours.end],
        "days": [[day.matter.value, day.due.isoformat()] for day in days],
        "words": {matter.value: _written(said) for matter, said in words.items()},
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _written(words: Words) -> Json:
    return {
        "title": message_to_json(words.title),
        "rolled": words.rolled.isoformat() if words.rolled else None,
        "lines": [message_to_json(line) for line in words.lines],
        "missing": [message_to_json(line) for line in words.missing],
    }


if TYPE_CHECKING:
    _: type[Planner] = Plans
