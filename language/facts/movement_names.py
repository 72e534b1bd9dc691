"""The names of movements, whose words tell nothing of the case: `5 không, 3 sạch`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

_NUMBER: Final = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_VIRTUE: Final = (
    rf"{_NUMBER} (?:sạch|có|biết|an|tốt|chống|giảm|tăng|rõ|đúng|đảm bảo|xanh|chung|tại chỗ|cùng"
    r"|quản|mới|hơn|sẵn sàng|giỏi|nhất|kiểm tra|trách nhiệm|bám|đi đầu)"
)
_WHERE: Final = (
    r"(?:gia đình|chi hội|thôn|bản|xóm|khu dân cư|tuyến đường|tiêu chí|hội viên|cơ quan|trường học"
    r"|trường|phụ nữ|nông dân|thanh niên|xã|chợ|lớp|đơn vị|tuyến phố|cộng đồng|địa bàn)"
)
_HEAD: Final = (
    r"(?:phong trào|cuộc vận động|thi đua|mô hình|chuyên đề|đợt|chủ đề|khẩu hiệu|chiến dịch"
    r"|danh hiệu|tiêu chí)"
)
_BAD: Final = (
    r"(?:ma túy|rác(?: thải)?(?: nhựa)?|khói thuốc(?: lá)?|thuốc lá|tội phạm|tệ nạn(?: xã hội)?"
    r"|tảo hôn|bạo lực(?: gia đình| học đường)?|sinh con thứ \w+|hộ nghèo|nhà tạm(?:,? dột nát)?"
    r"|nhà dột nát|tiền mặt|chất thải(?: nhựa)?|đốt rơm rạ|hủ tục|thuốc trừ sâu|hóa chất"
    r"|rượu bia|cờ bạc|mù chữ|mua bán người|trẻ em bỏ học|bỏ học|pháo nổ|vũ khí|xả rác|tham nhũng"
    r"|tiêu cực|thực phẩm bẩn|đuối nước|tai nạn(?: giao thông)?|điện thoại|hôn nhân cận huyết)"
)
_NO_BAD: Final = rf"không (?:còn |có |dùng |sử dụng )?{_BAD}"
# told as a name wherever it stands
_FIXED: Final = cue(
    rf"{_NUMBER} không(?:,? (?:và )?{_VIRTUE})+(?:,? (?:và )?{_NUMBER} không(?! (?:có|đủ)))?"
    rf"|{_VIRTUE},? (?:và )?{_NUMBER} không(?! (?:có|đủ|kịp|được|đạt|ạ))"
    r"|không (?:để )?(?:ai|một ai|người nào|hộ nào|trẻ em nào|học sinh nào)(?: \w+){0,2}?"
    r" bị (?:bỏ (?:lại|rơi|sót|quên)|tụt lại)(?: (?:ở )?(?:phía sau|đằng sau|sau))?"
    rf"|nói không với (?:{_BAD}|\w+ \w+)"
    rf"|{_WHERE} (?:\w+ )?{_NO_BAD}(?:(?:,| và|, và) (?:{_NO_BAD}|{_BAD}))*"
    r"|(?:ngày|buổi|giờ|thứ) (?:\w+ ){1,2}không (?:viết|nghỉ|hẹn|giấy|chờ)"
    r"|không dùng tiền mặt|họp không giấy(?: tờ)?"
)
# `đợt thi đua tháng 5 không có kế hoạch` is no name
_COUNTED: Final = cue(
    rf"(?:{_HEAD}|{_WHERE}) (?:(?P<name>{_NUMBER} không)|(?:[^ ,.;:?!]+ ){{0,5}}?"
    r"(?!tháng|ngày|quý|tổ|khu|lần|số|thôn|lớp)[^ ,.;:?!]+"
    r" (?P<far>(?:\d{1,2}|ba|bốn|sáu|bảy) không))"
    r"(?! (?:có|họp|tổ chức|ban hành|phát động|đủ|làm|kịp|còn|phải|thấy|ai|hề|cần|vượt|quá|thiếu"
    r"|thừa|đổi|sao|vướng|biết|rõ|đạt|chịu|ra|tổng|sơ|hướng|ký|gửi|trình|xét|khen|ạ)| ?[?])"
)
_AFTER_HEAD: Final = cue(
    rf"{_HEAD} (?:[^ ,.;:?!]+ ){{0,6}}?(?P<name>{_NO_BAD}(?:(?:,| và|, và) (?:{_NO_BAD}|{_BAD}))*)"
)
_QUOTED: Final = re.compile(
    cue(rf"{_HEAD}|phát động|hưởng ứng").pattern
    + r"(?: [^ \"',.;:?!]+){0,6} ?:? ?[\"'](?P<name>[^\"'\n]{2,120})[\"'](?!\w)"
)
_LETTER: Final = re.compile(r"\w")


def without_names(passage: Passage) -> Passage:
    """The same with the words of such names blotted out, letter for letter."""
    named = (_QUOTED, _COUNTED, _AFTER_HEAD)
    places = [m.span(m.lastgroup or 0) for p in named for m in p.finditer(passage.text)]
    places += [m.span() for m in _FIXED.finditer(passage.text)]
    if not places:
        return passage
    folded = replace(passage.folded, text=_blotted(passage.folded.text, places))
    return replace(passage, text=_blotted(passage.text, places), folded=folded)


def _blotted(text: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + _LETTER.sub("x", text[start:end]) + text[end:]
    return text
