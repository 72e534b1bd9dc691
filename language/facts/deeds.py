"""Words of deeds: rescue, combat, other acts; and the many uses of the word rescue that are none."""

from __future__ import annotations

from typing import Final

from language.marked import cue

_NOT_RESCUE: Final = (
    r"(?<!nghiên )(?<!cấp )(?<!tra )(?<!truy )(?<!hộ )(?<!tiếp )(?<!cầu )"
)
_RESCUE: Final = (
    rf"{_NOT_RESCUE}(?:giải cứu|cứu)(?! (?:trợ|xét|nạn cứu hộ|hộ cứu nạn|quốc|tế|giúp đỡ|chữa|hộ|nạn|thương))"
)
_CARRY: Final = (
    r"cõng(?! (?:an|nhận|việc|tác|trình|ty|chức|cụ|sở|đoàn|văn|dân|trường|nghiệp|sức|khai|nhân|cộng))"
    r"|bế (?=được|cháu|em|bà|cụ|con|hai|2|trẻ|cả|ba|\w+ ra)|vớt|dìu|khiêng|kéo (?:được |cả |\w+ ){0,4}(?:ra|lên|vào bờ|khỏi)"
    r"|đưa (?:được |\w+ ){0,8}?(?:ra ngoài|ra khỏi|khỏi|lên bờ|vào bờ|ra an toàn|thoát|vào nơi an toàn"
    r"|lên cao|đến nơi an toàn|ra)|(?:vác|bê|chuyển|khuân|đẩy|chở) (?:được |\w+ ){0,8}?(?:ra|lên cao|khỏi|lên)"
    r"|kéo được|đưa được|cứu được|cứu sống|chở được|dập tắt|dập lửa|dập được"
)
HAZARD: Final = cue(
    r"cháy|lửa|khói|lũ|lụt|ngập|đuối|nước cuốn|nước lũ|sạt lở|sạt|vùi|kẹt|mắc kẹt|chìm|lật|sập|giếng"
    r"|ao|suối|sông|hồ|đập|vực|điện giật|nổ|hố|hang|bão|lốc|hầm|ngạt|rơi|trôi|nguy hiểm|cabin|xe lao"
)
_BRAVE: Final = (
    r"nhảy xuống|nhảy ra|nhảy vào|lao vào|lao ra|lao xuống|xông vào|xông ra|bơi ra|bơi vào|bơi|lội|lặn"
    r"|trèo|leo|chui vào|chui|phá cửa|phá khóa|tụt xuống|dũng cảm|quên mình|không quản|liều mình|băng qua"
    r"|nhảy|lao(?! (?:động|công))|xông|đu dây|dùng thuyền|chèo"
)
_COMBAT: Final = (
    r"phục vụ chiến đấu|trong chiến đấu|tham gia chiến đấu|chiến đấu|đấu súng|bắn nhau|đọ súng|nổ súng"
    r"|tiếp đạn|(?:vây bắt|truy bắt|bắt giữ|vây ráp|truy đuổi|đánh bắt|bắt gọn)[^.;]{0,60}"
    r"(?:vũ trang|dùng súng|có súng|nổ súng|chống trả|dùng lựu đạn|vũ khí)"
)
OTHER_ACT: Final = cue(
    r"tự (?!xét|tặng|khen|quyết)\w+|tự nguyện|chủ động|dẫn đường|băng bó|gõ cửa|lái|chở|đào|chặn|xử lý"
    r"|phát hiện|nấu|mở bếp|vá|sửa|báo động|khắc phục|vận động|hiến|đỡ đẻ|dập|khống chế|đuổi bắt|bắt được"
    r"|bắt giữ|bắt cướp|bắt trộm|truy đuổi|ngăn chặn|tố giác|trả lại|nhặt được|hô hấp|sơ cứu|thông đường"
    r"|tháo gỡ|gỡ|cưa|che chắn|dựng|khơi|kéo|đưa|cứu chữa|phiên dịch|hướng dẫn|gác|canh|thức|vượt|chạy"
    r"|đi bộ|mang|vác|khuân|bảo vệ được|trực tiếp"
)
RESCUE: Final = cue(_RESCUE)
CARRY: Final = cue(_CARRY)
BRAVE: Final = cue(_BRAVE)
COMBAT: Final = cue(_COMBAT)
DEED: Final = cue(
    "|".join((_RESCUE, _CARRY, _BRAVE, _COMBAT))
    + r"|cháy|lũ|lũ quét|sạt lở|sạt|đuối nước|tai nạn|lật|sập|vụ|xảy ra|ngập|lốc|tự|phát hiện"
    r"|khống chế|sự việc|diễn tập|mổ|trực|kiểm tra|phá án|bắt|hỏa hoạn|rơi|chìm|nổ|trôi"
)
