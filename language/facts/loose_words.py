"""Lacks told in pictures: `giấy tờ còn lỏng lẻo`, `hồ sơ chưa đâu vào đâu`, `mới có cái khung`."""

from __future__ import annotations

from typing import Final

from language.facts.passage import Passage
from language.marked import cue

_NO: Final = r"(?:chưa|không|ko|k|chẳng|chả|đâu)"
LOOSE: Final = cue(
    # nothing holds, or nothing fits
    r"lỏng lẻo|lỏng quá|sơ sài|sơ lược quá|qua loa|qua quýt|cẩu thả|đại khái|chắp vá|vá víu"
    r"|lem nhem|nhập nhèm|lộn xộn|lung tung|bừa bộn|bừa bãi|rối (?:như tơ vò|tinh|rắm|beng|mù|bời)"
    r"|ngổn ngang|bề bộn|tùm lum|tùm la|lủng củng|luộm thuộm|lôi thôi|cọc cạch"
    r"|chông chênh|lung lay|lấp lửng|ú ớ|mập mờ|mù mờ|lơ mơ|nhùng nhằng|lằng nhằng"
    r"|dây dưa|ì ạch|rùa bò|chậm như rùa|giậm chân tại chỗ|dậm chân tại chỗ|án binh bất động"
    # half done, or done for show
    r"|nửa vời|nửa nạc nửa mỡ|nửa chừng|dang dở|dở dang|đầu voi đuôi chuột|được chăng hay chớ"
    r"|đến đâu hay (?:đến )?đó|tới đâu hay (?:tới )?đó|lấy lệ|chiếu lệ|làm cho có|cho có lệ"
    r"|cho có thôi|cho xong chuyện|đối phó|nước (?:đến|tới) chân|vắt chân lên cổ|chạy đôn chạy đáo"
    # holes, and bare hands
    r"|lỗ chỗ|lỗ hổng|chỗ hổng|còn hổng|hổng nhiều|trống (?:trơn|hoác|rỗng|trải|huếch)"
    r"|trắng trơn|tay trắng|tay không|(?:về|là|như|từ) con số (?:không|0)"
    r"|(?:mới|chỉ) (?:có |được )?(?:mỗi )?(?:cái )?(?:vỏ|khung|bìa|sườn|đầu đề|tên)(?: thôi)?"
    r"(?= ?(?:[.,;!?]|$))|(?:nằm |còn |mới )+(?:ở )?trên giấy|bỏ lửng|bỏ ngỏ|để ngỏ|lơ lửng"
    r"|mắc kẹt|ách tắc"
    # far from it
    rf"|{_NO} (?:có )?(?:ra )?đâu vào đâu|{_NO} (?:tới|đến|đi đến|đi tới|ra) đâu|{_NO} đâu ra đâu"
    rf"|{_NO} (?:ra (?:gì|sao|hình|hồn)|nên (?:hình|cơm cháo)|thấm (?:vào )?đâu|nhúc nhích"
    rf"|tươm tất|chỉn chu|chu đáo|gọn gàng|ngăn nắp|chặt chẽ|trọn vẹn|nhuyễn|ráo mực"
    rf"|có gì trong tay|kín kẽ|chắc tay|vào guồng|yên tâm)"
    r"|(?:còn|vẫn) (?:xa vời|xa lắm|lâu lắm|ngổn ngang|sống sượng|khuyết|hở|mông lung|ngàn cân)"
)
"""Said of the papers or the steps, they are not all there, whatever is said beside."""
_DENIED: Final = cue(
    r"(?:không|ko|chẳng|chả|đâu|hết|chưa bao giờ|đỡ)(?: (?:có|hề|còn|phải|bị|gì|là))* $"
)
_BEFORE: Final = 20


def is_loose(passage: Passage) -> bool:
    """Whether a lack is told in such words, and not denied."""
    text = passage.text
    return any(
        not _DENIED.search(text[max(0, match.start() - _BEFORE) : match.start()])
        for match in LOOSE.finditer(text)
    )
