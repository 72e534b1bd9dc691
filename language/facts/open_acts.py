"""Acts of any kind told of one who is named: what he did, whatever the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_MANNER: Final = (
    r"(?:đã|liền|vội(?: vàng)?|bèn|lập tức|ngay lập tức|nhanh chóng|tức tốc|không ngần ngại"
    r"|không chần chừ|mạo hiểm|một mình|tự tay|tự mình|đích thân|ra sức|cố gắng|cố sức|hai lần"
    r"|ba lần|nhiều lần|nhanh trí|kịp thời|kịp|cùng (?=nhau)|rồi|quay lại|quay vào|chạy (?:đến|lại"
    r"|ra|vào|tới|sang|xuống|lên)|bất chấp(?: \w+){1,3}|không quản(?: \w+){1,3})"
)
_NO_ACT: Final = (
    r"(?:được|bị|có|là|gửi|nộp|trình|đề|công|xác|khen|tặng|trao|thưởng|biết|nghe|thấy|nghỉ|về|chết"
    r"|mất|hy|đứng|nhìn|xem|gọi|báo|chỉ|phân|không|chưa|ký|lập|làm|nói|kể|ngồi|đi|ở|thì|cho|nên|mà"
    r"|và|xin|hoàn|đạt|vượt|nhận|điều|ra|lệnh|bảo|nhờ|chứng|hô|quay|chụp|ghi|viết|hỏi|họp|đến|tới"
    r"|xong|qua|già|hưu|tuổi|quá|hết|lâu|năm|tháng|ngày|từng|nhiều|mới|sẽ|đang|từ|nhắc|dặn|động"
    r"|phối|hỗ|theo|trực|cùng|tham|giao)"
)
_VERBS: Final = (
    r"trèo|leo (?:lên|vào|qua|xuống|cột|tường|mái)|dùng|buộc|ném|quăng|gạt|đập|phá|cắt|cạy|bẩy"
    r"|tháo|gỡ|đào|bới|kéo|đẩy|ôm (?=lấy|chặt|được|cháu|em|cả|theo|bé)|dìu|cõng|bế|khiêng|vác|vớt"
    r"|móc|dắt|dẫn|lái (?=xe|thuyền|xuồng|ca nô|máy|tàu|đò"
    r"|ô tô)|chèo|chở|lội|bơi"
    r"|lặn|nhảy|lao (?=vào|ra|xuống|tới|đến|theo|lên|mình|thẳng|sang)|xông|băng qua|vượt (?:lũ"
    r"|sông|suối|qua)|chui|tụt|bò vào|đu|túm|giữ được|chặn"
    r"|ngăn|bắt được|bắt gọn|bắt sống|khống chế|quật ngã|giật|tước|đuổi|dập|tắt|ngắt|hô hấp|ép tim"
    r"|sơ cứu|băng bó|đắp|vá|chằng|gia cố|dựng|dọn|sửa|huy động|nấu|nhặt|trả lại|tìm|phát hiện"
    r"|đánh sập|hãm|lấy thân|lấy|hứng|đón|hiến|chữa (?=xong|được|lỗi|máy|cháy)|khôi phục"
    r"|khắc phục|chạy xe|chạy|mở|chia|phiên dịch|thức|canh|khơi|nạo"
    r"|lắp|chế|viết|vận động|thuyết phục|hòa giải|giải cứu|cứu|nổ súng"
    r"|(?<!trực )(?<!gián )tiếp(?! tục)|chi viện|áp sát"
    r"|treo (?:lên|cột)|bất chấp"
)
# typed without marks these words are mostly others (và, dân, cho, đơn, đúng, lần, khỏi, xong …)
_DOUBTFUL: Final = frozenset(
    {
        *("va", "dan", "cho", "don", "mo", "dao", "tiep", "lay", "tat", "thuc", "canh", "che"),
        *("viet", "chia", "dung", "hung", "lan", "day", "go", "bay", "khoi", "nao", "loi", "xong"),
        *("dap", "hien", "be", "duoi", "chay", "du", "boi", "cong", "chan", "tim", "cat", "ngan"),
    }
)
_SURELY: Final = cue(
    r"vá (?:đê|đường|đập|nhà)|dẫn (?:đường|được|các|cháu|đoàn)|chở (?:được|từng|sản phụ|cụ"
    r"|nạn nhân)"
    r"|đón được|mở (?:cửa|đường|khóa|cổng|van)|đào (?:bới|đất|đá|được|thông)|tiếp (?:đạn|tế|ứng"
    r"|cận)"
    r"|lấy (?:được|thân|chăn|búa|thang|dây)|tắt (?:lửa|điện|cầu dao)|thức (?:trắng|suốt)"
    r"|canh (?:gác|đê)"
    r"|chế (?:tạo|ra)|che (?:chắn|chở)|viết (?:bài|phần mềm)|chia sẻ|hứng (?:đạn|nước|lấy)"
    r"|dùng (?:tấm|ván|gỗ|vải|khăn|đá|thân|lưới|phao|thuyền|dây|xe|máy|búa|bè|chăn|gậy|xà|thang"
    r"|tay|bình|ca nô|xuồng|áo|sào|cây|can|cuốc)"
    r"|dựng (?:lại|lán|cầu)|lặn (?:xuống|sâu|tìm|ngụp)|đẩy (?:được|cháu|em|xe|lùi|người|cụ)"
    r"|gỡ (?:dây|được|bom|mìn|vật|cháu|rối)|bẩy (?:cửa|đá|xe)|khơi (?:thông|dòng)|nạo vét"
    r"|lội (?:suối|nước|qua|vào|xuống|ra|sang|lũ|sông|bùn|ngược)|xông (?:vào|ra|lên|thẳng)"
    r"|đập (?:cửa|kính|vỡ|phá|tường|khóa|lửa)|dập (?:ngay|lửa|tắt|được|đám|cháy)|hiến (?:đất|máu)"
    r"|bế (?:được|cháu|em|cụ|bà|con|cả|hai|theo|người|\d|trẻ)"
    r"|cõng (?:được|cháu|em|cụ|bà|con|cả|hai|người|\d|trẻ|nạn|từng)"
    r"|đuổi (?:theo|bắt|kịp|được|cướp|trộm|tên|kẻ)|chạy (?:đến|lại|ra|vào|sang|lên|xuống|theo|tới)"
    r"|đu (?:dây|mình)|bơi (?:ra|vào|qua|đến|tới|xuống|theo|giữa|ngược|vòng|đi|thuyền|lại|sang)"
    r"|chặn (?:xe|dòng|đứng|được|tên|đường|lại)|tìm (?:được|thấy|kiếm|cách|ra)|cắt (?:dây|điện"
    r"|cửa|cầu)"
    r"|ngăn (?:chặn|được|dòng|nước|lại|cản)|bới (?:đất|được|tìm)|dọn (?:dẹp|bùn|đường|đất)|chằng"
)
_ACT: Final = cue(rf"{_MANNER}(?: (?:vàng|tự|lại))* (?!{_NO_ACT}(?!\w))\w+|{_VERBS}")
_HE: Final = cue(
    r"(?:anh|chị|ông|bà|cô|em|cháu|cụ|bác|chú|thầy|đ/c|đc|dc|đồng chí|cậu|bạn)(?! (?:em|chị|chi"
    r"|cho|nào|hỏi|ơi|xem|có thể))"
)
_SENT: Final = cue(
    r"(?:khen|trình|hồ sơ|tờ trình|đề nghị|đề xuất|gửi|công nhận|xác nhận|tặng|trao|quyết định"
    r"|giấy khen|bằng khen)"
)


def open_acts(
    passage: Passage, regions: Sequence[Span], called: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """The acts of a sentence after one is named in it, or that begins with `anh`, `chị`."""
    for start, end in regions:
        for match in _ACT.finditer(passage.text, start, end):
            if _is_another_word(passage, match):
                continue
            sentence = passage.sentence(match.start())
            named = [last for _, last in called if sentence.start <= last <= match.start()]
            he = _HE.search(passage.text, sentence.start, match.start())
            place = max(named) if named else he.end() if he else None
            if place is None:
                continue
            clause = passage.clause(match.start())
            if not _SENT.search(passage.text, max(place, clause.start), clause.end):
                yield (
                    match.start(),
                    clause.start + len(passage.text[slice(*clause)].rstrip(" ,.;?!")),
                )


def _is_another_word(passage: Passage, match: re.Match[str]) -> bool:
    """A word typed without marks that mostly is none of those acts."""
    word = match[0].split(" ", 1)[0]
    end = match.start() + len(word)
    is_bare = passage.piece((match.start(), end)).isascii()
    doubtful = is_bare and passage.folded.text[match.start() : end] in _DOUBTFUL
    return doubtful and _SURELY.match(passage.text, match.start()) is None
