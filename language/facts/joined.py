"""Cases told in one breath: behind `Còn …`, `ngoài ra …`, `và …`, or in another sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from language.all_dates import DateAt, find_dates
from language.facts.deeds import BRAVE, CARRY, COMBAT, OTHER_ACT, RESCUE
from language.facts.heard import Told
from language.facts.kind import read_kind
from language.facts.passage import Passage, Span, read_passage
from language.facts.whole import read_message
from language.marked import cue

_LONGEST: Final = 800
"""A longer text tells much of one case, and would be read too often."""
_ALL_OF_THEM: Final = re.compile(
    r"(?i)(?:(?<=khen)|(?<=xuất)|(?<=xuat)|(?<=cho)) c[ảa] (?:hai|ba|bốn|bon|[2-9])"
    r"(?= ?(?:[.,;?!]|$|được|duoc|đột|dot|có|co|thì|thi|ạ|a|nhé|nhe)(?!\w))"
)
_MOST_CUTS: Final = 12
_FEWEST: Final = 2
_STRONG: Final = cue(
    r"(?<!bà )(?<!vợ )(?<!mẹ )còn|ngoài ra|bên cạnh đó|thêm nữa|thêm vào đó|tiện thể|tiện đây"
    r"|cùng với đó|với lại"
    r"|một (?:vụ|việc|trường hợp|chuyện)(?: nữa| khác)"
)
_JOINT: Final = cue(r"và|đồng thời|rồi|cũng|sau đó|hôm sau")
_NEXT: Final = cue(
    r"(?:ngày|hôm|sáng|trưa|chiều|tối|đêm) (?:\d{1,2}|mùng|mồng)|anh|chị|ông|bà|đồng chí|đ/c|tổ|đội"
    r"|tập thể|dân quân"
)
_OTHER_DAY: Final = cue(
    r"(?:\w+ )?(?:đến |sang |vào )?(?:ngày|hôm|sáng|trưa|chiều|tối|đêm)"
    r" (?:\d{1,2}|mùng|mồng|kia|qua)"
)
# `có bị chuyển sang khen chuyên đề không`, `đã được khen chuyên đề`: none is proposed
_MEANT: Final = "".join(
    rf"(?<!{before} )(?<!{before} khen )"
    for before in ("sang", "thành", "hay", "không phải", "chứ không", "đã được", "từng được", "đã")
)
_AWARDS: Final = {
    "surprise": cue(rf"{_MEANT}(?:đột xuất|khen nóng|thưởng nóng)"),
    "thematic": cue(rf"{_MEANT}(?:chuyên đề|theo đợt)"),
    "revocation": cue(
        r"thu hồi|thu lại|hủy bỏ|huỷ bỏ|bị (?:\w+ ){0,3}?(?:kỷ luật|khởi tố|kết án|xử lý)"
    ),
}
_NAMES: Final = {
    "surprise": "khen đột xuất",
    "thematic": "khen chuyên đề",
    "revocation": "thu hồi khen thưởng",
}
# what asks for a number or a way is a question to the letters, no case
_ASKS: Final = cue(r"bao nhiêu|mấy|thế nào|ra sao|khi nào|bao giờ|ở đâu|gồm gì|những gì|cái gì")
_LEADS_OFF: Final = re.compile(f"{_ASKS.pattern}|{cue(r'(?:chuyển|đổi) sang').pattern}")
_DEEDS: Final = frozenset({"brave_rescue", "combat", "outside_duty"})
_ACTS: Final = (RESCUE, CARRY, BRAVE, COMBAT, OTHER_ACT)
_START: Final = re.compile(r"[ \n]*")
_EDGES: Final = " ,.;:-"


def joined_cases(passage: Passage, today: date) -> tuple[str, ...]:
    """The pieces, each of which tells a case of its own; empty where one is told at most.

    Cases are of different awards, or of deeds on different days.
    """
    named = read_kind(passage) if len(passage.text) <= _LONGEST else None
    if named is None:
        return ()
    awards = sum(1 for award in _AWARDS.values() for _ in award.finditer(passage.text))
    days = find_dates(passage.folded, today)
    few = awards < _FEWEST and len({one.first for one in days}) < _FEWEST
    if few and _STRONG.search(passage.text) is None:
        return ()
    pieces: list[str] = []
    end = len(passage.text)
    for cut in reversed(_cuts(passage)):
        left, right = Span(0, cut), Span(cut, end)
        if (
            _are_two_kinds(passage, left, right, today=today)
            or (not few and _are_two_awards(passage, left, right, today=today))
            or (
                _tells_other_day(passage, right, days)
                and _are_two_deeds(passage, left, right, today)
            )
        ):
            pieces.insert(0, _piece(passage, right))
            end = cut
    if not pieces:
        return ()
    pieces.insert(0, _piece(passage, Span(0, end)))
    return tuple(_with_award(text, named.value) for text in pieces)


def _cuts(passage: Passage) -> list[int]:
    """Where another case may begin: the last few places."""
    text = passage.text
    joints = {m.start() for sign in (_STRONG, _JOINT) for m in sign.finditer(text)}
    starts = {m.end() for one in passage.sentences if (m := _START.match(text, one.start))}
    nexts = {m.start() for m in _NEXT.finditer(text)}
    commas = {place for place in nexts if text[:place].endswith(", ")}
    return sorted(place for place in joints | starts | commas if place)[-_MOST_CUTS:]


def _are_two_awards(passage: Passage, left: Span, right: Span, *, today: date) -> bool:
    """Whether one side tells what one award is for, the other side what the other is for."""
    named = _award(passage, left), _award(passage, right)
    strongly = _STRONG.match(passage.text, right.start) is not None
    if None in named or (named[0] == named[1] and not (strongly and named[0] == "thematic")):
        return False
    first, second = (read_message(_piece(passage, side), today) for side in (left, right))
    if (first.kind, second.kind) != named or not all(map(_tells_of_award, (first, second))):
        return False
    if _ASKS.search(passage.text, *right):
        return False
    if named[0] == named[1]:
        return bool(first.facts["occasion"] != second.facts["occasion"])
    names = [_names(told) for told in (first, second)]
    return "revocation" not in named or (strongly and all(names) and names[0].isdisjoint(names[1]))


def _are_two_kinds(passage: Passage, left: Span, right: Span, *, today: date) -> bool:
    """Whether one side tells a deed and the other what is summed up: `còn hồ sơ tổng kết …`."""
    if _STRONG.match(passage.text, right.start) is None or _LEADS_OFF.search(passage.text, *right):
        return False
    pieces = [_piece(passage, side) for side in (left, right)]
    kinds = [read_kind(read_passage(piece)) for piece in pieces]
    if {one.value for one in kinds if one} != {"surprise", "thematic"}:
        return False
    return all(_tells_of_award(read_message(piece, today)) for piece in pieces)


def _tells_other_day(passage: Passage, right: Span, days: Sequence[DateAt]) -> bool:
    """Whether a deed is told there beside a day that is named for the first time."""
    before = {one.first for one in days if one.start < right.start}
    new = (one for one in days if right.holds(one.start) and one.first not in before)
    return bool(before) and any(_has_deed(passage, right, one) for one in new)


def _has_deed(passage: Passage, right: Span, day: DateAt) -> bool:
    start, end = passage.sentence(day.start)
    return any(sign.search(passage.text, max(start, right.start), end) for sign in _ACTS)


def _are_two_deeds(passage: Passage, left: Span, right: Span, today: date) -> bool:
    """Whether each side tells a deed, on two days; by whom, or on which day, is said anew."""
    second = read_message(_piece(passage, right), today, kind="surprise")
    if not _tells_deed(second):
        return False
    first = read_message(_piece(passage, left), today, kind="surprise")
    if not _tells_deed(first) or first.facts["achieved_on"] == second.facts["achieved_on"]:
        return False
    if _OTHER_DAY.match(passage.text, right.start):
        return True
    names = [_names(told) for told in (first, second)]
    strongly = _STRONG.match(passage.text, right.start) is not None
    return names[0].isdisjoint(names[1]) and (strongly or all(names))


def _award(passage: Passage, side: Span) -> str | None:
    """The one award that is named there."""
    named = [award for award, sign in _AWARDS.items() if sign.search(passage.text, *side)]
    return named[0] if len(named) == 1 else None


def _tells_of_award(told: Told) -> bool:
    if told.kind == "thematic":
        return "occasion" in told.facts
    if told.kind == "revocation":
        return "handling" in told.facts
    return any("ground" in one or "participants" in one for one in told.nominees)


def _tells_deed(told: Told) -> bool:
    grounds = {one.get("ground") for one in told.nominees}
    return "achieved_on" in told.facts and not grounds.isdisjoint(_DEEDS)


def _names(told: Told) -> set[Any]:
    return {one["name"] for one in told.nominees if one.get("name")}


def _piece(passage: Passage, span: Span) -> str:
    """The words there; `khen cả hai` is said of both cases, not of two persons in one."""
    return _ALL_OF_THEM.sub("", passage.piece(span).strip(_EDGES))


def _with_award(text: str, kind: str) -> str:
    """A piece that stands alone: with the award that is named of all of them."""
    return text if read_kind(read_passage(text)) else f"{text}, {_NAMES[kind]}"
