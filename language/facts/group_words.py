"""Words around a number that tell which people it counts."""

from __future__ import annotations

import re
from typing import Final

from language.facts.people_nouns import RESCUED, RESCUERS
from language.marked import cue
from language.numbers import UP_TO_39

NUMBER: Final = rf"(?:\d{{1,4}}|{UP_TO_39})"
GROUP: Final = re.compile(
    rf"(?<![\w/.,%-])(?P<n>{NUMBER})"
    rf"(?:(?: ?/ ?| tren tong so | tren tong | trong tong so | trong so | tren | trong )"
    rf"(?P<of>{NUMBER}))? ?"
    rf"(?:(?P<lost>{RESCUED})|(?P<noun>{RESCUERS}))(?!\w)"
)
BARE: Final = re.compile(rf"(?<![\w/.,%-])(?P<n>{NUMBER})(?P<of>)(?![\w/%]|[.,]\d)")
OF_THINGS: Final = re.compile(
    r" (?:ngay|dem|gio|phut|tieng|buoi|lan|vu|can|cai|ngoi|chiec|thang|tuan|to trinh|to|met|m|km|ho"
    r"|tuoi|trieu|tan|ha|thung|chuyen|don vi|luc luong|dot|khu|van ban|nha|xe|ban|thon|xa|so|hang)"
    r"(?!\w)"
)
# a bare number counts people only after such words
BARE_OWN: Final = cue(
    r"(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|xã|hạt|đơn vị|cơ quan|bên em|bên tôi|chúng tôi|của em|mình"
    r"|trường|kho bạc|lâm trường|công an|dân quân|trong đó)(?!\w)[^.;,:()\d]{0,40}(?:có|góp|cử"
    r"|huy động)"
    r"(?: (?:được|khoảng|đúng|chỉ))* $"
)
LISTED: Final = cue(
    r"(?:trong đó|gồm|bao gồm)(?: có)?[^.;()]{0,70}?(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|xã|hạt|đơn vị"
    r"|công an|dân quân|biên phòng|quân sự|bộ đội|thanh niên|kiểm lâm"
    r"|của \w+)(?!\w)[^.;,()\d]{0,24} $"
)
BARE_TOTAL: Final = cue(
    r"tổng (?:số|cộng|lực lượng|quân số)(?!\w)[^.;,()\d]{0,36}(?:là|có|:) $|"
    r"(?:tổng|tổng số|tổng cộng|tổng quân số|tổng lực lượng|tất cả|cả thảy|trong tổng số"
    r"|trên tổng số|trên tổng|quân số|trong số|trong|trên)(?: (?:là|có|được|cả|chỉ|chung"
    r"|vẫn))*[ :]*$"
)
SAVED: Final = cue(
    r"(?:cứu|giải cứu|cứu sống|đưa|kéo|(?<!thi )(?<!công )cõng|bế|vớt|dìu|khiêng|sơ tán|di dời"
    r"|giúp|chở|hỗ trợ"
    r"|tìm kiếm"
    r"|tìm thấy|gặp|thấy|vùi|vùi lấp|khiến|cho|bắt|bắt gọn|bắt giữ|khống chế|thoát|gọi|bảo vệ"
    r"|cấp cứu|tìm|phát hiện|ứng cứu|giữ|nuôi|cuốn|cuốn trôi)"
    r"(?: (?:được|sống|hơn|khoảng|thành công|kịp thời|an toàn|cả|kịp|thoát|ra|lên|hết|trôi|đủ"
    r"|gần|trên"
    r"|toàn bộ|cho|bị))* $"
)
BEFALLEN: Final = cue(
    r"(?:đang )?(?:bị|mắc kẹt|kẹt|đuối|gặp nạn|rơi|ra ngoài|ra khỏi|khỏi|trôi|chạy lũ|đi lạc"
    r"|thiệt mạng|tử vong|trong nhà|trong đám|trong xe|lên bờ|vào bờ|đến nơi|thoát|ngộ độc|ở trong"
    r"|trên bè|đuối nước|bị nạn|vận chuyển|cùng đồ đạc|già|nhỏ|tàn tật)"
)
TOTAL: Final = cue(
    r"(?:(?:tổng|toàn bộ lực lượng|tất cả|cả thảy|tính chung|tính gộp)(?!\w)[^.;,()\d]{0,48}|cả"
    r"|trong tổng số"
    r"|trên tổng số"
    r"|trong số|trong|trên|của)(?: (?:là|có|khoảng|chừng|gần|hơn|tầm))* ?[:]? ?$"
)
ALL_AFTER: Final = cue(
    r"(?:là )?(?:tất cả|tổng cộng|cả thảy|cộng lại|tính tất|cả hai (?:bên|đơn vị))"
)
# `cả đám cháy có 25 người`
SCENE: Final = cue(
    r"(?:cả|toàn|toàn bộ|tại|ở)(?: (?:vụ|đám cháy|hiện trường|trận|cuộc|khu vực|điểm))(?: \w+){0,2}"
    r" có(?: (?:tất cả|tổng cộng|khoảng|chừng|gần))* $"
)
ALL_SIDES: Final = cue(
    r"(?:của |từ |thuộc |gồm |gộp )?(?:tất cả |toàn bộ |toàn thể |cả )?(?:các|nhiều|tất cả|mấy"
    r"|(?:\d+|hai|ba|bốn|năm)) (?:bên|lực lượng|đơn vị"
    r"|ngành|cơ quan|phía)"
)
TOTAL_WORD: Final = cue(
    r"tổng|toàn bộ lực lượng|tất cả|cả thảy|hết thảy|cộng lại|gộp lại|gộp chung|tính chung"
    r"|tính cả|tính gộp|vị chi"
)
WITHIN: Final = cue(
    r"(?:trong tổng số|trên tổng số|trong tổng|trong số|trong|trên)"
    r"(?: (?:khoảng|chừng|gần|hơn|cả|tổng|số))* $"
)
ADDED: Final = cue(
    r"(?:(?:lực lượng|đơn vị|bên|cơ quan|người|các xã|ngành) khác|cùng|cùng với|và|với|thêm|kèm"
    r"|phối hợp với|phối hợp cùng|hỗ trợ có|ngoài ra có|ngoài ra còn|ngoài ra"
    r"|còn có|còn|lẫn|hỗ trợ|huy động|nhờ|cộng(?! lại))"
    r"(?: (?:thêm|có|có thêm|cả|với|cùng|khoảng|chừng|gần|hơn|được|là|của|đi|làm|ra|vào))* $"
)
NAME_BEFORE: Final = cue(r"(?:anh|chị|ông|em|đc|dc|đ/c|đồng chí|cháu|thầy|bác|văn) $")
FROM_OTHERS: Final = cue(
    r"(?:các |những |mấy )?(?:của|bên|nơi|đơn vị|lực lượng|xã|công an|bộ đội|ngành|phía)"
)
SUMMED: Final = cue(
    r"(?:là|thành|bằng|vị chi|tròn|đủ|hết thảy|cộng lại|gộp lại|tính ra|tổng cộng"
    r"|cả thảy)(?: (?:vừa|đúng|tròn|đủ|được|cả))*(?: =)? $|= $"
)
ADDED_AFTER: Final = cue(
    r" (?:nữa|khác|ngoài|phối hợp|hỗ trợ|đến hỗ trợ|tới hỗ trợ|cùng làm|cùng tham gia)"
)
APPROX: Final = cue(
    r"(?:khoảng chừng|khoảng|chừng(?! tôi)|gần|hơn|tầm|ước|ước chừng|ước tính|xấp xỉ|đâu|non"
    r"|áng chừng|hình như)(?: (?:là|được|tới))? ?$"
)
PART_OF: Final = cue(
    r"(?:là|thuộc|do)(?: (?:người|anh em|quân|đ/c|đồng chí|cán bộ))* (?:của|bên|thuộc|\w+ cử)"
    r"|(?:người )?(?:là |thuộc )?của (?!các|nhiều|hai|ba)"
)
# nothing goes on to tell whose people they are: `có 18 người tham gia cứu.`
PEOPLE_END: Final = cue(
    r"tham gia(?: (?:việc |công tác )?(?:cứu hộ|cứu nạn|cứu người|cứu|chữa cháy|dập lửa"
    r"|tìm kiếm))*(?: ạ)?(?= ?(?:[.,;)?\n]|$))"
)
IN_WHICH: Final = cue(r"trong (?:tổng )?(?:số|đó|\d+|những)")
ABOUT_AFTER: Final = cue(r"(?:\w+ )?(?:gì đó|trở lên|đổ lại)")
STAFF_AFTER: Final = cue(
    r"(?:\w+ )?(?:biên chế|trong biên chế|quân số|của (?:phòng|đội|tổ|trạm|đơn vị|cơ quan|ban"
    r"|chi đoàn"
    r"|trường|khoa|hạt|đồn|mình)|phòng|đội|cơ quan|đơn vị)"
)
STAFF_BEFORE: Final = cue(
    r"(?<!tổng )(?:quân số|biên chế)(?: (?:của|đội|tổ|chúng|em|tôi|mình|là|có|hiện|trạm|đơn|vị))* $"
)
# `đội có 8/10 người tham gia`: of all forces or of its own staff, nobody can tell
BODY_HAS: Final = cue(
    r"(?:đội|đồn|tổ|phòng|trạm|đoàn|ban|hạt|đơn vị|cơ quan|kho bạc|lâm trường|công an|trường|hội)"
    r"(?!\w)[^.;,:()\d]{0,36}(?:có|cử|huy động|với)(?: (?:được|đúng|đủ))* $"
)
ALL_FORCES: Final = cue(r"tổng|lực lượng|trong số|cả thảy|tất cả")
BEFORE: Final = 72
