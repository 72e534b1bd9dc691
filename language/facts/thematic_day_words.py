"""The words that tell what a date of a thematic case is of."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from language.marked import cue


class Of(StrEnum):
    CEREMONY = "ceremony_on"
    DOSSIER = "dossier_arrived_on"
    HOLIDAY = "ceremony_holidays"
    PERIOD = "achievement"
    ACHIEVED = "achieved"
    REVIEW = "final_review"
    OTHER = "other"


OFFICE: Final = r"(?:sở nội vụ|snv|sở nv|phòng nội vụ|sở)"
# the nearest before a date, else the first after it with no comma between
BEFORE: Final = (
    (
        Of.CEREMONY,
        cue(
            r"(?:lễ|hội nghị|buổi|buổi lễ|hn) (?:trao|tôn vinh|khen thưởng|biểu dương|vinh danh"
            r"|công bố"
            r"|tuyên dương)(?: \w+){0,4}|(?<!phong )trao(?: (?:thưởng|giải|bằng khen|giấy khen"
            r"|khen|tặng))?"
            r"|ngày (?:trao|tổ chức lễ)|lễ (?:dự kiến |sẽ )?(?:tổ chức|diễn ra|vào|mở)"
            r"|(?:dời|chuyển|lùi|đổi|hoãn|đẩy)(?: lễ| ngày)?"
            r" (?:sang|đến|tới|lên|xuống|lại)|dời|lùi|hoãn"
            r"|(?:tổ chức|mở|khai mạc|diễn ra) đại hội(?: \w+){0,6}"
            r"|đại hội(?: \w+){0,8}? (?:tổ chức|diễn ra|khai mạc|vào|dự kiến|tính|định)"
            r"|lễ (?:kỷ niệm"
            r"|tổng kết)"
            r"|tổ chức lễ|(?<!phong )trao(?: [^ ,.;]+){0,12}? (?:tại|trong|vào|ở|dịp)"
            r" (?:hội nghị|lễ|buổi lễ|buổi)(?: \w+){0,4}"
        ),
    ),
    (
        Of.DOSSIER,
        cue(
            rf"(?:hồ sơ|hs)(?: \w+){{0,6}}? (?:tới|đến|gửi|nộp|mang|chuyển|sang|lên"
            rf"|về)(?: \w+){{0,2}}? ?{OFFICE}?"
            rf"|(?:gửi|nộp|mang|chuyển|đưa|trình|đem)(?: (?:bộ|toàn bộ|đủ))? (?:hồ sơ"
            rf"|hs)(?: \w+){{0,3}}"
            rf"|(?:tới|đến|sang|gửi|nộp|lên|về|cho|qua) {OFFICE}|hồ sơ"
            rf"|{OFFICE} (?:đã )?nhận(?: được)?(?: hồ sơ)?"
            r"|(?:định|dự kiến|sẽ|đã|mới|kịp|tính|hẹn) (?:nộp|gửi|chuyển|mang|trình)(?: \w+){0,2}"
        ),
    ),
    (Of.HOLIDAY, cue(r"(?:được )?nghỉ(?: lễ| bù| tết| phép)?|ngày nghỉ|ngày lễ|hoán đổi")),
    (
        Of.PERIOD,
        cue(
            r"(?:thời gian|thời điểm|mốc|giai đoạn|thời hạn) (?:để )?(?:lập|tính|xét"
            r"|đạt)(?: thành tích)?"
            r"(?: (?:là|quy định|tính|ghi|xác định))*|(?:chỉ )?(?:tính|xét|lấy) thành tích"
            r"(?: (?:là|chỉ|kể|được|trong|lập|đạt|khoảng|thời gian|giai đoạn|vào|ở|từ))*"
            r"|thành tích (?:được )?(?:tính|xét)"
            r"|(?:hướng dẫn|hd)(?: \w+){0,12}? thành tích(?: \w+){0,3}"
        ),
    ),
    (
        Of.ACHIEVED,
        cue(
            r"(?:thành tích|công trình|mô hình|việc|kết quả|sáng kiến)(?: \w+){0,9}? (?:lập|đạt|làm"
            r"|thực hiện|hoàn thành|có|ở|trong|vào|được|là|từ|thuộc)|lập (?:được )?thành tích"
            r"|làm xong"
            r"|lập được|thành tích"
        ),
    ),
    (Of.REVIEW, cue(r"(?:hội nghị |lễ )?tổng kết(?: \w+){0,4}")),
    (
        Of.OTHER,
        cue(
            r"phát động|kết thúc|hết đợt|công văn|quyết định|thành lập|kỷ niệm|họp|chỉ thị"
            r"|nghị định"
            r"|luật|ban hành|ký|hội nghị(?! trao)|sinh|kết luận|thanh tra|cstđ|năm học|thông báo"
            r"|văn bản"
        ),
    ),
)
AFTER: Final = (
    (
        Of.DOSSIER,
        cue(
            r"(?:\w+ ){0,4}?(?:mang|gửi|nộp|chuyển|đem|đưa)(?: \w+){0,3} (?:hồ sơ|hs|sang|tới|lên"
            r"|cho|về|đến)"
            rf"|(?:sẽ |mới |đã |là |thì |kịp |có |dự kiến )*(?:tới|đến|sang|gửi|nộp|lên) {OFFICE}"
            r"|(?:\w+ ){0,2}?(?:hồ sơ|hs)(?: \w+){0,4}? (?:tới|đến|sang|gửi|nộp|mới|có mặt|về|lên)"
            rf"|(?:\w+ ){{0,4}}?(?:mang|gửi|nộp|chuyển|đem) (?:\w+ ){{0,2}}{OFFICE}"
            rf"|(?:sẽ |đã |mới )*(?:có mặt|tới nơi|nằm)(?: (?:ở|tại|trên))? {OFFICE}"
            rf"|(?:mới )?(?:gửi|nộp)"
            rf"|(?:\w+ ){{0,3}}?{OFFICE} (?:mới |đã )?nhận"
        ),
    ),
    (
        Of.ACHIEVED,
        cue(
            r"(?:(?:mới|thì|đã|anh|chị|ông|bà|cô|em|xã|thôn|đội|tổ|họ|là) ){0,3}"
            r"(?:vận động|làm|xây|hoàn thành|thực hiện|đạt|trồng|lập|huy động|sửa|dựng|bắt tay|có"
            r"|hiến|đóng góp|thu)(?: \w+){0,2}? (?:được|xong|thành tích|\d+)"
        ),
    ),
    (
        Of.CEREMONY,
        cue(
            r"(?:\w+ ){0,3}?(?:(?<!phong )trao|tổ chức (?:trao|lễ)|làm lễ|là (?:lễ trao"
            r"|ngày trao)|mở lễ"
            r"|lễ trao)"
            r"(?: \w+)?"
        ),
    ),
    (Of.HOLIDAY, cue(r"(?:\w+ ){0,2}?(?:được )?nghỉ(?! hưu)|là ngày (?:nghỉ|lễ)")),
)
MOVED: Final = cue(
    r"(?:dời|chuyển|lùi|đổi|hoãn|đẩy)(?: lễ| ngày)? (?:sang|đến|tới|lên|xuống|lại)|dời|lùi|hoãn"
)
UNSET: Final = cue(
    r"(?:chưa|không) (?:chốt|định|ấn định|có|rõ|biết|xác định|lên)(?: \w+){0,3}? (?:ngày|lịch"
    r"|hôm nào"
    r"|bao giờ|khi nào)(?: \w+){0,4}? (?:trao|lễ|hội nghị)(?: thưởng| trao)?"
    r"|(?:ngày|lịch|lễ) (?:trao|tổ chức)(?: \w+){0,4}? (?:chưa|không) (?:chốt|định|rõ|biết|có"
    r"|ấn định)"
)
