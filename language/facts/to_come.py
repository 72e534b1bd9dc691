"""Deeds that are still to come: told of tomorrow, or by `sẽ`, with none that was done."""

from __future__ import annotations

from typing import Final

from language.facts.deeds import BRAVE, CARRY, COMBAT, RESCUE
from language.facts.passage import read_passage
from language.marked import cue

_LONGEST: Final = 400
_US: Final = r"(?:tổ|đội|đoàn|xã|bên em|anh em|cơ quan|chúng|em|tôi|dân quân|đơn vị|sẽ|đi|lại|này)"
_SOON: Final = (
    r"(?:sẽ|sắp (?:tới|đi|ra|phải)|tới đây|(?:chuẩn bị|dự kiến)(?: (?:đi|ra|sẽ|ngày|tuần|sang))?"
    rf"|(?:ngày|sáng|trưa|chiều|tối) mai|mai(?= {_US})|ngày kia|mốt(?= {_US})"
    r"|(?:tuần|tháng) (?:tới|sau)|(?:thứ \w+|chủ nhật) (?:tới|tuần sau|tuần tới))"
)
_BETWEEN: Final = (
    r"(?:(?!khen|thưởng|được|xét|trình|nộp|gửi|hồ sơ|trao|đã|từng|vừa|mới|về|họp|công nhận)"
    r"[^\s.,;?!]+ ){0,9}?"
)
_DEED: Final = (
    r"(?:cứu|chữa cháy|dập lửa|chống (?:lũ|bão|lụt|cháy)|giải cứu|tìm kiếm|diễn tập|chiến đấu"
    r"|truy bắt|vây bắt|tuần tra|trực chiến|làm nhiệm vụ|đắp đê|sơ tán|di dời|giúp dân)"
)
_TO_COME: Final = cue(rf"{_SOON} {_BETWEEN}{_DEED}")
_DONE: Final = (RESCUE, CARRY, BRAVE, COMBAT)


def is_to_come(text: str) -> bool:
    """Whether all that is told of deeds is still to be done."""
    if len(text) > _LONGEST:
        return False
    passage = read_passage(text)
    coming = [passage.sentence(match.start()) for match in _TO_COME.finditer(passage.text)]
    done = (match.start() for sign in _DONE for match in sign.finditer(passage.text))
    return bool(coming) and all(any(one.holds(place) for one in coming) for place in done)
