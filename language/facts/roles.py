"""Counts of people and collectives with their part: proposed, allowed, agreed, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from language.facts.passage import Passage
from language.marked import cue
from language.numbers import to_int

Span = tuple[int, int]


class Role(StrEnum):
    PROPOSED = "proposed"
    ALLOWED = "allowed"
    AGREED = "agreed"
    OVER = "over"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a kind (`None` where no noun tells it), their part, and the words."""

    number: int
    kind: str | None
    role: Role
    spans: tuple[Span, ...]
    strong: bool = False
    approximate: bool = False

    @property
    def place(self) -> int:
        return self.spans[0][0]

    @property
    def is_explained(self) -> bool:
        """Something in the text tells its part, be it none."""
        return len(self.spans) > 1


_COLLECTIVE: Final = (
    r"tập thể|đơn vị|chi bộ|chi đoàn|chi hội|tổ dân phố|tổ|thôn|xã|trường|phòng|cơ quan|hợp tác xã"
    r"|htx|khối|trạm|khu dân cư|doanh nghiệp|công ty|đội|sở|chi cục|tt"
)
_HOUSEHOLD: Final = r"hộ gia đình|hộ|gia đình"
_INDIVIDUAL: Final = (
    r"cá nhân|người|đồng chí|đ/c|đc|dc|cán bộ|cb|giáo viên|gv|thầy cô|thầy|cô|bạn|anh chị|anh|chị"
    r"|em|y bác sĩ|bác sĩ|y sĩ|điều dưỡng|công chức|viên chức|hội viên|đoàn viên|đảng viên|nông dân"
    r"|chiến sĩ|học sinh|công nhân|trưởng thôn|bí thư|diễn giả|nhân viên|kỹ sư|doanh nhân|cá nhân"
    r"|cựu chiến binh|ccb|thanh niên|nghệ nhân|vị|đại biểu|báo cáo viên|cn|vận động viên|ng"
    r"|chủ tịch xã|lao động|phóng viên|tình nguyện viên|kiểm lâm|chuyên viên|trưởng bản|công an"
)
_NUMBER: Final = (
    r"(?P<n>\d{1,3}|hai mươi(?: \w+)?|mười(?: (?:một|hai|ba|bốn|lăm|năm|sáu|bảy|tám|chín))?"
    r"|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mấy|vài|một số|nhiều|toàn|các|những)"
)
_COUNT: Final = cue(
    rf"{_NUMBER} (?:(?:suất|trường hợp|chỉ tiêu)(?: (?:khen|cho|là))? )?"
    rf"(?:(?P<collective>{_COLLECTIVE})|(?P<household>{_HOUSEHOLD})"
    rf"|(?P<individual>{_INDIVIDUAL}))(?! (?:tháng|năm|ngày|lần|nội dung|điều kiện|phòng))"
)
_LETTERED: Final = re.compile(
    r"(?<![\w/.,%-])(?P<n>\d{1,3})(?: ?(?P<c>tt|tap the)| ?(?P<i>cn))(?!\w)"
)
_BARE: Final = re.compile(
    r"(?<![\w/.,%-])(?P<n>\d{1,3})(?= ?(?:[.,;:)!?]|$|(?:va|ma|nen|thoi|hoan|khong|deu|la|em"
    r"|nhung)\b))(?![.,]\d)"
)
# words that are numbers only with their marks, or before a noun that is nothing else
_LOOSE: Final = frozenset({"sau", "nam", "ba", "bay", "may", "bon", "tam"})
_SHORTEST: Final = 4
# the nearest of these before a count tells its part
_ROLES: Final = (
    (
        Role.NONE,
        cue(
            r"rút(?: bớt)?|bớt|lúc đầu(?: \w+){0,2}|ban đầu(?: \w+){0,2}|cắt|loại|trong số"
            r"|tổng(?: số)?"
            r"|trong tổng|mỗi|từng|thành viên|không phải|chứ không(?: phải)?|có khoảng|tham gia"
            r"|năm ngoái"
            r"|năm trước|đợt trước|hội đồng (?:gồm|có)|gồm|dự kiến ban đầu|con số|thứ|tổ chức cho"
        ),
    ),
    (
        Role.AGREED,
        cue(
            r"(?:sở nội vụ|snv|sở nv|sở)(?: \w+){0,7}? (?:thống nhất|đồng ý|nhất trí|chốt|duyệt"
            r"|chấp thuận"
            r"|cho phép|cho)(?: \w+){0,3}|(?:thống nhất|đồng ý|nhất trí"
            r"|chấp thuận) (?:với sở nội vụ)"
            r"(?: \w+){0,3}|được (?:sở nội vụ|snv) \w+ \w*|chỉ (?:thống nhất|đồng ý|chấp thuận"
            r"|nhất trí)"
        ),
    ),
    (
        Role.ALLOWED,
        cue(
            r"số lượng(?: khen| khen thưởng)?(?: (?:tối đa|không quá|là|chỉ|được|cho|có|đúng|gồm"
            r"|ghi))*"
            r"|(?:số lượng|sl) ?:|tối đa(?: (?:là|chỉ|được))?|không (?:được )?(?:quá|vượt quá|vượt)"
            r"|nhiều nhất(?: là)?|chỉ (?:được )?(?:cho|được|có|khen|giao|phân|định"
            r"|ghi)(?: (?:tối đa|khen))?"
            r"|phân bổ(?: (?:cho|tối đa))?|giới hạn(?: (?:là|ở))?|khống chế(?: (?:là|ở))?"
            r"|(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt))?(?: (?:\w+ )?(?:quy định|cho|ghi"
            r"|ấn định|chốt|giao|nêu"
            r"|là|có))+(?: (?:rõ|tối đa|số lượng|khen|là)){0,3}|quy định(?: (?:là|chỉ|rõ|tối đa))?"
            r"|hạn mức(?: là)?|trần(?: là)?|cho phép(?: khen)?|chỉ tiêu(?: khen)?|ấn định"
        ),
    ),
    (
        Role.OVER,
        cue(
            r"(?:vượt|thừa|dôi|quá|nhiều hơn|dư)(?: (?:số lượng|hướng dẫn|quy định|ra|mất|tới|đến"
            r"|là|đúng|có|những)){0,3}"
        ),
    ),
    (
        Role.PROPOSED,
        cue(
            r"(?:trình|đề nghị|đề nghi|đề xuất|khen|khen thưởng|tặng|danh sách|lập|chọn(?: ra"
            r"| được)?|gửi|xin"
            r"|trao|đưa|xét(?: chọn)?|bình(?: chọn| xét)?|nguyên|đúng|cả|giấy khen|bằng khen|cho"
            r"|giữ"
            r"|nêu|của|chuyên đề|thưởng|hiện|lên|huyện|tỉnh|báo cáo thành tích của)"
        ),
    ),
)
_ABOUT: Final = cue(r"khoảng|chừng|tầm|gần|hơn|trên|ước")
_JOINED: Final = frozenset("/.,-%")
_ALSO: Final = re.compile(r"(?: ?,| v\w| ?\+| c\w+g)? ?(?:\w+ )?")
_REACH: Final = 64


