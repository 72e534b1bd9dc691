"""Words by which counts of forces are told as all, as a share, or as not known."""

from __future__ import annotations

import re
from typing import Final

from language.marked import cue

ALONE: Final = cue(
    r"(?:không|chẳng|chả|ko|k|hông|không hề|đâu)(?: (?:còn|có|một|thêm|ai|huy động))*"
    r"(?: (?:lực lượng|đơn vị|người|cơ quan|bên))? (?:nào|ai|gì)?(?: nào)? ?(?:khác|nữa)"
    r"(?! (?:bị|mắc|thương|cứu))"
    r"|(?:không|chẳng|ko)(?: (?:còn|có))* ai(?: (?:khác|cùng|tham gia|hỗ trợ|giúp"
    r"|phối hợp))+(?! bị)"
    r"|(?:không|chẳng|ko) còn ai|ngoài ra (?:không|chẳng|ko)(?: (?:còn|có|thêm))*"
    r" (?:ai|lực lượng|đơn vị|bên|cơ quan|người)"
    r"|(?:không|chẳng|ko)(?: (?:có|thêm))? (?:lực lượng|đơn vị|ai|người) (?:nào |gì )?(?:khác|nữa)"
    r"|chỉ (?:có |mỗi |riêng )+(?:\d+ )?(?:anh em|người|cán bộ|đồng chí|đ/c|dân quân|đội viên)"
    r"(?: (?:đội|tổ|trạm|ban|hội|đoàn|của|em|\w+)){0,4} (?:làm|tham gia|cứu|vào cuộc)"
    r"|lực lượng duy nhất|duy nhất (?:đội|tổ|đơn vị)"
    r"|chỉ có (?:một |mỗi |riêng )?(?:đội|tổ|đơn vị|nhóm|chi đoàn|lực lượng|anh em)"
    r"(?: (?:này|đó|của|mình|em|bên em|bên mình))*"
)
NOT_COUNTED: Final = cue(
    r"(?:chưa|không|chẳng|ko|k|chưa ai|không ai) (?:thống kê|đếm|nắm|rõ|biết|nhớ|có số liệu"
    r"|xác định"
    r"|tổng hợp|tính|ghi|nêu|chốt|kiểm đếm|báo cáo|liệt kê)(?: (?:được|chính xác|rõ|hết|lại|kịp"
    r"|đủ))*"
    r"(?P<what>[^.;,?]{0,60})"
    r"|bao nhiêu (?:người|đồng chí|đ/c)(?: \w+){0,4}? (?:chưa|không|chẳng|ko)(?: ai)? (?:thống kê"
    r"|đếm|biết|rõ|hỏi|nắm|nhớ|xác định)"
    r"|(?:số|lực lượng|tổng)(?!\w)[^.;,\d]{0,40}(?:chưa|không)(?: ai)? (?:đếm|thống kê|rõ|biết"
    r"|nắm|có)"
)
VAGUE: Final = cue(
    r"(?:cùng|cùng với|thêm|với|và|phối hợp với|hỗ trợ|có)(?: (?:cả|khoảng|thêm|có|của))*"
    r" (?:chục|mấy|nhiều|một số|vài|đông đảo|hàng chục|hàng trăm|bà con|nhân dân|người dân"
    r"|quần chúng|rất đông|đông)"
)
OF_PEOPLE: Final = cue(
    r"bao nhiêu|tổng|số người|lực lượng|quân số|số lượng|mấy người|con số|chính xác|mấy đồng chí"
)
OF_OWN: Final = cue(
    r"(?:đội|tổ|phòng|ban|trạm|đơn vị|của mình|bên em|chi đoàn|trường|xã)(?!\w)[^.;,]{0,20} có"
)
SHARE: Final = re.compile(
    r"(?<![\w/,.])(?P<share>2/3|3/4|1/2|4/5|3/5|(?:hai|ba|bon|mot) phan (?:ba|tu|nam|hai)"
    r"|mot nua|\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phan tram))"
    r" (?:(?:trong so do |so do |so nguoi |luc luong )?(?:la|cua|thuoc) |nguoi cua )"
)
MAKES_UP: Final = re.compile(
    r"(?<!\w)(?:rieng|trong do)(?!\w)[^.;\d]{0,60}(?<!\w)chiem (?:dung |du |tron )?"
    r"(?P<share>2/3|3/4|1/2|4/5|3/5|(?:hai|ba|bon|mot) phan (?:ba|tu|nam|hai)"
    r"|mot nua|\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phan tram))(?!\w)"
)
TOOK_PART: Final = cue(
    r"(?:cùng |đã |trực tiếp )*(?:tham gia|vào|có mặt|xông|lội|chung tay|cứu|lăn|bơi|dập"
    r"|chữa cháy|ra)"
)
ALL_WORD: Final = cue(
    r"tổng|tất cả|cả thảy|toàn bộ|lực lượng|các bên|đơn vị khác|những ai|các đơn vị"
)
TOTAL_WORD: Final = cue(
    r"tổng|toàn bộ|tất cả|cả thảy|hết thảy|cộng lại|gộp lại|gộp chung|tính chung|tính cả|tính gộp"
    r"|vị chi"
)
GOES_ON: Final = re.compile(r",| va | cung | voi ")
NEAR: Final = 40
NO_NAME: Final = frozenset({"tap", "the", "ca", "toan", "bo", "cua", "co", "xa", "huyen"})
OURS: Final = cue(r"chúng tôi|bên em|bên tôi|của em|của tôi|của mình|đơn vị em|cơ quan em|phía em")

WORD: Final = re.compile(r"[^\W\d_]{2,}")
PROPOSES: Final = cue(
    r"(?:muốn|xin|định|dự định|đề nghị|làm|lập|đang)? ?(?:xin|trình|đề nghị|đề xuất|làm tờ trình"
    r"|làm hồ sơ)(?: \w+){0,3}? (?:khen|tặng|thưởng)"
)
HOLDS: Final = re.compile(
    r"(?<!\w)(?:chiem|la|gop) (?:dung |du |tron )?"
    r"(?P<share>2/3|3/4|1/2|4/5|3/5|(?:hai|ba|bon|mot) phan (?:ba|tu|nam|hai)"
    r"|mot nua|\d{1,3}(?:[.,]\d{1,2})? ?(?:%|phan tram))(?!\w)"
)
TOLD_APART: Final = re.compile(r"[:;(]|(?<!\w)(?:co|gom|vi|do|da|cuu|khi)(?!\w)")
