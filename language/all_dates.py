"""Every date of a Vietnamese text with its place, for readers that must know what each is of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from language.date_reading import Candidate, Kind, Reading
from language.dates import LINK, RANGE, Precision, candidates, in_the_year_of, precision
from language.fold import REMEMBERED, Folded, fold_with_origins

_AGAIN: Final = re.compile(
    r"[ ,(:-]*(?:(?:tuc|la|ngay|hom|nham|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|cn"
    r"|chu nhat) ?)*"
    r"[ ,(:-]*"
)


@dataclass(frozen=True, slots=True)
class DateAt:
    """Days `first`..`last` in `text[start:end]` of the folded text.

    `is_today`: said as today (hôm nay, sáng nay). `to_next`: the text goes on to a second day
    of which this one is the start (từ 9/9 đến 11/9). `has_year`: the text settles the year.
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    has_year: bool = True
    is_today: bool = False
    to_next: bool = False

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def find_dates(text: str | Folded, today: date, *, ahead: bool = False) -> tuple[DateAt, ...]:
    """All dates in order; days that no calendar has are left out.

    A day without year is the latest not after today; with `ahead` the nearest not before it.
    """
    folded = fold_with_origins(text) if isinstance(text, str) else text
    return _dates(folded, today, ahead=ahead)


@lru_cache(maxsize=REMEMBERED)
def _dates(folded: Folded, today: date, *, ahead: bool) -> tuple[DateAt, ...]:
    """Remembered, as several readers of a message ask for them."""
    reading = Reading(folded, today, ahead)
    found = _apart(sorted(candidates(reading), key=lambda c: (c.start, -c.end)))
    dates: list[DateAt] = []
    for index, one in enumerate(found):
        if dates and one.end <= dates[-1].end:
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        day = _placed(reading, one, following)
        if day is None:
            continue
        if dates and _says_again(reading, dates[-1], day):
            dates[-1] = replace(day, start=dates[-1].start)
        else:
            dates.append(day)
    return tuple(dates)


def _says_again(reading: Reading, before: DateAt, day: DateAt) -> bool:
    """`hôm nay thứ sáu 15/3`: one day said twice."""
    same = (before.first, before.last) == (day.first, day.last)
    return same and bool(_AGAIN.fullmatch(reading.text[before.end : day.start]))


def _apart(found: list[Candidate]) -> list[Candidate]:
    """Of readings that overlap the first and longest."""
    apart: list[Candidate] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _placed(reading: Reading, one: Candidate, following: Candidate | None) -> DateAt | None:
    goes_on = False
    if following is not None:
        between = reading.text[one.end : following.start]
        goes_on = bool(RANGE.fullmatch(between))
        if goes_on:
            one = in_the_year_of(one, following)
        elif LINK.fullmatch(between):
            one = _one_day(one, following, comma="," in between)
    if one.impossible is not None:
        return None
    said = one.kind in (Kind.SPOKEN, Kind.WEEKDAY)
    return DateAt(
        one.start,
        one.end,
        one.first,
        one.last,
        precision=precision(one),
        has_year=one.has_year,
        is_today=one.first == one.last == reading.today and (said or one.kind is Kind.WRITTEN),
        to_next=goes_on,
    )


def _one_day(first: Candidate, second: Candidate, *, comma: bool) -> Candidate:
    """A spoken day beside a written one are one date; `ngày mai 19/9` is the one to come.

    Across a comma, or with the written one first, only where they are the same day.
    """
    spoken_kinds = (Kind.SPOKEN, Kind.WEEKDAY)
    if first.kind in spoken_kinds and second.kind is Kind.WRITTEN:
        spoken, written, loose = first, second, comma
    elif first.kind is Kind.WRITTEN and second.kind in spoken_kinds:
        spoken, written, loose = second, first, True
    else:
        return first
    same = (spoken.first.month, spoken.first.day) == (written.first.month, written.first.day)
    if written.impossible or (loose and not same):
        return first
    joined = replace(written, start=first.start, end=second.end)
    if spoken.kind is Kind.SPOKEN and same and not written.has_year:
        return replace(joined, first=spoken.first, last=spoken.last)
    return joined
