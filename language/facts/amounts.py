"""How many of a body's own people took part, and how many in all, as far as it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from language.counts import read_fraction
from language.facts.groups import Group, Part, Span, groups
from language.facts.passage import Passage
from language.marked import cue

_ALONE: Final = cue(
    r"(?:không|chẳng|chả|ko|k|hông|không hề|đâu)(?: (?:còn|có|một|thêm|ai|huy động))*"
    r"(?: (?:lực lượng|đơn vị|người|cơ quan|bên))? (?:nào|ai|gì)?(?: nào)? ?(?:khác|nữa)"
    r"(?! (?:bị|mắc|thương|cứu))"
    r"|(?:không|chẳng|ko)(?: (?:còn|có))* ai(?: (?:khác|cùng|tham gia|hỗ trợ|giúp"
    r"|phối hợp))+(?! bị)"
    r"|(?:không|chẳng|ko) còn ai|lực lượng duy nhất|duy nhất (?:đội|tổ|đơn vị)"
    r"|chỉ có (?:một |mỗi |riêng )?(?:đội|tổ|đơn vị|nhóm|chi đoàn|lực lượng|anh em)"
    r"(?: (?:này|đó|của|mình|em|bên em|bên mình))*"
)
_NOT_COUNTED: Final = cue(
    r"(?:chưa|không|chẳng|ko|k|chưa ai|không ai) (?:thống kê|đếm|nắm|rõ|biết|nhớ|có số liệu"
    r"|xác định"
    r"|tổng hợp|tính|ghi|nêu|chốt|kiểm đếm|báo cáo|liệt kê)(?: (?:được|chính xác|rõ|hết|lại|kịp"
    r"|đủ))*"
    r"(?P<what>[^.;,?]{0,60})"
    r"|(?:số|lực lượng|tổng)(?!\w)[^.;,\d]{0,40}(?:chưa|không)(?: ai)? (?:đếm|thống kê|rõ|biết"
    r"|nắm|có)"
)
_VAGUE: Final = cue(
    r"(?:cùng|cùng với|thêm|với|và|phối hợp với|hỗ trợ|có)(?: (?:cả|khoảng|thêm|có|của))*"
    r" (?:chục|mấy|nhiều|một số|vài|đông đảo|hàng chục|hàng trăm|bà con|nhân dân|người dân"
    r"|quần chúng|rất đông|đông)"
)
_OF_PEOPLE: Final = cue(
    r"bao nhiêu|tổng|số người|lực lượng|quân số|số lượng|mấy người|con số|chính xác|mấy đồng chí"
)
_OF_OWN: Final = cue(
    r"(?:đội|tổ|phòng|ban|trạm|đơn vị|của mình|bên em|chi đoàn|trường|xã)(?!\w)[^.;,]{0,20} có"
)
_SHARE: Final = re.compile(
    r"(?<![\w/,.])(?P<share>2/3|3/4|1/2|4/5|3/5|(?:hai|ba|bon|mot) phan (?:ba|tu|nam|hai)"
    r"|mot nua|\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phan tram))"
    r" (?:(?:trong so do |so do |so nguoi |luc luong )?(?:la|cua|thuoc) |nguoi cua )"
)
_MAKES_UP: Final = re.compile(
    r"(?<!\w)(?:rieng|trong do)(?!\w)[^.;\d]{0,60}(?<!\w)chiem (?:dung |du |tron )?"
    r"(?P<share>2/3|3/4|1/2|4/5|3/5|(?:hai|ba|bon|mot) phan (?:ba|tu|nam|hai)"
    r"|mot nua|\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phan tram))(?!\w)"
)
_TOOK_PART: Final = cue(r"(?:cùng |đã |trực tiếp )*(?:tham gia|vào|có mặt|xông|lội|chung tay)")
_TOTAL_WORD: Final = cue(r"tổng|tất cả|cả thảy|toàn bộ")
_GOES_ON: Final = re.compile(r",| va | cung | voi ")
_NEAR: Final = 40
_NO_NAME: Final = frozenset({"tap", "the", "ca", "toan", "bo", "cua", "co", "xa", "huyen"})
_OURS: Final = cue(r"chúng tôi|bên em|bên tôi|của em|của tôi|của mình|đơn vị em|cơ quan em|phía em")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people; None where it is said that it is not known."""

    value: int | None
    spans: tuple[Span, ...]
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Forces:
    """`own`: a body's own people who took part; `total`: all of all forces.

    `is_pair`: told as the part of a whole.
    """

    own: Amount | None = None
    total: Amount | None = None
    is_pair: bool = False


def forces(passage: Passage, body: str = "", *, dates: Sequence[Span] = ()) -> Forces:
    """The counts of rescuers; `body`: words of the body proposed, to tell its own people by.

    `dates`: stretches that are dates, and hold no counts.
    """
    found = groups(passage, dates)
    own = _own(passage, found, body)
    total = _total(passage, found, own)
    uncounted = _uncounted(passage)
    whole_first = own is None or (own.of is None and not _has(found, Part.TOTAL, Part.OTHER))
    if total is None and whole_first and (shared := _share(passage, found)):
        return shared
    if total is None and uncounted is not None:
        total = Amount(None, (uncounted,))
    elif total is not None and uncounted is not None:
        total = replace(total, spans=(*total.spans, uncounted), is_about=True)
    if total is not None and own is None and (shared := _share(passage, found)):
        return Forces(shared.own, total, is_pair=True)
    if own is None:
        return Forces(None, total)
    amount = Amount(own.number, (own.span,), own.is_about)
    return Forces(amount, total, is_pair=own.of is not None or _has(found, Part.TOTAL))


