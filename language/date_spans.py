"""Months and parts of months: tháng trước, cuối tháng 10, nửa đầu tháng 11, 5/2024."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from re import Match
from typing import Final

from language.date_context import counts_back
from language.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Candidate,
    ImpossibleReason,
    Kind,
    Reading,
    form,
    month_end,
    shift_month,
)
from language.date_written import END, YEAR, means_next, year_of
from language.numbers import NUMBER, to_int

PART: Final = (
    r"(?:(?:hoi|vao|khoang|may ngay|nhung ngay|cac ngay) )?"
    r"(?P<part>nua cuoi|nua dau|nua sau|cuoi|dau|giua|thuong tuan|trung tuan|ha tuan"
    r"|ngay cuoi cung|ngay dau tien)(?: cua)?"
)
MONTH: Final = form(
    rf"\b(?:{PART} )?thang ?(?P<m>{NUMBER})(?:,? ?[/.-]? ?(?P<z>\d{{4,6}})\b"
    rf"|/(?P<short>\d\d)(?!/)|{YEAR})?"
    rf"(?: (?:vua roi|vua qua))?(?![a-z0-9%]|[.,/-]\d)"
)
MONTH_SAID: Final = form(
    rf"\b(?:{PART} )?thang (?P<said>truoc nua|truoc|nay|sau|toi|vua roi|vua qua|qua|roi){END}"
)
MONTH_PART: Final = form(rf"\b{PART} thang{END}")
MONTH_YEAR: Final = form(
    r"(?<![a-z0-9/.,-])t?(?P<m>\d{1,2}) ?[/-] ?(?P<y>\d{4,6})(?![a-z0-9/.]|-(?!\d{1,2}/\d{4}))"
)
_FULL_MOON: Final = re.compile(r"\bram $")
_DURATION: Final = re.compile(r"(?:\b(?:moi|hang|may|vai)|\d) $")
MONTHS_OFF: Final = {"truoc nua": -2, "nay": 0, "sau": 1, "toi": 1}
_DECEMBER: Final = 12


def span(
    match: Match[str], first: date, last: date, *, problem: ImpossibleReason | None = None
) -> Candidate:
    start, end = match.span()
    return Candidate(start, end, first, last, kind=Kind.SPAN, impossible=problem)


def impossible(reading: Reading, match: Match[str], problem: ImpossibleReason) -> Candidate:
    return span(match, reading.today, reading.today, problem=problem)


def _part(first: date, part: str | None) -> tuple[date, date]:
    last = month_end(first.year, first.month)
    if part in ("nua dau", "nua cuoi", "nua sau"):
        middle = first.replace(day=15)
        return (first, middle) if part == "nua dau" else (middle + timedelta(days=1), last)
    if part in ("ngay dau tien", "ngay cuoi cung"):
        return (first, first) if part == "ngay dau tien" else (last, last)
    if part in ("dau", "thuong tuan"):
        return first, first.replace(day=10)
    if part in ("giua", "trung tuan"):
        return first.replace(day=11), first.replace(day=20)
    if part in ("cuoi", "ha tuan"):
        return first.replace(day=21), last
    return first, last


def yearless(reading: Reading, month: int, part: str | None) -> tuple[date, date]:
    """The latest such month that has begun, or (ahead) the nearest that has not ended."""
    today = reading.today
    first, last = _part(date(today.year, month, 1), part)
    if not reading.ahead and first > today:
        return _part(date(today.year - 1, month, 1), part)
    if reading.ahead and last < today:
        return _part(date(today.year + 1, month, 1), part)
    return first, last


def month(reading: Reading, match: Match[str]) -> Candidate | None:
    number, year = to_int(match["m"]), year_of(match.groupdict(), reading.today)
    follows = re.match(r" (?:ngay|tuan|lan)\b", reading.after(match.end()))
    before = reading.before(match.start())
    if number is None or follows or _DURATION.search(before) or _FULL_MOON.search(before):
        return None
    if match["m"] == "sau" and means_next(reading, match.span("m")):
        return _shifted(reading, match, 1)
    return _by_number(reading, match, number=number, year=year, part=match["part"])


def _by_number(
    reading: Reading, match: Match[str], *, number: int, year: int | None, part: str | None
) -> Candidate:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    if not 1 <= number <= _DECEMBER:
        return impossible(reading, match, ImpossibleReason.NO_SUCH_MONTH)
    if year is None:
        return replace(span(match, *yearless(reading, number, part)), year_open=True)
    return span(match, *_part(date(year, number, 1), part))


def month_said(reading: Reading, match: Match[str]) -> Candidate | None:
    if match["said"] == "sau" and not reading.has_marks() and not reading.ahead:
        return None
    if counts_back(reading, match):
        return None
    return _shifted(reading, match, MONTHS_OFF.get(match["said"], -1))


def _shifted(reading: Reading, match: Match[str], by: int) -> Candidate:
    year, number = shift_month(reading.today.year, reading.today.month, by)
    return span(match, *_part(date(year, number, 1), match["part"]))


def month_part(reading: Reading, match: Match[str]) -> Candidate | None:
    """`cuối tháng` alone: this month's, or the last one's where that has not begun."""
    today = reading.today
    first, last = _part(today.replace(day=1), match["part"])
    if first > today and not reading.ahead:
        year, number = shift_month(today.year, today.month, -1)
        first, last = _part(date(year, number, 1), match["part"])
    return span(match, first, last)


def month_year(reading: Reading, match: Match[str]) -> Candidate | None:
    """`5/2024` where nothing else is said, or after `tháng`, `từ`, `đến`."""
    before = reading.before(match.start())
    if before and not re.search(
        r"\b(?:thang|(?<!thong )tu|den|toi|het|cuoi|dau|giua|vao|trong|hoi|quy) $", before
    ):
        return None
    return _by_number(reading, match, number=int(match["m"]), year=int(match["y"]), part=None)


FORMS: Final = (
    (MONTH, month),
    (MONTH_SAID, month_said),
    (MONTH_PART, month_part),
    (MONTH_YEAR, month_year),
)
