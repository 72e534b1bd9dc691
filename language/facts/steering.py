"""A Ban Chỉ đạo or a body like it that is to be praised, and the members of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_BOARD: Final = r"(?:ban chỉ đạo|bcđ)"
_ASKED: Final = (
    r"(?:khen thưởng|khen|tặng|trình|đề nghị|đề xuất|trao|thưởng|bằng khen|giấy khen|xin)"
    r"(?: (?:thưởng|cho|cả|tập thể|luôn|cấp|bằng khen|giấy khen|đối với|chính|tặng|các|chủ tịch"
    r"|ubnd"
    r"|ct|tỉnh|huyện|khen|cái|này|riêng|thêm|của)){0,8}"
)
_NAME: Final = r"(?: (?:tỉnh|huyện|xã|dự án|đề án|chương trình|cấp tỉnh|liên ngành|\d+))?"
_AS_NOMINEE: Final = (
    cue(rf"{_ASKED} (?P<who>{_BOARD}{_NAME})"),
    cue(
        r"(?:khen|tặng|trình|đề nghị|cho) [^ ]+ tập thể ?(?::|gồm(?: có)?|là|trong đó có)"
        rf"(?: [^.;?]{{0,50}}?[, ])?? ?(?P<who>{_BOARD}{_NAME})"
    ),
    cue(rf"tập thể (?P<who>{_BOARD}{_NAME})"),
    # `khen: 1. Ban Chỉ đạo tỉnh; 2. Ông Páo`
    cue(
        rf"{_ASKED} ?:(?:[^?!]{{0,140}}?[;,.])??[ ]*(?:\d{{1,2}}[.)/] ?|- ?)?(?:tập thể )?"
        rf"(?P<who>{_BOARD}{_NAME})"
    ),
    cue(
        rf"(?P<who>{_BOARD}{_NAME})(?: \w+){{0,6}} (?:được|xứng đáng|vào|là tập thể)"
        r"(?: \w+){0,2} (?:khen|danh sách|bằng khen|đề nghị|tặng)"
    ),
)
_LIKE: Final = cue(
    r"(?P<who>(?:ban (?:điều hành|quản lý|tổ chức|vận động|chủ nhiệm|điều phối|thường trực|chỉ huy)"
    r"|tổ (?:công tác|chỉ đạo|điều phối|giúp việc|thường trực|điều hành)|hội đồng (?:chỉ đạo"
    r"|điều phối"
    r"|điều hành)|văn phòng điều phối|bộ phận thường trực|tiểu ban)(?: (?:liên ngành|dự án|đề án"
    r"|chương trình|cấp tỉnh|tỉnh))?)"
)
_ALIKE: Final = cue(
    r"(?:y hệt|như|y như|giống(?: hệt| như| y)?|tương đương|tương tự|không khác(?: gì)?|chẳng khác"
    rf"(?: gì)?|thay(?: cho)?|thực chất là|bản chất là|cũng là|tức là"
    rf"|vai trò)(?: \w+){{0,3}} {_BOARD}"
    rf"|(?:việc|vai|vai trò|chức năng|nhiệm vụ|công việc|phần việc)(?: \w+){{0,3}} {_BOARD}"
    r"|nhiệm vụ chỉ đạo|chỉ đạo chung|tập thể tương đương"
)
_UNLIKE: Final = cue(rf"(?:không phải|chứ không phải|khác|không giống)(?: \w+){{0,2}} {_BOARD}")
_MEMBER: Final = cue(
    r"(?:thành viên|ủy viên|trưởng ban|phó trưởng ban|phó ban|trưởng|phó trưởng|tổ viên|thư ký)"
    rf"(?: (?:của|trong|thường trực|cấp|là))* {_BOARD}|trong (?:thành phần )?{_BOARD}"
)
# `không phải ai cũng là thành viên` and `không biết ai là thành viên` deny nothing
_NO_MEMBER: Final = cue(
    r"(?<!ai )(?:không|chẳng|ko|chả)(?: (?:ai|có|phải|là|hề|một|người|nào|cá nhân|đồng chí"
    r"|đ/c|thuộc|nằm|ở|tham gia|trong|số|họ|này|đó|thành viên|ủy viên|tổ viên|của|thành phần|bất kỳ"
    rf"|danh sách|trưởng)){{1,9}} {_BOARD}"
)
_OF_EACH: Final = cue(r"ai|đều|cả|tất cả|toàn bộ|nào|hết thảy|mọi")
_SAVE: Final = cue(r"trừ|ngoại trừ|ngoài|riêng|chỉ có|phần lớn|đa số|hầu hết|còn")
_ANY_BOARD: Final = cue(rf"(?:thuộc|nằm|tham gia|làm|trong|vào|ở|của) {_BOARD}")
_NOT_ASKED: Final = cue(
    r"(?:không|chưa|đừng|chứ không|không hề|bỏ|loại|rút|trừ)(?: (?:có|phải|ai|xin|đề nghị|trình"
    r"|khen"
    r"|tặng|cả|tập thể|đưa|dám|được|đối với)){0,4} $"
)
_ASKED_CUE: Final = cue(_ASKED)
_BEFORE: Final = 30
_REACH: Final = 70


@dataclass(frozen=True, slots=True)
class Board:
    """A steering body asked to be praised; `sure` where it is one by name or by its task."""

    name: str
    span: Span
    spans: tuple[Span, ...]
    sure: bool


def boards(passage: Passage) -> Iterator[Board]:
    """The steering body that is a nominee: by its name, else by a task like that of one."""
    for pattern in _AS_NOMINEE:
        for match in pattern.finditer(passage.text):
            place = match.span("who")
            if not (_is_denied(passage, match.start()) or _is_member(passage, place)):
                yield Board(passage.piece(place), place, (match.span(),), sure=True)
                return
    like = _LIKE.search(passage.text)
    if like is not None and not _is_denied(passage, like.start()):
        yield from _alike(passage, like.span("who"))


def _alike(passage: Passage, place: Span) -> Iterator[Board]:
    name = passage.piece(place)
    alike = [m.span() for m in _ALIKE.finditer(passage.text)]
    if alike:
        named = [m.span() for m in _LIKE.finditer(passage.text)]
        yield Board(name, place, (place, *named, *alike), sure=True)
    elif _UNLIKE.search(passage.text) is None and _is_asked(passage, place[0]):
        yield Board(name, place, (place,), sure=False)


def _is_asked(passage: Passage, place: int) -> bool:
    floor = max(passage.sentence(place).start, place - _REACH)
    return _ASKED_CUE.search(passage.text, floor, place) is not None


def _is_denied(passage: Passage, place: int) -> bool:
    floor = max(passage.sentence(place).start, place - _BEFORE)
    return _NOT_ASKED.search(passage.text[floor:place]) is not None


def _is_member(passage: Passage, place: Span) -> bool:
    floor = max(0, place[0] - _BEFORE)
    return any(m.end() >= place[0] for m in _MEMBER.finditer(passage.text, floor, place[1]))


def members(passage: Passage) -> tuple[Span, ...]:
    """The words that say a nominee is a member of a steering body."""
    denied = not_members(passage)
    found = (m.span() for m in _MEMBER.finditer(passage.text))
    return tuple(s for s in found if not any(a < s[1] and s[0] < b for a, b in denied))


def not_members(passage: Passage) -> tuple[Span, ...]:
    """`không ai là thành viên Ban Chỉ đạo`, `đều không thuộc BCĐ`."""
    return tuple(m.span() for m in _NO_MEMBER.finditer(passage.text))


def are_all_outside(passage: Passage, *, alone: bool) -> bool:
    """Whether it is said of each one proposed that he is no member, with nobody saved from it."""
    denied = not_members(passage)
    for start, end in denied:
        sentence = passage.sentence(start)
        floor = passage.clause(start).start
        of_each = _OF_EACH.search(passage.text, floor, end) is not None
        counted = any(c.isdigit() for c in passage.text[floor:start])
        if _SAVE.search(passage.text, start, sentence.end) or not (of_each or alone):
            return False
        if counted and not of_each:
            return False
    others = (m.span() for m in _ANY_BOARD.finditer(passage.text))
    return all(any(a < s[1] and s[0] < b for a, b in denied) for s in others)
