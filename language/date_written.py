"""Days by their numbers: 12/11, 12-11-2026, ngày 12 tháng 11, mùng 4 Tết, 2026-11-12."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from re import Match
from typing import Final

from language.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Candidate,
    ImpossibleReason,
    Kind,
    Reading,
    full_year,
    make_day,
    shift_month,
)
from language.numbers import NUMBER, to_int
from rules.calendar import load_calendar

START: Final = r"(?<![a-z0-9/.,-])"
END: Final = r"(?![a-z0-9])"
YEAR: Final = r"(?:,? ?nam ?(?P<y>\d{4,6})\b|,? nam (?P<year_word>ngoai|nay|truoc|sau)\b)"
NUMERIC: Final = re.compile(
    r"(?:(?P<mark>\b(?:ngay|ng|hom|mung|mong) ?)|(?<![a-z0-9/.,-]))"
    r"(?P<d>\d{1,2})(?P<sep> ?[/.-] ?)(?P<m>\d{1,2})(?:(?: ?[/.-] ?)(?P<z>\d{2,6})\b)?"
    r"(?![a-z0-9]|/ ?[a-z0-9]|[.,]\d|-(?!\d{1,2}[/.]\d)[a-z0-9])" + rf"{YEAR}?"
)
ISO: Final = re.compile(
    START
    + r"(?:ngay )?(?P<y>\d{4,6})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![a-z0-9/])"
)
SPELLED: Final = re.compile(
    rf"\b(?P<mark>(?:ngay|ng|hom|mung|mong) ?)?(?P<d>{NUMBER}),? ?thang ?"
    rf"(?P<m>{NUMBER})(?P<tail>,? ?[/-]? ?(?P<z>\d{{4,6}})\b|{YEAR})?{END}"
)
MONTH_SAID: Final = re.compile(
    rf"\b(?P<mark>(?:ngay|ng|hom|mung|mong) ?)?(?P<d>{NUMBER}) thang "
    rf"(?P<said>truoc|nay|sau|toi|vua roi|vua qua|roi){END}"
)
DAY_ONLY: Final = re.compile(
    rf"\b(?P<mark>ngay|hom|mung|mong) ?(?P<d>{NUMBER})(?![a-z0-9%]|[.,/-]\d|,? ?(?:thang|tet)\b)"
)
BORROWED: Final = re.compile(
    r"\b(?P<mark>tu ngay|tu|ngay|hom) (?P<d>\d{1,2}) ?(?:,|va|den|toi|-) ?(?:ngay )?\d{1,2}"
    rf"(?:/| ?thang ?)(?P<m>\d{{1,2}})(?:[/-](?P<z>\d{{2,6}})\b|{YEAR})?{END}"
)
TET: Final = re.compile(
    rf"\b(?:ngay )?(?:(?P<eve>giao thua|(?:ngay )?30)|(?:mung|mong) ?(?P<d>{NUMBER})) "
    rf"tet(?: nguyen dan| am lich)?"
    rf"(?: (?:nam )?(?:(?P<y>\d{{4}})|(?P<year_word>nay|ngoai|truoc|sau)))?{END}"
)
RUN_TOGETHER: Final = re.compile(r"^(?P<d>\d\d?)(?P<gap> ?)(?P<m>\d\d?)(?P=gap)(?P<y>\d{4})$")
_SHIFTS: Final = {"ngoai": -1, "truoc": -1, "nay": 0, "sau": 1, "toi": 1}


def day_candidate(
    reading: Reading, match: Match[str], *, day: int, month: int, year: int | None
) -> Candidate:
    """A day by number; impossible ones are kept as such, to be told."""
    start, end = match.span()
    found: date | None = None
    problem = None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        problem = ImpossibleReason.NO_SUCH_YEAR
    elif not 1 <= month <= 12:  # noqa: PLR2004 - months
        problem = ImpossibleReason.NO_SUCH_MONTH
    else:
        found = reading.of_year(day, month) if year is None else make_day(year, month, day)
        problem = None if found else ImpossibleReason.NO_SUCH_DAY
    shown = found or reading.today
    return Candidate(
        start,
        end,
        shown,
        shown,
        kind=Kind.WRITTEN,
        has_year=year is not None,
        impossible=problem,
    )


def year_of(groups: Mapping[str, str | None], today: date) -> int | None:
    """The year a match names, by number or by word; None where it names none."""
    raw = groups.get("y") or groups.get("z")
    if raw:
        return full_year(raw, today)
    word = groups.get("year_word")
    return today.year + _SHIFTS[word] if word else None


def numeric(reading: Reading, match: Match[str]) -> Candidate | None:
    groups = match.groupdict()
    first, rest = groups["sep"].strip(), match.group()[match.end("m") - match.start() :].strip()
    if groups["z"] and not rest.startswith(first):
        return None
    if len(groups["z"] or "") == 3:  # noqa: PLR2004 - 12.11.345 is an amount
        return None
    return day_candidate(
        reading,
        match,
        day=int(groups["d"]),
        month=int(groups["m"]),
        year=year_of(groups, reading.today),
    )


def run_together(reading: Reading, match: Match[str]) -> Candidate | None:
    """`12112026`, `12 11 2026`: only where it is the whole text and a day there is."""
    groups = match.groupdict()
    day, month, year = (int(groups[name]) for name in ("d", "m", "y"))
    found = day_candidate(reading, match, day=day, month=month, year=year)
    return found if found.impossible is None else None


def iso(reading: Reading, match: Match[str]) -> Candidate | None:
    day, month = int(match["d"]), int(match["m"])
    return day_candidate(reading, match, day=day, month=month, year=int(match["y"]))


def spelled(reading: Reading, match: Match[str]) -> Candidate | None:
    day, month = to_int(match["d"]), to_int(match["m"])
    if day is None or month is None or not (match["mark"] or match["d"].isdigit()):
        return None
    if re.match(r" (?:ngay|tuan|nam|nguoi)\b", reading.after(match.end())) and not match["mark"]:
        return None
    year = year_of(match.groupdict(), reading.today)
    return day_candidate(reading, match, day=day, month=month, year=year)


def month_said(reading: Reading, match: Match[str]) -> Candidate | None:
    """`ngày 15 tháng trước`; without a mark it is a span (3 tháng trước)."""
    day = to_int(match["d"])
    if day is None or not match["mark"]:
        return None
    shift = _SHIFTS.get(match["said"], -1)
    if match["said"] == "sau" and not reading.ahead and not reading.has_marks():
        return day_candidate(reading, match, day=day, month=6, year=None)
    year, month = shift_month(reading.today.year, reading.today.month, shift)
    return day_candidate(reading, match, day=day, month=month, year=year)


def day_only(reading: Reading, match: Match[str]) -> Candidate | None:
    day = to_int(match["d"])
    worded = not match["d"].isdigit()
    if match["d"] == "mot" and match["mark"] == "ngay":  # more and more; or in two days
        return None
    if day is None or (worded and match["mark"] in ("ngay", "hom") and not _alone(reading, match)):
        return None
    found = reading.of_month(day) if 1 <= day <= 31 else None  # noqa: PLR2004 - days
    shown = found or reading.today
    problem = None if found else ImpossibleReason.NO_SUCH_DAY
    start, end = match.span()
    return Candidate(
        start, end, shown, shown, kind=Kind.WRITTEN, has_year=False, impossible=problem
    )


def _alone(reading: Reading, match: Match[str]) -> bool:
    return match.span() == (0, len(reading.text))


def borrowed(reading: Reading, match: Match[str]) -> Candidate | None:
    """`ngày 12 và 13/11`: the first of two days takes the month of the second."""
    year = year_of(match.groupdict(), reading.today)
    found = day_candidate(reading, match, day=int(match["d"]), month=int(match["m"]), year=year)
    return replace(found, end=match.end("d"))


def tet(reading: Reading, match: Match[str]) -> Candidate | None:
    """`mùng 4 Tết`: counted from the calendar's first day of the lunar year, where it is known."""
    count = 0 if match["eve"] else to_int(match["d"])
    if count is None or not 0 <= count <= 10:  # noqa: PLR2004 - Tết is told by its first ten days
        return None
    said = year_of(match.groupdict(), reading.today)
    step = 1 if reading.ahead else -1
    years = [said] if said else [reading.today.year, reading.today.year + step]
    for year in years:
        first = load_calendar().tet(year)
        if first is None:
            continue
        day = first + timedelta(days=count - 1)
        behind, before = day <= reading.today, reading.ahead
        if said or (day >= reading.today if before else behind):
            start, end = match.span()
            return Candidate(start, end, day, day, kind=Kind.WRITTEN, has_year=said is not None)
    return None


FORMS: Final = (
    (ISO, iso),
    (RUN_TOGETHER, run_together),
    (NUMERIC, numeric),
    (SPELLED, spelled),
    (MONTH_SAID, month_said),
    (BORROWED, borrowed),
    (TET, tet),
    (DAY_ONLY, day_only),
)
