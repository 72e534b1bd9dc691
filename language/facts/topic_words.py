"""The topics of a thematic case: their words, the facts that settle them, and what is asked."""

from __future__ import annotations

from typing import Final, NamedTuple

from language.marked import cue
from language.searching import Cue


class Topic(NamedTuple):
    """A thing spoken of by a step's own words, or by words of its own near others.

    `facts`: one of them told is enough; `asks`: else these are; `beside`: what its sentence
    speaks of too, before it where `then`; `only`: the occasion and the level it matters for.
    """

    asks: tuple[str, ...]
    facts: frozenset[str]
    step: str = ""
    words: Cue | None = None
    beside: Cue | None = None
    then: bool = False
    only: tuple[str, str] | None = None


_GUIDES: Final = frozenset(
    {"guidance", "guidance_parts", "joint_guidance", "achievement_from", "achievement_to"}
    | {"quota_individuals", "quota_collectives", "initiative_required", "initiative_is_deed"}
)
_REPORTS: Final = frozenset(
    {"report_in_theme", "report_compares_targets", "report_names_solutions", "initiative"}
)
_PLANNED: Final = frozenset({"plan_parts"})
_PLAN: Final = cue(r"(?:kế hoạch|kh|phát động|phong trào|đợt)")
_REPORT: Final = cue(r"(?:báo cáo|bc|thành tích)")
_PROVINCE: Final = ("anniversary", "province")
_PROGRAMME: Final = ("programme_review", "province")

