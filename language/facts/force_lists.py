"""Forces listed with bare numbers: `đoàn xã 14, công an 4`; and forces told without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_FORCE: Final = (
    r"(?:công an|dân quân|bộ đội|biên phòng|kiểm lâm|thanh niên|cứu trợ|y tế|csgt|pccc|cảnh sát"
    r"|quân sự|đoàn (?:xã|viên|thanh niên|trường)|hội (?:phụ nữ|nông dân|ccb|cựu chiến binh)|phụ nữ"
    r"|nông dân|người dân|dân bản|dân làng|dân|bà con|điện lực|công ty|hải quan|bảo vệ|bệnh viện"
    r"|trạm y tế|đội (?:xung kích|cứu hộ|cứu nạn|dân phòng|thi công|pccc)|tổ (?:an ninh|xung kích"
    r"|công tác|dân phòng)|đồn (?:biên phòng|công an)|ban chqs|dân phòng|xung kích|cứu hộ|ccb"
    r"|giáo viên|nhà trường|chi đoàn|quân đội|lâm trường|hạt (?:kiểm lâm|\w+)|tiểu đội|trung đội"
    r"|đại đội|tiểu đoàn|thôn đội|xã đội|tổ tự quản|tổ tuần tra|nhóm thiện nguyện|hội viên)"
)
_JOINS: Final = re.compile(r"(?:^|[,;:(+]|(?<!\w)(?:va|cung|voi|gom|co|cong|la)) ?$")
_BEFORE: Final = cue(
    rf"{_FORCE}(?: (?!số|thôn|khối|khu|cứu|đưa|kéo|tổng)\w+)"
    r"{0,4}?(?: (?:là|có|góp|cử|:))* $"
)
_AFTER: Final = re.compile(r" ?(?:[,;)+.]|va(?!\w)|cung(?!\w)|tat ca|tong|cong|$)")
_UNCOUNTED: Final = cue(
    rf"(?:cùng|cùng với|với|có cả|còn có|phối hợp với|phối hợp cùng|hỗ trợ của|giúp sức của|thêm)"
    rf" (?!cứu (?:hộ|nạn|trợ)(?!\w))(?:lực lượng |các |anh em |cả |đông đảo |một số |bên )*"
    rf"{_FORCE}(?! (?:\w+ ){{0,4}}?\d)"
    r"(?! \w+ (?:khen|đề nghị|trình))"
    rf"|{_FORCE}(?: (?:xã|huyện|tỉnh|phường|thị trấn))? (?:cũng|có)(?: (?:đến|tới|ra|vào|cùng))*"
    r" (?:hỗ trợ|tham gia|giúp|phối hợp|ứng cứu|góp sức|chi viện|có mặt|xuống|cứu)"
    rf"|{_FORCE}(?: [^ ,.;:()\d]+){{1,3}} (?:cũng|có|đã)(?: (?:đến|tới|ra|vào|cùng|kịp))+"
    r" (?:hỗ trợ|tham gia|giúp|phối hợp|ứng cứu|góp sức|chi viện|cứu|dập|chữa|vớt|kéo|đưa|làm)"
    r"|(?:nhiều|các|mấy|một số|những) (?:lực lượng|đơn vị|bên|người|ngành) khác(?! bị"
    r"| (?:\w+ ){0,3}?\d)"
)
_ANY: Final = cue(_FORCE)
_BACK: Final = 60


def is_listed(passage: Passage, span: Span) -> bool:
    """Whether a bare number counts the people of a force named just before it."""
    start, end = span
    low = max(passage.clause(start).start, start - _BACK)
    if passage.folded.text.startswith("ba con ", low - len("ba ")):
        low -= len("ba ")
    told = _BEFORE.search(passage.text[low:start])
    if told is None or not _AFTER.match(passage.folded.text, end):
        return False
    return bool(_JOINS.search(passage.folded.text[low : low + told.start()]))


def is_of_a_force(passage: Passage, span: Span) -> bool:
    """Whether the words around a number name a force."""
    low = max(passage.clause(span[0]).start, span[0] - _BACK)
    return bool(_ANY.search(passage.text, low, min(span[1] + _BACK // 2, len(passage.text))))


def names_force(passage: Passage, span: Span) -> bool:
    """Whether a force is named within that stretch."""
    return bool(_ANY.search(passage.text, *span))


def uncounted(passage: Passage) -> Iterator[Span]:
    """Forces that took part, nobody says with how many."""
    for match in _UNCOUNTED.finditer(passage.text):
        yield match.span()
