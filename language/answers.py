"""Readers of one answer, each of which must understand it whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from language.counts import (
    CountAnswer,
    CountRefusal,
    PairAnswer,
    read_count,
    read_fraction,
    read_pair,
)
from language.date_reading import ImpossibleReason, Reading, make_day
from language.dates import DateFound, ImpossibleDate, Precision, find_date
from language.english_days import in_vietnamese
from language.fold import fold_with_origins
from language.yes_no import read_yes_no

__all__ = [
    "CountAnswer",
    "CountRefusal",
    "DayAnswer",
    "DayRefusal",
    "ImpossibleReason",
    "PairAnswer",
    "read_count",
    "read_day",
    "read_fraction",
    "read_pair",
    "read_yes_no",
]

_LONGEST: Final = 200
_HALF_YEAR: Final = timedelta(days=183)


class DayRefusal(StrEnum):
    """Why an answer is no day: not understood whole, no such day, not come yet, or no sure year."""

    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE = "impossible"
    FUTURE = "future"
    YEAR_UNCLEAR = "year_unclear"


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """A day (`first` = `last`) or a span with its precision; or a refusal; or a clash.

    `alternatives` are the days that may have been meant: after a refusal, and after a
    `clash` of the day with the weekday said beside it (the day as written is the first).
    On FUTURE and YEAR_UNCLEAR `first` is the day that was refused.
    """

    words: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = "day"
    refusal: DayRefusal | None = None
    impossible: ImpossibleReason | None = None
    clash: bool = False
    alternatives: tuple[date, ...] = ()

    @property
    def value(self) -> date | None:
        """The day to keep, where it is sure; with a span its first day."""
        return None if self.refusal or self.clash else self.first


def read_day(text: str, today: date, *, ahead: bool = False) -> DayAnswer:
    """The day that the whole text names.

    Without `ahead` the past is meant: later days are refused, with what may have been meant.
    """
    if len(text) > _LONGEST:
        return DayAnswer(refusal=DayRefusal.NOT_A_DATE)
    text = in_vietnamese(text)
    try:
        found = find_date(text, today, ahead=ahead)
    except ImpossibleDate as error:
        return DayAnswer(error.words, refusal=DayRefusal.IMPOSSIBLE, impossible=error.reason)
    if found is None or not found.is_whole:
        return DayAnswer(refusal=DayRefusal.NOT_A_DATE)
    if not ahead and found.first > today:
        return _future(found, today)
    doubtful = _other_year(found, today)
    if doubtful is not None:
        return doubtful
    clash = tuple(day for day in found.weekday_clash if ahead or day <= today)
    return DayAnswer(
        found.words,
        found.first,
        last=found.last,
        precision=found.precision,
        clash=bool(found.weekday_clash),
        alternatives=clash,
    )


def _future(found: DateFound, today: date) -> DayAnswer:
    said = found.first
    past = Reading(fold_with_origins(""), today, ahead=False)
    one_day = found.first == found.last and any(char.isdigit() for char in found.words)
    meant = {past.of_month(said.day), past.of_year(said.day, said.month)} if one_day else set()
    return DayAnswer(
        found.words,
        found.first,
        last=found.last,
        precision=found.precision,
        refusal=DayRefusal.FUTURE,
        alternatives=tuple(sorted((day for day in meant if day), reverse=True)),
    )


def _other_year(found: DateFound, today: date) -> DayAnswer | None:
    """A day without year whose nearest instance lies the wrong way: 26/11 said on 21/11."""
    day = found.first
    if found.has_year or day.year == today.year or abs(day - today) <= _HALF_YEAR:
        return None
    here = make_day(today.year, day.month, day.day)
    if here is None:
        return None
    if day < today:
        past = Reading(fold_with_origins(""), today, ahead=False)
        meant = tuple(sorted({d for d in (past.of_month(day.day), day) if d}, reverse=True))
        refusal = DayRefusal.FUTURE
    else:
        meant, refusal = (here, day), DayRefusal.YEAR_UNCLEAR
    return DayAnswer(found.words, here, last=here, refusal=refusal, alternatives=meant)
