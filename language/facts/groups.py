"""Counted groups of people in running text, and the part each plays: rescuers, all, rescued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from language.facts.group_lists import goes_on_list, is_detailed
from language.facts.passage import Passage
from language.facts.people_nouns import FORCES, RESCUED, RESCUERS
from language.marked import cue
from language.numbers import UP_TO_39, to_int

Span = tuple[int, int]


class Part(StrEnum):
    OWN = "own"
    OTHER = "other"
    TOTAL = "total"
    RESCUED = "rescued"
    STAFF = "staff"


_NUMBER: Final = rf"(?:\d{{1,4}}|{UP_TO_39})"
_GROUP: Final = re.compile(
    rf"(?<![\w/.,%-])(?P<n>{_NUMBER})"
    rf"(?:(?: ?/ ?| tren tong so | tren tong | trong tong so | trong so | tren | trong )"
    rf"(?P<of>{_NUMBER}))? ?"
    rf"(?:(?P<lost>{RESCUED})|(?P<noun>{RESCUERS}))(?!\w)"
)
_BARE: Final = re.compile(rf"(?<![\w/.,%-])(?P<n>{_NUMBER})(?P<of>)(?![\w/%]|[.,]\d)")
# a bare number counts people only after such words
_BARE_OWN: Final = cue(
    r"(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|xã|hạt|đơn vị|cơ quan|bên em|bên tôi|chúng tôi|của em|mình"
    r"|trường|kho bạc|lâm trường|công an|dân quân|trong đó)(?!\w)[^.;,:()\d]{0,40}(?:có|góp|cử"
    r"|huy động)"
    r"(?: (?:được|khoảng|đúng|chỉ))* $"
)
_LISTED: Final = cue(
    r"(?:trong đó|gồm|bao gồm)(?: có)?[^.;()]{0,70}?(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|xã|hạt|đơn vị"
    r"|công an|dân quân|biên phòng|quân sự|bộ đội|thanh niên|kiểm lâm"
    r"|của \w+)(?!\w)[^.;,()\d]{0,24} $"
)
_BARE_TOTAL: Final = cue(
    r"tổng (?:số|cộng|lực lượng|quân số)(?!\w)[^.;,()\d]{0,36}(?:là|có|:) $|"
    r"(?:tổng|tổng số|tổng cộng|tổng quân số|tổng lực lượng|tất cả|cả thảy|trong tổng số"
    r"|trên tổng số|trên tổng|quân số|trong số|trong|trên)(?: (?:là|có|được|cả|chỉ|chung"
    r"|vẫn))*[ :]*$"
)
_SAVED: Final = cue(
    r"(?:cứu|giải cứu|cứu sống|đưa|kéo|cõng|bế|vớt|dìu|khiêng|sơ tán|di dời|giúp|chở|hỗ trợ"
    r"|tìm kiếm"
    r"|tìm thấy|gặp|thấy|vùi|vùi lấp|khiến|cho|bắt|bắt gọn|bắt giữ|khống chế|thoát|gọi|bảo vệ"
    r"|cấp cứu|tìm|phát hiện|ứng cứu|giữ|nuôi|cuốn|cuốn trôi)"
    r"(?: (?:được|sống|hơn|khoảng|thành công|kịp thời|an toàn|cả|kịp|thoát|ra|lên|hết|trôi|đủ"
    r"|gần|trên"
    r"|toàn bộ|cho|bị))* $"
)
_BEFALLEN: Final = cue(
    r"(?:đang )?(?:bị|mắc kẹt|kẹt|đuối|gặp nạn|rơi|ra ngoài|ra khỏi|khỏi|trôi|chạy lũ|đi lạc"
    r"|thiệt mạng|tử vong|trong nhà|trong đám|trong xe|lên bờ|vào bờ|đến nơi|thoát|ngộ độc|ở trong"
    r"|trên bè|đuối nước|bị nạn|vận chuyển|cùng đồ đạc|già|nhỏ|tàn tật)"
)
_TOTAL: Final = cue(
    r"(?:(?:tổng|toàn bộ lực lượng|tất cả|cả thảy)(?!\w)[^.;,()\d]{0,48}|cả|tính chung"
    r"|trong tổng số"
    r"|trên tổng số"
    r"|trong số|trong|trên|của)(?: (?:là|có|khoảng|chừng|gần|hơn|tầm))* ?[:]? ?$"
)
_TOTAL_WORD: Final = cue(r"tổng|toàn bộ lực lượng|tất cả|cả thảy|tính chung")
_WITHIN: Final = cue(
    r"(?:trong tổng số|trên tổng số|trong tổng|trong số|trong|trên)"
    r"(?: (?:khoảng|chừng|gần|hơn|cả|tổng|số))* $"
)
_ADDED: Final = cue(
    r"(?:(?:lực lượng|đơn vị|bên|cơ quan|người|các xã|ngành) khác|cùng|cùng với|và|với|thêm|kèm"
    r"|phối hợp với|phối hợp cùng|hỗ trợ có|ngoài ra có|ngoài ra còn"
    r"|còn có|còn|lẫn|hỗ trợ|huy động|nhờ|cộng)"
    r"(?: (?:thêm|có|có thêm|cả|với|cùng|khoảng|chừng|gần|hơn|được|là|của))* $"
)
_NAME_BEFORE: Final = cue(r"(?:anh|chị|ông|em|đc|dc|đ/c|đồng chí|cháu|thầy|bác|văn) $")
_ADDED_AFTER: Final = cue(
    r" (?:nữa|khác|ngoài|phối hợp|hỗ trợ|đến hỗ trợ|tới hỗ trợ|cùng làm|cùng tham gia)"
)
_APPROX: Final = cue(
    r"(?:khoảng chừng|khoảng|chừng(?! tôi)|gần|hơn|tầm|ước|ước chừng|ước tính|xấp xỉ|đâu|non"
    r"|áng chừng|hình như)(?: (?:là|được|tới))? ?$"
)
_ABOUT_AFTER: Final = cue(r"(?:\w+ )?(?:gì đó|trở lên|đổ lại)")
_STAFF_AFTER: Final = cue(
    r"(?:\w+ )?(?:biên chế|trong biên chế|quân số|của (?:phòng|đội|tổ|trạm|đơn vị|cơ quan|ban"
    r"|chi đoàn"
    r"|trường|khoa|hạt|đồn|mình)|phòng|đội|cơ quan|đơn vị)"
)
# `đội có 8/10 người tham gia`: of all forces or of its own staff, nobody can tell
_BODY_HAS: Final = cue(
    r"(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|hạt|đơn vị|cơ quan|kho bạc|lâm trường|công an|trường|hội)"
    r"(?!\w)[^.;,:()\d]{0,36}(?:có|cử|huy động|với)(?: (?:được|đúng|đủ))* $"
)
_ALL_FORCES: Final = cue(r"tổng|lực lượng|trong số|cả thảy|tất cả")
_BEFORE: Final = 72


@dataclass(frozen=True, slots=True)
class Group:
    """So many people; `span` holds the number and what is counted. `pair`: of how many."""

    number: int
    span: Span
    part: Part
    is_about: bool
    of: int | None = None
    is_staff: bool = False


def groups(passage: Passage, dates: Sequence[Span] = ()) -> tuple[Group, ...]:
    """All counted groups, in the order of the text; none in the stretches that are dates."""
    found: list[Group] = []
    for match in sorted(_matches(passage), key=lambda m: m.start()):
        if found and match.start() < found[-1].span[1]:
            continue
        if any(match.start() < end and start < match.end() for start, end in dates):
            continue
        if not match["n"].isdigit() and _NAME_BEFORE.search(
            passage.text[max(0, match.start() - 12) : match.start()]
        ):
            continue
        number = to_int(passage.piece(match.span("n")))
        if number:
            found.append(_group(passage, match, number, seen=found))
    return tuple(found)


def _matches(passage: Passage) -> Iterator[re.Match[str]]:
    text = passage.folded.text
    taken: set[int] = set()
    for match in _GROUP.finditer(text):
        taken.add(match.start())
        yield match
    for match in _BARE.finditer(text):
        before = _before(passage, match.start())
        if match.start() not in taken and any(
            sign.search(before) for sign in (_BARE_TOTAL, _BARE_OWN, _LISTED)
        ):
            yield match


def _before(passage: Passage, place: int) -> str:
    start = max(passage.sentence(place).start, place - _BEFORE)
    return passage.text[start:place]


def _group(passage: Passage, match: re.Match[str], number: int, *, seen: list[Group]) -> Group:
    before = _before(passage, match.start())
    about = _APPROX.search(before)
    start = match.start() if about is None else match.start() - len(before) + about.start()
    lead = before if about is None else before[: about.start()]
    after = passage.text[match.end() : match.end() + 40].lstrip()
    part = _part(match, lead if lead.strip() else before, after, seen=seen)
    if part is Part.OWN and match["of"] is None and is_detailed(passage, match.end(), number):
        part = Part.TOTAL
    listed = part is Part.OWN or (part is Part.RESCUED and match.groupdict().get("noun"))
    if listed and seen and _is_chained(passage, seen[-1], match.start()):
        part = Part.OTHER
    of = to_int(passage.piece(match.span("of"))) if match["of"] else None
    is_about = about is not None and not _WITHIN.search(before)
    is_about = is_about or bool(_ABOUT_AFTER.match(after))
    is_staff = bool(_STAFF_AFTER.match(after))
    is_staff = is_staff or (
        of is not None and bool(_BODY_HAS.search(before)) and not _ALL_FORCES.search(after)
    )
    return Group(number, (start, match.end()), part, is_about, of=of, is_staff=is_staff)


def _part(  # noqa: PLR0911 - one a sign, the first that is seen
    match: re.Match[str], before: str, after: str, *, seen: list[Group]
) -> Part:
    own = any(group.part is Part.OWN for group in seen)
    if match.groupdict().get("lost"):
        return Part.RESCUED
    if match["of"]:
        return Part.OWN
    clause = before.rsplit(",", 1)[-1]
    if _TOTAL_WORD.search(clause) and _TOTAL.search(before):
        return Part.TOTAL
    forced = bool(FORCES.match(match.groupdict().get("noun") or ""))
    if own and forced and _ADDED.search(before):
        return Part.OTHER
    if _SAVED.search(before):
        return Part.RESCUED
    if _BEFALLEN.match(after):
        return Part.RESCUED
    if _WITHIN.search(before):
        return Part.TOTAL
    if own and (_ADDED.search(before) or _ADDED_AFTER.match(after) or before.endswith(", ")):
        return Part.OTHER
    return Part.OWN


def _is_chained(passage: Passage, before: Group, place: int) -> bool:
    """Whether the group only goes on a list of rescuers."""
    goes_on = before.part in (Part.OWN, Part.OTHER) and before.of is None
    return goes_on and goes_on_list(passage, (before.span[1], place))
