"""Words that tell how a thing stands: there, planned, not yet, refused, not known; what it says."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from language.facts.passage import Passage
from language.marked import cue


class Stand(StrEnum):
    DONE = "done"
    PLANNED = "planned"
    NOT_YET = "not_yet"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    SAYS = "says"
    SAYS_NOT = "says_not"


class Sign(NamedTuple):
    """One such word or few, and where they stand."""

    start: int
    end: int
    stand: Stand


_NO: Final = r"(?:không|ko|hông|chẳng|kg|k)"
# the doing that is denied, before the thing it would have made
_DO: Final = (
    r"(?: (?:ban hành|tổ chức|làm|ra|lập|xây dựng|họp|viết|soạn|thực hiện|tiến hành|mở|ký|phát hành"
    r"|triển khai|được|kịp|cần|thể|bổ sung|hoàn thiện))*"
)
_MORE: Final = (
    rf"(?:{_NO}(?: (?:định|muốn|chịu|thể|có ý định|còn|cần))*(?=(?: \w+){{0,6}} nữa)|(?:sẽ"
    rf"|cũng sẽ|nhất định|kiên quyết|dứt khoát|nhất quyết"
    rf"|quyết định|chắc chắn|chủ trương|thống nhất|thôi|bỏ) {_NO}"
    rf"|{_NO} (?:chịu|muốn|định|có ý định|có chủ trương|bao giờ|thể|kịp)|từ chối|bãi bỏ|hủy bỏ"
    rf"|{_NO} đồng ý){_DO}"
)
_LACKS: Final = (
    rf"(?:vẫn |còn |mới |cũng |hiện |thì |lại |đều |đã |đang )*(?:chưa|thiếu|quên)"
    r"(?: (?:hề|từng|kịp|được|thấy|đâu|xong|đủ|có|thể|chịu|nào|kèm|ai|làm|tổ chức|ban hành"
    r"|họp|ra|soạn|viết|ký)){0,4}"
    r"|(?:đang|còn) (?:chờ|soạn|dự thảo|làm|xây dựng|trình ký|viết|lấy ý kiến|hoàn thiện|bàn|nợ"
    r"|chỉnh sửa|sửa|góp ý|xin|là dự thảo)"
    r"|mới (?:chỉ )?(?:là |có |ở |dừng ở )?(?:bản )?dự thảo|đâu (?:đã )?(?:có|được)"
    rf"|(?:đều |cũng |vẫn |thì |còn |lại |đã )*{_NO} (?:hề |thấy )?(?:đủ|đầy đủ|đạt|đảm bảo|thấy"
    rf"|kèm|có)|làm gì (?:đã )?có|để quên"
    r"|(?:bị |tạm |phải )*(?:hoãn|gác)(?! (?:sang|đến|tới|lại sang|lễ))(?: lại)?"
    rf"|bỏ sót|bỏ quên|sót|[✗✘❌☒]"
)
_LATER: Final = (
    r"(?:(?:tuần|tháng|quý|năm) (?:sau|tới)|sang (?:tuần|tháng|quý|năm)"
    r"|(?:đầu|cuối|giữa|sang) (?:tuần|tháng|quý|năm) (?:này|sau|tới)|(?:ngày |sáng |chiều )?mai"
    r"|(?:ngày )?kia|(?:mấy|vài|ít) (?:hôm|ngày|bữa)"
    r" nữa|nay mai|sắp tới|thứ (?:hai|ba|tư|năm|sáu|bảy|\d) (?:này|tới|tuần sau)|lát nữa)"
)
_WILL: Final = (
    r"(?:(?:dự kiến|dự định|sẽ|sắp|chuẩn bị(?! (?:đủ|xong|đầy đủ|kỹ|chu đáo|sẵn))|lên lịch"
    r"|định(?= (?:sẽ|là|tổ chức|làm|họp|có|ban hành|ra|mở|tổng kết|ngày|vào|tuần|tháng|đến)\b)"
    r")(?: (?:sẽ|là|tổ chức|làm|họp|có"
    r"|ban hành|ra|hoàn thành|mở))*)"
    r"|(?:đã |mới )?(?:ấn định|chốt|lên|có|định|xếp)(?: được)? (?:lịch|ngày)"
    rf"|{_LATER}(?: (?:mới|sẽ|thì|là))+(?: (?:họp|tổ chức|làm|có|ban hành|ra|ký|xong|mở))*"
    r"|(?:dời|lùi|hoãn|đẩy|chuyển)(?: lại)? (?:sang|đến|tới|qua)"
    rf"|{_LATER} (?:họp|tổ chức|làm|ban hành|ra|ký|mở)|(?:để|đợi|chờ)(?: (?:sang|đến"
    rf"|tới))? {_LATER}"
)
_HAVE: Final = (
    r"(?:đã|đều|cũng|vẫn|mới|vừa|vừa mới|thì|đang|mà) (?:đều )?(?:có|đủ|xong|đạt|ổn|đầy đủ|rõ"
    r"|đúng|làm|ra|hoàn thành|hoàn tất)(?: (?:đủ|đầy đủ|cả|hết|rồi|xong|sẵn|đúng))*"
    r"|(?:có|đủ|đầy đủ|đạt|xong|đúng|ổn|hoàn tất|hoàn thành|sẵn|theo đúng)"
    r"(?: (?:đủ|đầy đủ|cả|hết|rồi|xong|sẵn|đúng|trọn|rõ))*|đã|rồi|làm rồi|ban hành|đều"
    r"|rõ(?= (?:các )?(?:chỉ tiêu|nhiệm vụ|giải pháp|thời gian))|chuẩn bị (?:đủ|xong|đầy đủ|kỹ)"
    r"|trọn vẹn|chỉn chu|chu đáo|đâu (?:vào|ra) đấy|tươm tất"
    r"|(?:đều |cũng |đã )*đáp ứng(?: (?:đủ|đầy đủ|tốt|được|cả|hết|yêu cầu))*"
    r"|[✓✔☑✅]|bảo đảm|đảm bảo|không thiếu(?: \w+){0,2}|chẳng thiếu \w+"
)
_UNSURE: Final = (
    rf"(?:chưa|{_NO}|cũng {_NO}|chả) (?:biết|rõ|chắc|nhớ|nắm)"
    r"(?:(?: (?!kế|tổng|phát|hướng|báo|hội|họp)\w+){0,4}? (?:có|là|đã))?"
    r"|chưa xác định được|hình như|nghe nói|chắc là"
)
_SAY: Final = (
    r"(?:ghi|nêu|quy định|xác định|nói(?! vụ)|đề cập|thể hiện|phân bổ|giới hạn|khống chế|chốt số"
    r"|ấn định"
    r"|cho phép|chỉ cho|bắt buộc|yêu cầu|đòi (?:hỏi|phải|có)|liệt kê|làm rõ|định rõ|chỉ rõ)"
    r"(?: (?:rõ|ra|cụ thể|đến|tới|vào|đủ|đầy đủ|cả|hết|được)){0,3}"
)
_SAYS_NOT: Final = (
    rf"(?:còn |cũng |lại |vẫn |đều |thì |đã )*(?:chưa|{_NO}|quên {_NO}|quên|thiếu|bỏ sót|sót"
    rf"|bỏ quên)"
    r"(?: (?:hề|thấy|có|được|kịp)){0,3} " + _SAY + r"|(?:để|bỏ|còn) (?:trống|ngỏ)"
    rf"|(?:còn |mới |vẫn |cũng |chỉ )*(?:chưa|{_NO}|thiếu|quên)"
    r"(?: (?:hề|thấy|có|được|kịp|đưa ra|đưa|phần|mục|rõ|mỗi|đủ|mất))*"
    r"(?= (?:các |phần |mục )?(?:phạm vi|đối tượng|tiêu chuẩn|tiêu chí|thời gian|hình thức|số lượng"
    r"|chỉ tiêu|nhiệm vụ|giải pháp|ngày kết thúc|thời điểm|nội dung))"
)
_SAYS: Final = r"(?:đã |có |đều |cũng |chỉ |mới )*" + _SAY
# what looks like such a word and is none: the tag of a question, no need, some idioms
_NONE: Final = (
    r"(?:được|đủ|ổn|kịp|đúng|xong|rồi|sao|hợp lệ|phải|gì|trình|gửi|khen|điều kiện|vướng"
    r"|muộn|trễ|luôn|thế|vậy|hợp|qua)(?: (?:luôn|rồi|được|đã))? (?:không|chưa|ko|k|hông|hôn)"
    r"(?= ?(?:[?.,!]|$|ạ|a/c|a|vậy|nhỉ|thế|hả|các|anh|em|hay))"
    r"|hay (?:không|chưa|là không|là chưa|phải)|(?:không|chưa|ko)(?: \w+){0,2}(?= ?\?)"
    rf"|{_NO} (?:cần|phải|bắt buộc|đòi|yêu cầu|buộc|nhất thiết)"
    r"|có (?:được|cần|phải|nên|kịp|thể|bị|công|đúng|sao|gì|ai|khi|lẽ|mặt|người|ý kiến|sáng kiến)"
    r"|chưa (?:kể|nói đến)|không những|không chỉ|đúng (?:ngày|hôm|bằng|hạn|thứ|\d+)"
    r"|nghị định|quyết định|gia đình|chữa (?:cháy|bệnh)|nhân dịp|(?:đề|kiến) nghị"
    r"|chứ (?:không|ko|chẳng|đâu)(?: phải)?(?! (?:có|làm|họp|ban hành|tổ chức|ra|viết|lập|phát động"
    r"|tổng kết|xét|thấy|được|đủ)(?!\w))"
    r"|rồi(?= (?:\w+ ){1,5}sau(?!\w))|đủ điều kiện|đủ (?:để|căn cứ)|ai cũng"
    r"|có thành tích|đã được khen|mới nhất"
)
_KINDS: Final = (
    (None, cue(_NONE)),
    (Stand.UNKNOWN, cue(_UNSURE)),
    (Stand.DONE, cue(rf"{_NO} thiếu(?: (?:gì|thứ gì|cái gì|mục nào|giấy tờ gì|\w+ nào))?")),
    (Stand.SAYS_NOT, cue(_SAYS_NOT)),
    (Stand.REFUSED, cue(_MORE)),
    (Stand.NOT_YET, cue(_LACKS)),
    (Stand.SAYS, cue(_SAYS)),
    (Stand.REFUSED, cue(rf"(?:đều |cũng |vẫn |thì |còn )*{_NO}(?! (?:ạ|nhỉ)){_DO}")),
    (Stand.PLANNED, cue(_WILL)),
    (Stand.DONE, cue(_HAVE)),
)


def find_signs(passage: Passage) -> list[Sign]:
    """All of them in order; of two that overlap the one that tells more stands."""
    taken: set[int] = set()
    found: list[Sign] = []
    for stand, pattern in _KINDS:
        for match in pattern.finditer(passage.text):
            places = range(*match.span())
            if taken.isdisjoint(places):
                taken.update(places)
                if stand:
                    found.append(Sign(*match.span(), stand))
    return sorted(found)
