"""The words for the parts of award guidance and of a movement's plan, and around them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from language.marked import cue
from language.searching import Cue

NO_PART: Final = (
    r"(?:đúng(?: bằng)?|bằng|vượt|quá|theo|trong|hơn|thống nhất(?: về| cả)?|đồng ý(?: về)?|cùng)"
    r" (?:với )?(?:số lượng|tiêu chuẩn)|số lượng (?:trong hướng|theo hướng|đề nghị|trình)"
    r"|trong phạm vi|phạm vi (?:toàn|ảnh hưởng|cả|ngành|nội bộ|cơ quan|cấp|tỉnh|rộng|liên|hẹp)"
    r"|đủ tiêu chuẩn (?:để|khen|thì)|(?:hoàn thành|thực hiện)(?: \w+){0,2} nhiệm vụ|đúng đối tượng"
    r"|(?:so|so sánh|đối chiếu|vượt|đạt|hoàn thành)(?: \w+){0,3} chỉ tiêu|chỉ tiêu (?:đã )?đăng ký"
    r"|nhiệm vụ (?:chỉ đạo|của|chung|giống|như|là)|hình thức (?:bằng|giấy)"
)
GUIDANCE_PARTS: Final[Mapping[str, Cue]] = MappingProxyType(
    {
        "-": cue(NO_PART),
        "scope": cue(r"phạm vi(?: áp dụng| khen thưởng)?"),
        "subjects": cue(r"đối tượng(?: khen| khen thưởng)?"),
        "criteria": cue(r"tiêu chuẩn|tiêu chí|điều kiện tiêu chuẩn"),
        "achievement_period": cue(
            r"(?:thời gian|thời điểm|mốc thời gian|thời hạn|giai đoạn|khoảng thời gian)"
            r" (?:để )?(?:lập|tính|xét|đạt|ghi nhận)(?: thành tích)?|thời gian thành tích"
            r"|tg lập thành tích|mốc tính thành tích"
        ),
        "award_form": cue(r"hình thức(?: khen thưởng| khen)?"),
        "quantity": cue(r"số lượng(?: khen thưởng| khen)?|chỉ tiêu số lượng|sl"),
    }
)
PLAN_PARTS: Final[Mapping[str, Cue]] = MappingProxyType(
    {
        "-": cue(
            NO_PART
            + r"|(?:nêu|có|đưa ra|những|các)(?: \w+){0,2} giải pháp (?:hay|hiệu quả|đã|mang)"
            r"|giải pháp (?:đem|hiệu quả|mang)|tốt nhiệm vụ|xuất sắc nhiệm vụ"
        ),
        "targets": cue(r"(?:các )?chỉ tiêu(?: thi đua| cụ thể)?"),
        "tasks": cue(r"nhiệm vụ"),
        "solutions": cue(r"(?:các )?(?:giải|biện) pháp"),
        "end_date": cue(r"(?:(?:thời gian|thời điểm|ngày|mốc|hạn|thời hạn) )?kết thúc"),
        "duration": cue(
            r"thời gian(?! (?:lập|tính|xét|đạt|ghi))(?: thực hiện| triển khai| tiến hành"
            r"| thi đua)?|tiến độ"
        ),
    }
)
ALL_GUIDANCE: Final = cue(
    r"(?:đủ|đầy đủ|đúng|trọn|có|rõ|hết)(?: cả| hết| rõ)? (?:6|sáu|06)(?: \w+)?"
    r" (?:nội dung|phần|mục|ý|yếu tố|điểm|thứ|thành phần|vấn đề|yêu cầu)|(?:đủ|đầy đủ|trọn)(?: cả)?"
    r" (?:các )?(?:nội dung|phần|mục)(?: (?:theo (?:quy định|công văn)|bắt buộc|cần thiết"
    r"|yêu cầu))?"
    r"|đủ cả (?:6|sáu)|6/6|đủ (?:6|sáu)"
    r"|(?:đủ|đầy đủ|rõ|hết)(?: cả)? (?:từ )?phạm vi(?: cho)? (?:đến|tới) (?:hết )?số lượng"
)
ALL_PLAN: Final = cue(
    r"(?:đủ|đầy đủ|đúng|trọn|có|rõ)(?: cả| hết| rõ)? (?:5|năm|05)"
    r" (?:nội dung|phần|mục|ý|yếu tố|điểm|thứ)|5/5"
)
ORDER: Final = {
    ALL_GUIDANCE: (
        "scope",
        "subjects",
        "criteria",
        "achievement_period",
        "award_form",
        "quantity",
    ),
    ALL_PLAN: ("targets", "tasks", "solutions", "duration", "end_date"),
}
ONLY: Final = cue(r"(?:mới )?chỉ (?:có |ghi |nêu |quy định |nói |đến |rõ |được )*")
GUIDANCE: Final = cue(r"hướng dẫn|hd")
# something is missing, and it is not said what
SHORT: Final = cue(
    r"(?:chưa|không|thiếu|còn thiếu|mới)(?: (?:có|được|ghi|nêu|đủ|đầy đủ|hết|rõ|mất|cả|các|một|1"
    r"|2|hai"
    r"|vài|mấy|\d)){0,5} (?:nội dung|phần|mục|ý|yếu tố)(?! khác| còn lại)"
)
SAVE: Final = cue(
    r"(?:trừ|ngoại trừ|mỗi|chỉ thiếu|chỉ còn thiếu|quên(?: mất)?|bỏ sót|sót)"
    r"(?: (?:phần|mục|cái|nội dung|ý|khoản|có|mỗi)){0,2} ?"
)
AGREED: Final = cue(r"thống nhất|đồng ý|sở nội vụ|snv|hiệp y")
