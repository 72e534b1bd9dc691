"""An initiative's past told around corners: what it brought, and that it is to serve again."""

from __future__ import annotations

from typing import Final

from language.facts.passage import Passage
from language.marked import cue
from language.searching import Cue

Span = tuple[int, int]

INITIATIVE: Final = r"(?:sáng kiến|skkn|đề tài(?: nghiên cứu)?|giải pháp kỹ thuật|sk)"
_TITLE: Final = (
    r"(?:danh hiệu|cstđ|chiến sĩ thi đua|chiến sỹ thi đua|lao động tiên tiến|lđtt|cờ thi đua"
    r"|tập thể lao động xuất sắc|giáo viên giỏi)"
)
_AWARD: Final = r"(?:bằng khen|giấy khen|huân chương|huy chương|kỷ niệm chương|khen thưởng|khen)"
_BROUGHT: Final = (
    r"(?:giúp|đem lại|đem về|mang về|mang lại|đưa lại|làm nên|làm căn cứ|là căn cứ|làm cơ sở"
    r"|là cơ sở|để|cho|nên|lấy|nhận|được|đạt|xét|đổi lấy|kiếm|vào|trong|phục vụ)"
)
_GOT: Final = r"(?:nhận|được|đạt|có|lấy|giành|lĩnh|đoạt|rinh|phong|tặng|trao|công nhận)"
_BY: Final = r"(?:nhờ|bằng|từ|với|do|qua|vì|dựa vào|cũng là|cũng từ|cũng nhờ|cũng bằng|chính là)"
_PAST: Final = (
    r"(?:đã|từng|năm ngoái|năm kia|năm trước|hồi|trước đây|trước đó|lần trước|đợt trước|vừa rồi"
    r"|năm (?:học )?(?:19|20)\d\d(?:-\d{4})?|cuối năm|đầu năm|rồi)"
)
_WORDS: Final = r"(?: (?!chưa|không|chẳng|hay|hoặc)[^ .;?!]+)"
_ALONG: Final = (
    r"(?: (?!(?:chưa|không|chẳng|hay|hoặc|nay|giờ|trình|đề nghị|xin|đợt)(?!\w))[^ ,.;?!]+)"
)


def _uses(goal: str) -> tuple[Cue, ...]:
    """An initiative that brought this, and this that was had by an initiative."""
    return (
        cue(
            rf"{INITIATIVE}{_WORDS}{{0,12}}? {_PAST}{_WORDS}{{0,8}}? {_BROUGHT}"
            rf"{_WORDS}{{0,5}}? {goal}"
        ),
        cue(
            rf"{_GOT}{_WORDS}{{0,4}}? {goal}{_WORDS}{{0,10}}? {_BY}{_WORDS}{{0,4}}? {INITIATIVE}"
            r"(?! mới| khác)"
        ),
        cue(
            rf"{_PAST}{_ALONG}{{0,5}}? (?:lấy|dùng|đưa|đem|mang|sử dụng|nhờ|bằng)"
            rf"(?: (?:chính|cái|đúng))*"
            rf" {INITIATIVE}{_ALONG}{{0,9}}? (?:{_GOT}|xét){_ALONG}{{0,5}}? {goal}"
        ),
        cue(rf"{_PAST}{_WORDS}{{0,6}}? {_GOT}{_WORDS}{{0,4}}? {goal} (?:nhờ|bằng|từ|với) nó"),
    )


_USES: Final = (("used_for_title", _uses(_TITLE)), ("used_for_award", _uses(_AWARD)))
_AGAIN: Final = cue(
    rf"(?:dùng|sử dụng|lấy|đưa|đem|mang|kê|nộp|xài)(?: \w+){{0,2}} (?:lại|tiếp|thêm lần nữa"
    rf"|lần nữa|lần thứ hai|lần 2)(?: \w+){{0,3}} ?(?:{INITIATIVE}|cái|nó)?"
    rf"|{INITIATIVE}{_WORDS}{{0,3}}? (?:cũ|đã dùng|dùng rồi|xài rồi|năm ngoái|năm trước|đợt trước)"
)
_SERVED: Final = r"(?:dùng|sử dụng|lấy|đưa|đem|xét|tính|nhận|hưởng|làm căn cứ)(?: [^ .;?!]+){0,9}?"
_UNKNOWN: Final = cue(
    r"(?:không|chưa|chẳng|chả|ko|k)(?: (?:ai|còn|hề|được|thể|có))*"
    r" (?:rõ|biết|nhớ|chắc|hỏi|kiểm tra|xác minh|tra|nắm)(?: [^ .;?!]+){0,12}?"
    rf" {_SERVED} (?:hay (?:là )?(?:chưa|không)|hay|chưa|không|lần nào chưa)(?= ?(?:[.,;?]|$|thì))"
    rf"|{INITIATIVE}(?: [^ .;?!]+){{0,9}}? {_SERVED} (?:hay (?:là )?(?:chưa|không)|chưa|không)"
    r" (?:thì )?(?:em |tôi |mình |cũng |đơn vị |bọn em )*(?:không|chưa|chẳng|ko|k)"
    r"(?: (?:ai|còn|hề|được))* (?:rõ|biết|nhớ|chắc|hỏi|kiểm tra|xác minh)"
)
_WORD: Final = cue(INITIATIVE)
_DENIED: Final = cue(r"(?:chưa|không|chẳng|chả|ko)(?: \w+){0,3} ?$")
_BEFORE: Final = 24


def earlier_use(passage: Passage) -> tuple[str, tuple[Span, ...]] | None:
    """`used_for_title` or `used_for_award`, as the initiative's past is told."""
    for value, patterns in _USES:
        spans = tuple(
            match.span()
            for pattern in patterns
            for match in pattern.finditer(passage.text)
            if not _is_denied(passage, match.start())
        )
        if spans:
            return value, (*spans, *again(passage))
    return None


def use_unknown(passage: Passage) -> tuple[Span, ...]:
    """`không rõ sáng kiến đó đã dùng xét danh hiệu hay chưa`."""
    found = (m.span() for m in _UNKNOWN.finditer(passage.text))
    return tuple(s for s in found if _WORD.search(passage.text, *passage.sentence(s[0])))


def again(passage: Passage) -> tuple[Span, ...]:
    """`xin dùng lại sáng kiến đó`."""
    found = (m.span() for m in _AGAIN.finditer(passage.text))
    return tuple(s for s in found if not _is_denied(passage, s[0]))


def _is_denied(passage: Passage, place: int) -> bool:
    return _DENIED.search(passage.text[max(0, place - _BEFORE) : place]) is not None
