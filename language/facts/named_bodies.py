"""Bodies proposed one by one by their names: `thôn Co Loi, thôn Pò Mã và Trường Mầm non xã`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from language.facts.names import writes_capitals
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_HEAD: Final = (
    r"(?:thôn|bản|xóm|khối phố|khối|khu dân cư|tổ dân phố|tổ(?! chức| trưởng)|đội(?! trưởng| ngũ)"
    r"|nhóm|phòng(?! trào| chống| cháy| ngừa)|ban|trạm(?! trưởng)|đồn|chi bộ|đảng bộ|chi hội"
    r"|chi đoàn|công đoàn|đoàn (?=xã|thanh niên|trường|cơ sở)|hội(?! đồng| nghị| thảo| viên| thi)"
    r"|trường|khoa|bệnh viện|trung tâm|công an(?! viên)|dân quân|bch quân sự"
    r"|ban chỉ huy quân sự|ubnd|ubmttq|mttq|mặt trận tổ quốc|ủy ban mttq|hợp tác xã|htx"
    r"|câu lạc bộ|clb|công ty|doanh nghiệp|hạt|chi cục|văn phòng|xã|thị trấn|phường|cơ quan"
    r"|đơn vị|hđnd|tổ hợp tác|đài|nhà văn hóa|kho bạc|ngân hàng|điện lực|tòa án)"
)
_ENDS: Final = cue(
    r"(?:được|đã|có|vì|theo|nhân|trong|để|ở|và|cùng|với|là|thì|nhưng|trình|đề nghị|các|mọi|gửi|tặng"
    r"|khen|đều|đủ|hoàn thành|tại|nay|còn|đạt|chưa|không|lên|cho|như|kế hoạch|hướng dẫn|hồ sơ|mỗi"
    r"|những|trao|về|tổ chức|phát động|tham gia|chúng|bọn|cũng|chỉ|lẫn|đợt|mình|này|ấy|em|tôi|nào"
    r"|khác|ta|tiếp tục)"
)
_NO_NAME: Final = cue(
    r"được|đã|không|chưa|em|mình|tôi|này|ấy|theo|trưởng|viên|phó|gì|trên|dưới|sau|đó"
    r"|đua|thi đua|đầu|cuối|một|hai|ba|năm|nào"
)
_START: Final = cue(rf"(?:tập thể )?{_HEAD}")
_WORD: Final = re.compile(r" ([^ ,.;:()?!\"]+)")
_GLUE: Final = cue(r"[ ,;.\n]*(?:(?:và|cùng|với|cùng với|lẫn)[ ,]*)?(?:(?:\d{1,2}[.)/]|-|\+)[ ]*)?")
_PERSON: Final = cue(
    r"[ ,;.]*(?:(?:và|cùng) )?(?:\d{1,2}[.)/] ?)?(?:ông|bà|anh|chị|cô|thầy|đ/c|đồng chí|em)"
    r"(?: [^ ,.;:()?!]+){1,4}"
)
_ASKED: Final = cue(
    r"khen thưởng|khen|tặng|giấy khen|bằng khen|đề nghị|trình|danh sách|đề xuất|xét chọn"
)
_OPENS: Final = cue(
    r"(?:khen thưởng|khen|tặng|cho|gồm|gồm có|là|đối với|đề nghị|chọn|giấy khen|bằng khen|xét"
    r"|chuyên đề|huyện|tỉnh|cả)"
)
_FAR: Final = 110
_LONGEST: Final = 7


@lru_cache(maxsize=4)
def named_bodies(passage: Passage) -> tuple[Span, ...]:
    """The bodies of a list behind a word of asking: two or more, or one called `tập thể`.

    Remembered, as each reader of a message asks.
    """
    items = [*_items(passage)]
    best: list[Span] = []
    for index, first in enumerate(items):
        if first in best or not _is_asked(passage, first[0]):
            continue
        group = _group(passage, items[index:])
        if len(group) > len(best):
            best = group
    alone = len(best) == 1 and passage.folded.text.startswith("tap the", best[0][0])
    return tuple(best) if len(best) > 1 or alone else ()


def _items(passage: Passage) -> Iterator[Span]:
    """Each word for a body with the name behind it; what has a capital is of the name."""
    capitals, end = writes_capitals(passage), 0
    for start in _START.finditer(passage.text):
        if start.start() < end or _NO_NAME.match(passage.text, start.end() + 1):
            continue
        end = start.end()
        for index in range(_LONGEST):
            word = _WORD.match(passage.text, end)
            first = index == 0 and not capitals  # `thon co loi` without marks
            if word is None or not (first or _goes_on(passage, word.start(1), capitals=capitals)):
                break
            end = word.end()
        if end > start.end():
            yield start.start(), end


def _goes_on(passage: Passage, place: int, *, capitals: bool) -> bool:
    if capitals and passage.folded.original[passage.folded.origins[place]].isupper():
        return True
    return _ENDS.match(passage.text, place) is None


def _group(passage: Passage, items: Sequence[Span]) -> list[Span]:
    """From the first as far as each stands beside the one before, persons between them or not."""
    group = [items[0]]
    for item in items[1:]:
        between = passage.text[group[-1][1] : item[0]]
        if not _stands_beside(between):
            break
        group.append(item)
    return group


def _stands_beside(between: str) -> bool:
    while person := _PERSON.match(between):
        between = between[person.end() :]
    return re.fullmatch(_GLUE.pattern, between) is not None or not between.strip(" ,;.")


def _is_asked(passage: Passage, place: int) -> bool:
    floor = max(0, place - _FAR)
    before = passage.text[floor:place]
    asked = [m.end() for m in _ASKED.finditer(before)]
    if not asked or re.search(r"[?!\n]", before[asked[-1] :]):
        return False
    bare = re.sub(r"(?:\d{1,2}[.)/]|-|\+) ?$", "", before).rstrip()
    if bare.endswith(":"):
        return True
    return any(m.end() == len(bare) for m in _OPENS.finditer(bare, max(0, len(bare) - 14)))
