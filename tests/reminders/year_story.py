"""A year of an office and its units, made up by chance: who does what, and when."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from flows.reminding import Repeats
from tests.reminders.days import ZONE, at

FIRST, LAST = date(2025, 12, 29), date(2026, 12, 31)
END = at("2027-01-16 00:00")
DOWN = (
    (at("2026-03-10 20:00"), at("2026-03-12 10:12")),  # a day and more, over a morning
    (at("2026-02-20 06:00"), at("2026-02-23 06:00")),  # the end of Tết, up again in time
    (at("2026-06-12 05:00"), at("2026-06-15 16:40")),  # Friday till Monday afternoon
    (at("2026-10-01 06:50"), at("2026-10-01 07:40")),  # under an hour
    (at("2026-11-23 06:00"), at("2026-11-24 09:00")),  # up again on a day off
)


@dataclass(frozen=True)
class Size:
    """How much of a year is played."""

    units: int
    drafts: int
    wide_duties: int
    narrow_duties: int
    narrow: int
    """Units of a narrow duty."""


WHOLE = Size(units=500, drafts=5000, wide_duties=1, narrow_duties=23, narrow=40)
SMALL = Size(units=8, drafts=120, wide_duties=2, narrow_duties=4, narrow=3)


@dataclass(frozen=True, order=True)
class Event:
    """Something somebody does: `what` with `more`, as the person `who`, about the `matter`.

    Units are numbered from 1; `who` is `officer 3`, `head 3` or `reviewer 1`. A matter is a
    draft's number, or a duty's, its place in its series, and the unit.
    """

    at: datetime
    number: int
    who: str = field(compare=False)
    what: str = field(compare=False)
    matter: tuple[int, ...] = field(default=(), compare=False)
    more: Mapping[str, Any] = field(default_factory=dict, compare=False)


class Story:
    """Draws the events of a year; the same seed draws the same ones."""

    def __init__(self, size: Size, seed: int = 11) -> None:
        self.size = size
        self.events: list[Event] = []
        self._chance = random.Random(seed)
        for number in range(1, size.drafts + 1):
            self._draft(number)
        for number in range(1, size.wide_duties + size.narrow_duties + 1):
            self._duty(number)
        for unit in range(1, size.units + 1):
            for who in (f"officer {unit}", f"head {unit}"):
                self._settings(who)
        self.events.sort()

    def _add(self, day: date, who: str, what: str, *matter: int, **more: Any) -> datetime:
        """At some moment of the day that is no whole minute."""
        second = self._chance.randrange(7 * 3600 + 1, 20 * 3600) // 60 * 60 + 17
        return self._add_at(
            datetime.combine(day, time(), ZONE) + timedelta(seconds=second), who, what, matter, more
        )

    def _add_at(
        self,
        moment: datetime,
        who: str,
        what: str,
        matter: tuple[int, ...],
        more: Mapping[str, Any],
    ) -> datetime:
        """Then, or some time after a stop of the program that falls on it."""
        for down, up in DOWN:
            if down <= moment <= up:
                moment = up + timedelta(minutes=self._chance.randrange(5, 300), seconds=17)
        if moment < END:
            self.events.append(Event(moment, len(self.events), who, what, matter, more))
        return moment

    def _day(self, first: date = FIRST, last: date = LAST) -> date:
        return first + timedelta(days=self._chance.randrange((last - first).days + 1))

    def _draft(self, number: int) -> None:
        """Written, changed a few times, and then submitted, deleted or left lying."""
        chance = self._chance
        who = (
            f"{chance.choice(('officer', 'officer', 'head'))} {chance.randint(1, self.size.units)}"
        )
        day = self._day()
        thematic = chance.random() < 0.4
        answers = self._thematic(day) if thematic else self._surprise(day)
        since = self._add(day, who, "write", number, answers=answers)
        for _ in range(chance.choice((0, 0, 0, 1, 2))):
            since += timedelta(days=chance.randrange(1, 6), minutes=chance.randrange(-200, 200))
            answers = self._changed(answers, since.date(), thematic=thematic)
            since = self._add_at(since, who, "write", (number,), {"answers": answers})
        since += timedelta(days=chance.randrange(1, 25 if thematic else 9))
        ends = chance.random()
        if ends < 0.1:
            self._add_at(since, who, "delete", (number,), {})
        elif ends < 0.7:
            sent = {**answers, "submitted_on": since.date().isoformat()}
            since = self._add_at(since, who, "write", (number,), {"answers": sent})
            if chance.random() < 0.1:
                since += timedelta(minutes=chance.choice((3, 1500)))
                self._add_at(since, who, "write", (number,), {"answers": answers})

    def _surprise(self, day: date) -> dict[str, Any]:
        achieved = day - timedelta(days=self._chance.randrange(12))
        return {
            "nominees[*].ground": "brave_rescue",
            "nominees[0].type": "individual",
            "nominees[0].participation": "direct",
            "achieved_on": achieved.isoformat(),
            "recognition": "none",
        }

    def _thematic(self, day: date) -> dict[str, Any]:
        ahead = self._chance.randrange(15, 80)
        answers: dict[str, Any] = {
            "occasion": "movement",
            "award_level": "province",
            "nominees[0].type": "individual",
            "ceremony_on": (day + timedelta(days=ahead)).isoformat(),
        }
        if self._chance.random() < 0.5:
            answers["final_review"] = "planned"
            planned = day + timedelta(days=self._chance.randrange(1, ahead))
            answers["note.final_review_on"] = planned.isoformat()
            ends = day + timedelta(days=self._chance.randrange(ahead))
            answers["note.movement_ends_on"] = ends.isoformat()
        return answers

    def _changed(self, answers: dict[str, Any], day: date, *, thematic: bool) -> dict[str, Any]:
        """Other last days, or other answers and the same last days."""
        if self._chance.random() < 0.4:
            return {**answers, "nominees[0].name": f"Nông Văn {self._chance.randrange(1000)}"}
        fresh = self._thematic(day) if thematic else self._surprise(day)
        if not thematic and self._chance.random() < 0.2:
            fresh["nominees[*].ground"] = "none"
        return {**answers, **fresh}

    def _duty(self, number: int) -> None:
        chance, size = self._chance, self.size
        day = self._day(last=date(2026, 11, 20))
        wide = number <= size.wide_duties
        units = chance.sample(range(1, size.units + 1), size.units if wide else size.narrow)
        repeats = Repeats.ONCE
        if not wide and number % 5 == 0:
            repeats = Repeats.QUARTERLY if number % 10 else Repeats.MONTHLY
        due = day + timedelta(days=chance.randrange(8, 40))
        given = self._add(
            day, f"reviewer {1 + number % 2}", "give", number, due=due, units=units, repeats=repeats
        )
        for unit in units:
            self._part((number, 0, unit), due, given)
        if repeats is not Repeats.ONCE:
            for place in range(1, 4):
                for unit in units:
                    months = place * (3 if repeats is Repeats.QUARTERLY else 1)
                    about = due + timedelta(days=30 * months)
                    if chance.random() < 0.5 and about < date(2026, 12, 1):
                        day = about - timedelta(days=chance.randrange(4, 12))
                        self._add(day, f"officer {unit}", "report", number, place, unit)

    def _part(self, matter: tuple[int, int, int], due: date, given: datetime) -> None:
        """Taken on or not; more time asked for and granted; reported in time, late or never."""
        chance, unit = self._chance, matter[2]
        who = chance.choice((f"officer {unit}", f"head {unit}"))
        since = given + timedelta(hours=chance.randrange(1, 100))
        fate = chance.random()
        if fate < 0.6:
            since = self._add_at(since, who, "confirm", matter, {})
        if fate < 0.15:
            since += timedelta(days=chance.randrange(1, 6))
            until = due + timedelta(days=chance.randrange(1, 15))
            since = self._add_at(since, who, "ask_time", matter, {"until": until})
            since += timedelta(hours=chance.randrange(1, 60))
            if chance.random() < 0.8:
                since = self._add_at(since, "reviewer 1", "grant", matter, {})
        if chance.random() < 0.8:
            moment = datetime.combine(due, time(9, 0, 17), ZONE)
            moment += timedelta(days=chance.randrange(-8, 6), minutes=chance.randrange(-90, 500))
            self._add_at(max(moment, since + timedelta(minutes=7)), who, "report", matter, {})

    def _settings(self, who: str) -> None:
        """Some have hours of their own, and some pause, one pause in three lifted early."""
        chance = self._chance
        if chance.random() < 0.3:
            start = chance.choice((450, 480, 540, 600))
            end = chance.choice((900, 990, 1020, 1140))
            first = self._day(FIRST, FIRST + timedelta(days=200))
            self._noon(first, who, "hours", start=start, end=end)
            if chance.random() < 0.3:
                self._noon(first + timedelta(days=40), who, "hours", start=480, end=1080)
        if chance.random() < 0.3:
            first = self._day()
            until = first + timedelta(days=chance.randrange(2, 15))
            self._noon(first, who, "pause", until=until)
            if chance.random() < 0.33:
                lifted = first + timedelta(days=chance.randrange(1, (until - first).days))
                self._noon(lifted, who, "pause", until=None)

    def _noon(self, day: date, who: str, what: str, **more: Any) -> None:
        """About noon: what is planned for a day already begun keeps its time."""
        moment = datetime.combine(day, time(12, self._chance.randrange(60), 17), ZONE)
        while any(down <= moment <= up for down, up in DOWN):
            moment += timedelta(days=1)
        self._add_at(moment, who, what, (), more)
