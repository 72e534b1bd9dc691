"""What must be reminded of, found by walking through the days; it shares no code with the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
OF_A_DRAFT = ("five", "three", "one", "day", "after")
OF_A_DUTY = (*OF_A_DRAFT, "head", "office")
USUAL = (420, 1200)


@dataclass(frozen=True)
class Concern:
    """One person's concern with one matter over time.

    `history` says from which moment on (aware) which last day stood; None: none, since it was
    submitted, reported, deleted, handed over. `rungs` are those meant for this person.
    """

    account: int
    about: str
    matter: str
    history: tuple[tuple[datetime, date | None], ...]
    rungs: tuple[str, ...] = OF_A_DRAFT


@dataclass(frozen=True)
class Life:
    """A person's settings over time: (since, start, end) in minutes, and (since, paused until)."""

    hours: tuple[tuple[datetime, int, int], ...] = ()
    pauses: tuple[tuple[datetime, date | None], ...] = ()


@dataclass(frozen=True, order=True)
class Expected:
    """A reminder that must be sent on `day`, at `at` or as soon after as the program ticks.

    `shown` is False where a later rung of the same last day comes in the same message and
    says it for both; `late` where it comes over an hour after it could have, for downtime.
    """

    account: int
    at: datetime
    about: str
    matter: str
    due: date
    rung: str
    day: date
    shown: bool = True
    late: bool = False


@dataclass(frozen=True)
class World:
    """Which days are worked, where the clock stands, when the program was down."""

    works: Callable[[date], bool]
    zone: ZoneInfo
    until: datetime
    down: tuple[tuple[datetime, datetime], ...] = ()

    def at(self, day: date, minute: int) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return (midnight + timedelta(minutes=minute)).astimezone(UTC)

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)

    def is_down(self, at: datetime) -> bool:
        return any(start <= at < end for start, end in self.down)


def expected(
    concerns: Sequence[Concern], lives: Mapping[int, Life], world: World
) -> list[Expected]:
    """All that must be sent until the end of the world, by person and moment."""
    found = [
        one
        for concern in concerns
        for one in _of_concern(concern, lives.get(concern.account, Life()), world)
    ]
    return sorted(found)


def _of_concern(concern: Concern, life: Life, world: World) -> Iterator[Expected]:
    known: set[tuple[date, str]] = set()
    for since, due, end in _stretches(concern.history, world.until):
        sent = []
        for rung, on, at_once in _planned(concern, due, since=since, life=life, world=world):
            first = since if at_once else None
            at = _when(on, life, world, since=since, first=first, downs=True)
            if (due, rung) in known or at is None or at >= end:
                continue
            known.add((due, rung))
            ideal = _when(on, life, world, since=since, first=first, downs=False)
            late = ideal is not None and at - ideal > HOUR
            day = world.local(at).date()
            sent.append(
                Expected(
                    concern.account, at, concern.about, concern.matter, due, rung, day, late=late
                )
            )
        newest = {one.at: one.rung for one in sent}
        yield from (replace(one, shown=newest[one.at] == one.rung) for one in sent)


def _stretches(
    history: Sequence[tuple[datetime, date | None]], until: datetime
) -> Iterator[tuple[datetime, date, datetime]]:
    """Since when, which last day, till when; said again it is the same last day still."""
    changes = [one for n, one in enumerate(history) if n == 0 or one[1] != history[n - 1][1]]
    for (since, due), (end, _) in pairwise([*changes, (until, None)]):
        if due is not None:
            yield since, due, end


def _planned(
    concern: Concern, due: date, *, since: datetime, life: Life, world: World
) -> Iterator[tuple[str, date, bool]]:
    """Rung, the day it falls on, and whether it comes at once, of those not past at `since`."""
    start, _ = _hours(life, since)
    days = {}
    for rung in OF_A_DUTY:
        own, on = _falls(rung, due, world)
        days[on] = (rung, own)
    for on, (rung, own) in days.items():
        if rung not in concern.rungs:
            continue
        if world.at(on, start) >= since:
            yield rung, on, False
        elif world.at(own, start) >= since:
            unpaused = replace(life, pauses=())
            at = _when(on, unpaused, world, since=since, first=since, downs=False)
            if at is not None and world.local(at).date() <= due:
                yield rung, on, True


def _falls(rung: str, due: date, world: World) -> tuple[date, date]:
    """The rung's own day, and the working day it is moved to."""
    if rung in {"five", "three", "one"}:
        left = {"five": 5, "three": 3, "one": 1}[rung]
        day = due
        while left:
            day -= DAY
            left -= world.works(day)
        return day, day
    if rung == "day":
        day = due
        while not world.works(day):
            day -= DAY
        return due, day
    own = day = due + DAY
    left = {"after": 1, "head": 2, "office": 3}[rung]
    while True:
        left -= world.works(day)
        if not left:
            return (own if rung == "after" else day), day
        day += DAY


def _when(
    on: date,
    life: Life,
    world: World,
    *,
    since: datetime,
    first: datetime | None,
    downs: bool,
) -> datetime | None:
    """The first moment at which it may be sent; `downs`: and the program is up."""
    day = max(on, world.local(since).date())
    while world.at(day, 0) < world.until:
        for at in _moments(day, life, world, since=since):
            start, end = _hours(life, at)
            minute = world.local(at).hour * 60 + world.local(at).minute
            come = at >= (first or world.at(on, start)) and at >= since
            open_ = start <= minute < end and world.works(day) and not _paused(life, at, day)
            if come and open_ and not (downs and world.is_down(at)):
                return at
        day += DAY
    return None


def _moments(day: date, life: Life, world: World, *, since: datetime) -> list[datetime]:
    """The moments of a day at which something may begin to be allowed."""
    starts = {USUAL[0], *(start for _, start, _ in life.hours)}
    found = {world.at(day, start) for start in starts}
    found |= {moment for moment, *_ in (*life.hours, *life.pauses)}
    found |= {end for _, end in world.down} | {since}
    return sorted(at for at in found if world.local(at).date() == day)


def _hours(life: Life, at: datetime) -> tuple[int, int]:
    now = USUAL
    for since, start, end in life.hours:
        if since <= at:
            now = (start, end)
    return now


def _paused(life: Life, at: datetime, day: date) -> bool:
    until = None
    for since, paused_until in life.pauses:
        if since <= at:
            until = paused_until
    return until is not None and day < until
