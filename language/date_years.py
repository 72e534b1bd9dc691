"""Quarters, halves and years: quý III, 6 tháng đầu năm, năm 2024, năm ngoái."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from re import Match
from typing import Final

from language.date_context import counts_back
from language.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    Candidate,
    ImpossibleReason,
    Reading,
    form,
    month_end,
)
from language.date_spans import impossible, span, yearless
from language.date_written import END, YEAR, YEAR_WORD, year_of

_WORDS: Final = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_ORDER: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, **_WORDS}
_NUMBER: Final = r"iii|ii|iv|i|[1-4]|mot|hai|ba|bon|tu"
QUARTER: Final = form(
    rf"\b(?:(?P<part>dau|giua|cuoi) )?quy (?P<q>{_NUMBER})"
    rf"(?:,? ?[/-]? ?(?P<z>\d{{4,6}})\b|{YEAR})?(?! lan\b){END}"
)
# quý I, II/2025: the year stands with the last
_YEAR_LATER: Final = re.compile(
    rf"(?:(?:, ?| va | den | - ?|-)(?:quy )?(?:{_NUMBER})){{1,3}} ?(?:/|,? nam ) ?(\d{{4}})\b"
)
QUARTER_SAID: Final = form(rf"\bquy (?P<said>truoc|nay|sau|toi|vua roi|vua qua|roi){END}")
HALF: Final = form(
    r"\b(?P<n>(?:[369]|ba|sau|chin) thang|nua) (?P<half>dau|cuoi) (?:cua )?nam"
    rf"(?: (?P<y>\d{{4}})| {YEAR_WORD})?(?![a-z0-9])"
)
YEAR_ONLY: Final = form(
    r"\b(?:(?P<part>dau|giua|cuoi) )?(?:nam (?:(?P<y>(?:19|20|21)\d{2,4})|"
    rf"{YEAR_WORD})|(?P<next>sang nam))(?![a-z0-9]|[-/]\d)"
)
# tổng kết cuối năm is said of any year, hồi đầu năm of one
YEAR_PART: Final = form(
    r"(?:^|\b(?:hoi|khoang|tu|vao|ngay|dip) )(?P<part>dau|cuoi) nam"
    r"(?! (?:hoc|dau|cuoi|\d))(?![a-z0-9])"
)
BARE_YEAR: Final = form(r"^(?P<y>(?:19|20|21)\d\d)$")
_PLACE: Final = {"dau": 0, "giua": 1, "cuoi": 2}
_MONTHS: Final = {"3": 3, "ba": 3, "6": 6, "sau": 6, "9": 9, "chin": 9, "nua": 6}
_SHIFTS: Final = {"nay": 0, "sau": 1, "toi": 1}
_PARTS: Final = {"dau": (1, 4), "giua": (5, 8), "cuoi": (9, 12)}


def quarter(reading: Reading, match: Match[str]) -> Candidate | None:
    raw = match["q"]
    later = _YEAR_LATER.match(reading.text, match.end())
    year = year_of(match.groupdict(), reading.today)
    if year is None and later:
        year = int(later[1])
    if year is None and raw in _WORDS and not reading.has_marks():  # quý bà, quỹ, quy tụ
        return None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    number = int(raw) if raw.isdigit() else _ORDER[raw]
    settled = year or yearless(reading, number * 3 - 2, None)[0].year
    found = _quarter(match, settled, number, part=match["part"])
    return replace(found, year_open=year is None)


def _quarter(match: Match[str], year: int, number: int, *, part: str | None) -> Candidate:
    first, last = number * 3 - 2, number * 3
    if part is not None:
        first = last = first + _PLACE[part]
    return span(match, date(year, first, 1), month_end(year, last))


def quarter_said(reading: Reading, match: Match[str]) -> Candidate | None:
    today = reading.today
    whole = today.year * 4 + (today.month - 1) // 3 + _SHIFTS.get(match["said"], -1)
    return _quarter(match, whole // 4, whole % 4 + 1, part=None)


def half(reading: Reading, match: Match[str]) -> Candidate | None:
    """`6 tháng đầu năm`, `9 tháng đầu năm 2025`, `nửa cuối năm`."""
    year = year_of(match.groupdict(), reading.today) or reading.today.year
    count = _MONTHS[match["n"].removesuffix(" thang")]
    if match["half"] == "dau":
        return span(match, date(year, 1, 1), month_end(year, count))
    return span(match, date(year, 13 - count, 1), date(year, 12, 31))


def whole_year(reading: Reading, match: Match[str]) -> Candidate | None:
    groups = match.groupdict()
    year = reading.today.year + 1 if groups.get("next") else year_of(groups, reading.today)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return impossible(reading, match, ImpossibleReason.NO_SUCH_YEAR)
    if groups.get("year_word") and (counts_back(reading, match) or not _is_year(reading, match)):
        return None
    first, last = _PARTS.get(groups.get("part") or "", (1, 12))
    return span(match, date(year, first, 1), month_end(year, last))


def _is_year(reading: Reading, match: Match[str]) -> bool:
    """`năm sau` is a year; `năm sáu người` and `năm tối` are not, nor most of bare `nam toi`."""
    if match["year_word"] not in ("sau", "toi"):
        return True
    if reading.has_marks():
        return reading.folded.piece(*match.span("year_word")).lower() in ("sau", "tới")
    return not re.match(r" ?[a-z0-9]", reading.after(match.end()))


def year_part(reading: Reading, match: Match[str]) -> Candidate:
    """`đầu năm` alone: this year's, or (not ahead) the last one's where that has not begun."""
    year, (first, last) = reading.today.year, _PARTS[match["part"]]
    if not reading.ahead and reading.today < date(year, first, 1):
        year -= 1
    return span(match, date(year, first, 1), month_end(year, last))


FORMS: Final = (
    (HALF, half),
    (QUARTER, quarter),
    (QUARTER_SAID, quarter_said),
    (YEAR_ONLY, whole_year),
    (YEAR_PART, year_part),
    (BARE_YEAR, whole_year),
)
