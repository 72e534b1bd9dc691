"""The stretches of a message that ask: nothing is said to be so there."""

from __future__ import annotations

from typing import Final

from language.facts.passage import Passage, Span
from language.marked import cue

# `có bắt buộc phải thống nhất với Sở không ạ?`, `được chưa`, `đã đúng chưa`
_TAGGED: Final = cue(
    r"(?:có|liệu|được|đã|phải|phải chăng|cần|đúng|kịp|ổn|còn)[^,.;:?!]{0,110}?"
    r" (?:không|chưa|ko|k|hông|hôn)"
    r"(?=(?: (?:ạ|a|vậy|nhỉ|thế|hả|a/c|anh|chị|em|các|hay|bác|sếp|đồng|đ/c|nhé|nhở|nào)[^,.;:?!]*)?"
    r" ?(?:\?|$))"
)
_EITHER: Final = cue(
    r"(?:có|được|đã|là|phải|cần)[^,.;:?!]{0,80}?(?: không| chưa)?,? hay (?:là )?"
    r"(?:không|chưa|phải|chờ|vẫn|được|để|bị|cứ|coi|thôi)[^.;?!]{0,60}\?"
)
_WHAT_IF: Final = cue(
    r"(?:sao|gì|nào|đâu|mấy|bao nhiêu|thế nào|ra sao|kiểu gì|vì sao|tại sao)[^.;?!]{0,30}\?"
)


def asking(passage: Passage) -> tuple[Span, ...]:
    """Each stretch that asks whether something is so."""
    return tuple(
        Span(*match.span())
        for pattern in (_TAGGED, _EITHER, _WHAT_IF)
        for match in pattern.finditer(passage.text)
    )


def is_asked(found: tuple[Span, ...], place: int) -> bool:
    """Whether this place lies in a stretch that asks."""
    return any(one.holds(place) for one in found)
