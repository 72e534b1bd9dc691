"""The occasion of a thematic award, and how far its programme or conference reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue
from language.searching import Cue

Span = tuple[int, int]

_OF: Final = r"(?: (?!phong|đợt|thi|chuyên|hội)[^ ,.;]+){0,6}?"
_LEGAL: Final = cue(
    rf"(?:tổng kết|sơ kết|tk){_OF} (?:thực hiện|thi hành|triển khai|việc|năm|các|một|bộ)?(?: \d+)?"
    r"(?: (?:thực hiện|thi hành|các|một|bộ|năm))* ?(?:luật|pháp lệnh|nghị định|chỉ thị|nđ|ct)"
    r"(?! ubnd)(?: \d+)?|(?:tổng kết|sơ kết) (?:luật|pháp lệnh|nghị định|chỉ thị)"
)
_FORUM: Final = cue(r"diễn đàn|chương trình phối hợp|quy chế phối hợp")
_PROGRAMME: Final = cue(
    rf"(?:tổng kết|sơ kết|kết thúc){_OF} (?:chương trình|dự án|đề án)(?! phối hợp)"
    r"|(?:chương trình|dự án|đề án)(?! phối hợp| công tác| tivi)"
)
_PROGRAMME_SAID: Final = cue(r"tổng kết|sơ kết|kết thúc|toàn tỉnh|kế hoạch tổng kết")
_PROGRAMME_NOT: Final = cue(
    r"(?:ngoài|trong|theo|kinh phí|thuộc)(?: \w+){0,2} (?:chương trình|dự án|đề án)"
)
_MEETING: Final = cue(r"(?:hội nghị|hội thảo|tọa đàm|hn)")
_MEETING_OF_AWARDS: Final = cue(
    r"(?:hội nghị|hội thảo|hn) (?:để )?(?:trao|tôn vinh|biểu dương|khen thưởng|vinh danh|công bố"
    r"|tuyên dương|tổng kết(?: và)? (?:phong trào|đợt|thi đua|chuyên đề|trao|khen))"
)
_MEETING_TO_GIVE: Final = cue(
    r"(?<!phong )trao(?: [^ ,.;]+){0,12}? (?:tại|trong|ở)"
    r" (?P<m>hội nghị|hn)(?= (?:(?:vào|ngày|hôm|sáng|chiều) )*\d)"
)
# the meeting that sums the movement up, or opens it, is a step of it and no conference
_MEETING_OF_MOVEMENT: Final = cue(
    r"(?:hội nghị|hn) (?:tổng kết|sơ kết|phát động|tổng kết,? (?:và )?(?:trao|khen)(?: thưởng)?)"
    r"(?= ?(?:[,.;:()?!]|$)| (?:ngày|vào|hôm|sáng|chiều|tối|sẽ|đã|dự kiến|diễn ra|được|tổ chức"
    r"|xong|rồi|thì|chưa|không|và|tháng|tuần|cuối|đầu|\d|là|có|này|nay|đó|kèm|để|trao|khen|trình"
    r"|với|cũng|đều|mới|còn|ở xã|của xã|ra sao|trước|sau|cùng|lẫn|theo)(?!\w))"
)
_MEETING_ALONE: Final = cue(
    r"(?:hội nghị|hn)(?= ?(?:[,.;:()?!]|$)| (?:ngày|vào|hôm|sáng|chiều|sẽ|đã|dự kiến|diễn ra|\d|thì"
    r"|xong|rồi)(?!\w))"
)
_SERVED_BY_NAME: Final = cue(r"(?:phục vụ|chào mừng)(?: \w+)? $")
_THEME: Final = cue(
    r"(?:phong trào|đợt|cuộc vận động|chiến dịch|cao điểm|phát động)(?! này| trước)"
    r"|(?:tổng kết|sơ kết|phát động|hết|kết thúc)(?: \w+){0,2} chuyên đề"
    r"|chuyên đề (?!(?:cho|trình|huyện|tỉnh|xã|tại|để|không|được|thì|các|ở|với|có|đã|và|là"
    r"|ngày|khen|đối|ông|bà|anh|chị|tập thể|cá nhân)(?!\w))[^\W\d]+"
)
_NOT_ONE: Final = cue(r"(?:không phải|chứ không|đâu phải|không phục vụ|chả phải)(?: \w+){0,2} ?$")
_SERVES: Final = cue(
    r"(?:phục vụ|nhân|nhân dịp|dịp|tổ chức|mở|sắp mở|đăng cai|chủ trì|chuẩn bị|chào mừng|cho|ở"
    r"|tham gia)"
    r"(?: \w+){0,2} (?:hội nghị|hội thảo|tọa đàm|hn)"
)
_ANNIVERSARY: Final = cue(
    r"(?:nhân )?(?:dịp )?kỷ niệm(?! chương)(?: (?:ngày )?\d{1,2}/\d{1,2})?|ngày truyền thống"
    r"|(?:ngày|năm|lễ) thành lập|ngày giải phóng"
    r"|đại hội(?! thể)|(?:chào )?mừng (?:ngày|đảng|quốc khánh|\d+ năm|sinh nhật)"
    r"|nhân (?:dịp )?(?:ngày|quốc khánh|\d{1,2}/\d{1,2})"
    r"|ngày (?:nhà giáo|thầy thuốc|doanh nhân|phụ nữ|hội|báo chí|công tác xã hội|pháp luật)"
)
_MOVEMENT: Final = cue(
    r"(?:phong trào|đợt|phong trào và đợt)(?: thi đua)?(?! này| trước)|thi đua(?! ?-? ?khen)"
    r"|(?:theo )?chuyên đề|phát động|theo đợt|cao điểm"
)
_NAMED_MOVEMENT: Final = cue(
    r"(?:phong trào|đợt) thi đua|phong trào|phát động thi đua|đợt thi đua"
    r"|(?:kế hoạch|kh) thi đua(?= ?[\"“])"
)
_WITHIN: Final = cue(
    r"(?:trong |riêng |chỉ |thuộc )?(?:phạm vi )?(?:trong )?nội bộ(?: \w+)?"
    r"|trong phạm vi (?:\w+ )?(?:cơ quan|đơn vị)"
    r"|(?:trong|riêng|của riêng|chỉ của|chỉ riêng)(?: phạm vi)?"
    r" (?:một |1 |toàn |chính )?(?:ngành|cơ quan|đơn vị|sở|trường|hội|đoàn|hệ thống)(?! \w+ ngành)"
    r"|(?:của|toàn|một|1) ngành|của (?:cơ quan|sở) (?:em|mình|tôi|chúng tôi)"
    r"|(?:sở|cơ quan|ngành|chi cục|đơn vị) (?:em|tôi|mình|chúng tôi) (?:sắp |định )?(?:tổ chức|mở)"
)
_ACROSS: Final = cue(
    r"(?:liên|nhiều|đa|các|giữa các|mấy|\d+) (?:bộ |sở,? )?(?:ngành|sở)(?: tham gia)?|liên sở"
    r"|lãnh đạo các (?:sở|ngành)|các sở,? (?:ban,? )?ngành"
)
_ALL_OVER: Final = cue(
    r"(?:toàn|cả|khắp|khắp cả) tỉnh|phạm vi (?:toàn |cả )?tỉnh|trên địa bàn (?:toàn )?tỉnh"
    r"|(?:tất cả|toàn bộ|khắp) (?:các )?(?:\d+ )?huyện|(?:10|11) huyện|quy mô (?:cấp )?tỉnh"
)
_ONE_PLACE: Final = cue(
    r"(?:chỉ|riêng|mỗi)(?: \w+){0,3} (?:một|1|2|hai|mấy|vài|địa bàn|phạm vi)? ?(?:huyện|xã)"
    r"|không (?:phải )?(?:toàn|cả) tỉnh|trong phạm vi (?:huyện|xã|một huyện)"
)
_NO: Final = cue(
    r"(?:không|chứ không|chẳng|không phải|chứ không phải|đâu)(?: (?:phải|chỉ|riêng|là))*"
)
_BEFORE: Final = 30


def read_occasion(passage: Passage) -> Iterator[Heard]:
    """`occasion`, and `multi_sector` and `province_wide` where they can matter."""
    occasion = _occasion(passage)
    if occasion is None:
        return
    yield occasion
    if occasion.value in ("conference", "forum", "programme_review"):
        yield from _reach(passage, occasion.value)


def _occasion(passage: Passage) -> Heard | None:
    legal = _spans(_LEGAL, passage)
    if legal:
        return Heard("occasion", "legal_review", legal)
    forum, programme = _spans(_FORUM, passage), _programme(passage)
    meeting = _meetings(passage)
    if forum:
        return Heard("occasion", "forum", forum)
    if programme:
        return Heard("occasion", "programme_review", programme)
    if meeting:
        return Heard("occasion", "conference", meeting)
    own = _own_meetings(passage)
    for value, pattern in (("anniversary", _ANNIVERSARY), ("movement", _MOVEMENT)):
        spans = _spans(pattern, passage)
        if spans:
            # `khen chuyên đề` tells of no movement that such a meeting would sum up
            sure = value != "movement" or not own or _THEME.search(passage.text) is not None
            return Heard("occasion", value, spans, sure=sure)
    alone = _spans(_MEETING, passage)
    return Heard("occasion", "conference", alone) if alone else None


def _spans(pattern: Cue, passage: Passage) -> tuple[Span, ...]:
    return tuple(
        m.span() for m in pattern.finditer(passage.text) if not _is_denied(passage, m.start())
    )


def _is_denied(passage: Passage, place: int) -> bool:
    floor = max(passage.sentence(place).start, place - _BEFORE)
    return _NOT_ONE.search(passage.text[floor:place]) is not None


def _programme(passage: Passage) -> tuple[Span, ...]:
    """A programme that is summed up; one that is only named beside a movement is none."""
    found = [s for s in _spans(_PROGRAMME, passage) if not _is_aside(passage, s)]
    said = _PROGRAMME_SAID.search(passage.text)
    summed = [s for s in found if passage.text[s[0]] in "tsk"]
    if summed:
        return tuple(found)
    if found and said and not _NAMED_MOVEMENT.search(passage.text):
        return (*found, said.span())
    return ()


def _is_aside(passage: Passage, span: Span) -> bool:
    start = max(0, span[0] - _BEFORE)
    return any(m.end() == span[1] for m in _PROGRAMME_NOT.finditer(passage.text, start, span[1]))


def _meetings(passage: Passage) -> tuple[Span, ...]:
    """Conferences that are themselves the occasion, not where a movement's awards are given."""
    awards = {m.start() for m in _MEETING_OF_AWARDS.finditer(passage.text)}
    awards |= {m.start("m") for m in _MEETING_TO_GIVE.finditer(passage.text)}
    awards |= _own_meetings(passage)
    found = [s for s in _spans(_MEETING, passage) if s[0] not in awards]
    if not found:
        return ()
    served = _SERVES.search(passage.text)
    opens = any(s[0] == passage.sentence(s[0]).start for s in found)
    if _NAMED_MOVEMENT.search(passage.text) and not served and not opens:
        return ()
    return (*found, served.span()) if served else tuple(found)


