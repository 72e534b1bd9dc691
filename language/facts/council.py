"""A Council that chose so many: it has met, however its review is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

_CHOSE: Final = cue(
    r"(?:hội đồng|hđ|hđtđkt)(?: (?:thi đua|khen thưởng|tđkt|tđ|kt|xã|huyện|sở|trường|cơ quan"
    r"|chi cục|đơn vị|công ty|phòng"
    r"|nhà trường|của))*"
    r"(?: (?:đã|vừa|mới|họp|xét|bình|cân nhắc|và|rồi|xong|kỹ))*"
    r" (?:thấy|chọn|chọn ra|chọn được|xét còn|xét được|bình được|chốt|nhất trí|bỏ phiếu|thống nhất"
    r"|xét|thông qua|duyệt)"
    r"(?: (?:ra|được|có|chỉ|còn|lấy|đúng|vẻn vẹn|chọn|đề nghị|khen|danh sách|gồm)){0,4}"
    r" (?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r" (?:người|cá nhân|tập thể|hộ|thôn|anh|chị|em|đ/c|đồng chí|trường hợp|đơn vị|nhà|xứng đáng"
    r"|gương|suất|vị)"
)
_MEANT: Final = cue(
    r"(?:sẽ|để|chờ|đợi|nếu|khi|nhờ|xin|mời|cần|phải|chưa|không|hay|tùy|muốn|sắp|đề nghị|thay|bảo"
    r"|nghe|định)(?: \w+){0,2} ?$"
)
_BEFORE: Final = 24


def read_choice(passage: Passage) -> Iterator[Heard]:
    """`Hội đồng xét thấy chỉ 8 người xứng đáng`: said as done, not as meant."""
    for match in _CHOSE.finditer(passage.text):
        floor = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
        if not _MEANT.search(passage.text[floor : match.start()]):
            yield Heard("council_review", "done", (match.span(),))
            return
