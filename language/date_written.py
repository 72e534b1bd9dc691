"""Days by their numbers: 12/11, 12-11-2026, ngày 12 tháng 11, 2026-11-12."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from re import Match
from typing import Final

from language.date_numbers import DAY_NUMBER, day_number
from language.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Candidate,
    ImpossibleReason,
    Kind,
    Reading,
    form,
    full_year,
    make_day,
    shift_month,
)
from language.fold import marks
from language.numbers import NUMBER, to_int

START: Final = r"(?<![a-z0-9/.,-])"
END: Final = r"(?![a-z0-9])"
YEAR_WORD: Final = r"(?P<year_word>ngoai|nay|truoc|sau|toi|kia|vua roi|vua qua)"
YEAR: Final = rf"(?:,? ?nam ?(?P<y>\d{{4,6}})\b|,? nam {YEAR_WORD}\b)"
SHORT_YEAR: Final = rf"(?:,? ?nam ?(?P<y>\d{{4,6}}|\d\d)\b|,? nam {YEAR_WORD}\b)"
NUMERIC: Final = form(
    r"(?:(?P<mark>\b(?:ngay|ng|hom|mung|mong) ?)|(?<![a-z0-9/.,-])"
    # the second of 12/11-15/11
    r"|(?<=\d[/.]\d-)|(?<=\d[/.]\d\d-)|(?<=[/.]\d{4}-))"
    r"(?P<d>\d{1,2})(?P<sep> ?[/.-] ?)(?P<m>\d{1,2})(?:(?: ?[/.-] ?)(?P<z>\d{2,6})\b)?"
    r"(?![a-z0-9]| ?%|/ ?[a-z0-9]|[.,]\d|-(?!\d{1,2}[/.]\d)[a-z0-9])" + rf"{YEAR}?"
)
ISO: Final = form(
    START + r"(?:ngay )?(?P<y>\d{4,6})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"(?!(?!t\d\d)[a-z0-9/])"
)
SPELLED: Final = form(
    rf"\b(?P<mark>(?:ngay|ng|hom|mung|mong) ?)?(?P<d>{DAY_NUMBER}),? ?thang ?"
    rf"(?P<m>{NUMBER})(?P<tail>,? ?[/.-]? ?(?P<z>\d{{4,6}})\b|/(?P<short>\d\d)\b"
    rf"|{SHORT_YEAR})?{END}"
)
MONTH_SAID: Final = form(
    rf"\b(?P<mark>(?:ngay|ng|hom|mung|mong) ?)?(?P<d>{DAY_NUMBER}) thang "
    rf"(?P<said>truoc nua|truoc|nay|sau|toi|vua roi|vua qua|roi){END}"
)
DAY_ONLY: Final = form(
    rf"\b(?P<mark>ngay|hom|mung|mong) ?(?P<d>{NUMBER})(?![a-z0-9%]|[.,/-]\d|,? ?(?:thang|tet)\b)"
)
RUN_TOGETHER: Final = form(r"^(?P<d>\d\d?)(?P<gap> ?)(?P<m>\d\d?)(?P=gap)(?P<y>\d{4})$")
_SHIFTS: Final = {"kia": -2, "truoc nua": -2, "nay": 0, "sau": 1, "toi": 1}


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
    raw = groups.get("y") or groups.get("z") or groups.get("short")
    if raw:
        return full_year(raw, today)
    word = groups.get("year_word")
    return today.year + _SHIFTS.get(word, -1) if word else None


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
    day, month = day_number(match["d"]), to_int(match["m"])
    if day is None or month is None or not (match["mark"] or _stands_alone(match["d"])):
        return None
    if re.match(r" (?:ngay|tuan|nam|nguoi)\b", reading.after(match.end())) and not match["mark"]:
        return None
    if match["m"] == "sau" and not match["tail"] and means_next(reading, match.span("m")):
        return None
    year = year_of(match.groupdict(), reading.today)
    return day_candidate(reading, match, day=day, month=month, year=year)


def _stands_alone(day: str) -> bool:
    """Without `ngày` before it a day in words has to be more than a count of months."""
    return day.isdigit() or "muoi" in day or day.startswith("ham ")


def means_next(reading: Reading, span: tuple[int, int]) -> bool:
    """`tháng sau` is next month and `tháng sáu` June; bare `thang sau` follows the direction."""
    word = reading.folded.piece(*span)
    return marks(word) != marks("sáu") and (reading.has_marks() or reading.ahead)


def month_said(reading: Reading, match: Match[str]) -> Candidate | None:
    """`ngày 15 tháng trước`; without a mark it is a span (3 tháng trước)."""
    day = day_number(match["d"])
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


FORMS: Final = (
    (ISO, iso),
    (RUN_TOGETHER, run_together),
    (NUMERIC, numeric),
    (SPELLED, spelled),
    (MONTH_SAID, month_said),
    (DAY_ONLY, day_only),
)