def _own_meetings(passage: Passage) -> set[int]:
    """`hội nghị tổng kết ngày 15/12`, and where it is spoken of again."""
    own = {m.start() for m in _MEETING_OF_MOVEMENT.finditer(passage.text)}
    own = {
        place
        for place in own
        if not _SERVED_BY_NAME.search(passage.text[max(0, place - _BEFORE) : place])
    }
    again = {m.start() for m in _MEETING_ALONE.finditer(passage.text)} if own else set()
    return own | again


def _reach(passage: Passage, occasion: str) -> Iterator[Heard]:
    yield from _either(passage, "multi_sector", yes=_ACROSS, no=_WITHIN)
    if occasion == "programme_review":
        yield from _either(passage, "province_wide", yes=_ALL_OVER, no=_ONE_PLACE)


def _either(passage: Passage, path: str, *, yes: Cue, no: Cue) -> Iterator[Heard]:
    pro = [m.span() for m in yes.finditer(passage.text)]
    contra = [m.span() for m in no.finditer(passage.text)]
    turned = [s for s in contra if _turned(passage, s)]
    pro = [s for s in pro if not _inside(s, contra) and not _turned(passage, s)]
    contra = [s for s in contra if s not in turned]
    if pro or contra:
        spans = tuple(pro or contra)
        yield Heard(path, bool(pro), spans, sure=not (pro and contra))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _turned(passage: Passage, span: Span) -> bool:
    """`không phải nội bộ`."""
    floor = max(passage.sentence(span[0]).start, span[0] - _BEFORE)
    return any(span[0] - m.end() <= 1 for m in _NO.finditer(passage.text, floor, span[0]))
