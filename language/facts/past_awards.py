"""What is told of awards given before: their day, form, level and deed are not this case's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from language.facts.deeds import DEED
from language.facts.passage import Passage, joined
from language.marked import cue

Span = tuple[int, int]

_PRIZE: Final = (
    r"(?:bằng khen|giấy khen|huân chương|huy chương|danh hiệu|thư khen|khen thưởng|khen"
    r"|tặng thưởng|thưởng|bk|gk|kỷ niệm chương|tuyên dương|biểu dương|bằng lao động sáng tạo)"
)
_COUNT: Final = r"(?: (?:một|hai|ba|mấy|nhiều|\d+|01|02|cái|tấm|chiếc|lần))*"
_NOT_ASKED: Final = (
    r"(?: (?!đề|trình|xin|xét|xem|làm|chưa|không|gửi|cứu|nay|giờ|bây|đợt|lần"
    r"|đồng|thống|nhất trí|chấp|hướng|phân bổ)\w+)"
)
_LONG_AGO: Final = (
    r"(?:năm ngoái|năm kia|năm trước|trước đây|trước đó|trước kia|lần trước|đợt trước|kỳ trước"
    r"|hồi (?:đầu năm|năm \w+|tháng \d+|\d+/\d+|trước|tháng \w+)|đầu năm|cuối năm \w+|dạo trước"
    r"|vụ trước|(?:mấy|hai|ba|\d+) (?:tháng|năm) trước|giữa năm|bữa trước)"
)
_GOT: Final = cue(
    rf"(?:đã|từng|đã từng|vừa|vừa mới|mới|cũng đã|cũng từng)(?: (?:được|có|nhận|đón|đạt)"
    rf"(?: (?:nhận|đón|tặng|trao))?{_COUNT}){_NOT_ASKED}{{0,6}}? {_PRIZE}"
    rf"|(?:đã|từng) (?:được )?(?:dùng|sử dụng|lấy)(?: (?:làm|để|cho|vào|căn cứ|tiêu chuẩn"
    rf"|thành tích"
    rf"|xét|đề nghị|trình|khi))* {_PRIZE}"
    rf"|(?:đã|từng|đã từng|vừa|vừa mới|mới) (?:nhận|đạt|đón(?: nhận)?){_COUNT} {_PRIZE}"
    rf"|{_LONG_AGO}{_NOT_ASKED}{{0,10}}? (?:được|có|nhận|đạt|đón){_NOT_ASKED}{{0,6}}? {_PRIZE}"
    rf"|(?:được|nhận|có|đạt)(?:{_COUNT}){_NOT_ASKED}{{0,6}}? {_PRIZE}"
    rf"{_NOT_ASKED}{{0,5}}? {_LONG_AGO}"
    rf"|(?:ngày|tháng|năm) \d[\d/.-]*(?: năm \d+)?{_NOT_ASKED}{{0,6}}?"
    rf" (?:được{_NOT_ASKED}{{0,5}}? (?:tặng|trao|khen)|được nhận|nhận|đón nhận)"
    rf"{_NOT_ASKED}{{0,3}}? {_PRIZE}"
    rf"|{_PRIZE}{_NOT_ASKED}{{0,4}}? (?:lần trước|trước đây|đợt trước|cũ|năm ngoái|năm trước)"
)
# what is asked for now stands before the tale of him: `đề nghị khen chị Lan đã được bằng khen`
_ASKS: Final = cue(r"(?:đề nghị|đề xuất|trình|xin)(?: \w+){0,3} (?:khen|tặng|thưởng|xét)")
# `đã được khen chưa?` asks; `chưa được khen lần nào` tells of none, and nothing of this case
_ASKED: Final = cue(r"(?:\w+ ){0,3}?(?:chưa|không|hay chưa|hay không)[ ,]*(?:$|[?])")
_NONE: Final = cue(
    r"(?:chưa|không)(?: (?:từng|hề|bao giờ|ai|có|lần nào|khi nào))* (?:được|nhận|có)"
    rf"{_NOT_ASKED}{{0,5}}? {_PRIZE}{_NOT_ASKED}{{0,3}}? (?:nào|gì|lần nào|bao giờ|trước)"
)
_NOW: Final = cue(
    r"(?<!năm )nay|lần này|đợt này|giờ|bây giờ|hôm nay|lại|vừa rồi|vừa qua|xin|đề nghị|trình|muốn"
)
_STOP: Final = (",", ";", "(", ")")


@lru_cache(maxsize=4)
def past_awards(passage: Passage) -> tuple[Span, ...]:
    """The stretches that speak of awards given before; remembered, as each reader asks."""
    return joined(_past(passage))


def _past(passage: Passage) -> Iterator[Span]:
    for pattern in (_GOT, _NONE):
        for match in pattern.finditer(passage.text):
            if not _ASKED.match(passage.text, match.end() + 1):
                yield _start(passage, match.start()), _end(passage, match.end())


def _start(passage: Passage, place: int) -> int:
    """From the comma before it, unless this case's own deed or wish stands there."""
    clause = passage.clause(place)
    told = (p.search(passage.text, clause.start, place) is not None for p in (DEED, _ASKS))
    return place if any(told) else clause.start


def _end(passage: Passage, place: int) -> int:
    """To the comma behind it, or where the message comes to what is asked now."""
    end = passage.sentence(max(0, place - 1)).end
    stops = [at for sign in _STOP if (at := passage.text.find(sign, place, end)) >= 0]
    end = min([end, *stops])
    now = _NOW.search(passage.text, place, end)
    return now.start() if now else end


def is_past(passage: Passage, place: int) -> bool:
    """Whether a place stands in what is told of an award given before."""
    return any(start <= place < end for start, end in past_awards(passage))
