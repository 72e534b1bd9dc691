"""Acts of any kind told of one who is named: what he did, whatever the verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_MANNER: Final = (
    r"(?:đã|liền|vội(?: vàng)?|bèn|lập tức|ngay lập tức|nhanh chóng|tức tốc|không ngần ngại"
    r"|không chần chừ|mạo hiểm|một mình|tự tay|tự mình|đích thân|ra sức|cố(?: gắng)?|hai lần"
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
    r"|móc|dắt|dẫn(?! (?:quân|bản|phòng|làng|cư|thôn))|lái (?=xe|thuyền|xuồng|ca nô|máy|tàu|đò"
    r"|ô tô)|chèo|chở|lội|bơi"
    r"|lặn|nhảy|lao (?=vào|ra|xuống|tới|đến|theo|lên|mình|thẳng|sang)|xông|băng qua|vượt (?:lũ"
    r"|sông|suối|qua)|chui|tụt|bò vào|đu|túm|giữ được|chặn"
    r"|ngăn|bắt được|bắt gọn|bắt sống|khống chế|quật ngã|giật|tước|đuổi|dập|tắt|ngắt|hô hấp|ép tim"
    r"|sơ cứu|băng bó|đắp|vá|chằng|gia cố|dựng|dọn|sửa|huy động|nấu|nhặt|trả lại|tìm|phát hiện"
    r"|đánh sập|hãm|lấy thân|lấy|hứng|đón|hiến|chữa (?=xong|được|lỗi|máy|cháy)|khôi phục"
    r"|khắc phục|chạy xe|chạy|mở|chia|phiên dịch|thức|canh|khơi|nạo"
    r"|lắp|chế|viết|vận động|thuyết phục|hòa giải|giải cứu|cứu|nổ súng|tiếp|chi viện|áp sát"
    r"|treo (?:lên|cột)|bất chấp"
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
