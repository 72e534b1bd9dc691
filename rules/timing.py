"""Where a case stands against its day count: merit and time are judged apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.calendar import Calendar, UnknownYear, load_calendar
from rules.deadlines import Deadline, surprise_window, working_days_before
from rules.look import Look
from rules.message import say
from rules.spans import Span, span
from rules.timings import assumed, counted, ending, not_counted, sending
from rules.truth import Paths
from rules.verdict import Timing, TimingStatus

WINDOW: Final = "LS2022.2.d"
DOSSIER: Final = "LS2022.1.e"
THROUGH_PROVINCE: Final = ("province", "state")
TIMING_FACTS: Final = {
    "surprise": ("achieved_on", "achieved_on_precision", "recognition", "recognized_on"),
    "thematic": ("award_level", "ceremony_on", "dossier_arrived_on"),
    "revocation": (),
}
TIMING_CLAUSES: Final = {"surprise": (WINDOW,), "thematic": (DOSSIER,), "revocation": ()}


@dataclass(frozen=True, slots=True)
class Timed:
    """The timing, and the facts that can still change it."""

    timing: Timing
    needs: Paths = ()


def timing_of(case: Look, calendar: Calendar | None = None) -> Timed:
    """The timing of a case on the day judged, by the calendar given or the official one."""
    days = calendar or load_calendar()
    if case.case.kind == "surprise":
        return _surprise(case, days)
    if case.case.kind == "thematic":
        return _thematic(case, days)
    return Timed(Timing(TimingStatus.NONE, explanation=say("timing.none.revocation")))


def _surprise(case: Look, calendar: Calendar) -> Timed:
    deed, recognized = span(case, "achieved_on"), _recognized(case)
    if recognized is not None and (deed is None or recognized.first >= deed.first):
        return Timed(_window(case, recognized, calendar=calendar, start=recognized.last))
    if deed is None:
        missing = not_counted("timing.surprise.no_start", basis="achieved_on", clause=WINDOW)
        return Timed(missing, needs=("achieved_on", *_recognized_day(case)))
    return _from_deed(case, deed, calendar=calendar)


def _from_deed(case: Look, deed: Span, *, calendar: Calendar) -> Timed:
    """The window from the deed; late only where its last possible day is late."""
    earliest = _window(case, deed, calendar=calendar, start=deed.first)
    if earliest.status is TimingStatus.IN_TIME:
        return Timed(earliest)
    latest = _window(case, deed, calendar=calendar, start=deed.last)
    imprecise = earliest.status is not latest.status or (
        latest.status is TimingStatus.ROLLED and deed.first != deed.last
    )
    if case["recognition"].value == "none" and not imprecise:
        return Timed(latest)
    needs = () if case["recognition"].value == "none" else _second_start(case)
    if imprecise:
        unclear = not_counted("timing.surprise.imprecise", basis="achieved_on", clause=WINDOW)
        return Timed(unclear, needs=("achieved_on", *needs))
    if latest.status is TimingStatus.ROLLED:
        return Timed(latest, needs=needs)
    return Timed(_passed(latest), needs=needs)


def _recognized(case: Look) -> Span | None:
    """The day of a dated recognition that has come by the day judged."""
    said, day = case["recognition"], case["recognized_on"]
    if not day.is_known or day.value > case.day:
        return None
    if said.value == "dated" or said.is_absent:
        return Span("recognized_on", first=day.value, last=day.value)
    return None


def _second_start(case: Look) -> Paths:
    """What is still to be asked about a recognition, one thing after the other."""
    said = case["recognition"]
    return _recognized_day(case) if said.is_known else (said.path,)


def _recognized_day(case: Look) -> Paths:
    day = case["recognized_on"]
    dated = case["recognition"].value == "dated"
    return (day.path,) if dated and not day.is_known else ()


def _window(case: Look, basis: Span, *, calendar: Calendar, start: date) -> Timing:
    days = case.parameter("surprise.window_days")
    count = surprise_window(start, days=days, calendar=calendar)
    if case.day <= count.due:
        status = TimingStatus.IN_TIME
    elif count.due_rolled is not None and case.day <= count.due_rolled:
        status = TimingStatus.ROLLED
    else:
        status = TimingStatus.LATE
    words = say(
        f"timing.surprise.{status}{ending(count, status, case=case)}",
        submitted=case.day,
        due=count.due,
        rolled=count.due_rolled or count.due,
        left=(count.due - case.day).days,
        days=days,
    )
    since = say(
        f"timing.since{assumed(basis, start)}",
        days=days,
        basis=say(f"fact.{basis.path}"),
        start=start,
    )
    return counted(
        status,
        words,
        count=count,
        basis=basis.path,
        clause=WINDOW,
        calendar=calendar,
        since=since,
    )


def _passed(timing: Timing) -> Timing:
    """The window from the deed has passed; a recognition may open another."""
    assert timing.due is not None, "a window has a last day"
    return not_counted(
        "timing.surprise.recognition",
        basis="achieved_on",
        clause=WINDOW,
        due=timing.due,
        rolled=timing.due_rolled,
        estimated=timing.estimated,
    )


def _thematic(case: Look, calendar: Calendar) -> Timed:
    level, ceremony = case["award_level"], case["ceremony_on"]
    if level.is_known and level.value not in THROUGH_PROVINCE:
        return Timed(Timing(TimingStatus.NONE, explanation=say("timing.none.below_province")))
    needs = tuple(answer.path for answer in (level, ceremony) if not answer.is_known)
    if not (level.is_known or level.is_absent):
        # where nobody knows the level, the day of the ceremony would tell nothing
        needs = (level.path,)
    if needs:
        key = "timing.dossier.no_start" if level.is_known else "timing.dossier.no_level"
        basis = "ceremony_on"
        return Timed(not_counted(key, basis=basis, clause=DOSSIER), needs=needs)
    try:
        count = _dossier_days(case, calendar)
    except UnknownYear as error:
        known = not_counted(
            "timing.dossier.no_calendar", basis="ceremony_on", clause=DOSSIER, year=error.year
        )
        return Timed(known)
    return _dossier(case, count, calendar=calendar)


def _dossier_days(case: Look, calendar: Calendar) -> Deadline:
    return working_days_before(
        case["ceremony_on"].value,
        days=case.parameter("thematic.dossier_working_days"),
        calendar=calendar,
        extra_off=case["ceremony_holidays"].value or (),
    )


def _dossier(case: Look, count: Deadline, *, calendar: Calendar) -> Timed:
    arrival = case["dossier_arrived_on"]
    if not arrival.is_known and not arrival.is_absent:
        waiting = not_counted(
            "timing.dossier.no_arrival", basis="ceremony_on", clause=DOSSIER, due=count.due
        )
        return Timed(waiting, needs=(arrival.path,))
    arrived = arrival.value if arrival.is_known else case.day
    status = TimingStatus.IN_TIME if arrived <= count.due else TimingStatus.LATE
    words = say(
        f"timing.dossier.{status}{sending(count, status, case=case)}",
        due=count.due,
        safe=count.safe or count.due,
        ceremony=case["ceremony_on"].value,
        arrived=arrived,
        left=(count.due - arrived).days,
        days=case.parameter("thematic.dossier_working_days"),
    )
    timing = counted(
        status, words, count=count, basis="ceremony_on", clause=DOSSIER, calendar=calendar
    )
    return Timed(timing)
