"""The ladder of reminders of one last day: which rungs, on which days, from which moment on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from flows.reminding import Hours, LastDay, Matter, Planned, Rung
from reminders.moments import Moments
from rules.calendar import ONE_DAY, UnknownYear

AHEAD: Final[Mapping[Rung, int]] = {Rung.FIVE: 5, Rung.THREE: 3, Rung.ONE: 1}
"""How many working days before the last day."""
OVERDUE: Final = (Rung.AFTER, Rung.HEAD, Rung.OFFICE)
"""The day after the last day, and one working day more each."""
OF_A_DRAFT: Final = (*AHEAD, Rung.DAY, Rung.AFTER)
OF_A_DUTY: Final = (*OF_A_DRAFT, Rung.HEAD, Rung.OFFICE)


@dataclass(frozen=True, slots=True)
class Step:
    """A rung by its `own` day, and the working day `on` that it moves to."""

    rung: Rung
    own: date
    on: date


def ladder(last: LastDay, moments: Moments, *, hours: Hours, now: datetime) -> tuple[Planned, ...]:
    """The reminders of a last day that are still to come, the earliest first.

    Of rungs that fall on one day the latest stays. Rungs that fall in a year without a
    calendar are left out. A pause is not looked at: it may change before they are due.
    """
    one_a_day = {step.on: step for step in _steps(last, moments)}
    found = (
        _planned(step, last, moments=moments, hours=hours, now=now) for step in one_a_day.values()
    )
    return tuple(planned for planned in found if planned is not None)


def _steps(last: LastDay, moments: Moments) -> Iterator[Step]:
    for rung in OF_A_DUTY if last.matter is Matter.DUTY else OF_A_DRAFT:
        try:
            yield _step(rung, last.due, moments)
        except UnknownYear:
            continue


def _step(rung: Rung, due: date, moments: Moments) -> Step:
    """Where a rung falls. Raises UnknownYear."""
    if rung in AHEAD:
        day = moments.working_days_before(due, AHEAD[rung])
        return Step(rung, own=day, on=day)
    if rung is Rung.DAY:
        return Step(rung, own=due, on=moments.calendar.previous_working_day(due))
    day = due + ONE_DAY
    on = moments.calendar.next_working_day(day)
    for _ in range(OVERDUE.index(rung)):
        day = on = moments.calendar.next_working_day(on + ONE_DAY)
    return Step(rung, own=day, on=on)


def _planned(
    step: Step, last: LastDay, *, moments: Moments, hours: Hours, now: datetime
) -> Planned | None:
    """The reminder of a step; None where its time is past.

    One that moved to an earlier day now past comes at once, but never after the last day.
    """
    at = moments.start(step.on, hours)
    if at >= now:
        return Planned(last.matter, last.due, step.rung, on_day=step.on, at=at)
    if moments.start(step.own, hours) < now:
        return None
    slot = moments.allowed(now, replace(hours, paused_until=None))
    if slot.on_day > last.due:
        return None
    return Planned(last.matter, last.due, step.rung, on_day=slot.on_day, at=slot.at)
