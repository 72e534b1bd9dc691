"""The nouns that are counted, and the words that tell the part of a count."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from language.marked import cue


class Role(StrEnum):
    PROPOSED = "proposed"
    ALLOWED = "allowed"
    AGREED = "agreed"
    OVER = "over"
    NONE = "none"


COLLECTIVE: Final = (
    r"tập thể|khoa,? phòng|phòng,? ban|đơn vị|chi bộ|chi đoàn|chi hội|tổ dân phố|tổ|thôn|xã|trường"
    r"|phòng(?! (?:trào|chống|cháy|ngừa|thủ|bệnh|dịch|vệ|không))|cơ quan|hợp tác xã"
    r"|htx|câu lạc bộ|clb|nhóm|khoa|lớp|ngân hàng|khối|trạm|khu dân cư"
    r"|doanh nghiệp|công ty|đội|sở|chi cục|tt"
)
HOUSEHOLD: Final = r"hộ gia đình|hộ|gia đình"
INDIVIDUAL: Final = (
    r"cá nhân|người|đồng chí|đ/c|đc|dc|cán bộ|cb|giáo viên|gv|thầy cô|thầy|cô|bạn|anh chị|anh|chị"
    r"|em|y bác sĩ|bác sĩ|y sĩ|điều dưỡng|công chức|viên chức|hội viên|đoàn viên|đảng viên|nông dân"
    r"|chiến sĩ|học sinh|công nhân|trưởng thôn|bí thư|diễn giả|nhân viên|kỹ sư|doanh nhân|cá nhân"
    r"|cựu chiến binh|ccb|thanh niên|nghệ nhân|vị|đại biểu|báo cáo viên|cn|vận động viên|ng"
    r"|gương mặt|điển hình|tấm gương|nhà giáo|già làng|dân quân|thợ \w+|kế toán|bảo vệ"
    r"|lái xe|hộ lý|y tá|dược sĩ|nghệ sĩ|ctv|phụ huynh|tiểu thương|sinh viên|hướng dẫn viên"
    r"|cộng tác viên|giảng viên|kiểm lâm viên|tổ viên|xã viên|huấn luyện viên|hòa giải viên"
    r"|chủ tịch xã|lao động|phóng viên|tình nguyện viên|kiểm lâm|chuyên viên|trưởng bản|công an"
)
NUMBER: Final = (
    r"(?P<n>\d{1,3}|hai mươi(?: \w+)?|mười(?: (?:một|hai|ba|bốn|lăm|năm|sáu|bảy|tám|chín))?"
    r"|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mấy|vài|một số|nhiều|toàn|các|những)"
)
COUNT: Final = cue(
    rf"{NUMBER} (?:(?:suất|trường hợp|chỉ tiêu|giấy khen|bằng khen)(?: (?:khen|cho|là|của))? )?"
    rf"(?:(?P<collective>{COLLECTIVE})|(?P<household>{HOUSEHOLD})"
    rf"|(?P<individual>{INDIVIDUAL}))(?! (?:tháng|năm|ngày|lần|nội dung|điều kiện|phòng(?! trào)))"
)
LETTERED: Final = re.compile(
    r"(?<![\w/.,%-])(?P<n>\d{1,3})(?: ?(?P<c>tt|tap the)| ?(?P<i>cn))(?!\w)"
)
BARE: Final = re.compile(
    r"(?<![\w/.,%-])(?P<n>\d{1,3})(?= ?(?:[.,;:)!?]|$|(?:va|ma|nen|thoi|hoan|khong|deu|la|em|vao"
    r"|gui|trinh|cung|thi|len|da|nhung|vi|de|tuc|luon|roi|so)\b))(?![.,]\d)"
)
# so many awards, of whom is said elsewhere
SUITS: Final = cue(
    rf"{NUMBER} (?:suất|chỉ tiêu|giấy khen|bằng khen|bộ hồ sơ)"
    rf"(?! (?:khen |cho |là )*(?:{COLLECTIVE}|{HOUSEHOLD}|{INDIVIDUAL}))"
)
# words that are numbers only with their marks, or before a noun that is nothing else
LOOSE: Final = frozenset({"sau", "nam", "ba", "bay", "may", "bon", "tam"})
SHORTEST: Final = 4
# the nearest of these before a count tells its part
ROLES: Final = (
    (
        Role.PROPOSED,
        cue(
            r"(?:danh sách|tờ trình|hồ sơ)(?: [^\W\d]+){0,6}? (?:gồm(?: có)?|có|là|chốt(?: lại)?)"
            r"|(?:đề nghị|trình|khen|tặng)(?: [^\W\d]+){0,6}? gồm(?: có)?"
        ),
    ),
    (
        Role.NONE,
        cue(
            r"rút(?: bớt)?|bớt|(?<!phân )bỏ(?! phiếu)(?: (?:bớt|ra|đi|lại))?|gạt(?: (?:ra|bớt))?"
            r"|trong đó(?: có)?|(?:lúc|ban|thoạt) đầu(?: \w+){0,4}|cắt"
            r"|loại|trong số"
            r"|tổng(?: số)?"
            r"|trong tổng|thành viên|không phải|chứ không(?: phải)?|có khoảng|tham gia"
            r"|năm ngoái"
            r"|năm trước|đợt trước|hội đồng (?:gồm|có)"
            r"|gồm"
            r"|dự kiến ban đầu|(?<!vượt )(?<!quá )con số|thứ|tổ chức cho"
        ),
    ),
    (
        Role.AGREED,
        cue(
            r"(?:sở nội vụ|snv|sở nv|(?<!hồ )(?<!cơ )sở)"
            r"(?: (?!trình|đề nghị|xin|tự|tặng|khen|giấy|bằng|bình|chọn|em|tôi|mình)\w+){0,7}?"
            r" (?:thống nhất|đồng ý"
            r"|nhất trí|chốt|duyệt|chấp thuận"
            r"|cho phép|cho)(?: \w+){0,3}|(?:thống nhất|đồng ý|nhất trí"
            r"|chấp thuận) (?:với sở nội vụ)"
            r"(?: \w+){0,3}|được (?:sở nội vụ|snv) \w+ \w*|chỉ (?:thống nhất|đồng ý|chấp thuận"
            r"|nhất trí)"
        ),
    ),
    (
        Role.ALLOWED,
        cue(
            r"(?:mỗi|từng) (?:xã|đơn vị|trường|cơ quan|phòng|thôn|chi bộ|ngành|địa phương|cụm|khối)"
            r"(?:,? (?:thị trấn|phường|được|chỉ|có|không|quá|tối đa|đề nghị|trình|khen|xét|chọn"
            r"|giao|phân bổ|cử|lấy|đơn vị)){1,6}"
            r"|số lượng(?: khen| khen thưởng)?(?: (?:khen|khen thưởng|tối đa|không quá|là|chỉ|được"
            r"|cho|có|đúng|gồm"
            r"|ghi))*"
            r"|(?:số lượng|sl) ?:|tối đa(?: (?:là|chỉ|được))?|không (?:được )?(?:quá|vượt quá|vượt)"
            r"|không (?:được )?(?:vượt|quá|vượt quá)(?: quá)? con số"
            r"|nhiều nhất(?: là)?|chốt (?:cứng|trần|ở|hạn mức)|định mức(?: là)?|ngưỡng(?: là)?"
            r"|(?:huyện|tỉnh|trên|cấp trên) (?:chỉ )?(?:giao|phân|cấp|duyệt|rót|chốt)"
            r"(?: (?:cho|chỉ|có|đúng|được|em|xã|đơn vị|trường|phòng|mỗi)){0,3}"
            r"|được (?:giao|phân|chia)(?: (?:chỉ|có|đúng|được)){0,2}"
            r"|chỉ (?:được )?(?:cho|được|có|khen|giao|phân|định"
            r"|ghi)(?: (?:tối đa|khen))?"
            r"|phân bổ(?: (?:cho|tối đa))?|giới hạn(?: (?:là|ở))?|khống chế(?: (?:là|ở))?"
            r"|(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt))?(?: (?:\w+ )?(?:quy định|cho|ghi"
            r"|ấn định|chốt|giao|nêu"
            r"|là|có))+(?: (?:rõ|tối đa|số lượng|khen|là)){0,3}|quy định(?: (?:là|chỉ|rõ|tối đa))?"
            r"|hạn mức(?: là)?|trần(?: là)?|cho phép(?: khen)?|chỉ tiêu(?: khen)?|ấn định"
        ),
    ),
    (
        Role.OVER,
        cue(
            r"(?:vượt|thừa|dôi|quá|nhiều hơn|dư (?:ra|mất|tới))(?: (?:số lượng|hướng dẫn|quy định"
            r"|ra|mất|tới|đến"
            r"|là|đúng|có|những)){0,3}"
        ),
    ),
    (
        Role.PROPOSED,
        cue(
            r"(?:chọn|bình|trình|lập|đưa|đề nghị|đề xuất)[^.;?]{0,40}? (?:cá nhân|tập thể)"
            r" (?:thì|lên tới|lên đến|có tới|những)(?: (?:những|có|tới|đến|là|lên))*"
            r"|(?:trình|đề nghị|đề nghi|đề xuất|khen|khen thưởng|tặng|danh sách|lập|chọn(?: ra"
            r"| được)?|gửi|xin"
            r"|trao|đưa|xét(?: chọn)?|bình(?: chọn| xét| ra| được)*|nguyên|đúng|cả|giấy khen"
            r"|bằng khen|cho"
            r"|giữ"
            r"|chốt(?: (?:lại|danh sách|còn|trình|đưa|được|là))*|(?:rút|xuống) còn|chỉ còn|còn lại"
            r"|nộp|nêu|của|thành|tổng cộng|chuyên đề|thưởng|hiện|lên|huyện|tỉnh"
            r"|báo cáo thành tích của)"
        ),
    ),
)
# whose saying a count is where its verb does not tell: the last of these before it
GUIDED: Final = cue(
    r"(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt))?(?: của \w+(?: \w+)?)? (?:chỉ )?(?:cho|giao"
    r"|phân)"
    r"(?: cho)? (?:đơn vị|xã|trường|phòng|cơ quan|bên)(?: (?:em|tôi|mình|chúng tôi|ta))?"
    r"|(?:văn bản |công văn |bản )?(?:hướng dẫn|hd(?! (?:đã )?(?:xét|họp|bình|chọn|bỏ|td)))"
    r"(?: (?:khen thưởng|khen|kt|xét khen))?(?: của \w+(?: \w+){0,2}?(?= (?:ghi|cho|quy|nêu|chỉ"
    r"|ấn|chốt|có|là)))?"
    r"|(?:văn bản|thông báo|công văn) (?:phân bổ|giao chỉ tiêu|phân chỉ tiêu)"
)
ASKS: Final = cue(
    r"trình|đề nghị|đề xuất|danh sách|lập|chọn|bình|xin|đưa|chúng tôi|bọn em|nhưng|trong khi"
)
OWN: Final = cue(
    r"bằng khen|giấy khen|(?:điều kiện|đk|thứ|giấy tờ)(?= khác)|trình|đề nghị|đề nghi|đề xuất"
    r"|danh sách|lập|chọn(?: ra| được)?|bình(?: chọn| xét)?|xin|gửi"
    r"|đưa|em|tôi|bọn em|chúng tôi|mình|đơn vị(?: em| tôi| mình)?|(?:cơ quan|xã|phòng|trường)"
    r" (?:em|tôi|mình)|xã|phòng(?! trào)|trường|hội đồng|hđ|mà|nhưng|còn|trong khi|báo cáo|tặng|lễ"
    r"|(?<!phong )trao"
    r"|thành tích của|theo|xếp hàng|có cả|làm được|kế hoạch|tổng kết"
)
# a count that nothing before it explains may be told by what follows
AFTER: Final = cue(
    r"(?:đúng|vừa đúng|bằng|đúng bằng|theo đúng) (?:số lượng|hạn mức|hướng dẫn)"
    r"|(?:được |cùng )?(?:đề nghị|trình|xin)(?: (?:huyện|tỉnh|khen|tặng|ubnd|lên))+"
)
# `8 người được chọn đều làm ở xã`
CHOSEN: Final = cue(
    r"(?:đã )?được (?:hội đồng |hđ |xã |cơ quan |đơn vị |thôn |tập thể )*(?:chọn|bình|xét|đề nghị"
    r"|đề xuất|giới thiệu|lựa chọn|bầu|nêu tên)|(?:có tên )?trong (?:danh sách|tờ trình)"
)
# `thống nhất cả tiêu chuẩn lẫn số lượng 2 tập thể`
AGREES: Final = cue(
    r"(?:sở nội vụ|snv|sở nv)(?: (?:đã|cũng|thì|có|công văn|văn bản|vừa|trả lời|ý kiến|gửi)){0,5}"
    r" (?:thống nhất|đồng ý|nhất trí|chấp thuận)"
    r"|(?:thống nhất|đồng ý|nhất trí)(?: (?:với|cùng))+ (?:sở nội vụ|snv|sở nv)"
)
TOTAL: Final = cue(r"thành|tổng cộng|cả thảy")
ABOUT: Final = cue(r"khoảng|chừng|tầm|gần|hơn|trên|ước")
# `thi đua "mỗi bản một đội văn nghệ"`
IN_A_SLOGAN: Final = cue(r"(?:thi đua|phong trào|chuyên đề) ?[\"“][^\"”]{0,30}?mỗi \w+ $")
GRANTED: Final = cue(
    r"\d{1,3} (?:suất|chỉ tiêu)(?: khen| khen thưởng)? (?:được |đã )*"
    r"(?:(?:huyện|tỉnh|trên|cấp trên|hướng dẫn) )?(?:phân bổ|phân|giao|cấp|duyệt|cho)"
)
"""`4 suất được phân bổ`: so many are allowed."""
TOOK_PART: Final = cue(
    r"(?:(?:đã|cùng|đều|trực tiếp|cả thảy|đồng loạt) )*(?:tham gia|góp (?:sức|công)|có mặt"
    r"|hưởng ứng"
    r"|vào cuộc|ra quân|bắt tay)"
)
"""`khen tập thể, 30 người tham gia`: so many were in it, and none of them is proposed."""
