"""Words of deeds: rescue, combat, other acts; not the uses of those words that are none."""

from __future__ import annotations

from typing import Final

from language.marked import cue

_NOT_RESCUE: Final = r"(?<!nghiên )(?<!cấp )(?<!tra )(?<!truy )(?<!tiếp )(?<!cầu )"
_RESCUE: Final = (
    rf"{_NOT_RESCUE}(?:giải cứu|cứu)(?! (?:trợ|xét|nạn cứu hộ|hộ cứu nạn|quốc|tế|giúp đỡ|chữa"
    r"|hộ|nạn|thương|hỏa|sinh|cánh|nguy|vãn|ứng|rỗi)(?!\w))"
)
_CARRY: Final = (
    r"(?<!phân )(?<!thi )(?<!bộ )(?<!tiến )(?<!thành )(?<!lao )cõng(?= (?:được|cháu|bà|ông|cụ|em"
    r"|người|2|hai|con|trẻ|chị|anh|nạn nhân|từng|mẹ|bố|bạn|\d+"
    r"|cả)(?!\w))"
    r"|bế(?= (?:được|cháu|em|bà|cụ|con|hai|2|trẻ|cả|ba|\w+ ra)(?!\w))|vớt|dìu|khiêng"
    r"|kéo (?:được |cả |\w+ ){0,4}(?:ra|lên|vào bờ|khỏi|từ)"
    r"|đưa (?:được |\w+ ){0,12}?(?:ra ngoài|ra khỏi|khỏi|lên bờ|vào bờ|ra an toàn|thoát"
    r"|vào nơi an toàn"
    r"|lên cao|đến nơi an toàn|ra)|(?:vác|(?<!cháu )(?<!em )bê(?! (?:gái|trai|nhỏ))"
    r"|chuyển(?! (?:môn|đề|viên|trách|nghiệp|này|đó|gì|là|án))|khuân|đẩy"
    r"|(?<!xuất )(?<!thưởng )(?<!tặng )(?<!khen )(?<!nghị )(?<!cấp )chở) (?:được |\w+ ){0,12}?(?:ra"
    r"|lên cao|khỏi|lên)"
    r"|kéo được|đưa được|cứu được|cứu sống|chở được|dập tắt|dập lửa|dập được"
)
HAZARD: Final = cue(
    r"cháy|lửa|khói|lũ|lụt|ngập|đuối|nước cuốn|nước lũ|sạt lở|sạt|vùi|kẹt|mắc kẹt|chìm|lật|sập"
    r"|giếng|ao|suối|sông|hồ|đập|vực|điện giật|nổ|hố|hang|bão|lốc|hầm|ngạt|sét|bị thương|rơi"
    r"|trôi|bị cô lập|chia cắt|đường (?:ray|tàu)|đầu tàu|nguy hiểm|cabin|xe lao|đổ nát"
)
_BRAVE: Final = (
    r"nhảy (?:xuống|ra|vào|qua|lên|theo)|nhảy|lao (?:vào|ra|xuống|tới|đến|thẳng|mình|lên|theo"
    r"|vội|nhanh)"
    r"|xông (?:vào|ra|lên|thẳng)|xông|bơi (?:ra|vào|qua|đến|tới|xuống|theo|giữa|ngược|vòng)"
    r"|lội (?:sang|qua|nước|vào|xuống|ra|suối|lũ|sông|ngược|bùn|giữa)|lặn (?:xuống|tìm|ra|sâu|ngụp)"
    r"|trèo (?:lên|vào|xuống|qua|ra)|leo (?:lên|vào|xuống|qua|ra|tường)|chui (?:vào|xuống|ra|qua)"
    r"|phá (?:cửa|khóa|tường|cổng|mái)|tụt xuống|dũng cảm|quên mình|không quản|liều mình|băng qua"
    r"|đu dây|thả dây|tụt từ|dùng thuyền|chèo thuyền|dùng bè"
)
_COMBAT: Final = (
    r"phục vụ chiến đấu|trong chiến đấu|tham gia chiến đấu|chiến đấu|đấu súng|bắn nhau|đọ súng"
    r"|nổ súng"
    r"|tiếp đạn|(?:vây bắt|truy bắt|bắt giữ|vây ráp|truy đuổi|đánh bắt|bắt gọn)(?!\w)[^.;]{0,60}"
    r"(?:vũ trang|dùng súng|có súng|nổ súng|chống trả|dùng lựu đạn|vũ khí)"
)
OTHER_ACT: Final = cue(
    r"tự (?!xét|tặng|khen|quyết|ý thức|\d)\w+|tự nguyện|chủ động|dẫn đường|băng bó|gõ cửa"
    r"|lái (?:xuồng|thuyền|ca nô|máy|tàu)|chở(?= (?:\d+|được|từng|người|hàng|lương)(?!\w))"
    r"|đào (?:thông|bới|đất)"
    r"|chặn|xử lý|phát hiện|nấu (?:cơm|cháo|ăn)|mở bếp|vá (?:đê|đường|đập)|sửa|báo động|khắc phục"
    r"|vận động|hiến|đỡ đẻ|khống chế|đuổi bắt|bắt được|bắt giữ|bắt cướp|bắt trộm|truy đuổi"
    r"|ngăn chặn"
    r"|tố giác|trả lại|nhặt được|hô hấp|sơ cứu|thông đường|tháo gỡ|che chắn|cứu chữa|phiên dịch"
    r"|canh gác|thức trắng|chạy(?= \d+ chuyến)|đi bộ|khuân|bảo vệ được"
)
RESCUE: Final = cue(_RESCUE)
CARRY: Final = cue(_CARRY)
BRAVE: Final = cue(_BRAVE)
COMBAT: Final = cue(_COMBAT)
DEED: Final = cue(
    rf"{_RESCUE}|{_CARRY}|{_BRAVE}|{_COMBAT}"
    r"|cháy|lũ|lũ quét|sạt lở|sạt|đuối nước|tai nạn|lật|sập|vụ|xảy ra|ngập|lốc|tự|phát hiện"
    r"|khống chế|sự việc|diễn tập|mổ|trực|kiểm tra|phá án|bắt|hỏa hoạn|rơi|chìm|nổ|trôi"
)
