"""The days of a thematic case: the ceremony, the dossier at Sở Nội vụ, the achievement periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from language.all_dates import DateAt, find_dates
from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]


class Of(StrEnum):
    CEREMONY = "ceremony_on"
    DOSSIER = "dossier_arrived_on"
    HOLIDAY = "ceremony_holidays"
    PERIOD = "achievement"
    ACHIEVED = "achieved"
    REVIEW = "final_review"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Placed:
    """A date, what it is of, and the words that tell it."""

    day: DateAt
    of: Of
    cue: Span


_OFFICE: Final = r"(?:sở nội vụ|snv|sở nv|phòng nội vụ|sở)"
# the nearest before a date, else the first after it with no comma between
_BEFORE: Final = (
    (
        Of.CEREMONY,
        cue(
            r"(?:lễ|hội nghị|buổi|buổi lễ|hn) (?:trao|tôn vinh|khen thưởng|biểu dương|vinh danh|công bố"
            r"|tuyên dương)(?: \w+){0,4}|trao (?:thưởng|giải|bằng khen|giấy khen|khen|tặng)|trao"
            r"|ngày (?:trao|tổ chức lễ)|(?:dời|chuyển|lùi|đổi|hoãn|đẩy)(?: lễ| ngày)?"
            r" (?:sang|đến|tới|lên|xuống|lại)|dời|lùi|hoãn"
            r"|đại hội(?: \w+){0,8}? (?:tổ chức|diễn ra|khai mạc|vào|dự kiến)|lễ (?:kỷ niệm|tổng kết)"
            r"|tổ chức lễ"
        ),
    ),
    (
        Of.DOSSIER,
        cue(
            rf"(?:hồ sơ|hs)(?: \w+){{0,6}}? (?:tới|đến|gửi|nộp|mang|chuyển|sang|lên|về)(?: \w+){{0,2}}? ?{_OFFICE}?"
            rf"|(?:gửi|nộp|mang|chuyển|đưa|trình|đem)(?: (?:bộ|toàn bộ|đủ))? (?:hồ sơ|hs)(?: \w+){{0,3}}"
            rf"|(?:tới|đến|sang|gửi|nộp|lên|về|cho|qua) {_OFFICE}|hồ sơ|{_OFFICE} (?:đã )?nhận(?: được)?(?: hồ sơ)?"
        ),
    ),
    (Of.HOLIDAY, cue(r"(?:được )?nghỉ(?: lễ| bù| tết| phép)?|ngày nghỉ|ngày lễ|hoán đổi")),
    (
        Of.PERIOD,
        cue(
            r"(?:thời gian|thời điểm|mốc|giai đoạn|thời hạn) (?:để )?(?:lập|tính|xét|đạt)(?: thành tích)?"
            r"(?: (?:là|quy định|tính|ghi|xác định))*|(?:chỉ )?(?:tính|xét|lấy) thành tích"
            r"|thành tích (?:được )?(?:tính|xét)"
        ),
    ),
    (
        Of.ACHIEVED,
        cue(
            r"(?:thành tích|công trình|mô hình|việc|kết quả|sáng kiến)(?: \w+){0,9}? (?:lập|đạt|làm"
            r"|thực hiện|hoàn thành|có|ở|trong|vào|được|là|từ|thuộc)|lập (?:được )?thành tích|làm xong"
            r"|lập được|thành tích"
        ),
    ),
    (Of.REVIEW, cue(r"(?:hội nghị |lễ )?tổng kết(?: \w+){0,4}")),
    (
        Of.OTHER,
        cue(
            r"phát động|kết thúc|hết đợt|công văn|quyết định|thành lập|kỷ niệm|họp|chỉ thị|nghị định"
            r"|luật|ban hành|ký|hội nghị(?! trao)|sinh|kết luận|thanh tra|cstđ|năm học|thông báo|văn bản"
        ),
    ),
)
_AFTER: Final = (
    (
        Of.DOSSIER,
        cue(
            r"(?:\w+ ){0,4}?(?:mang|gửi|nộp|chuyển|đem|đưa)(?: \w+){0,3} (?:hồ sơ|hs|sang|tới|lên|cho|về|đến)"
            rf"|(?:sẽ |mới |đã |là |thì |kịp |có |dự kiến )*(?:tới|đến|sang|gửi|nộp|lên) {_OFFICE}"
            r"|(?:\w+ ){0,2}?(?:hồ sơ|hs)(?: \w+){0,4}? (?:tới|đến|sang|gửi|nộp|mới|có mặt|về|lên)"
            rf"|(?:\w+ ){{0,4}}?(?:mang|gửi|nộp|chuyển|đem) (?:\w+ ){{0,2}}{_OFFICE}|(?:mới )?(?:gửi|nộp)"
            rf"|(?:\w+ ){{0,3}}?{_OFFICE} (?:mới |đã )?nhận"
        ),
    ),
    (
        Of.CEREMONY,
        cue(
            r"(?:\w+ ){0,3}?(?:trao|tổ chức (?:trao|lễ)|làm lễ|là (?:lễ trao|ngày trao)|mở lễ|lễ trao)"
            r"(?: \w+)?"
        ),
    ),
    (Of.HOLIDAY, cue(r"(?:\w+ ){0,2}?(?:được )?nghỉ(?! hưu)|là ngày (?:nghỉ|lễ)")),
)
_MOVED: Final = cue(
    r"(?:dời|chuyển|lùi|đổi|hoãn|đẩy)(?: lễ| ngày)? (?:sang|đến|tới|lên|xuống|lại)|dời|lùi|hoãn"
)
_UNSET: Final = cue(
    r"(?:chưa|không) (?:chốt|định|ấn định|có|rõ|biết|xác định|lên)(?: \w+){0,3}? (?:ngày|lịch|hôm nào"
    r"|bao giờ|khi nào)(?: \w+){0,4}? (?:trao|lễ|hội nghị)(?: thưởng| trao)?"
    r"|(?:ngày|lịch|lễ) (?:trao|tổ chức)(?: \w+){0,4}? (?:chưa|không) (?:chốt|định|rõ|biết|có|ấn định)"
)
_REACH: Final = 140
_CLOSE: Final = 44


def placed_dates(passage: Passage, today: date) -> tuple[Placed, ...]:
    """Every date of the text with what it is of."""
    ahead = {d.start: d for d in find_dates(passage.folded, today, ahead=True)}
    found: list[Placed] = []
    for day in find_dates(passage.folded, today):
        near = _nearest(day, ahead.get(day.start), today)
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
    return last.to_next or re.fullmatch(r"[ ,]*(?:v\w|cung|den|toi|-|roi)?[ ,]*(?:th\w (?:\w+|\d)|nga\w|hom)?[ ,]*", gap) is not None


def _cue_before(passage: Passage, day: DateAt, last: Placed | None) -> tuple[Of, Span] | None:
    floor = max(passage.sentence(day.start).start, day.start - _REACH)
    if last is not None:
        floor = max(floor, last.day.end)
    best: tuple[int, int, Of, Span] | None = None
    for of, pattern in _BEFORE:
        for match in pattern.finditer(passage.text, floor, day.start):
            rank = (match.end(), match.end() - match.start())
            if best is None or rank > best[:2]:
                best = (*rank, of, match.span())
    return None if best is None else (best[2], best[3])


def _cue_after(passage: Passage, day: DateAt) -> tuple[Of, Span] | None:
    end = min(passage.sentence(day.start).end, day.end + _CLOSE)
    comma = passage.text.find(",", day.end, end)
    end = end if comma < 0 else comma
    for of, pattern in _AFTER:
        match = pattern.match(passage.text, day.end + 1, end)
        if match:
            return of, match.span()
    return None


def read_days(passage: Passage, today: date) -> Iterator[Heard]:
    """`ceremony_on`, `dossier_arrived_on`, `ceremony_holidays`, `achievement_from` and `…_to`."""
    found = placed_dates(passage, today)
    yield from _ceremony(passage, found)
    for one in found:
        if one.of is Of.DOSSIER and one.day.precision == "day":
            yield _heard("dossier_arrived_on", one.day.first, one)
    holidays = [p for p in found if p.of is Of.HOLIDAY]
    if holidays:
        days = [p.day.first.isoformat() for p in holidays]
        yield Heard("ceremony_holidays", days, tuple(s for p in holidays for s in (p.day.span, p.cue)))
    yield from _period(found, Of.PERIOD, "achievement")


def _ceremony(passage: Passage, found: Sequence[Placed]) -> Iterator[Heard]:
    days = [p for p in found if p.of is Of.CEREMONY and p.day.precision == "day"]
    unset = _UNSET.search(passage.text)
    if unset and not days:
        yield Heard("ceremony_on", None, (unset.span(),))
    moved = [p for p in days if _MOVED.search(passage.text, *p.cue)]
    for one in moved or days:
        yield _heard("ceremony_on", one.day.first, one)


def read_achieved(passage: Passage, today: date) -> Iterator[Heard]:
    """`achieved_from` and `achieved_to` of the nominee, as `nominees[0]`."""
    yield from _period(placed_dates(passage, today), Of.ACHIEVED, "nominees[0].achieved")


def _period(found: Sequence[Placed], of: Of, stem: str) -> Iterator[Heard]:
    told = [p for p in found if p.of is of]
    if not told:
        return
    first, last = told[0], told[-1] if len(told) > 1 else told[0]
    yield _heard(f"{stem}_from", first.day.first, first)
    yield _heard(f"{stem}_to", last.day.last, replace(last, cue=first.cue))


def _heard(path: str, day: date, one: Placed) -> Heard:
    return Heard(path, day.isoformat(), (one.day.span, one.cue))
