"""Whether one who is proposed took part himself, only directed, or was not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from language.facts.deeds import BRAVE, CARRY, COMBAT, OTHER_ACT, RESCUE
from language.facts.names import names
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_ABSENT: Final = cue(
    r"(?:không|chẳng|ko|k|không hề|chưa)(?: (?:hề|có|thực sự|trực tiếp))*"
    r" (?:có mặt|tham gia(?! (?:được|hết))|góp mặt|góp sức|dính dáng|ở đó|ở hiện trường|ở nhà"
    r"|làm gì)"
    r"|vắng mặt|không liên quan|ngoài cuộc|không đóng góp"
)
_AWAY: Final = cue(
    r"nghỉ phép|nghỉ ốm|nghỉ thai sản|nghỉ mát|đi vắng|đang đi (?:học|công tác|họp|nghỉ|du lịch"
    r"|tập huấn)"
    r"|đi học|ốm nằm viện|về quê|đang ở nhà|ở nhà ngủ"
)
_LEADS: Final = cue(
    r"(?:trực tiếp )?(?:chỉ đạo|điều hành|chỉ huy|lãnh đạo chung|phụ trách chung|quán xuyến"
    r"|đôn đốc)"
)
_FROM_AFAR: Final = cue(
    r"gọi điện|điện thoại|bộ đàm|trực chỉ huy|từ xa|ngồi (?:tại|ở|trong)|tại trụ sở|ở trụ sở"
)
_NOT_DIRECT: Final = cue(
    r"(?:không|chẳng|ko|k|chưa)(?: (?:hề|có|phải|ai))* (?:trực tiếp|ra hiện trường"
    r"|xuống (?:nước|suối|sông|hiện trường|dưới)|vào (?:lửa|trong|hiện trường|đám cháy)|lội"
    r"|tới hiện trường|đến hiện trường|có mặt)"
    r"|chỉ (?:(?:có|là|ở|việc|tham gia|làm|lo|đóng vai trò) )*(?:chỉ đạo|điều hành|chỉ huy|gọi"
    r"|ngồi|đứng|ký|ra lệnh|đôn đốc|phân công)"
)
_DIRECT: Final = cue(
    r"(?:trực tiếp|tận tay|tự tay|đích thân|một mình)(?! (?:chỉ đạo|chỉ huy|điều hành|lãnh đạo"
    r"|quản lý|phụ trách))"
    r"|cùng (?:anh em|đồng đội|mọi người|bà con)"
)
_BYSTANDER: Final = cue(
    r"đứng (?:trên|ở|ngoài|xem|nhìn|cạnh|gần)|hô hoán|trông (?:xe|đồ|nhà)|đi cùng|đi theo đoàn"
    r"|có mặt tại"
    r"|chỉ (?:(?:có|là|ở|việc|lo|biết) )*(?:báo|gọi|đứng|ngồi|hô|ký|trông|nhìn|đi|đến sau|giữ"
    r"|xem|cầm)|trực điện thoại"
    r"|hậu cần|động viên anh em|quan sát|ngồi chờ|chờ (?:ngoài|ở|bên)|trực điện thoại|trực máy"
    r"|đến sau|tới sau|ghi chép|trực cơ quan"
)
_OPEN: Final = cue(
    r"(?:không|chưa|chẳng|ko|k)(?: \w+){0,2}? (?:rõ|nói rõ|biết|nêu rõ|nêu|xác định|ghi rõ|nắm"
    r"|chắc|xác minh"
    r"|thể hiện|nói|ghi|khẳng định)(?: được)?"
    r"(?!\w)[^.;]{0,60}?(?:trực tiếp|tham gia|có mặt|vai trò|làm gì|đóng góp gì|có cứu|làm những gì"
    r"|phần việc)"
)
_NEGATED: Final = cue(
    r"(?:không|chưa|chẳng|ko|đâu có|định|muốn|để|nếu|suýt|đáng lẽ)(?: (?:hề|có|kịp|dám|ai|phải))* $"
)
_NOMINAL: Final = cue(
    r"(?:(?<!nhiệm )vụ|việc|công tác|đội|tổ|lực lượng|trong|thành tích|danh sách|hồ sơ|ban|khen"
    r"|cảnh|lúc"
    r"|quá trình|đoàn|nhóm|đột xuất|tờ trình|nghĩ|mọi người|dân|chỉ huy|chỉ đạo|điều hành|tổ chức)"
    r"(?: (?:tham gia|đi|vào|về|được|anh em|các xã|lực lượng|người))* $"
)
_OTHERS: Final = cue(
    r"(?:bộ đội|công an|lực lượng(?: chức năng)?|người dân|dân quân|mọi người|họ|cứu hộ|cảnh sát"
    r"|biên phòng|hàng xóm|bà con|người khác|ai đó|người ta)(?: (?:đã|mới|cũng|kịp|tới|đến|vào"
    r"|lao))* $"
)
_OF: Final = cue(r"của(?: \w+(?:/\w+)?){1,2} $")
_TOGETHER: Final = cue(r"(?:cả (?:hai|ba|bốn|2|3|4|nhóm)|đều|mọi người|tất cả|cùng nhau|ai cũng)")
_HIS: Final = cue(
    r"(?:nhiệm vụ|kế hoạch|chuyên môn|công việc|chức trách|phận sự)(?!\w)[^.;,]{0,24}"
    r"(?:của|cho) (?:\w+ )?(?:anh|chị|ông|bà|cô|đ/c|đc|dc|đồng chí|thầy|em|chú|bác)"
)
_ACTS: Final = (RESCUE, CARRY, BRAVE, COMBAT, OTHER_ACT, _DIRECT)
_BACK: Final = 28


@dataclass(frozen=True, slots=True)
class Participation:
    """`direct`, `directing` or `none`; None where it is said to be not known."""

    value: str | None
    spans: tuple[Span, ...]


def participation(
    passage: Passage, regions: tuple[Span, ...], *, is_outside: bool = False
) -> Participation | None:
    """The part taken, by the stretches that speak of one; None where they tell none, or clash."""
    open_now = _all(passage, _OPEN, regions)
    if open_now:
        return Participation(None, open_now)
    acts = acted(passage, regions, is_outside=is_outside)
    absent = _all(passage, _ABSENT, regions)
    directs = _all(passage, _LEADS, regions)
    afar = _all(passage, _FROM_AFAR, regions)
    not_direct = _all(passage, _NOT_DIRECT, regions)
    if directs:
        return _directing(passage, acts, directs + afar, not_direct + afar)
    away = _all(passage, _AWAY, regions)
    if absent or (away and not acts):
        clash = acts and not away and _all(passage, _DIRECT, regions)
        return None if clash else Participation("none", absent + away)
    far_off = afar and not any(_brave(passage, span) for span in acts)
    if not_direct or far_off or (acts and _stands_by(passage, regions)):
        return None
    his = _all(passage, _HIS, regions)
    return Participation("direct", acts + his) if acts else None


def _directing(
    passage: Passage,
    acts: tuple[Span, ...],
    directs: tuple[Span, ...],
    not_direct: tuple[Span, ...],
) -> Participation | None:
    if not_direct:
        return Participation("directing", directs + not_direct)
    own = tuple(
        span for span in acts if _DIRECT.match(passage.text, span[0]) or _brave(passage, span)
    )
    if own:
        return Participation("direct", own)
    return None if acts else Participation("directing", directs)


def _brave(passage: Passage, span: Span) -> bool:
    return bool(BRAVE.match(passage.text, span[0]))


def acted(
    passage: Passage, regions: tuple[Span, ...], *, is_outside: bool = False
) -> tuple[Span, ...]:
    """The acts told as done there; `is_outside`: `ngoài nhiệm vụ của chị` tells that she acted."""
    called = [(named.name_at, named.span[1]) for named in names(passage)]
    found = [
        span
        for pattern in _ACTS
        for span in _all(passage, pattern, regions)
        if _is_his_own(passage, span, called)
        and not any(start <= span[0] < end for start, end in called)
    ]
    if is_outside:
        found.extend(_all(passage, _HIS, regions))
    return tuple(found)


def _is_his_own(passage: Passage, span: Span, called: Sequence[Span]) -> bool:
    """Whether an act is told as done, and by nobody else; `vụ cứu 2 người của anh Páo` is."""
    if any(_before(sign, passage, span[0]) for sign in (_NEGATED, _OTHERS)):
        return False
    if not _before(_NOMINAL, passage, span[0]):
        return True
    clause = passage.clause(span[0])
    return any(
        _OF.search(passage.text[span[1] : start])
        for start, _ in called
        if span[1] < start < clause.end
    )


def acts_of_all(passage: Passage) -> tuple[Span, ...]:
    """Sentences that tell what several did together."""
    return tuple(
        (match.start(), passage.sentence(match.start()).end)
        for match in _TOGETHER.finditer(passage.text)
    )


def _stands_by(passage: Passage, regions: tuple[Span, ...]) -> bool:
    return bool(_all(passage, _BYSTANDER, regions)) and not _all(passage, _DIRECT, regions)


def _before(pattern: re.Pattern[str], passage: Passage, place: int) -> bool:
    low = max(passage.clause(place).start, place - _BACK)
    return bool(pattern.search(passage.text[low:place]))


def _all(passage: Passage, pattern: re.Pattern[str], regions: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(
        match.span()
        for start, end in regions
        for match in pattern.finditer(passage.text, start, end)
    )
