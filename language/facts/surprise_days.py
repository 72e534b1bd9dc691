"""Which day of a message is the deed's, which the sending's, which a recognition's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from language.all_dates import DateAt
from language.date_reading import make_day
from language.facts.deeds import DEED
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]


class Role(StrEnum):
    DEED = "deed"
    SENT = "sent"
    RECOGNIZED = "recognized"
    OTHER = "other"


_PAPER: Final = cue(
    r"(?:kế hoạch|kh|công văn|cv|quyết định|qđ|nghị định|nđ|thông tư|văn bản|thông báo|luật|chỉ thị"
    r"|hướng dẫn|nghị quyết|giấy mời|bài"
    r"|bản tin)(?: số)?(?: [\w/.-]{0,20}\d[\w/.-]{0,20})?(?: (?:ký|ban hành"
    r"|của \w+|ra))?"
    r"(?: (?:ngày|từ|hôm|vào))? ?$"
)
_PRESS: Final = cue(
    r"báo mạng|báo chí|báo đài|báo (?:tỉnh|lạng|đăng|đưa|viết|nêu|ghi|điện tử|nhân dân"
    r"|địa phương|chí|\w+ (?:đăng|đưa|viết))|đài(?! (?:hội|loan|tưởng))|facebook|fb|mạng xã hội"
    r"|mạng|đăng (?:bài|tin|báo|tải|lên)|clip|video|zalo|truyền hình"
    r"|phát sóng|thư cảm ơn|thư khen|cảm ơn|tiktok|lan truyền|chia sẻ"
)
_SENT_AFTER: Final = cue(
    r"(?:\w+ ){0,6}?(?:gửi|nộp|trình|chuyển hồ sơ|ký tờ trình|làm hồ sơ|làm tờ trình|song tờ trình"
    r"|xong tờ trình|hoàn thiện hồ sơ|xong hồ sơ|lập hồ sơ|đề nghị khen|đưa lên|chuyển lên"
    r"|(?:mới|đã|sẽ|vừa|kịp) ký)"
)
_SENT_BEFORE: Final = cue(
    r"(?:gửi|nộp|(?<!công )(?<!chương )(?<!quá )(?<!hành )trình|ký"
    r"|(?<!bị cô )(?<!lũ cô )(?<!nước cô )(?<!lụt cô )(?<!cắt cô )(?<!ngập cô )lập|chuyển|ban hành"
    r"|(?<!kiểm )làm|phát hành)(?: (?:tờ trình|hồ sơ|đi|lên"
    r"|công văn|huyện|tỉnh|xã"
    r"|khen|đột xuất|đề nghị|sở nội vụ|phòng nội vụ|ra|ubnd|số [\w/-]+|khen thưởng|rồi|từ|vào"
    r"|lúc|hôm|ngày|cho))* ?$"
)
# `trình khen đột xuất anh Sự ngày 23/11`
_SENT_FOR: Final = cue(
    r"(?:gửi|nộp|trình)(?: (?:tờ trình|hồ sơ|đề nghị))* khen(?: thưởng)?(?: đột xuất)?(?: cho)?"
    r"(?: (?:anh|chị|ông|bà|em|cô|thầy|đ/c|đồng chí|tập thể|cả))(?: \w+){1,5} (?:vào |từ )?"
    r"(?:ngày |hôm )?$"
)
_SENT_PAPER: Final = cue(
    r"tờ trình(?: (?:số [\w/.-]+|đề nghị|khen|của \w+|ký|ghi|gửi|lập))* ?(?:ngày|hôm|từ)? ?$"
)
_OCCASION: Final = cue(
    r"(?:hội nghị|(?<!ty )(?<!ti )(?<!tỷ )(?<!tỉ )lễ|trao|tổng kết|mít tinh|kỷ niệm|nhân ngày"
    r"|nhân dịp|nhân(?= ?$)|chào mừng"
    r"|khai giảng"
    r"|(?<!trường )họp"
    r"|đại hội|dịp|sinh năm|sinh ngày|thành lập|truyền thống|nhận công tác|vào ngành)"
    r"(?!\w)[^.;,:]{0,36}$"
)
# `xã bận đại hội nên đến hôm nay mới ký`: the day is of what goes on
_GOES_ON: Final = cue(r"nên|mà|nhưng|xong|rồi|đến|mới|thì")
_LIMIT: Final = cue(
    r"(?:hạn|chậm nhất|muộn nhất|ngày thứ \w+|hết|đến hết|trước|tính|lấy|kể từ|rơi vào|còn đến"
    r"|mãi đến"
    r"|tính từ|từ hôm|quá(?= (?:hạn|ngày|thời)))(?!\w)[^.;,]{0,24}$"
)
_LEARNT: Final = cue(
    r"(?:\w+ ){0,3}?(?:mới |vừa )?(?:được )?(?:biết|nắm (?:được|bắt|tin|thông tin"
    r"|tình hình|sự việc)|nhận được|nghe|báo cáo lên|báo lên|báo cho"
    r"|tiếp nhận|kiểm tra|xác minh|(?<!đi )họp|phát hiện ra việc|đọc (?:báo|tin|được|bài|trên"
    r"|thấy))"
)
_RECOGNIZED: Final = cue(r"công nhận|xác nhận|kết luận|ghi nhận")
_NOT_RECOGNIZED: Final = cue(
    r"(?:xin|nhờ|đề nghị|yêu cầu|mong|muốn|xin ý kiến)(?: (?!công nhận|xác nhận"
    r"|văn bản)\w+){0,6}? (?:công nhận"
    r"|xác nhận)|"
    r"(?:chưa|không|chẳng|ko|k|chưa hề|đang|chờ|sẽ|hứa|dự kiến|chuẩn bị)(?!\w)[^.;,]{0,45}"
    r"(?:công nhận|xác nhận|kết luận|ghi nhận)"
)
_AUTHORITY: Final = cue(
    r"ubnd|ủy ban|công an|sở|huyện|tỉnh|xã|bộ|hội đồng|cơ quan|biên phòng|ban chỉ huy|quân sự|phòng"
    r"|cấp có thẩm quyền|cấp trên|thẩm quyền|văn bản|quyết định|biên bản|giấy xác nhận|chủ tịch"
    r"|bộ tư lệnh"
)
_NO_AUTHORITY: Final = cue(
    r"(?:gia đình|người nhà|nhân chứng|bà con|hàng xóm|báo|facebook|dân|trưởng thôn|nạn nhân"
    r"|bác sĩ)"
    r"(?: \w+){0,3} (?:công nhận|xác nhận|ghi nhận)"
)
_NOT_THIS: Final = cue(r"không phải(?: là)?(?: (?:ngày|hôm))? ?$")
_SHARE_BEFORE: Final = cue(
    r"(?:coi như|chiếm|đạt|đủ|quá|trên|dưới|đúng|bằng|hơn|chưa|tới|gần|có|con số|tỷ lệ|được"
    r"|trong|là"
    r"|mức|tròn|thành|chưa đến|chưa tới|qua)(?: (?:đủ|đúng|là|được|mức|tỷ lệ|quy định))* ?$"
)
_SHARE_AFTER: Final = cue(
    r"(?:là|rồi|quân số|tổng|lực lượng|người|vừa|tức|tính|thì đủ|chưa|coi|mới|nên|=|cán bộ)"
)
_DAY_WORD: Final = cue(
    r"(?:(?:hôm|ngày|lúc|bữa|đêm|tối|sáng|chiều|việc|vụ) (?:đó|ấy|này|việc|xảy ra)(?: (?:là|nhằm"
    r"|vào"
    r"|ngày))*|ngày|hôm|sáng|trưa|chiều|tối|đêm|rạng sáng|vào|lúc|từ|đến|nhật|tuần trước|thứ \w+"
    r"|nay"
    r"|qua|kia|mai) ?$"
)
_BEFORE: Final = 64
_AFTER: Final = 60
_CLOSE: Final = 32
_LONG_AGO: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class DayOf:
    """A date of the message and what it is of; `told`: the words that tell it."""

    role: Role
    at: DateAt
    told: tuple[Span, ...]
    near_deed: bool = False


def days(passage: Passage, found: Sequence[DateAt], today: date) -> tuple[DayOf, ...]:
    """Every date found in the message with its role."""
    return tuple(_to_come(day, today) for day in _roles(passage, found))


def _to_come(day: DayOf, today: date) -> DayOf:
    """A day of sending without year that would lie far behind is the one ahead."""
    at = day.at
    if day.role is not Role.SENT or at.has_year or at.last > today - _LONG_AGO:
        return day
    first, last = (make_day(d.year + 1, d.month, d.day) or d for d in (at.first, at.last))
    return replace(day, at=replace(at, first=first, last=last))


def _roles(passage: Passage, found: Sequence[DateAt]) -> Iterator[DayOf]:
    for index, at in enumerate(found):
        sentence = passage.sentence(at.start)
        low = max(sentence.start, at.start - _BEFORE, found[index - 1].end if index else 0)
        after_next = found[index + 1].start if index + 1 < len(found) else sentence.end
        high = min(sentence.end, at.end + _AFTER, after_next)
        before, after = passage.text[low : at.start], passage.text[at.end : high].lstrip(" ,:)")
        role, told = _role(passage, at, before, after, sentence_end=min(sentence.end, after_next))
        deed = bool(DEED.search(passage.text, low, min(sentence.end, at.end + 2 * _AFTER)))
        yield DayOf(role, at, (at.span, *told), near_deed=deed)


def _role(  # noqa: PLR0911 - one a sign, the surest first
    passage: Passage, at: DateAt, before: str, after: str, *, sentence_end: int
) -> tuple[Role, tuple[Span, ...]]:
    recognized = _recognition(passage, at, before, end=sentence_end)
    if recognized is not None:
        return Role.RECOGNIZED, recognized
    sent = _SENT_PAPER.search(before) or _SENT_BEFORE.search(before) or _SENT_FOR.search(before)
    if sent is not None and not (sent.re.pattern == _SENT_FOR.pattern and DEED.search(sent[0])):
        place = at.start - len(before)
        return Role.SENT, ((place + sent.start(), place + sent.end()),)
    if at.precision == "year" or _NOT_THIS.search(before) or _is_share(passage, at, before, after):
        return Role.OTHER, ()
    occasion = _OCCASION.search(before)
    if occasion is not None and not _GOES_ON.search(occasion[0]):
        return Role.OTHER, ()
    clause = re.split(r"[,(]", after, maxsplit=1)[0]
    later = _SENT_AFTER.match(clause)
    if later is not None and not DEED.search(clause, 0, later.end()):
        place = passage.text.index(clause, at.end) if clause else at.end
        return Role.SENT, ((place + later.start(), place + later.end()),)
    for sign in (_PAPER, _LIMIT):
        if sign.search(before):
            return Role.OTHER, ()
    pressed = _PRESS.search(before.rsplit(",", 1)[-1][-_CLOSE:]) or _PRESS.search(clause[:_CLOSE])
    if (pressed or _LEARNT.match(clause)) and not DEED.search(clause):
        return Role.OTHER, ()
    return Role.DEED, ()


def _is_share(passage: Passage, at: DateAt, before: str, after: str) -> bool:
    """`8/12 là đúng 2/3`: figures without a year that are a share, no day."""
    words = passage.folded.text[at.start : at.end]
    if not re.fullmatch(r"\d{1,2}/\d{1,2}", words) or _DAY_WORD.search(before):
        return False
    if int(words.split("/")[0]) > int(words.split("/")[1]):
        return False
    return bool(
        _SHARE_BEFORE.search(before)
        or (passage.text[at.end : at.end + 1] == " " and _SHARE_AFTER.match(after))
    )


def _recognition(passage: Passage, at: DateAt, before: str, *, end: int) -> tuple[Span, ...] | None:
    """The words by which an authority recognised the deed on this day; None where none did."""
    start = at.start - len(before)
    comma = max(before.rfind(","), before.rfind(";"))
    start = start + comma + 1 if comma >= 0 else start
    if _NOT_RECOGNIZED.search(passage.text, start, end):
        return None
    found = _RECOGNIZED.search(passage.text, start, min(end, at.end + 2 * _AFTER))
    if found is None or _NO_AUTHORITY.search(passage.text, start, found.end()):
        return None
    between = passage.text[at.end : found.start()]
    if DEED.search(between) or ("," in between and DEED.search(passage.text, start, at.start)):
        return None
    authority = _AUTHORITY.search(passage.text, start, min(end, found.end() + _AFTER))
    if authority is None:
        return None
    return (authority.span(), found.span())
