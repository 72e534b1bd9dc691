"""Bodies and households in running text, and whether an award is asked for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from language.facts.passage import Passage
from language.marked import cue
from language.numbers import NUMBER

Span = tuple[int, int]

_HEAD: Final = (
    r"(?:tiểu đội|trung đội|đại đội|đội|tổ|nhóm|phòng|ban|trạm|đồn|chi đoàn|đoàn|chi hội"
    r"|hội(?! (?:tháng|đầu|năm|cuối|trước|xưa)(?!\w))|chi bộ|trường(?! (?:thôn|bản|xóm|khối|ban"
    r"|phòng|công an|trạm|khoa|khu)(?!\w))|lớp|khoa"
    r"|hạt"
    r"|kho bạc|chi cục|cục|sở|ubnd|ủy ban|công an|bộ đội|dân quân"
    r"|thôn|bản|xóm|khối|xã|phường|đơn vị|cơ quan|công ty|doanh nghiệp|hợp tác xã|htx|lâm trường"
    r"|bệnh viện|trung tâm|ban quản lý|ban chỉ đạo|tòa án|viện|văn phòng|hải quan|kiểm lâm"
    r"|biên phòng|chi nhánh|câu lạc bộ|clb|kíp|ca trực|ê kíp|tập đoàn|nhà trường|đài)"
    r"(?! (?:viên|trưởng)(?!\w))"
)
_BODY: Final = cue(rf"(?P<set>(?:(?:cả|toàn bộ|toàn thể|nguyên) )?tập thể)(?: {_HEAD})?")
_WHOLE: Final = cue(rf"(?:cả|toàn|toàn thể|nguyên) {_HEAD}")
_BARE: Final = cue(_HEAD)
_HOUSE: Final = cue(r"(?:hộ gia đình|hộ|gia đình)(?: (?:nhà|anh|chị|ông|bà|cô|bác|chú|em|cụ))?")
_ASKED: Final = cue(
    r"(?:khen|khen thưởng|truy tặng|thưởng nóng|đột xuất|chuyên đề|giấy khen|bằng khen|tặng thưởng)"
    r"(?: (?:thưởng|đột xuất|chuyên đề|cho|đối với|tặng|luôn|riêng|chung|cả|là|\d|hai|ba))*[ :(]*$"
)
_GIVEN_TO: Final = cue(r"(?:cho|đối với)(?: (?:cả|riêng))? $")
_AWARDED: Final = cue(r"khen|tặng|thưởng|trình|đề nghị|đề xuất|hồ sơ|xét|giấy khen|bằng khen")
_ALONG: Final = cue(r"(?:,|và|cùng|cùng với|lẫn|kèm|kèm theo|với)(?: cả)?")
_GENERIC: Final = re.compile(r"[ ,/-]*" + cue(r"(?:(?:và|hay|hoặc|với) )?(?:các )?cá nhân").pattern)
_GENERIC_BEFORE: Final = cue(
    r"(?:cá nhân|nhiều|mọi|từng|các|những|mấy|đối tượng)(?:,| và| hay| hoặc)? $"
)
# typed without marks `hoi` may be `hỏi`
_ASKS: Final = re.compile(
    r"hoi (?:co|xem|la|rang|cac|anh|chi|gium|giup|nhu|vay|thi|dat|du|ve|cho|khi|neu|bao)(?!\w)"
)
_WHEN: Final = cue(
    r"(?:(?:vào |lúc )?(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|rạng sáng|khuya)"
    r" (?:qua|kia|nay|trước|đó|vừa qua|[^ ,.;]*\d[^ ,.;]*)(?: [^ ,.;]*\d[^ ,.;]*| tháng| năm| này"
    r"| trước| vừa qua| vừa rồi| âm lịch)*"
    r"|(?:hôm|đêm|tối) (?:qua|kia)|hôm trước|vừa qua|vừa rồi"
    r"|vụ (?:\w+ ){1,4}[^ ,.;]+)?(?:,? ?\d+(?: trong \d+|/\d+)? (?:cán bộ|người"
    r"|đồng chí|đ/c|chiến sĩ|anh em|đoàn viên|dân quân)(?: của)?)?"
)
_SAID_WHEN: Final = cue(r"ngày|hôm|sáng|trưa|chiều|tối|đêm|rạng sáng|vừa|lúc|đã|liền")
_MEMBER: Final = re.compile(r" (?:vien|can bo|co \d)")
_ACTING: Final = cue(
    r"(?:(?:đã|liền|kịp thời|trực tiếp|lập tức|tự) )*(?:cứu|cõng|bế|vớt|dìu|khiêng|kéo|đưa|lội|bơi"
    r"|lao|xông|dập|chữa cháy|sơ tán|di dời|vào vùng|khống chế|bắt giữ|giải cứu|cấp cứu|đỡ đẻ"
    r"|chở|dẫn|phá|đào|bới)"
)
_ASKING: Final = cue(r"khen|trình|đề nghị|đề xuất|xin|hỏi|gửi|có|là|của|muốn")
# `khen 6 dân quân`: so many people, no body
_SO_MANY: Final = re.compile(
    rf"(?<![\w/.,]){NUMBER} (?:dan quan|cong an|bo doi|kiem lam|bien phong|hai quan"
    r"|ho|ho gia dinh)$"
)
_NOT_ONE: Final = cue(r"(?:của|tài sản|lợi ích|tinh thần|đóng góp|cùng|hoạt động) $")
_BEFORE: Final = 40
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """`span`: the words that tell it; `named`: its name with them.

    `follows`: the body it is proposed side by side with.
    """

    type: str
    span: Span
    named: Span
    is_asked: bool
    is_named_for_it: bool
    follows: Body | None = None


def bodies(passage: Passage) -> tuple[Body, ...]:
    """In the order of the text. `tập thể` is one whatever is said; others where asked for."""
    found: list[Body] = []
    for start, end, kind in sorted(_found(passage)):
        if found and start < found[-1].span[1]:
            continue
        before = found[-1] if found else None
        told = before is not None and before.is_named_for_it
        along = before if before and told and _joins(passage, before, start) else None
        is_set = kind == "set"
        named_for_it = _is_asked(passage, start, whole=kind == "whole") or along is not None
        asked = is_set or named_for_it
        if kind == "house" and not asked:
            continue
        if kind in ("bare", "whole") and not asked:
            continue
        if kind in ("bare", "house") and _SO_MANY.search(passage.folded.text[:end][-_BEFORE:]):
            continue
        named = (start, _name_end(passage, end))
        if is_set and passage.text[start:end].startswith("ca"):
            named = (start + 3, named[1])
        body_type = "household" if kind == "house" else "collective"
        body = Body(body_type, (start, named[1]), named, asked, named_for_it, follows=along)
        found.append(body)
    return tuple(found)


def _found(passage: Passage) -> Iterator[tuple[int, int, str]]:
    text = passage.text
    for match in _BODY.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        generic = _GENERIC.match(text, match.end("set")) or _GENERIC_BEFORE.search(before)
        inside = _NOT_ONE.search(before) and not _ASKED.search(before)
        if not (generic or inside):
            yield *match.span(), "set"
    for kind, pattern in (("whole", _WHOLE), ("house", _HOUSE), ("bare", _BARE)):
        for match in pattern.finditer(text):
            if not _ASKS.match(text, match.start()):
                yield *match.span(), kind


def _is_asked(passage: Passage, start: int, *, whole: bool) -> bool:
    low = max(passage.sentence(start).start, start - _BEFORE)
    before = passage.text[low:start]
    if _ASKED.search(before):
        return True
    return whole and bool(_GIVEN_TO.search(before) and _AWARDED.search(before))


@lru_cache(maxsize=4)
def acting_body(passage: Passage) -> Body | None:
    """Where nobody else is named: the body at whose doing the message begins.

    `Ngày 17/11 Trạm y tế xã đưa 5 sản phụ ra khỏi vùng lũ`; not the one that asks for an award.
    """
    for match in _BARE.finditer(passage.text):
        clause = passage.clause(match.start())
        lead = _WHEN.fullmatch(passage.text[clause.start : match.start()].strip())
        if lead is None or _MEMBER.match(passage.text, match.end()):
            continue
        acts = _ACTING.search(
            passage.text, match.end(), min(clause.end, match.end() + _LONGEST_NAME)
        )
        if acts is None or _ASKING.search(passage.text, match.end(), acts.start()):
            continue
        when = _SAID_WHEN.search(passage.text, match.end(), acts.start())
        end = min(when.start() if when else acts.start(), _name_end(passage, match.end()))
        named = (match.start(), match.start() + len(passage.text[match.start() : end].rstrip()))
        return Body("collective", named, named, is_asked=False, is_named_for_it=False)
    return None


def _joins(passage: Passage, before: Body, start: int) -> bool:
    return bool(_ALONG.fullmatch(passage.text[before.named[1] : start].strip()))


def _name_end(passage: Passage, place: int) -> int:
    """Where the name of a body that begins before this place ends."""
    limit = min(place + _LONGEST_NAME, passage.sentence(max(0, place - 1)).end)
    match = _NAME_END_CUE.search(passage.text, place, limit)
    end = match.start() if match else limit
    while end > place and passage.text[end - 1] in " .?!;":
        end -= 1
    return end


_NAME_END_CUE: Final = re.compile(
    r"[,.;:?!()\n]|"
    + cue(
        r"\d+(?:/\d+)? (?:d/c|đ/c|dc|đc|đồng chí|người|cán bộ|chiến sĩ)"
        r"|thì(?! (?:công|đua|hành))|được|có|đủ|vì|do|và|cùng|trong|không|như|hay|để|theo|nhân|này"
        r"|là|đã|bị|đang|nên|mà"
        r"|với|về|đạt|nhé|nha|ạ|hả|nào|sao|tham gia|cứu|nữa|luôn|trình|đề nghị|chứ|ổn|đúng|ko|k"
        r"|dc|đc|2|3|cả|gồm"
    ).pattern
)
