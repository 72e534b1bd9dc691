"""The days of a thematic case: the ceremony, the dossier at Sở Nội vụ, the achievement periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from language.all_dates import DateAt, find_dates
from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.thematic_day_words import AFTER, BEFORE, MOVED, UNSET, Of
from language.marked import cue

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A date, what it is of, and the words that tell it."""

    day: DateAt
    of: Of
    cue: Span


_REACH: Final = 140
_CLOSE: Final = 44
_MOST_OFF: Final = 15
_MOVED_TO: Final = cue(
    r"(?:dời|lùi|chuyển|đổi|hoãn|đẩy)(?: (?!không|chưa)[^ ,.;:?!]+){0,9}? (?:sang|đến|tới|qua|lên"
    r"|xuống|thành|vào)(?: (?:ngày|hôm|sáng|chiều|tối|thứ|chủ nhật|hai|ba|tư|năm|sáu|bảy|\d)){0,4}"
    r"[ ,]*$"
)
_FORMER: Final = cue(
    r"(?:lúc|ban|hồi|thoạt|mới) đầu|đầu tiên (?:định|dự kiến|tính)|trước (?:đây|đó|kia)"
    r"|(?:lịch|ngày|kế hoạch)(?: \w+){0,2} cũ"
)
_ONTO: Final = cue(
    r"[ ,]*(?:(?:được|đã|lại) )*(?:dời |lùi |chuyển |đổi )?(?:sang|thành|qua|lên|xuống|lại)"
    r"(?: (?:ngày|hôm|sáng|chiều|thứ \w+))*[ ,]*"
)


def placed_dates(passage: Passage, today: date) -> tuple[Placed, ...]:
    """Every date of the text with what it is of."""
    days = find_dates(passage.folded, today)
    loose = any(not d.has_year for d in days)
    ahead = find_dates(passage.folded, today, ahead=True) if loose else ()
    others = {d.start: d for d in ahead}
    found: list[Placed] = []
    for day in days:
        near = _nearest(day, others.get(day.start), today)
        found.append(_placed(passage, near, found[-1] if found else None))
    return tuple(found)


def _nearest(day: DateAt, other: DateAt | None, today: date) -> DateAt:
    """A day without year is the one nearest to today: what is spoken of is planned or just past."""
    if day.has_year or other is None or other.end != day.end:
        return day
    behind, before = abs((day.first - today).days), abs((other.first - today).days)
    return other if before < behind else day


def _placed(passage: Passage, day: DateAt, last: Placed | None) -> Placed:
    after = _cue_after(passage, day)
    before = _cue_before(passage, day, last)
    if after and (before is None or before[0] is Of.OTHER or _has_comma(passage, before[1], day)):
        return Placed(day, *after)
    if before is None and last is not None and _goes_on(passage, last.day, day):
        return Placed(day, last.of, last.cue)
    if before is None:
        return Placed(day, *(after or (Of.OTHER, day.span)))
    return Placed(day, *before)


def _has_comma(passage: Passage, told: Span, day: DateAt) -> bool:
    return "," in passage.text[told[1] : day.start]


def _goes_on(passage: Passage, last: DateAt, day: DateAt) -> bool:
    gap = passage.text[last.end : day.start]
    return (
        last.to_next
        or re.fullmatch(
            r"[ ,]*(?:v\w|cung|den|toi|-|roi)?[ ,]*(?:th\w (?:\w+|\d)|nga\w|hom)?[ ,]*", gap
        )
        is not None
    )


def _cue_before(passage: Passage, day: DateAt, last: Placed | None) -> tuple[Of, Span] | None:
    floor = max(passage.sentence(day.start).start, day.start - _REACH)
    if last is not None:
        floor = max(floor, last.day.end)
    best: tuple[int, int, Of, Span] | None = None
    for of, pattern in BEFORE:
        for match in pattern.finditer(passage.text, floor, day.start):
            rank = (match.end(), match.end() - match.start())
            if best is None or rank > best[:2]:
                best = (*rank, of, match.span())
    return None if best is None else (best[2], best[3])


