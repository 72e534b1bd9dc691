"""Dates known to the day, the month or the year, as spans from a first to a last day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from rules.look import Look
from rules.truth import FATAL, MET, Truth, stuck_on

DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a date may be; `path` is the fact to know better."""

    path: str
    first: date
    last: date


def span(case: Look, name: str) -> Span | None:
    """The days that the fact `name` may be, by its `…_precision`; None while it is open.

    A precision that is not known leaves the whole year open.
    """
    answer = case[name]
    if not answer.is_known:
        return None
    day: date = answer.value
    exact = case[f"{name}_precision"]
    precision = exact.value if exact.is_known else "year"
    if precision == "day":
        return Span(name, first=day, last=day)
    if precision == "month":
        last = monthrange(day.year, day.month)[1]
        return Span(name, first=day.replace(day=1), last=day.replace(day=last))
    return Span(name, first=date(day.year, 1, 1), last=date(day.year, DECEMBER, 31))


def told(case: Look, name: str) -> date | str:
    """The date as exactly as it is known: the day, else `11/2024` or `2024`."""
    known = span(case, name)
    assert known is not None, "a date that is told is known"
    if known.first == known.last:
        return known.first
    same_month = known.first.month == known.last.month
    return known.first.strftime("%m/%Y" if same_month else "%Y")


def is_before(left: Span, right: Span) -> Truth:
    """Whether the left date is earlier; near an edge an imprecise date decides nothing."""
    if left.last < right.first:
        return MET
    if left.first >= right.last:
        return FATAL
    return stuck_on(*(one.path for one in (left, right) if one.first != one.last))
