"""Figures over proposals that were sent: how many, in time or late, of whom, returned for what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low
from typing import Final, Protocol, TypeVar

from flows import sheet
from flows.model import Draft, Json, Person
from flows.paths import fact_of

Part = TypeVar("Part", date, tuple[int, str])
INDIVIDUAL: Final = "individual"
_IN_TIME: Final = ("in_time", "rolled")
_COUNTED: Final = (*_IN_TIME, "late")
"""Where the letters count days; for the others nobody can be late."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One proposal, as it was sent last; `sent_on` is the day it was sent first.

    `returns` are the paths flagged, for each time it was returned.
    """

    draft: int
    unit: int
    unit_name: str
    kind: str
    state: str
    verdict: str
    timing: str
    sent_on: date
    deed_on: date | None = None
    types: tuple[str, ...] = ()
    grassroots: int = 0
    grassroots_asked: int = 0
    returns: tuple[tuple[str, ...], ...] = ()

    @property
    def days(self) -> int | None:
        """Days from the deed to the sending, none where the deed has no day of its own."""
        return None if self.deed_on is None else (self.sent_on - self.deed_on).days


class FigureBoards(Protocol):
    """For the reviewers and administrators of an office. May raise StorageUnavailable."""

    def sent(
        self, channel: str, sender: str, *, first: date, last: date
    ) -> tuple[Person, Sequence[Sent]] | None:
        """What was first sent on these days to the office, or by it and those below it.

        None where the chat is bound to no such person.
        """


@dataclass(frozen=True, slots=True)
class Told:
    """What the answers tell for the figures."""

    deed_on: date | None
    types: tuple[str, ...]
    grassroots: int
    grassroots_asked: int


def told_by(kind: str, answers: Mapping[str, Json]) -> Told:
    """The day of the deed, the nominees' types, and the individuals of the grassroots.

    Beside these stand the individuals of whom it is known either way.
    """
    deed = answers.get("achieved_on")
    exact = answers.get("achieved_on_precision", "day") == "day"
    nominees = sheet.nominees(Draft(kind, answers))
    near = [one.get("grassroots") for one in nominees if one.get("type") == INDIVIDUAL]
    return Told(
        date.fromisoformat(deed) if isinstance(deed, str) and exact else None,
        tuple(str(one["type"]) for one in nominees if one.get("type")),
        sum(one is True for one in near),
        sum(one is not None for one in near),
    )


@dataclass(slots=True)
class Figures:
    """Counts over some proposals. Shares are tenths of a percent; None where nothing counts."""

    sent: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    timings: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    grassroots: int = 0
    grassroots_asked: int = 0
    days: list[int] = field(default_factory=list)
    returned: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, one: Sent) -> None:
        self.sent += 1
        self.kinds[one.kind] += 1
        self.states[one.state] += 1
        self.verdicts[one.verdict] += 1
        self.timings[one.timing] += 1
        for kind in one.types:
            self.types[kind] += 1
        self.grassroots += one.grassroots
        self.grassroots_asked += one.grassroots_asked
        days = one.days
        if days is not None:
            self.days.append(days)
        if one.returns:
            self.returned += 1
            # what is flagged of two nominees, or twice, is one reason for this proposal
            self.reasons.update({fact_of(path) for paths in one.returns for path in paths})

    def join(self, others: Figures) -> None:
        """Count what others counted of other proposals too."""
        self.sent += others.sent
        self.grassroots += others.grassroots
        self.grassroots_asked += others.grassroots_asked
        self.returned += others.returned
        self.days += others.days
        for counter in ("kinds", "states", "verdicts", "timings", "types", "reasons"):
            getattr(self, counter).update(getattr(others, counter))

    @property
    def in_time(self) -> int:
        return sum(self.timings[status] for status in _IN_TIME)

    @property
    def counted(self) -> int:
        """Proposals for which days are counted."""
        return sum(self.timings[status] for status in _COUNTED)

    @property
    def in_time_share(self) -> int | None:
        return share(self.in_time, self.counted)

    @property
    def individual_share(self) -> int | None:
        return share(self.types[INDIVIDUAL], self.types.total())

    @property
    def grassroots_share(self) -> int | None:
        """Of the individuals of whom it is known: not every award asks it."""
        return share(self.grassroots, self.grassroots_asked)

    @property
    def returned_share(self) -> int | None:
        return share(self.returned, self.sent)

    @property
    def why_returned(self) -> list[tuple[str, int]]:
        """Facts flagged, and in how many proposals, those of the most first."""
        return sorted(self.reasons.items(), key=lambda one: (-one[1], one[0]))

    @property
    def middle_days(self) -> int | None:
        """Half of the proposals took no more days than this from the deed to the sending."""
        return median_low(self.days) if self.days else None


def share(part: int, whole: int) -> int | None:
    """Tenths of a percent, rounded half up."""
    return (2000 * part + whole) // (2 * whole) if whole else None


def figures(sent: Iterable[Sent]) -> Figures:
    found = Figures()
    for one in sent:
        found.add(one)
    return found


def joined(parts: Iterable[Figures]) -> Figures:
    """The figures of all, counted from those of parts that have nothing in common."""
    found = Figures()
    for one in parts:
        found.join(one)
    return found


def by_unit(sent: Iterable[Sent]) -> Mapping[tuple[int, str], Figures]:
    """The figures of each unit, by its number and name, in the order of numbers."""
    return _by(sent, lambda one: (one.unit, one.unit_name))


def by_year(sent: Iterable[Sent]) -> Mapping[date, Figures]:
    """The figures of each year in which something was sent, by its first day."""
    return _by(sent, lambda one: one.sent_on.replace(month=1, day=1))


def by_month(sent: Iterable[Sent]) -> Mapping[date, Figures]:
    """The figures of each month in which something was sent, by its first day."""
    return _by(sent, lambda one: one.sent_on.replace(day=1))


def _by(sent: Iterable[Sent], part: Callable[[Sent], Part]) -> Mapping[Part, Figures]:
    found: defaultdict[Part, Figures] = defaultdict(Figures)
    for one in sent:
        found[part(one)].add(one)
    return {part: found[part] for part in sorted(found)}
