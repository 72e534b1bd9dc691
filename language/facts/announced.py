"""Cases that a message says it has so many of: `Có 2 việc: …; còn hồ sơ …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from language.facts.heard import Told
from language.facts.passage import Passage, Span
from language.facts.whole import read_message
from language.marked import cue
from language.numbers import to_int

_LONGEST: Final = 2000
_MOST_CUTS: Final = 12
_LEAST: Final = 20
"""Letters of a piece that tells a case."""
_MOST: Final = 9
_ANNOUNCES: Final = cue(
    r"[ ]*(?:(?:dạ|thưa|chào|kính|anh|chị|em|a|e|ad|admin|cho|tôi|mình|bọn|chúng|bên|xã|phòng"
    r"|đơn vị|huyện|ơi|ạ|nay|hôm nay|hiện|đang|có|hỏi|xin|muốn|cần|nhờ|báo cáo|trình|gửi|vướng|xem"
    r"|giúp|nhé|tư vấn|xử lý|luôn|cùng lúc|một lúc|thì|lại)(?!\w)[ ,.!]*){0,12}"
    r"(?P<count>\d|hai|ba|bốn|năm|mấy|vài|nhiều) (?:việc|vụ việc|vụ|trường hợp|chuyện|hồ sơ|ca)"
    r"(?: (?:cần|muốn|xin|nhờ|hỏi|tư vấn|xem|giúp|khác nhau|này|như sau|sau|ạ|nhé|nha|chị|anh|em|hộ"
    r"|thế này|như này|cùng|lúc|luôn|khen|khen thưởng|đề nghị|đang|vướng))*[ ]*[:.;,\n-]"
)
_BEGINS: Final = cue(
    r"còn|ngoài ra|bên cạnh đó|thêm nữa|tiện thể|với lại|hai là|ba là|thứ hai|thứ ba|tiếp theo"
    r"|(?:cái|việc|vụ|trường hợp|hồ sơ|ca)(?: thứ| số)? (?:hai|ba|2|3|nữa|kia|khác|còn lại)"
    r"|một (?:việc|vụ|cái|hồ sơ|trường hợp) (?:nữa|khác|là)"
)
_JOINT: Final = cue(r"và|rồi")
_NUMBER: Final = re.compile(r"(?<=[ ;,.])(?:[2-9][.)/]|[b-d][.)]|[-•*+])(?= ?[^\W\d])")
_EDGES: Final = " ,.;:-\n"


def announced_cases(passage: Passage, today: date) -> tuple[str, ...]:
    """The pieces, as many as were announced and each a case; empty where they are not found."""
    start = _ANNOUNCES.match(passage.text) if len(passage.text) <= _LONGEST else None
    if start is None:
        return ()
    count = to_int(start["count"])
    whole = Span(start.end(), len(passage.text))
    spans = list(_apart(passage, whole, today=today, most=count or _MOST))
    if len(spans) < 2 or (count is not None and len(spans) != count):  # noqa: PLR2004
        return ()
    return tuple(_piece(passage, span) for span in spans)


def _apart(passage: Passage, whole: Span, *, today: date, most: int) -> Iterator[Span]:
    begin, found = whole.start, 1
    for cut in _cuts(passage, whole):
        left, right = Span(begin, cut), Span(cut, whole.end)
        if found < most and _are_two(passage, left, right, today=today):
            yield left
            begin, found = cut, found + 1
    yield Span(begin, whole.end)


def _cuts(passage: Passage, whole: Span) -> list[int]:
    """Where another of them may begin: the first few places."""
    places = {one.start for one in passage.sentences if whole.holds(one.start)}
    for sign in (_NUMBER, _BEGINS, _JOINT):
        places |= {match.start() for match in sign.finditer(passage.text, *whole)}
    return sorted(places - {whole.start})[:_MOST_CUTS]


def _are_two(passage: Passage, left: Span, right: Span, *, today: date) -> bool:
    """Whether each side tells a case, and they are not one and the same."""
    pieces = [_piece(passage, side) for side in (left, right)]
    if any(len(piece) < _LEAST for piece in pieces):
        return False
    first, second = (read_message(piece, today) for piece in pieces)
    if not (_tells(first) and _tells(second)):
        return False
    if first.kind != second.kind:
        return True
    names = [{one["name"] for one in told.nominees if one.get("name")} for told in (first, second)]
    if all(names) and names[0].isdisjoint(names[1]):
        return True
    days = [told.facts.get("achieved_on") for told in (first, second)]
    return all(days) and days[0] != days[1]


def _tells(told: Told) -> bool:
    return told.kind is not None and bool(told.facts or any(told.nominees))


def _piece(passage: Passage, span: Span) -> str:
    return passage.piece(span).strip(_EDGES)