def _cue_after(passage: Passage, day: DateAt) -> tuple[Of, Span] | None:
    end = min(passage.sentence(day.start).end, day.end + _CLOSE)
    comma = passage.text.find(",", day.end, end)
    end = end if comma < 0 else comma
    for of, pattern in AFTER:
        match = pattern.match(passage.text, day.end + 1, end)
        if match:
            return of, match.span()
    return None


def read_days(passage: Passage, found: Sequence[Placed]) -> Iterator[Heard]:
    """`ceremony_on`, `dossier_arrived_on`, `ceremony_holidays`, `achievement_from` and `…_to`."""
    yield from _ceremony(passage, found)
    for one in found:
        if one.of is Of.DOSSIER and one.day.precision == "day":
            yield _heard("dossier_arrived_on", one.day.first, one)
    holidays = [p for p in found if p.of is Of.HOLIDAY]
    if holidays:
        days = [d.isoformat() for d in _each(holidays)]
        yield Heard(
            "ceremony_holidays", days, tuple(s for p in holidays for s in (p.day.span, p.cue))
        )
    yield from _period(found, Of.PERIOD, "achievement")


def _each(found: Sequence[Placed]) -> Iterator[date]:
    """Each day off, those between two ends told among them."""
    for place, one in enumerate(found):
        yield one.day.first
        following = found[place + 1].day.first if place + 1 < len(found) else None
        last = following if one.day.to_next and following else one.day.last + timedelta(days=1)
        between = (last - one.day.first).days
        if between <= _MOST_OFF:
            yield from (one.day.first + timedelta(days=n) for n in range(1, between))


def _ceremony(passage: Passage, found: Sequence[Placed]) -> Iterator[Heard]:
    days = [p for p in found if p.of is Of.CEREMONY and p.day.precision == "day"]
    unset = UNSET.search(passage.text)
    if unset and not days:
        yield Heard("ceremony_on", None, (unset.span(),))
    moved = [p for p in days if MOVED.search(passage.text, *p.cue) or _is_moved(passage, p)]
    told = moved or [p for p in days if not _is_former(passage, p)] or days
    left = {a.day.start for a, b in pairwise(told) if _moves_on(passage, a.day, b.day)}
    for one in told:
        if one.day.start not in left:
            yield _heard("ceremony_on", one.day.first, one)


def _is_moved(passage: Passage, one: Placed) -> bool:
    """`lùi lễ trao bằng khen sang thứ Năm 28/11`: a word of moving, then the new day."""
    floor = max(passage.clause(one.day.start).start, one.day.start - _REACH)
    return _MOVED_TO.search(passage.text[floor : one.day.start]) is not None


def _is_former(passage: Passage, one: Placed) -> bool:
    """`lúc đầu định trao ngày 20/11`: it was so once."""
    clause = passage.clause(one.day.start)
    return _FORMER.search(passage.text, clause.start, one.day.start) is not None


def _moves_on(passage: Passage, first: DateAt, second: DateAt) -> bool:
    """`dời từ 20/12 sang 31/12`: it is no longer on the first."""
    return _ONTO.fullmatch(passage.text[first.end : second.start]) is not None


def read_achieved(found: Sequence[Placed]) -> Iterator[Heard]:
    """`achieved_from` and `achieved_to` of the nominee, as `nominees[0]`."""
    yield from _period(found, Of.ACHIEVED, "nominees[0].achieved")


def _period(found: Sequence[Placed], of: Of, stem: str) -> Iterator[Heard]:
    told = [p for p in found if p.of is of]
    if not told:
        return
    first, last = told[0], told[-1] if len(told) > 1 else told[0]
    yield _heard(f"{stem}_from", first.day.first, first)
    yield _heard(f"{stem}_to", last.day.last, replace(last, cue=first.cue))


def _heard(path: str, day: date, one: Placed) -> Heard:
    return Heard(path, day.isoformat(), (one.day.span, one.cue))
