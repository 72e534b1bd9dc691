"""The first of two days or months said with one month or year: ngày 12 và 13/11, tháng 3-6/2025."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from re import Match
from typing import Final

from language.date_context import counts_more
from language.date_reading import Candidate, Kind, Reading, form, month_end, shift_month
from language.date_spans import MONTHS_OFF
from language.date_written import END, YEAR, day_candidate, means_next, year_of
from language.numbers import NUMBER, to_int

_TO: Final = r"(?:,|va|hoac|hay|(?:cho |keo dai )?(?:den|toi)(?: het)?|sang|-)"
_MONTH: Final = rf"(?:/(?P<m>\d{{1,2}})| ?thang ?(?P<word>{NUMBER}))"
_YEAR: Final = rf"(?:[/-](?P<z>\d{{2,6}})\b|{YEAR})?"
_SAID: Final = r"(?: thang (?P<said>truoc nua|truoc|nay|sau|toi|vua roi|vua qua|roi))"
BORROWED: Final = form(
    r"\b(?P<mark>tu ngay|tu|ngay|hom|cac ngay)(?: mung| mong)?"
    r" (?P<d>\d{1,2}) ?"
    rf"{_TO} ?(?:(?:ngay |mung |mong )?\d{{1,2}} ?{_TO} ?){{0,4}}"
    rf"(?:ngay |mung |mong )?\d{{1,2}}(?:{_MONTH}{_YEAR}|{_SAID}){END}"
)
HYPHENED: Final = form(
    r"(?<![a-z0-9/.,-])(?P<d>\d{1,2}) ?- ?"
    rf"(?P<last>(?P<d2>\d{{1,2}})(?:(?:/|\.)(?P<m>\d{{1,2}})| ?thang ?(?P<word>{NUMBER})){_YEAR})"
    r"(?![a-z0-9]|[/.]\d)"
)
MONTHS: Final = form(
    rf"\b(?:tu )?thang (?P<m>{NUMBER}) ?{_TO} ?(?P<m2>{NUMBER})"
    rf"(?: ?[/-] ?(?P<z>\d{{4}})\b|{YEAR}){END}"
)
_DECEMBER: Final = 12


def borrowed(reading: Reading, match: Match[str]) -> Candidate | None:
    """`ngày 12 và 13/11`: the first of two days takes the month of the second."""
    year = year_of(match.groupdict(), reading.today)
    if match["said"]:
        if match["said"] == "sau" and not means_next(reading, match.span("said")):
            month = 6
        else:
            shift = MONTHS_OFF.get(match["said"], -1)
            year, month = shift_month(reading.today.year, reading.today.month, shift)
    else:
        month = to_int(match["m"] or match["word"]) or 0
    found = day_candidate(reading, match, day=int(match["d"]), month=month, year=year)
    return replace(found, end=match.end("d"))


def _hyphened(reading: Reading, match: Match[str], day: str) -> Candidate | None:
    number = int(match["d"]) < int(match["d2"])
    if not number or counts_more(reading, match.span()):
        return None
    month = to_int(match["m"] or match["word"]) or 0
    year = year_of(match.groupdict(), reading.today)
    found = day_candidate(reading, match, day=int(match[day]), month=month, year=year)
    return None if found.impossible else found


def hyphen_first(reading: Reading, match: Match[str]) -> Candidate | None:
    """`10-12/10/2026`: its first day."""
    found = _hyphened(reading, match, "d")
    return found and replace(found, end=match.end("d"))


def hyphen_last(reading: Reading, match: Match[str]) -> Candidate | None:
    """`10-12/10/2026`: its last day."""
    found = _hyphened(reading, match, "d2")
    return found and replace(found, start=match.start("last"))


def months(reading: Reading, match: Match[str]) -> Candidate | None:
    """`tháng 3-6/2025`: its first month, in the year of the second."""
    first, last = to_int(match["m"]), to_int(match["m2"])
    year = year_of(match.groupdict(), reading.today)
    if not first or not last or not year or not first <= _DECEMBER >= last:
        return None
    year -= first > last
    end = match.end("m")
    return Candidate(
        match.start(), end, date(year, first, 1), month_end(year, first), kind=Kind.SPAN
    )


FORMS: Final = (
    (BORROWED, borrowed),
    (HYPHENED, hyphen_first),
    (HYPHENED, hyphen_last),
    (MONTHS, months),
)
