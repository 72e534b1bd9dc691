"""The days of a surprise case as facts: deed, sending, recognition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from language.all_dates import DateAt
from language.facts.deeds import RESCUE
from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.surprise_days import DayOf, Role, days
from language.marked import cue

_DAY_OPEN: Final = cue(
    r"(?:không|chưa|chẳng|ko|k)(?: (?:ai|còn|thể|hề))* (?:nắm|rõ|biết|nhớ|xác định|ghi|nêu|chắc"
    r"|nói)"
    r"(?: (?:được|rõ|chính xác|là|chắc|ra|lại))*[^.;,?]{0,40}?"
    r"(?:hôm nào|ngày nào|ngày (?:xảy ra|lập|cứu|chính xác)|lúc nào|khi nào|bao giờ|thời gian"
    r"|thời điểm|ngày mấy)"
)
_NOT_OF_DEED: Final = cue(
    r"công nhận|xác nhận|ký|gửi|trình|tính|hết hạn|hạn|trao|báo đăng|văn bản|công văn|quyết định"
    r"|nộp"
)
_NONE: Final = cue(
    r"(?:chưa|không|chẳng|ko|chả|k)(?: (?:hề|có|thấy|được|một|bất kỳ|bất cứ|ai|nơi|đâu))*"
    r"(?: (?:cơ quan|cấp|đơn vị|ai|nơi|văn bản|giấy tờ|giấy|quyết định|cơ quan chức năng|bên))?"
    r"(?!\w)[^.;,]{0,40}?(?:công nhận|xác nhận)"
)
_NONE_AFTER: Final = cue(
    r"(?:công nhận|xác nhận)(?!\w)[^.;,]{0,24}(?:chưa có|không có|thì chưa|thì không)"
)
_NOT_NONE: Final = cue(r"(?:không|chưa|chẳng|ko|k) (?:biết|rõ|nhớ|hiểu|phải|chắc|nắm|cần)")
_PENDING: Final = cue(
    r"(?:xin|nhờ|đề nghị|yêu cầu|gửi|trình)(?: (?!khen)[^ .;,]+){0,8}? (?:công nhận|xác nhận)(?!\w)"
    r"[^.;]{0,50}?(?:chưa|đang)(?: (?:thấy|có|được|hề))* (?:trả lời|phản hồi|ký|kết quả|xem xét"
    r"|hồi âm|có gì|xong|ra văn bản)|"
    r"(?:đang|chờ|sẽ(?! (?:không|chẳng|chả|ko|k))|hứa|chuẩn bị|dự kiến|mới gửi|sắp"
    r"|đợi)(?!\w)[^.;,]{0,50}(?:công nhận|xác nhận)"
    r"|đang (?:xác minh|làm thủ tục|xem xét|hoàn thiện|thẩm định|chờ)(?!\w)[^.;]{0,50}(?:công nhận"
    r"|xác nhận)"
    r"|(?:công nhận|xác nhận)(?!\w)[^.;,]{0,40}(?:đang chờ|đang làm|đang xem xét|đang trình"
    r"|chưa xong"
    r"|đang xác minh)"
)
_ROUGHLY: Final = cue(
    r"(?:khoảng|(?<!na )tầm|chừng|hình như|có lẽ|chắc|nghe nói|áng chừng)"
    r"(?: (?:là|vào|hôm|ngày))* ?$"
)
_DAWN: Final = cue(r"rạng(?: sáng)?(?: ngày)?")
# `hôm 12/11 anh Hải cứu …, à mà hôm 13/11`: which of the two is asked
_ANEW: Final = cue(
    r"(?:à mà|à nhầm|nhầm|nhầm rồi|à không|à quên|ấy chết|đúng hơn là|chính xác là|thực ra là"
    r"|ý em là|quên,)[ ,]*(?:(?:là|hôm|ngày|vào|phải là) )*$"
)
_NEAR: Final = 24
_DOC: Final = cue(r"số (?P<doc>\d{1,5}(?:/[\w-]+)+)")


def read_times(passage: Passage, dates: Sequence[DateAt], today: date) -> Iterator[Heard]:
    """`achieved_on`, `submitted_on`, and how the deed was recognised."""
    found = days(passage, dates, today)
    sent = [day for day in found if day.role is Role.SENT]
    recognized = [day for day in found if day.role is Role.RECOGNIZED]
    yield from _deed(passage, found, sent_today=any(d.at.is_today for d in sent))
    if sent:
        best = sent[-1]
        one_day = best.at.first == best.at.last
        is_sure = one_day and len({day.at.last for day in sent}) == 1
        yield Heard("submitted_on", best.at.last.isoformat(), best.told, sure=is_sure)
    yield from _recognition(passage, recognized)


def _is_roughly(passage: Passage, at: DateAt) -> bool:
    """`hình như ngày 20/11` is near the day, not the day; `tầm trưa hôm qua` is the day."""
    return _ROUGHLY.search(passage.text[max(0, at.start - _NEAR) : at.start]) is not None


def _deed(passage: Passage, found: Sequence[DayOf], *, sent_today: bool) -> Iterator[Heard]:
    deeds = [day for day in found if day.role is Role.DEED and not day.at.to_next]
    if len(deeds) > 1:
        deeds = [day for day in deeds if day.near_deed] or deeds
    if len(deeds) > 1:
        deeds = [day for day in deeds if not (day.at.is_today and sent_today)] or deeds
    if not deeds:
        deeds = [day for day in found if _is_year_of_deed(passage, day)]
    if not deeds:
        unknown = _day_unknown(passage)
        if unknown is not None:
            yield Heard("achieved_on", None, (unknown,))
        return
    first = deeds[0]
    place = found.index(first)
    in_range = place > 0 and found[place - 1].at.to_next
    if in_range and _is_one_night(passage, found[place - 1].at, first.at):
        in_range, first = False, found[place - 1]
    is_sure = not (in_range or _or_else(passage, deeds) or _is_roughly(passage, first.at))
    yield Heard("achieved_on", first.at.first.isoformat(), first.told, sure=is_sure)
    if first.at.precision != "day":
        yield Heard("achieved_on_precision", first.at.precision, first.told, sure=is_sure)
    for day in found:
        if day.at.start > first.at.end and _ANEW.search(passage.text[: day.at.start][-_NEAR:]):
            yield Heard("achieved_on", day.at.first.isoformat(), day.told)


def _is_one_night(passage: Passage, before: DateAt, after: DateAt) -> bool:
    """`đêm 7/11 rạng sáng 8/11` is the night of the 7th."""
    return bool(_DAWN.search(passage.text, before.end, after.start))


def _is_year_of_deed(passage: Passage, day: DayOf) -> bool:
    """`cứu 2 cháu bé năm ngoái`: only the year is told."""
    clause = passage.clause(day.at.start)
    is_year = day.role is Role.OTHER and day.at.precision == "year"
    return is_year and bool(RESCUE.search(passage.text, *clause))


def _or_else(passage: Passage, deeds: Sequence[DayOf]) -> bool:
    """`hôm 5/8 hay 6/8`."""
    if len(deeds) < 2:  # noqa: PLR2004 - one day is no choice
        return False
    between = passage.text[deeds[0].at.end : deeds[1].at.start]
    return bool(cue(r"(?:hay|hoặc|hay là)(?: \w+)?").fullmatch(between.strip()))


def _day_unknown(passage: Passage) -> tuple[int, int] | None:
    for match in _DAY_OPEN.finditer(passage.text):
        if not _NOT_OF_DEED.search(match[0]):
            return match.span()
    return None


def _recognition(passage: Passage, recognized: Sequence[DayOf]) -> Iterator[Heard]:
    if recognized:
        day = recognized[-1]
        is_sure = day.at.precision == "day" and len({d.at.last for d in recognized}) == 1
        yield Heard("recognition", "dated", day.told, sure=is_sure)
        yield Heard("recognized_on", day.at.last.isoformat(), day.told, sure=is_sure)
        sentence = passage.sentence(day.at.start)
        doc = _DOC.search(passage.text, *sentence)
        if doc:
            yield Heard("recognition_doc", passage.piece(doc.span("doc")), (doc.span("doc"),))
        return
    pending = _PENDING.search(passage.text)
    if pending:
        yield Heard("recognition", "pending", (pending.span(),))
        return
    for pattern in (_NONE, _NONE_AFTER):
        for match in pattern.finditer(passage.text):
            if not _NOT_NONE.match(passage.text, match.start()):
                yield Heard("recognition", "none", (match.span(),))
                return