def counted(passage: Passage) -> tuple[Counted, ...]:
    """All counts in order, each with its part."""
    found: list[Counted] = []
    for number, kind, span in sorted(_matches(passage), key=lambda m: m[2]):
        if found and span[0] < found[-1].spans[0][1]:
            continue
        if found and _goes_on(passage, found[-1], span, kind):
            before = found[-1]
            one = replace(before, number=number, kind=kind, spans=(span, *before.spans[1:]))
        else:
            one = _with_role(passage, Counted(number, kind, Role.NONE, (span,)))
        found.append(one)
    return tuple(found)


def _matches(passage: Passage) -> Iterator[tuple[int, str | None, Span]]:
    named: list[Span] = []
    for match in _COUNT.finditer(passage.text):
        kind = next(k for k in ("collective", "household", "individual") if match[k])
        number = _number(passage, match, noun=match[kind])
        if number is not None and passage.text[match.start() - 1 : match.start()] not in _JOINED:
            named.append(match.span())
            yield number, kind, match.span()
    for match in _LETTERED.finditer(passage.folded.text):
        if not any(s <= match.start() < e for s, e in named):
            named.append(match.span())
            yield int(match["n"]), "collective" if match["c"] else "individual", match.span()
    for match in _BARE.finditer(passage.folded.text):
        if not any(s <= match.start() < e for s, e in named):
            yield int(match["n"]), None, match.span()


def _number(passage: Passage, match: re.Match[str], *, noun: str) -> int | None:
    """The number; 0 for `mấy`, `các`; None where the word is no number."""
    said = passage.piece(match.span("n")).lower()
    if said in _LOOSE and len(noun) < _SHORTEST:
        return None
    number = to_int(said)
    return 0 if number is None and not said[0].isdigit() else number


def _goes_on(passage: Passage, before: Counted, span: Span, kind: str | None) -> bool:
    """`2 tập thể và 5 cá nhân`: the part of the first is that of the second."""
    gap = passage.text[before.spans[0][1] : span[0]]
    other = kind is not None and before.kind is not None and kind != before.kind
    return other and _ALSO.fullmatch(gap) is not None


def _with_role(passage: Passage, one: Counted) -> Counted:
    start = one.place
    sentence = passage.sentence(start)
    floor = max(sentence.start, start - _REACH)
    best: tuple[int, Role, Span] | None = None
    for role, pattern in _ROLES:
        for match in pattern.finditer(passage.text, floor, start):
            gap = passage.text[match.end() : start]
            if re.search(r"[;:(]|\d", gap) and role is not Role.ALLOWED:
                continue
            if best is None or match.end() > best[0]:
                best = (match.end(), role, match.span())
    approximate = any(start - m.end() <= 1 for m in _ABOUT.finditer(passage.text, floor, start))
    if best is None:
        return replace(one, approximate=approximate)
    strong = start - best[0] <= 1
    near = len(passage.text[best[0] : start].split()) <= (5 if one.kind else 0)
    if not near:
        return replace(one, approximate=approximate)
    return replace(
        one, role=best[1], spans=(*one.spans, best[2]), strong=strong, approximate=approximate
    )
