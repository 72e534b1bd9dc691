"""The days of a past award, each by the words near it: decided, achieved, violated, handled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from language.all_dates import DateAt
from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.facts.revocation_cues import ROLES
from language.facts.years import dates_with_years
from language.marked import cue

_BEHIND: Final = 6
"""A cue behind its date must be so many letters nearer than one before it."""
_OWN_DATE: Final = 40
# `vi phạm ngày 10/11 và bị kỷ luật ngày 22/2`, `tặng ngày 10/2 cho thành tích 2013-2015`
_BEGINS_ANEW: Final = cue(r"và|rồi|sau đó|cho|vì|do|về|theo|với|nhưng|đến")
_SAME_YEAR: Final = cue(r"(?:trong |cùng |cũng )*năm (?:đó|ấy)|cùng năm")
_BOTH: Final = cue(r"(?:cùng|cũng|đều)(?: trong| vào)? ?$")
_ACT: Final = cue(r"(?!và|đến|thì|là|cho|của)\w+ \w+")
_WHEN: Final = cue(
    r"(?:từ )?(?:ngày|năm|tháng|lúc|khi|hồi|thời gian|thời điểm) nào|bao giờ|khi nào|lúc nào"
)
_NOT_KNOWN: Final = cue(
    r"(?:không|chưa|ko|chẳng)(?: ai| thấy)? (?:rõ|biết|nhớ|ghi|tra|xác định|nắm|tìm)"
    r"(?: (?:được|thấy|rõ))?"
)
_FACT: Final = {"award": "decided_on", "violated": "violated_on", "handled": "handled_on"}
_ABSENT: Final = object()
_PERIOD: Final = ("achievement_from", "achievement_to")


class _Cue(NamedTuple):
    start: int
    end: int
    role: str


class _Told(NamedTuple):
    """A date, what it is of, and the words that tell so."""

    role: str
    at: DateAt
    words: tuple[int, int]


def read_days(passage: Passage, today: date) -> Iterator[Heard]:
    """Every day that is told or said to be not known; told two ways, it is not sure."""
    cues = [*_cues(passage)]
    dates = [*dates_with_years(passage, today)]
    told = [*_told(passage, dates, cues)]
    heard = [
        *(h for role in _FACT for h in _one(role, [one for one in told if one.role == role])),
        *_period([one for one in told if one.role == "period"]),
    ]
    yield from heard
    known = {one.path: one.value for one in heard}
    later = [
        *_same_year(passage, dates, cues),
        *_together(passage, told, cues),
        *_not_known(passage, cues),
    ]
    # what is told twice stands on both: without the first it would be read from the second
    for one in later:
        is_new = one.path.removesuffix("_precision") not in known
        if is_new or known.get(one.path, _ABSENT) == one.value:
            yield one


def _cues(passage: Passage) -> Iterator[_Cue]:
    for role, pattern in ROLES.items():
        for match in pattern.finditer(passage.text):
            yield _Cue(match.start(), match.end(), role)


def _told(passage: Passage, dates: Sequence[DateAt], cues: Sequence[_Cue]) -> Iterator[_Told]:
    last: _Told | None = None
    for at in dates:
        if last is not None and (last.at.to_next or _is_beside(passage, last.at, at)):
            last = _Told(last.role, at, last.words)
        else:
            near = _nearest(passage, at, cues)
            last = _Told(near.role, at, near[:2]) if near else None
        if last is not None:
            yield last


def _is_beside(passage: Passage, first: DateAt, second: DateAt) -> bool:
    """`năm học 2021-2022 (05/9/2021 đến 31/5/2022)`: the second tells the first more exactly."""
    return passage.text[first.end : second.start].strip() in ("(", "tức", "tuc", "-", ":")


def _nearest(passage: Passage, at: DateAt, cues: Sequence[_Cue]) -> _Cue | None:
    """The cue that a date hangs on: of its clause, else of its sentence."""
    clause, sentence = passage.clause(at.start), passage.sentence(at.start)
    near = _near(passage, at, [one for one in cues if clause.holds(one.start)])
    if near:
        return min(near)[1]
    later = [
        one for one in cues if one.role == "handled" and clause.end <= one.start < sentence.end
    ]
    sides = ((clause.start, at.start), (at.end, clause.end))
    if later and any(_ACT.search(passage.text, *side) for side in sides):
        # whatever was done before somebody was dealt with is what he was dealt with for
        return _Cue(*_trimmed(passage, clause), "violated")
    near = _near(passage, at, [one for one in cues if sentence.holds(one.start)])
    return min(near)[1] if near else None


def _near(passage: Passage, at: DateAt, cues: Sequence[_Cue]) -> list[tuple[int, _Cue]]:
    """Cues by how far they stand from a date; none across a colon."""
    found: list[tuple[int, _Cue]] = []
    for one in cues:
        start, end = sorted((one.start, one.end, at.start, at.end))[1:3]
        if ":" not in passage.text[start:end] and not (one.start < at.end and at.start < one.end):
            behind = one.start >= at.end
            further = _OWN_DATE if behind and _BEGINS_ANEW.search(passage.text, start, end) else 0
            found.append((end - start + further + (_BEHIND if behind else 0), one))
    return found


def _trimmed(passage: Passage, clause: Span) -> tuple[int, int]:
    words = passage.text[clause.start : clause.end]
    start = clause.start + len(words) - len(words.lstrip(" ,"))
    return start, clause.start + len(words.rstrip(" ,"))


def _one(role: str, told: Sequence[_Told]) -> Iterator[Heard]:
    """The most exact of the days told of one event; the others must agree with it."""
    if not told:
        return
    best = min(told, key=lambda one: (one.at.last - one.at.first, one.at.start))
    agree = all(one.at.first <= best.at.last and best.at.first <= one.at.last for one in told)
    spans = tuple(span for one in told for span in (one.at.span, one.words))
    yield from _day(_FACT[role], best.at, spans, sure=agree)


def _day(
    fact: str, at: DateAt, spans: tuple[tuple[int, int], ...], *, sure: bool = True
) -> Iterator[Heard]:
    yield Heard(fact, at.first.isoformat(), spans, sure=sure)
    if at.precision != "day":
        yield Heard(f"{fact}_precision", at.precision, spans, sure=sure)


def _period(told: Sequence[_Told]) -> Iterator[Heard]:
    """From the first to the last day; of a year and its exact days, the exact ones."""
    spans = tuple(span for one in told for span in (one.at.span, one.words))
    ranges = [
        (
            one.at.first,
            told[place + 1].at.last if one.at.to_next and told[place + 1 :] else one.at.last,
        )
        for place, one in enumerate(told)
        if not (place and told[place - 1].at.to_next)
    ]
    if ranges:
        first, last = min(ranges, key=lambda one: one[1] - one[0])
        yield Heard("achievement_from", first.isoformat(), spans)
        yield Heard("achievement_to", last.isoformat(), spans)


def _same_year(passage: Passage, dates: Sequence[DateAt], cues: Sequence[_Cue]) -> Iterator[Heard]:
    """`cũng trong năm đó`: the year of the date before it."""
    for match in _SAME_YEAR.finditer(passage.text):
        before = [at for at in dates if at.end <= match.start()]
        over = [at for at in dates if at.start < match.end() and match.start() < at.end]
        if not before or over or before[-1].first.year != before[-1].last.year:
            continue
        first = date(before[-1].first.year, 1, 1)
        last = date(first.year, 12, 31)
        at = DateAt(match.start(), match.end(), first, last, precision="year")
        near = _nearest(passage, at, cues)
        if near and near.role in _FACT:
            yield from _day(_FACT[near.role], at, (match.span(), before[-1].span, near[:2]))


def _together(passage: Passage, told: Sequence[_Told], cues: Sequence[_Cue]) -> Iterator[Heard]:
    """`vi phạm, bị khiển trách cùng trong năm 2014`: one date for the act and what came of it."""
    for one in told:
        if one.role != "handled" or not _BOTH.search(passage.text[: one.at.start][-16:]):
            continue
        sentence = passage.sentence(one.at.start)
        acts = [
            each[:2]
            for each in cues
            if each.role == "violated" and sentence.start <= each.start < one.at.start
        ]
        if acts:
            yield from _day("violated_on", one.at, (one.at.span, acts[-1]))


def _not_known(passage: Passage, cues: Sequence[_Cue]) -> Iterator[Heard]:
    """`không rõ bị kỷ luật năm nào`: asked for, and said to be not known."""
    for match in _NOT_KNOWN.finditer(passage.text):
        sentence = passage.sentence(match.start())
        for when in _WHEN.finditer(passage.text, match.end(), sentence.end):
            near = [one for one in cues if sentence.start <= one.start and one.end <= when.start()]
            if not near:
                continue
            role = max(near, key=lambda one: one.end).role
            for fact in _PERIOD if role == "period" else (_FACT.get(role, ""),):
                if fact:
                    yield Heard(fact, None, (match.span(), when.span()))
