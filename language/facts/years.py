"""Years alone as dates: `giấy khen 2018`, `thành tích 2016-2020`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from language.all_dates import DateAt, find_dates
from language.facts.passage import Passage
from language.marked import cue

_SCHOOL: Final = cue(r"năm học")
_SPAN_OF_YEARS: Final = cue(
    r"(?:từ )?(?:năm )?(?P<first>(?:19|20)\d\d) ?(?:-|đến|tới|cho đến) ?(?:hết )?(?:năm )?"
    r"(?P<last>(?:19|20)\d\d)(?![/-]\d)"
)
_LIST_OF_YEARS: Final = cue(
    r"năm (?P<first>(?:19|20)\d\d)(?:, (?:năm )?(?:19|20)\d\d)*(?:,| và|, và) (?:năm )?"
    r"(?P<last>(?:19|20)\d\d)(?! ?[/-] ?\d)"
)
_YEAR: Final = cue(
    r"(?:đầu|cuối|giữa|hồi|khoảng|khen|luật|án)(?: năm)? (?P<year>(?:19|20)\d\d)(?! ?[/-] ?\d)"
)


def dates_with_years(passage: Passage, today: date) -> Iterator[DateAt]:
    """All dates, with years alone (`giấy khen 2018`, `2016-2020`), which are dates here."""
    years = [*_years(passage)]
    found = find_dates(passage.folded, today)
    whole = [one for one in years if not any(_overlap(one, other) for other in found)]
    wider = [one for one in years if any(_within(other, one) for other in found)]
    kept = [one for one in found if not any(_overlap(one, year) for year in wider)]
    yield from sorted((*kept, *whole, *wider), key=lambda one: one.start)


def _overlap(one: DateAt, other: DateAt) -> bool:
    return one.start < other.end and other.start < one.end


def _within(one: DateAt, other: DateAt) -> bool:
    """Whether the second reads more of the text than the first."""
    size = other.end - other.start > one.end - one.start
    return size and other.start <= one.start and one.end <= other.end


def _years(passage: Passage) -> Iterator[DateAt]:
    spans = (*_SPAN_OF_YEARS.finditer(passage.text), *_LIST_OF_YEARS.finditer(passage.text))
    for match in spans:
        first, last = int(match["first"]), int(match["last"])
        if first <= last and not _SCHOOL.search(passage.text[: match.start()][-8:]):
            days = date(first, 1, 1), date(last, 12, 31)
            yield DateAt(*match.span(), *days, precision="year")
    for match in _YEAR.finditer(passage.text):
        year = int(match["year"])
        days = date(year, 1, 1), date(year, 12, 31)
        yield DateAt(*match.span("year"), *days, precision="year")
