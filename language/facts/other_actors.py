"""What another person, or several, did in a clause of their own: `hai bạn Đức và Thịnh bơi ra`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.names import names, writes_capitals
from language.facts.passage import Passage, Span
from language.marked import cue

_WHEN: Final = (
    r"(?:(?:thì|và|rồi|còn|nhưng|mà|may|may mà|may có|có|lúc (?:đó|ấy|này)|khi (?:đó|ấy)|bấy giờ"
    r"|(?:ngày|hôm|đêm|sáng|chiều|tối|trưa) [^ ,.;]+(?: \d[^ ,.;]*)?|nhờ có|nhờ|do|được) )*"
)
_LEAD: Final = cue(rf"[ ,(]*{_WHEN}")
_MANY: Final = cue(
    rf"[ ,(]*{_WHEN}(?:(?:cả )?(?:hai|ba|bốn|năm|\d+)|mấy|các|những|nhiều|vài|một số)"
    r" (?:em|bạn|anh|chị|người|cháu|học sinh|thanh niên|chú|bác|cô|đồng chí|đ/c|cán bộ|chiến sĩ"
    r"|công nhân|dân quân|thợ)(?! (?:bị|mắc|kẹt|đang|ngạt|đuối|rơi|ngã|trôi)(?!\w))"
)
_ACT: Final = (
    r"(?:nhảy|lao|bơi|lội|xông|bế|cõng|kéo|vớt|dìu|trèo|leo|phá|đập|dập|cứu|chạy|lặn|chèo"
    r"|khống chế)"
)
# one called by a title and a word that is typed small: `anh pao nhay xuong`
_SMALL: Final = cue(
    r"(?:anh|chị|ông|thầy|bác|chú|cậu|đ/c|đồng chí) "
    r"(?!lại|liền|đã|vội|cũng|ấy|ta|bèn|tự|em|chị|cùng|còn|vẫn|thì|không|một|nhanh|lập|kịp|đang|mới"
    rf"|vừa|trực|chính|là|rồi|cả|bị|mạo|dũng|bất|nhiều|hai|ba|{_ACT})\w+ {_ACT}"
)
_NEAR: Final = 32
_HE: Final = cue(
    r"[ ,(]*(?:(?:thì|và|rồi|còn|nhưng|mà|lúc (?:đó|ấy)|nên) )*(?:anh|chị|ông|bà|cô|em|cháu|thầy"
    r"|chú"
    r"|bác|cậu|đ/c|đồng chí)(?: ấy| ta)? (?!em|chị|trai|gái)"
)


def of_other_actors(passage: Passage, mentions: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The clauses that another person named, or several together, are the subject of."""
    return tuple(_clauses(passage, mentions))


def _clauses(passage: Passage, mentions: Sequence[tuple[int, int]]) -> Iterator[Span]:
    mine = sorted(start for start, _ in mentions)
    other = [one.span for one in names(passage) if one.span[0] not in mine]
    has_capitals = writes_capitals(passage)
    for sentence in passage.sentences:
        of_another = False
        for clause in passage.clauses(sentence):
            inside = any(clause.start <= start < clause.end for start in mine)
            lead = _LEAD.match(passage.text, *clause)
            place = lead.end() if lead else clause.start
            named = any(place <= start <= place + 1 for start, _ in other)
            small = None if has_capitals else _SMALL.search(passage.text, place, place + _NEAR)
            named = named or (
                small is not None and small.start() <= place + 1 and small.start() not in mine
            )
            if named or _MANY.match(passage.text, *clause):
                of_another = not inside
            elif inside or _HE.match(passage.text, *clause):
                of_another = False
            if of_another:
                yield clause
