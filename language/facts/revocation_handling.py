"""How a violation was dealt with, whose it was, and what became of the award."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue
from language.searching import Cue

_HANDLED: Final = {
    "criminal": cue(
        r"bị (?:đưa ra )?xét xử|(?:tòa|tòa án)(?: \w+){0,4} (?:kết án|phạt|xử|tuyên|kết tội)"
        r"|kết án|án (?:treo|tù)|phạt tù|đi tù|xử lý hình sự|xử lý (?:về )?hình sự|xử phạt tù"
        r"|tù (?:treo|giam)"
        r"|truy cứu trách nhiệm hình sự|(?:\d+|\w+) (?:tháng|năm) tù|bị xử tù|thi hành án phạt"
    ),
    "discipline": cue(
        r"kỷ luật|khiển trách|cảnh cáo|cách chức|giáng chức|buộc thôi việc|khai trừ|sa thải"
        r"|hạ bậc lương"
    ),
    "administrative": cue(
        r"(?:xử )?phạt (?:vi phạm )?hành chính|(?:xử )?phạt tiền|(?:bị )?phạt (?:\d[\d.,]* ?)?"
        r"(?:nghìn|triệu|đồng)|nộp phạt|xử lý hành chính|biên bản (?:xử phạt|vi phạm hành chính)"
    ),
    "pending": cue(
        r"đang (?:bị |được )?(?:điều tra|xem xét|xác minh|thanh tra|chờ|làm rõ|xử lý|khởi tố"
        r"|tạm giam)"
        r"|(?:công an|cơ quan điều tra|thanh tra|ủy ban kiểm tra)(?: \w+){0,2} đang"
        r"|chưa (?:có |ra )?(?:(?:quyết định|hình thức|mức) )?(?:kết luận|xử lý|kỷ luật"
        r"|kết quả xử lý)|bị (?:(?:cơ quan|công an|\w+) ){0,4}?(?:khởi tố|truy tố|tạm giam|tạm giữ)"
        r"|mới (?:bị )?(?:khởi tố|có đơn)|chưa xét xử"
    ),
    "none": cue(
        r"(?:không|chưa)(?: hề)?(?: bị| có)? (?:xử lý|kỷ luật|hình thức)(?: gì| nào)"
        r"|(?:chỉ )?(?:bị )?(?:phê bình|nhắc nhở|rút kinh nghiệm|kiểm điểm)"
    ),
}
_DENIED: Final = cue(
    r"(?:xem xét|đề nghị|đề xuất|dự kiến|sẽ|chờ|chuẩn bị|có thể|định|họp xét|kiến nghị|quy trình"
    r"|thủ tục)(?: (?:xử lý|bị|thi hành|hình thức|việc|để|quyết định|về|mức|ra|,))* $|"
    r"(?:không|chưa|chẳng|ko)(?: hề| phải| từng)?(?: bị| có)?(?: ai| mức| hình thức)?"
    r"(?: xử lý| xem xét| ra)?(?: quyết định)? $"
)
_ASKED: Final = cue(r"(?:không|chưa|ko)(?: (?:ạ|ah|nhỉ|anh|chị|em|vậy|ta))?$")
_BEFORE: Final = 30
_OR_NOT: Final = cue(r" (?:hay |hoặc )?(?:chưa|không)(?! (?:thì )?(?:còn|được))")
_UNKNOWN: Final = cue(
    r"(?:hủy|huỷ|thu hồi)(?: bỏ)?(?: hay)? (?:chưa|không)[^.;?]{0,30}(?:không|chưa|ko)"
    r" (?:rõ|biết|nắm|chắc|nhớ)"
    r"|(?:không|chưa|ko) (?:rõ|biết|nắm|chắc|nhớ)[^.;?]{0,40}(?:đã )?(?:hủy|huỷ|thu hồi)"
    r"(?: bỏ)?(?: hay)? (?:chưa|không)"
)
_KEPT: Final = cue(
    r"(?:chưa|chẳng|không)(?: (?:ai|bị|có|hề|được|đơn vị nào|thấy|cơ quan nào|ra)){0,3}"
    r"(?: quyết định)? (?:hủy|huỷ|thu hồi|xóa)(?: bỏ)?"
    r"|(?:vẫn )?còn (?:nguyên|hiệu lực|giữ|treo|đang giữ)|vẫn (?:giữ|treo|còn)"
    r"|chưa (?:ai )?động đến"
)
_ANNULLED: Final = cue(
    r"(?:đã|vừa|mới)(?: (?:bị|có|ra|được|ban hành|ký|làm)){0,3}(?: quyết định| qđ| thủ tục)?"
    r" (?:hủy|huỷ|thu hồi)(?: bỏ)?|(?:bị|ra quyết định|có quyết định|quyết định) (?:hủy|huỷ"
    r"|thu hồi)(?: bỏ)?"
    r"|(?:hủy|huỷ|thu hồi)(?: bỏ)?(?: \w+){0,3} (?:rồi|xong)"
)
_RECOVERED: Final = cue(
    r"(?:đã |và )?thu(?: lại| hồi| về)?(?: (?:đủ|hết|cả|xong|được))*"
    r" (?:hiện vật|tiền thưởng|bằng|khung|giấy chứng nhận|tiền)"
    r"|(?:hiện vật|tiền thưởng|tiền)(?: \w+){0,3} (?:thu|nộp|trả)(?: lại| hồi)?(?: (?:đủ"
    r"|hết))? (?:rồi|xong)"
    r"|(?:đã )?(?:nộp|trả) lại(?: (?:đủ|hết|cả))*(?: \w+){0,2} (?:hiện vật|tiền thưởng|bằng khen"
    r"|giấy khen)"
)
_NOT_RECOVERED: Final = cue(
    r"(?:chưa|không) (?:thu|nộp|trả)(?: lại| hồi| được)*(?: (?:hiện vật|tiền thưởng|tiền"
    r"|hiện vật nào))"
    r"|(?:hiện vật|tiền thưởng)(?: \w+){0,3} chưa (?:thu|nộp|trả)"
)
_UNFOUNDED: Final = cue(
    r"(?:kết luận |xác định |là )?(?:không (?:có )?(?:vi phạm|sai phạm)|tố cáo sai"
    r"|không đúng sự thật"
    r"|oan|không có cơ sở)"
)
# `trước đó không vi phạm gì` says nothing against the violation told
_OTHER_TIME: Final = cue(
    r"trước (?:đó|đây|kia|nay)|từ trước|sau (?:đó|này)|ngoài ra|từ (?:đó|ấy)|về sau|những năm"
    r"|các năm|thời gian (?:đó|này|khác)|khi (?:đó|được)|trong (?:thời gian|giai đoạn|kỳ|năm)|lúc"
    r"|năm"
)
_SOMEBODY: Final = (
    r"(?:nhân viên|cán bộ|thành viên|người|đồng chí|đ/c|đc|kế toán|giáo viên|đoàn viên|hội viên"
    r"|công chức|viên chức|bác sĩ|y sĩ|y tá|điều dưỡng|thầy(?: giáo)?|cô(?: giáo)?|học sinh|anh|chị"
    r"|ông|bà|hiệu trưởng|hiệu phó|phó hiệu trưởng|trưởng phòng|phó phòng|trạm trưởng|thủ quỹ"
    r"|bí thư"
    r"|chủ tịch|giám đốc|phó giám đốc|tổ trưởng|đội trưởng|lái xe|bảo vệ|chiến sĩ|dân quân)"
)
_MEMBER: Final = cue(
    rf"(?:một|1|có|có một|có 1|hai|2|vài|mấy) (?:{_SOMEBODY}|\w+(?: an"
    rf"| lâm)? viên)(?: \w+){{0,9}} bị"
    rf"|{_SOMEBODY}(?: \w+){{0,3}} (?:của|trong|thuộc|ở)(?: \w+){{1,4}} bị"
    rf"|(?:hiệu trưởng|trưởng phòng|trạm trưởng|kế toán|thủ quỹ|bí thư|giám đốc)(?: \w+){{0,6}} bị"
    r"|(?:bản thân|còn|riêng) tập thể(?: \w+){0,6} (?:không|chưa) bị"
)
_BODY_ITSELF: Final = cue(
    r"(?:chính|bản thân|cả|tập thể)(?: (?!không|chưa)\w+){0,6}"
    r" (?:vi phạm|bị|xả|lập khống|khai khống|trốn thuế|buôn lậu|gian lận)"
)
_RELATIVE: Final = cue(r"(?:chồng|vợ|con|bố|mẹ|em trai|anh trai|người nhà)(?: \w+){0,3} bị")
_SELF: Final = cue(
    r"bị|vi phạm|phạm tội|có hành vi|làm sai|tham ô|đánh bạc|gây tai nạn|để xảy ra|làm mất"
    r"|(?:kỷ luật|khiển trách|cảnh cáo|cách chức|buộc thôi việc|khai trừ)(?: (?!không"
    r"|chưa)\w+){0,2}"
    r" (?:bà|ông|anh|chị|đ/c|đồng chí|cô|thầy)"
)


def read_handling(passage: Passage, *, collective: bool) -> Iterator[Heard]:
    """The handling, whose it was, and the state of the award itself."""
    yield from _handled(passage)
    yield from _holder(passage, collective=collective)
    yield from _award(passage)
    unfounded = [
        m.span()
        for m in _UNFOUNDED.finditer(passage.text)
        if not _OTHER_TIME.search(passage.text, passage.clause(m.start()).start, m.start())
    ]
    if unfounded:
        yield Heard("violation_established", value=False, spans=tuple(unfounded))


def _handled(passage: Passage) -> Iterator[Heard]:
    """The gravest that was done; what was not, and what is asked, is none."""
    for handling, pattern in _HANDLED.items():
        spans = [m.span() for m in pattern.finditer(passage.text) if _holds(passage, m, handling)]
        if spans:
            yield Heard("handling", handling, tuple(spans))
            return


def _holds(passage: Passage, match: re.Match[str], handling: str) -> bool:
    if handling in ("none", "pending"):
        return True
    start = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
    return not _DENIED.search(passage.text[start : match.start()])


def _holder(passage: Passage, *, collective: bool) -> Iterator[Heard]:
    others = _MEMBER if collective else _RELATIVE
    found = tuple(m.span() for m in others.finditer(passage.text))
    if found:
        yield Heard("holder_is_nominee", value=False, spans=found)
        return
    own = tuple(m.span() for m in (_BODY_ITSELF if collective else _SELF).finditer(passage.text))
    if own:
        yield Heard("holder_is_nominee", value=True, spans=own)


def _award(passage: Passage) -> Iterator[Heard]:
    unknown = tuple(m.span() for m in _UNKNOWN.finditer(passage.text))
    kept = _stated(passage, _KEPT)
    if unknown:
        yield Heard("already_annulled", None, unknown)
    elif kept:
        yield Heard("already_annulled", value=False, spans=kept)
    elif annulled := _stated(passage, _ANNULLED):
        yield Heard("already_annulled", value=True, spans=annulled)
    missing = _stated(passage, _NOT_RECOVERED)
    if missing:
        yield Heard("items_recovered", value=False, spans=missing)
    elif recovered := _stated(passage, _RECOVERED):
        yield Heard("items_recovered", value=True, spans=recovered)


def _stated(passage: Passage, pattern: Cue) -> tuple[tuple[int, int], ...]:
    """Where it is said, and not asked: `đã hủy chưa?` says nothing."""
    return tuple(m.span() for m in pattern.finditer(passage.text) if not _is_asked(passage, m))


def _is_asked(passage: Passage, match: re.Match[str]) -> bool:
    if _OR_NOT.match(passage.text, match.end()):
        return True
    sentence = passage.sentence(match.start())
    rest = passage.text[match.end() : sentence.end].rstrip(" .?!")
    asks = passage.text[match.end() : sentence.end].rstrip().endswith("?")
    return asks and bool(_ASKED.search(rest)) and "," not in rest
