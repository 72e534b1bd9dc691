"""Words that tell what a day of a past award's story is of."""

from __future__ import annotations

from typing import Final

from language.marked import cue

ROLES: Final = {
    "annulled": cue(
        r"(?:đợt )?rà soát(?! (?:thấy|phát hiện|ra|lại|hồ sơ|thì|mới|lần|,))|(?:ra "
        r"|có )?(?:quyết định|qđ) (?:thu hồi|hủy|huỷ)(?: bỏ)?|(?:đã"
        r"|bị) (?:thu hồi|hủy|huỷ)"
        r"|đến nay|hiện nay|báo cáo"
    ),
    "period": cue(
        r"(?:tính|lập|ghi|xét) thành tích|thành tích|giai đoạn|năm học|cả năm|công tác năm"
        r"|đợt thi đua"
        r"|đợt (?:đó|ấy|thi đua|phong trào)"
    ),
    "award": cue(
        r"(?:giấy|bằng) khen|quyết định khen(?: thưởng)?|(?:được|có|nhận|đã)(?: \w+){0,5} khen"
        r"|tặng thưởng|được tặng|khen thưởng|gk|bk|qđ khen|được khen|ký khen"
    ),
    "handled": cue(
        r"xét xử|kỷ luật|khiển trách|cảnh cáo|cách chức|giáng chức|buộc thôi việc|khai trừ|sa thải"
        r"|hạ bậc lương|(?:bị |được )?xử lý|(?:bị )?tòa(?: án)?|kết án|tuyên án|xử án|án (?:treo"
        r"|tù)|phạt(?! (?:hiện|động|hành|triển|sóng|huy|biểu|loa))"
        r"|đi tù|khởi tố|truy tố|kết luận|thi hành án"
    ),
    "violated": cue(
        r"vi phạm|hành vi|phạm tội|phạm luật|sai phạm|làm sai|làm trái|đánh bạc|tham ô"
        r"|tham nhũng|gây tai nạn"
        r"|nồng độ cồn|trộm cắp|trộm|nhận hối lộ|đưa hối lộ|đánh nhau|gây thương tích|lừa đảo"
        r"|chiếm đoạt"
        r"|buôn lậu|ma túy|khai thác trái phép|phá rừng|lập khống|vụ việc|cố ý|lạm dụng|gian lận"
        r"|vượt đèn đỏ|uống rượu|đánh người|gây rối|gây thất thoát|trái phép|làm giả|giả mạo"
        r"|khai man"
        r"|khai khống|chi sai|thu sai|mua bán|vận chuyển|buôn bán|chặt phá|sinh con thứ ba|cá độ"
        r"|say rượu|lấn chiếm|xâm hại|lấy tiền|sử dụng bằng giả|bằng giả"
    ),
}
