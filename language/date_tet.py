"""Days of Tết, counted from the calendar's first day of the lunar year: mùng 4 Tết, giao thừa."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from re import Match
from typing import Final

from language.date_reading import Candidate, Kind, Reading, form
from language.date_written import END, YEAR_WORD, year_of
from language.numbers import NUMBER, to_int
from rules.calendar import load_calendar

_STEMS: Final = ("giap", "at", "binh", "dinh", "mau", "ky", "canh", "tan", "nham", "quy")
_BRANCHES: Final = (
    "ty",
    "suu",
    "dan",
    "mao",
    "thin",
    "ty",
    "ngo",
    "mui",
    "than",
    "dau",
    "tuat",
    "hoi",
)
_FIRST: Final = 1984
"""A year Giáp Tý, from which the sixty names are counted."""
_NAME: Final = rf"(?P<stem>{'|'.join(_STEMS)}) (?P<branch>{'|'.join(sorted(set(_BRANCHES)))})"
_NEW_YEAR: Final = r"tet(?: nguyen dan| am lich| ta| co truyen)?(?! (?:duong|tay)\b)"
_YEAR: Final = (
    rf"(?: ?\(?(?:nam )?{_NAME}\b)?"
    rf"(?: ?[-(]? ?(?:nam )?(?P<y>\d{{4}})\b| nam {YEAR_WORD}\b| (?P<said>vua roi|vua qua|roi))?"
)
TET: Final = form(
    r"\b(?:ngay |hom )?"
    rf"(?:(?P<eve>giao thua(?: {_NEW_YEAR})?(?! duong\b)|(?:30|ba muoi) {_NEW_YEAR})"
    rf"|(?P<last>2[3-9]) (?!nam\b){_NEW_YEAR}"
    rf"|(?:mung|mong) ?(?P<d>{NUMBER}) {_NEW_YEAR}){_YEAR}{END}"
)
TET_FIRST: Final = form(
    rf"\b(?:mung|mong) ?(?P<d>{NUMBER}) ?(?:,|va|-|den|toi|den het) ?(?=(?:ngay )?m[uo]ng )"
)
# days of the last lunar month, by the new moons at the 105th meridian; 29 Tết of 2025 is its eve
_LAST_MONTHS: Final = {2022: 29, 2023: 30, 2024: 30, 2025: 29, 2026: 29, 2027: 29}
_LAST: Final = 10
"""Tết is told by its first ten days."""


def tet(reading: Reading, match: Match[str]) -> Candidate | None:
    """`mùng 4 Tết Bính Ngọ`; None where the calendar does not know the year."""
    count = 0 if match["eve"] or match["last"] else to_int(match["d"])
    if count is None or not 0 <= count <= _LAST:
        return None
    said = year_of(match.groupdict(), reading.today)
    if match["stem"]:
        named = _year_named(match["stem"], match["branch"], near=reading.today.year)
        if named is None or said not in (None, named):
            return None
        said = named
    day = _day(reading, match, count=count, year=said)
    if day is None:
        return None
    start, end = match.span()
    return Candidate(start, end, day, day, kind=Kind.WRITTEN, has_year=said is not None)


def _day(reading: Reading, match: Match[str], *, count: int, year: int | None) -> date | None:
    ahead, today = reading.ahead and not match["said"], reading.today
    years = (year,) if year else (today.year, today.year + (1 if ahead else -1))
    for one in years:
        first = load_calendar().tet(one)
        if first is None:
            continue
        if match["last"]:
            if one not in _LAST_MONTHS:
                continue
            count = int(match["last"]) - _LAST_MONTHS[one]
        day = first + timedelta(days=count - 1)
        if year or (day >= today if ahead else day <= today):
            return day
    return None


def _year_named(stem: str, branch: str, *, near: int) -> int | None:
    """The year of a name of the sixty nearest to a year; None for a name that none bears.

    Without marks `ty` is the rat's and the snake's; the stem settles which.
    """
    years = range(near - 30, near + 30)
    for year in years:
        place = year - _FIRST
        if (_STEMS[place % 10], _BRANCHES[place % 12]) == (stem, branch):
            return year
    return None


def tet_first(reading: Reading, match: Match[str]) -> Candidate | None:
    """`mùng 1 đến mùng 5 Tết Bính Ngọ`: the first is of the same Tết as the second."""
    second = TET.match(reading.text, match.end())
    found = tet(reading, second) if second and second["d"] else None
    number = to_int(match["d"])
    if second is None or found is None or number is None:
        return None
    day = found.first + timedelta(days=number - (to_int(second["d"]) or 0))
    return replace(found, start=match.start(), end=match.end("d"), first=day, last=day)


FORMS: Final = ((TET, tet), (TET_FIRST, tet_first))