def _has(found: Sequence[Group], *parts: Part) -> bool:
    return any(group.part in parts for group in found)


def _own(passage: Passage, found: Sequence[Group], body: str) -> Group | None:
    """The body's own group: the one that more of its name stands beside, else the first."""
    parts = (Part.OWN, Part.OTHER)
    mine = [group for group in found if group.part in parts]
    words = {"ours", *re.findall(r"[^\W\d_]{2,}", body)} - _NO_NAME
    if len(mine) > 1 and words:
        return max(mine, key=lambda group: len(words & _around(passage, found, group)))
    first = [group for group in mine if group.part is Part.OWN]
    return first[0] if first else None


def _around(passage: Passage, found: Sequence[Group], group: Group) -> set[str]:
    """The words beside a group, so far as they are not another group's."""
    start, end = group.span
    low = max(
        [
            passage.sentence(start).start,
            start - _NEAR,
            *(g.span[1] for g in found if g.span[1] <= start),
        ]
    )
    high = min(
        [end + _NEAR, passage.sentence(start).end, *(g.span[0] for g in found if g.span[0] >= end)]
    )
    ended = _GOES_ON.search(passage.folded.text, end, high)
    near = passage.folded.text[low : ended.start() if ended else high]
    if _OURS.search(passage.text, low, high):
        near += " ours"
    return set(re.findall(r"[^\W\d_]{2,}", near))


def _total(passage: Passage, found: Sequence[Group], own: Group | None) -> Amount | None:
    """All of all forces: as told, or the rescuers added up where there were no others."""
    others = [g for g in found if g.part in (Part.OWN, Part.OTHER) and g is not own]
    if not _has(found, Part.OTHER):
        others = []
    told = [group for group in found if group.part is Part.TOTAL]
    by_word = [group for group in told if _is_by_word(passage, group)]
    told = by_word or [group for group in told if not (group.is_staff and others)]
    if told:
        spans = tuple(group.span for group in told)
        agree = len({group.number for group in told}) == 1
        return Amount(told[0].number, spans, any(g.is_about for g in told)) if agree else None
    if own is None:
        return None
    whole = _whole(passage, found, own)
    if whole is not None:
        return Amount(whole.number, (whole.span,), whole.is_about)
    if own.of is not None and not (own.is_staff or others):
        return Amount(own.of, (own.span,), own.is_about)
    return _added_up(passage, own, others)


def _added_up(passage: Passage, own: Group, others: Sequence[Group]) -> Amount | None:
    if _VAGUE.search(passage.text):
        return None
    if others:
        spans = (own.span, *(group.span for group in others))
        about = own.is_about or any(group.is_about for group in others)
        return Amount(own.number + sum(group.number for group in others), spans, about)
    alone = _ALONE.search(passage.text)
    return Amount(own.number, (own.span, alone.span()), own.is_about) if alone else None


def _whole(passage: Passage, found: Sequence[Group], own: Group) -> Group | None:
    """`có 21 người tham gia. Đội góp 14`: people of no body, told before, who are more."""
    for group in found:
        if group is own or group.part is not Part.OWN or group.number < own.number:
            continue
        after = passage.text[group.span[1] : group.span[1] + _NEAR].lstrip()
        if group.span < own.span and group.of is None and _TOOK_PART.match(after):
            return group
    return None


def _is_by_word(passage: Passage, group: Group) -> bool:
    clause = passage.clause(group.span[0])
    before = passage.text[max(clause.start, group.span[0] - _NEAR) : group.span[0]]
    return bool(_TOTAL_WORD.search(before))


def _uncounted(passage: Passage) -> Span | None:
    for match in _NOT_COUNTED.finditer(passage.text):
        if _OF_PEOPLE.search(match[0]):
            return match.span()
    return None


def _share(passage: Passage, found: Sequence[Group]) -> Forces | None:
    """`trong 30 người thì hai phần ba là của đội`: the part worked out where it comes out whole."""
    told = [group for group in found if group.part is Part.TOTAL]
    match = _SHARE.search(passage.folded.text)
    if not told:
        told = [group for group in found if group.part is Part.OWN and group.of is None]
        match = _MAKES_UP.search(passage.folded.text)
    if match is None or len(told) != 1:
        return None
    share = read_fraction(passage.piece(match.span("share")))
    part = None if share is None else Fraction(told[0].number) * share
    if part is None or part.denominator != 1 or part > told[0].number:
        return None
    total = Amount(told[0].number, (told[0].span,), told[0].is_about)
    own = Amount(int(part), (match.span("share"), told[0].span), told[0].is_about)
    return Forces(own, total, is_pair=True)
