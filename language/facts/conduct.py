"""How the nominees' work was rated, inspections of them, and discipline under way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_RATINGS: Final = (
    (
        "not_completed",
        cue(r"(?:không|chưa) hoàn thành (?:tốt )?nhiệm vụ|xếp loại (?:không hoàn thành|yếu|kém)"),
    ),
    (
        "not_rated",
        cue(
            r"chưa (?:được |có |có kết quả )*(?:xếp loại|đánh giá|phân loại)(?: \w+){0,3}"
            r"|(?:đánh giá|xếp loại)(?: \w+){0,4} (?:thì )?chưa có"
        ),
    ),
    (
        "excellent",
        cue(r"hoàn thành xuất sắc(?: chức trách)?(?:,? nhiệm vụ)?|xuất sắc nhiệm vụ|htxsnv"),
    ),
    ("good", cue(r"hoàn thành tốt(?: chức trách)?(?:,? nhiệm vụ)?|htt nhiệm vụ|httnv")),
    ("completed", cue(r"hoàn thành nhiệm vụ|đánh giá hoàn thành|xếp loại hoàn thành")),
)
_INSPECTION: Final = r"(?:thanh tra|kiểm tra|kiểm toán)"
_NO_INSPECTION: Final = cue(
    rf"(?:không|chẳng|chưa|ko)(?: (?:có|bị|hề|vướng|dính|liên quan|mắc|gì|ai|vướng mắc|kết luận|vào"
    rf"|đơn vị nào)){{1,5}}(?: \w+){{0,2}} {_INSPECTION}(?:,? (?:và )?{_INSPECTION})?"
)
_CONCLUSION: Final = cue(
    rf"kết luận(?: (?:của|sau|về))*(?: \w+){{0,2}}? {_INSPECTION}"
    rf"|{_INSPECTION}(?: \w+){{0,3}}? kết luận"
    rf"|bị {_INSPECTION}"
)
_CARRIED: Final = cue(
    r"(?:đã|được)(?: \w+){0,2}? (?:khắc phục|thực hiện|chấp hành|sửa|xử lý)(?: (?:xong|đầy đủ|hết"
    r"|toàn bộ"
    r"|dứt điểm|đủ))+|(?:khắc phục|thực hiện|chấp hành)(?: (?:xong|đầy đủ|hết|dứt điểm|nghiêm))+"
    r"|xong toàn bộ|có văn bản xác nhận (?:xong|hoàn thành)"
)
_OPEN: Final = cue(
    r"(?:chưa|không|còn)(?: (?:hề|được|kịp|chịu|nợ|dây dưa|tồn đọng))*"
    r" (?:khắc phục|thực hiện|chấp hành|xử lý|sửa)(?: (?:xong|hết|đầy đủ|dứt điểm))*"
    r"|(?:còn|vẫn) (?:tồn đọng|dở dang|vướng)|đang (?:khắc phục|thực hiện)"
)
_HELD: Final = cue(
    r"đang (?:bị |được |trong (?:thời gian|quá trình) |chờ )*(?:xem xét (?:xử lý )?kỷ luật"
    r"|kỷ luật|điều tra"
    r"|xác minh|xử lý kỷ luật|thanh tra|kiểm tra dấu hiệu|làm rõ đơn|khởi tố|tạm giam|xem xét đơn)"
    r"|(?:đang|còn|vẫn) (?:bị |có )?(?:đơn|thư)(?: thư)? (?:tố cáo|khiếu nại|nặc danh)"
    r"|có đơn (?:thư )?(?:tố cáo|khiếu nại)(?: \w+){0,3} (?:đang|chưa)|bị khởi tố"
)
_WAS: Final = cue(
    r"(?:bị|chịu|nhận|dính) (?:[^ .,;?!]+ ){0,3}?(?:kỷ luật|khiển trách|cảnh cáo|cách chức"
    r"|giáng chức|hạ bậc lương)"
)
_BEFORE: Final = 24
_NO: Final = cue(r"(?:không|chưa|chẳng|ko)(?: \w+){0,3} ?$")
_NOT_HELD: Final = cue(
    r"không(?: (?:ai|có|bị|hề|vướng|đang|dính|gì|từng|đã|phải|người nào))*"
    r" (?:kỷ luật|điều tra|xác minh|đơn thư|khởi tố"
    r"|tố cáo)"
)


def read_conduct(passage: Passage, nominees: int) -> Iterator[Heard]:
    """The rating, the inspection and the hold, said of all that are proposed alike."""
    for fact, told in (
        ("completion_rating", _rating(passage)),
        ("inspection", _inspection(passage)),
        ("under_discipline", _held(passage)),
    ):
        if told is not None:
            for index in range(nominees):
                sure = told[0] is not None
                yield Heard(f"nominees[{index}].{fact}", told[0], told[1], sure=sure)


def read_discipline(passage: Passage, nominees: int) -> Iterator[Heard]:
    """A discipline that was or is under way: of whom it is said is asked."""
    told = _held(passage)
    if told is not None and told[0] is not False:
        for index in range(nominees):
            yield Heard(f"nominees[{index}].under_discipline", None, told[1], sure=False)


def _rating(passage: Passage) -> tuple[str, tuple[Span, ...]] | None:
    """Where several are told it is not said here whose each is."""
    taken: list[Span] = []
    found: dict[str, list[Span]] = {}
    for value, pattern in _RATINGS:
        for match in pattern.finditer(passage.text):
            if all(match.end() <= s or e <= match.start() for s, e in taken):
                taken.append(match.span())
                found.setdefault(value, []).append(match.span())
    if len(found) != 1:
        return None
    value = next(iter(found))
    return value, tuple(found[value])


def _inspection(passage: Passage) -> tuple[str, tuple[Span, ...]] | None:
    concluded = _CONCLUSION.search(passage.text)
    none = _NO_INSPECTION.search(passage.text)
    if concluded and not (none and _overlap(none, concluded)):
        for value, pattern in (("outstanding", _OPEN), ("carried_out", _CARRIED)):
            end = passage.sentence(concluded.end() - 1).end
            said = pattern.search(passage.text, concluded.end(), end)
            if said:
                return value, (concluded.span(), said.span())
        return None
    return ("none", (none.span(),)) if none else None


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _held(passage: Passage) -> tuple[bool | None, tuple[Span, ...]] | None:
    """Under way, or not; not sure where there was a discipline of the past."""
    held = _HELD.search(passage.text)
    if held:
        return True, (held.span(),)
    was = next((m for m in _WAS.finditer(passage.text) if not _is_denied(passage, m.start())), None)
    if was:
        return None, (was.span(),)
    free = _NOT_HELD.search(passage.text)
    return (False, (free.span(),)) if free else None


def _is_denied(passage: Passage, place: int) -> bool:
    floor = max(passage.clause(place).start, place - _BEFORE)
    return _NO.search(passage.text[floor:place]) is not None
