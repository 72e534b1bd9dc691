"""The first date of a Vietnamese text, with or without diacritics: `find_date`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MINYEAR, date, timedelta
from re import Match
from typing import Final, Literal

from language.date_context import counts_days, is_alone, is_day, is_lunar, names_a_law
from language.date_direction import Direction, direction
from language.date_forms import Build, formed_in
from language.date_reading import (
    Candidate,
    ImpossibleReason,
    Kind,
    Reading,
    make_day,
    month_end,
)
from language.fold import fold_with_origins

__all__ = ["DateFound", "ImpossibleDate", "ImpossibleReason", "find_date"]

Precision = Literal["day", "month", "year"]
# what may stand between a weekday or `hôm qua` and the same day in numbers
LINK: Final = re.compile(r"[ ,(:-]*(?:(?:tuc|la|ngay|hom|nham) ?)*[ ,(:-]*")
RANGE: Final = re.compile(
    r" ?(?:-|va|sang|(?:keo dai |cho )?(?:den|toi)(?: het)?|rang(?: sang)?)(?: ngay)? ?"
)
_WEEK: Final = timedelta(days=7)


class ImpossibleDate(ValueError):  # noqa: N818 - what the officer wrote, to be told
    """The first date of the text names a day, month or year that does not exist."""

    def __init__(self, words: str, reason: ImpossibleReason) -> None:
        self.words = words
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True, slots=True)
class DateFound:
    """Days `first`..`last` (the same for one day) and the `words` of the text they stand in.

    `weekday_clash`: the day as written, then the nearest days that fit the weekday (or the
    `hôm qua`) said beside it; empty where nothing disagrees. `is_whole`: nothing else of
    meaning stands in the text. `has_year`: the text itself settles the year.
    """

    first: date
    last: date
    precision: Precision
    words: str
    weekday_clash: tuple[date, ...]
    is_whole: bool
    has_year: bool


def find_date(text: str, today: date, *, ahead: bool = False) -> DateFound | None:
    """The first date in the text, or None.

    A day without year is the latest not after today; with `ahead` the nearest not before
    it. Raises ImpossibleDate for a first date that no calendar has (31/02, 12/11/20226).
    """
    reading = Reading(fold_with_origins(text), today, ahead)
    found = sorted(candidates(reading, plans=True), key=lambda c: (c.start, -c.end))
    if not found:
        return None
    first = found[0]
    second = next((c for c in found if c.start >= first.end), None)
    first, clash = _joined(reading, first, second)
    words = reading.folded.piece(first.start, first.end)
    if first.impossible is not None:
        raise ImpossibleDate(words, first.impossible)
    return DateFound(
        first.first,
        first.last,
        precision=precision(first),
        words=words,
        weekday_clash=clash,
        is_whole=is_alone(reading, first),
        has_year=first.has_year,
    )


def candidates(reading: Reading, *, plans: bool = False) -> Iterator[Candidate]:
    """All that can be read as days, in no order, overlapping ones too.

    With `plans` a day without year that is said to be planned is the next one.
    """
    for one in formed_in(reading.text):
        try:
            found = _turned(reading, one.match, one.build, plans=plans)
        except ImpossibleDate:
            raise
        except (OverflowError, ValueError):  # a day before the year 1 or after 9999
            continue
        if found and _is_meant(reading, found, bare=one.bare):
            yield found


def _turned(reading: Reading, match: Match[str], build: Build, *, plans: bool) -> Candidate | None:
    """The match read back or ahead, as the words beside it say."""
    found = build(reading, match)
    if (
        found is None
        or found.impossible
        or (found.has_year and not found.year_open and found.kind is not Kind.WEEKDAY)
    ):
        return found
    way = direction(reading, match, plans=plans)
    if way is None:
        return found
    behind, before = (build(replace(reading, ahead=ahead), match) for ahead in (False, True))
    if behind is None or before is None or way is Direction.BACK:
        return behind
    if way is Direction.AHEAD:
        return before
    if way is Direction.THIS_YEAR:
        return before if before.first.year == reading.today.year else behind
    return min((behind, before), key=lambda one: abs(one.first - reading.today))


def _is_meant(reading: Reading, found: Candidate, *, bare: bool) -> bool:
    if not reading.spelled(found.start, found.end) or is_lunar(reading, found):
        return False
    if bare and not found.has_year:
        return is_day(reading, found)
    if found.kind is Kind.SPAN and names_a_law(reading, found):
        return False
    day_only = found.kind is Kind.WRITTEN and not found.has_year
    return not (day_only and counts_days(reading, found))


def _joined(
    reading: Reading, first: Candidate, second: Candidate | None
) -> tuple[Candidate, tuple[date, ...]]:
    """A spoken day and a written one side by side are one date, checked against each other."""
    if second is not None and RANGE.fullmatch(reading.text[first.end : second.start]):
        return in_the_year_of(first, second), ()
    if second is None or not LINK.fullmatch(reading.text[first.end : second.start]):
        return first, ()
    if first.kind in (Kind.SPOKEN, Kind.WEEKDAY) and second.kind is Kind.WRITTEN:
        spoken, written = first, second
    elif first.kind is Kind.WRITTEN and second.kind in (Kind.SPOKEN, Kind.WEEKDAY):
        spoken, written = second, first
    else:
        return first, ()
    closed = reading.text[second.end : second.end + 1] == ")"
    joined = replace(written, start=first.start, end=second.end + closed)
    if written.impossible is not None:
        return joined, ()
    return joined, _clash(spoken, written.first)


def in_the_year_of(first: Candidate, second: Candidate) -> Candidate:
    """`từ 12/11 đến 15/11/2025`: the first day takes the year of the last."""
    if first.year_open and second.kind is Kind.SPAN and not second.year_open:
        return _span_in_the_year_of(first, second)
    if first.has_year or not second.has_year or first.kind is not Kind.WRITTEN:
        return first
    day = second.first
    for year in (day.year, day.year - 1):
        found = make_day(year, first.first.month, first.first.day)
        if found is not None and found <= day:
            return replace(first, first=found, last=found, has_year=True)
    return first


def _span_in_the_year_of(first: Candidate, second: Candidate) -> Candidate:
    """`từ tháng 3 đến tháng 6 năm 2025`: both of 2025."""
    year = second.first.year - (first.first.month > second.first.month)
    if year < MINYEAR:
        return first
    since = first.first.replace(year=year)
    until = month_end(year, first.last.month)
    if first.last.day < month_end(first.last.year, first.last.month).day:
        until = first.last.replace(year=year)
    return replace(first, first=since, last=until, year_open=False)


def _clash(spoken: Candidate, day: date) -> tuple[date, ...]:
    if spoken.kind is Kind.SPOKEN:
        return () if spoken.first == day else (day, spoken.first)
    behind = (day.weekday() - (spoken.weekday or 0)) % 7
    before = day - timedelta(days=behind)
    if before == day:
        return ()
    return tuple(sorted((day, before, before + _WEEK), key=lambda d: (d != day, d)))


def precision(found: Candidate) -> Precision:
    """How exactly the days are known."""
    if found.first == found.last:
        return "month" if found.vague else "day"
    same_month = (found.first.year, found.first.month) == (found.last.year, found.last.month)
    return "month" if same_month else "year"