TOPICS: Final = (
    Topic(("plan",), frozenset({"plan", "plan_parts", "provincial_review_plan"}), step="plan"),
    Topic(("launch",), frozenset({"launch"}), step="launch"),
    Topic(("final_review",), frozenset({"final_review", "ceremony_on"}), step="final_review"),
    Topic(("guidance",), _GUIDES, step="guidance"),
    Topic(("report_in_theme",), _REPORTS, step="report_in_theme"),
    Topic(("council_review",), frozenset({"council_review"}), step="council_review"),
    Topic(
        ("council_review",),
        frozenset({"council_review"}),
        words=cue(
            r"bình xét|xét chọn|bình chọn|bầu chọn|bỏ phiếu|biểu quyết"
            r"|(?:quyết|chốt|chọn|duyệt|lên) (?:luôn )?danh sách|(?:họp|cuộc họp) (?:xét|bình)"
        ),
    ),
    Topic(
        ("guidance_parts",),
        frozenset({"guidance_parts", "quota_individuals", "quota_collectives", "achievement_from"}),
        words=cue(
            r"phạm vi|đối tượng|tiêu chuẩn|tiêu chí|thời gian lập thành tích|hình thức|số lượng"
        ),
        beside=cue(r"(?:hướng dẫn|hd)(?! viên)"),
        then=True,
    ),
    Topic(
        ("plan_parts",),
        _PLANNED | _REPORTS,
        words=cue(
            r"chỉ tiêu|(?<!chương trình )mục tiêu|nhiệm vụ|giải pháp|thời gian thực hiện"
            r"|(?:ngày|thời gian|hạn) kết thúc"
        ),
        beside=cue(r"kế hoạch|kh"),
    ),
    Topic(
        ("report_compares_targets",),
        frozenset({"report_compares_targets"}),
        words=cue(r"chỉ tiêu|so sánh|đối chiếu|(?:số|con số|mức|điều) (?:đã )?đăng ký|đăng ký"),
        beside=cue(r"báo cáo|bc"),
    ),
    Topic(
        ("report_names_solutions",),
        frozenset({"report_names_solutions"}),
        words=cue(r"giải pháp|cách làm|biện pháp"),
        beside=cue(r"báo cáo|bc"),
    ),
    Topic(
        ("home_affairs_criteria", "home_affairs_quantity"),
        frozenset({"home_affairs_criteria", "home_affairs_quantity"}),
        words=cue(r"sở nội vụ|snv|sở nv"),
        only=_PROVINCE,
    ),
    Topic(
        ("home_affairs_quantity",),
        frozenset({"home_affairs_quantity"}),
        words=cue(r"số lượng|con số|(?:bao nhiêu|mấy) (?:người|suất|tập thể|cá nhân)"),
        beside=cue(r"sở"),
        only=_PROVINCE,
    ),
    Topic(
        ("home_affairs_criteria",),
        frozenset({"home_affairs_criteria"}),
        words=cue(r"tiêu chuẩn|tiêu chí"),
        beside=cue(r"sở"),
        only=_PROVINCE,
    ),
    Topic(
        ("provincial_review_plan",),
        frozenset({"provincial_review_plan"}),
        words=cue(r"kế hoạch|kh"),
        only=_PROGRAMME,
    ),
    Topic(
        ("provincial_plan_has_awards",),
        frozenset({"provincial_plan_has_awards"}),
        words=cue(r"khen(?: thưởng)?"),
        beside=cue(r"kế hoạch tổng kết|kh tổng kết|kế hoạch của (?:ubnd )?tỉnh"),
        only=_PROGRAMME,
    ),
    Topic(("joint_guidance",), frozenset({"joint_guidance"}), step="guidance", only=_PROGRAMME),
)
OPENERS: Final = cue(
    r"(?:chỉ )?có điều(?! kiện| lệ| hành| phối)|mỗi tội (?:là|cái|thì)"
    r"|(?:khổ|ngặt|hiềm|tội) (?:nỗi|cái)"
    r"|phải cái|thú (?:thực|thật)|nói thật|thật ra|thực ra"
)
"""What comes next stands in the way, whatever it is."""
ODD: Final = cue(
    r"có (?:nhắn|gọi|ông|bà|anh|chị|người|ai|đứa|bác)|của (?:cơ quan|nơi|người|xã) khác|xuê xoa"
    r"|mang máng|loáng thoáng|đại khái|qua loa|sơ sài|chung chung|lấy lệ|chiếu lệ|đối phó"
    r"|cho (?:có|xong|qua|vui|đủ (?:lệ|bộ))|ký (?:khống|thay|lùi|hộ|bừa)|khống(?! chế)"
    r"|làm (?:ẩu|bừa|lấy|kiểu)|truyền (?:tay|miệng)|(?:dùng|xài) (?:tạm|lại|chung|nhờ)"
    r"|bản (?:của )?(?:(?:năm|đợt|khóa|kỳ) )?(?:cũ|ngoái|trước|kia|20\d\d)|chép|copy"
    r"|sao y|tạm|(?:thất )?lạc|mất|rơi|rách|(?:nằm )?trên bàn"
    r"|trong (?:ngăn kéo|tủ|máy)|ngâm|ách|tắc|kẹt|(?:còn|bị|đang) (?:mắc|vướng|treo|giữ)"
    r"|(?:còn|hơi|vẫn) lấn|(?:(?:có|bản|là|chỉ|dạng) )?nháp|miễn|khỏi|thay bằng|mượn"
    r"|tự (?:quyết|chọn|viết|duyệt|nghĩ)|để (?:xem|sau)|tính sau"
    r"|xem (?:đã|sao)|lần lữa|khất|chờ|đợi|nghe (?:loa|nói|bảo|đồn|kể)|nói miệng|nửa vời"
    r"|(?:nửa|lưng) chừng|(?:có|mỗi|chỉ) mỗi|trơ|duy nhất|gọi là|mới (?:chỉ )?(?:là|được|ở)"
    r"|(?:em|tôi|mình) chịu|ai (?:biết|nhớ)|quên|lẫn lộn|lộn|nhầm|tẩy|xóa|sửa|trái|lệch|ngược"
)
"""What is told so is no plain word that a thing stands as it should."""
EXCUSED: Final = cue(
    r"(?:theo|đúng|như|trong|ngoài|của|vượt|căn cứ|so với|hơn|nhờ) (?:bản |văn bản |nội dung |tờ )?"
    r"(?:kế hoạch|hướng dẫn|hd|kh)|tạm (?:dịch|gọi)|không khí|\d+/\S+"
    r"|(?:nhờ có|hưởng ứng|thực hiện|triển khai)(?: lời| lễ)? (?:kế hoạch|phát động|hướng dẫn)"
    r"|(?:bình xét|xét chọn|bình chọn|bầu chọn|bình bầu)(?: (?:được|còn|ra|xong|rồi|đủ|lấy))+"
)
LISTING: Final = cue(
    r"(?:và|cùng|với|lẫn|từ|tới|đến|cả|gồm|đã|có|đủ|hết|rồi|xong|đều|các|họp|xét|ban hành|tổ chức"
    r"|làm|hoàn thành|đầy|sơ kết|khen thưởng|khen|thi đua|phong trào|đợt|cũng|luôn|ạ|là|của"
    r"|kế hoạch|kh|phát động|tổng kết|hướng dẫn|hd|báo cáo|bc|hội đồng|hđ|biên bản|thành tích"
    r"|bước|khâu|phần|việc|đúng|đầy đủ|quy định|quy trình|trình tự|bài bản|nghiêm túc|theo|đâu"
    r"|vào|ra|đấy|bình xét|xét chọn|chọn|tất cả|toàn bộ|mọi|trọn vẹn|thì|nữa)"
)
"""With nothing but these beside it a thing is only one of a list."""
