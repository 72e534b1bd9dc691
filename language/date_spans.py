"""Months, parts of months, quarters and years: tháng trước, cuối tháng 10, quý I, năm 2024."""

from __future__ import annotations

import re
from datetime import date
from re import Match
from typing import Final

from language.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Candidate,
    ImpossibleReason,
    Kind,
    Reading,
    month_end,
    shift_month,
)
from language.date_written import END, YEAR, year_of
from language.numbers import NUMBER, to_int

PART: Final = r"(?P<part>cuoi|dau|giua|thuong tuan|trung tuan|ha tuan)"
MONTH: Final = re.compile(
    rf"\b(?:{PART} )?thang ?(?P<m>{NUMBER})(?:,? ?[/-]? ?(?P<z>\d{{4,6}})\b|{YEAR})?"
    rf"(?: (?:vua roi|vua qua))?(?![a-z0-9%]|[.,/-]\d)"
)
MONTH_SAID: Final = re.compile(
    rf"\b(?:{PART} )?thang (?P<said>truoc|nay|sau|toi|vua roi|vua qua|roi){END}"
)
MONTH_PART: Final = re.compile(rf"\b{PART} thang{END}")
MONTH_YEAR: Final = re.compile(
    r"(?<![a-z0-9/.,-])t?(?P<m>\d{1,2}) ?/ ?(?P<y>\d{4,6})(?![a-z0-9/.-])"
)
QUARTER: Final = re.compile(
    rf"\bquy (?P<q>iii|ii|iv|i|[1-4])(?:,? ?[/-]? ?(?P<z>\d{{4,6}})\b|{YEAR})?{END}"
)
HALF: Final = re.compile(
    r"\b(?:6|sau) thang (?P<half>dau|cuoi) nam"
    r"(?: (?P<y>\d{4})| (?P<year_word>ngoai|nay|truoc))?(?![a-z0-9])"
)
YEAR_ONLY: Final = re.compile(
    r"\b(?:(?P<part>dau|giua|cuoi) )?nam "
    r"(?:(?P<y>(?:19|20|21)\d{2,4})|(?P<year_word>ngoai|nay|truoc))"
    r"(?![a-z0-9]|[-/]\d)"
)
BARE_YEAR: Final = re.compile(r"^(?P<y>(?:19|20|21)\d\d)$")
_DURATION: Final = re.compile(r"(?:\b(?:moi|hang|trong|may|vai|suot)|\d) $")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SAID: Final = {"nay": 0, "sau": 1, "toi": 1}
_DECEMBER: Final = 12


def _span(
    match: Match[str], first: date, last: date, *, problem: ImpossibleReason | None = None
) -> Candidate:
    start, end = match.span()
    return Candidate(start, end, first, last, kind=Kind.SPAN, impossible=problem)


def _impossible(reading: Reading, match: Match[str], problem: ImpossibleReason) -> Candidate:
    return _span(match, reading.today, reading.today, problem=problem)


def _part(first: date, part: str | None) -> tuple[date, date]:
    last = month_end(first.year, first.month)
    if part in ("dau", "thuong tuan"):
        return first, first.replace(day=10)
    if part in ("giua", "trung tuan"):
        return first.replace(day=11), first.replace(day=20)
    if part in ("cuoi", "ha tuan"):
        return first.replace(day=21), last
    return first, last


def _yearless(reading: Reading, month: int, part: str | None) -> tuple[date, date]:
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
    follows = re.match(r" (?:ngay|tuan)\b", reading.after(match.end()))
    if number is None or follows or _DURATION.search(reading.before(match.start())):
        return None
    if match["m"] == "sau" and _means_next(reading, match):
        return _shifted(reading, match, 1)
    return _by_number(reading, match, number=number, year=year, part=match["part"])


def _by_number(
    reading: Reading, match: Match[str], *, number: int, year: int | None, part: str | None
) -> Candidate:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return _impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    if not 1 <= number <= _DECEMBER:
        return _impossible(reading, match, ImpossibleReason.NO_SUCH_MONTH)
    if year is None:
        return _span(match, *_yearless(reading, number, part))
    return _span(match, *_part(date(year, number, 1), part))


def _means_next(reading: Reading, match: Match[str]) -> bool:
    """`tháng sau` is next month and `tháng sáu` June; bare `thang sau` follows the direction."""
    word = reading.folded.piece(*match.span("m"))
    return not word.lower().startswith("sá") and (reading.has_marks() or reading.ahead)


def month_said(reading: Reading, match: Match[str]) -> Candidate | None:
    if match["said"] == "sau" and not reading.has_marks() and not reading.ahead:
        return None
    return _shifted(reading, match, _SAID.get(match["said"], -1))


def _shifted(reading: Reading, match: Match[str], by: int) -> Candidate:
    year, number = shift_month(reading.today.year, reading.today.month, by)
    return _span(match, *_part(date(year, number, 1), match["part"]))


def month_part(reading: Reading, match: Match[str]) -> Candidate | None:
    """`cuối tháng` alone: this month's, or the last one's where that has not begun."""
    today = reading.today
    first, last = _part(today.replace(day=1), match["part"])
    if first > today and not reading.ahead:
        year, number = shift_month(today.year, today.month, -1)
        first, last = _part(date(year, number, 1), match["part"])
    return _span(match, first, last)


def month_year(reading: Reading, match: Match[str]) -> Candidate | None:
    """`5/2024` where nothing else is said, or after `tháng`, `từ`, `đến`."""
    before = reading.before(match.start())
    if before and not re.search(r"\b(?:thang|tu|den|cuoi|dau|giua|vao|trong|quy) $", before):
        return None
    return _by_number(reading, match, number=int(match["m"]), year=int(match["y"]), part=None)


def quarter(reading: Reading, match: Match[str]) -> Candidate | None:
    raw = match["q"]
    number = int(raw) if raw.isdigit() else _ROMAN[raw]
    year = year_of(match.groupdict(), reading.today)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return _impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    if year is None:
        year = _yearless(reading, number * 3 - 2, None)[0].year
    return _span(match, date(year, number * 3 - 2, 1), month_end(year, number * 3))


def half(reading: Reading, match: Match[str]) -> Candidate | None:
    year = year_of(match.groupdict(), reading.today) or reading.today.year
    if match["half"] == "dau":
        return _span(match, date(year, 1, 1), date(year, 6, 30))
    return _span(match, date(year, 7, 1), date(year, 12, 31))


def whole_year(reading: Reading, match: Match[str]) -> Candidate | None:
    year = year_of(match.groupdict(), reading.today)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return _impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    part = match.groupdict().get("part") or ""
    first, last = {"dau": (1, 4), "giua": (5, 8), "cuoi": (9, 12)}.get(part, (1, 12))
    return _span(match, date(year, first, 1), month_end(year, last))


FORMS: Final = (
    (HALF, half),
    (MONTH, month),
    (MONTH_SAID, month_said),
    (MONTH_PART, month_part),
    (MONTH_YEAR, month_year),
    (QUARTER, quarter),
    (YEAR_ONLY, whole_year),
    (BARE_YEAR, whole_year),
)
