"""What Sở Nội vụ and the province settle: criteria and numbers, the review plan, the guidance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.marked import cue

_HOME_AFFAIRS: Final = cue(r"sở nội vụ|snv|sở nv")
_AGREE: Final = cue(
    r"(?:thống nhất|đồng ý|nhất trí|chấp thuận|hiệp y|trả lời|xin ý kiến|có ý kiến|lấy ý kiến"
    r"|thỏa thuận|hỏi ý kiến|trao đổi|chốt)"
)
_NO: Final = cue(
    r"(?:chưa|không|ko|chẳng|quên|thiếu|đang|chờ|đợi|từ chối|chả)"
    r"(?: (?:hề|có|được|thấy|kịp|chịu|chờ|xin|lấy|muốn|dám|cần|kịp|gửi)){0,3}"
)
_CRITERIA: Final = cue(r"tiêu chuẩn|tiêu chí|điều kiện tiêu chuẩn|đối tượng")
_QUANTITY: Final = cue(r"số lượng|con số|số (?:người|tập thể|cá nhân|suất)|sl")
_BOTH: Final = (("home_affairs_criteria", _CRITERIA), ("home_affairs_quantity", _QUANTITY))
_SETTLES: Final = cue(r"thống nhất|đồng ý|nhất trí|chấp thuận|hiệp y")

_PLAN: Final = cue(
    r"(?:kế hoạch|kh)(?: \w+){0,2} (?:tổng kết|tk)|(?:kế hoạch|kh) của (?:ubnd )?tỉnh"
)
_BY_PROVINCE: Final = cue(r"(?:ubnd |ủy ban |chủ tịch |ct )?tỉnh")
_OWN_PLAN: Final = cue(
    r"(?:tự|do (?:sở|cơ quan|đơn vị))(?: \w+){0,3} (?:ban hành|ra|lập|ký|xây dựng|soạn|làm)"
)
_PLAN_NO: Final = cue(
    r"(?:chưa|không|đang|chờ|mới|từ chối)(?: (?:hề|có|được|ban hành|ra|trình|kịp|ký|xin|soạn"
    r"|tham mưu"
    r"|dự thảo|tỉnh|ubnd|phê duyệt|duyệt|lập)){0,4}"
)
_AWARDS: Final = cue(
    r"(?:(?:nội dung|phần|mục|khoản|ý|chỗ|đoạn)(?: \w+){0,2} (?:khen thưởng|khen|kt)"
    r"|(?:có|gồm|kèm|ghi|nêu|nói|đề cập)(?: (?:cả|rõ|đến|tới|luôn|về))* (?:việc )?(?:khen thưởng"
    r"|kt)"
    r"|(?:không|chưa)(?: \w+){0,3} (?:khen thưởng|khen))"
)
_GUIDANCE: Final = cue(r"(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt))?")
_JOINT: Final = cue(
    r"(?:phối hợp|cùng|chung|liên|ký|ban hành)(?: (?:với|cùng|chung|ban hành|ra|ký|xây dựng)){0,3}"
    r" (?:sở nội vụ|snv|sở nv)|(?:sở nội vụ|snv|sở nv)(?: (?:đã|cùng|và|phối hợp|đồng|có"
    r"|tham gia)){1,3}"
    r" (?:ký|ban hành|xây dựng|soạn|ra|phối hợp)|liên (?:tịch|ngành) (?:với )?(?:sở nội vụ|snv)"
)
_ALONE: Final = cue(
    r"tự (?:soạn|ban hành|ra|làm|ký|viết|xây dựng)(?: tự (?:ban hành|ký|làm))?|một mình"
)
_BUT: Final = cue(r"còn|nhưng|riêng|mà")
_ASKS: Final = cue(
    r"(?:có|liệu|thế)(?: (?:bắt buộc|phải|cần|nhất thiết|nên|buộc|được)){1,3}(?: \w+){0,2}"
    r"|(?:phải|cần|bắt buộc)(?: (?:có|xin|được|đợi))?"
)
_CLOSE: Final = 34


def read_agreement(passage: Passage) -> Iterator[Heard]:
    """Sở Nội vụ's agreement to criteria and quantity (LS2022.1.b)."""
    for agreed in _AGREE.finditer(passage.text):
        sentence = passage.sentence(agreed.start())
        if not _HOME_AFFAIRS.search(passage.text, *sentence):
            continue
        if _is_asked(passage, agreed.start(), sentence):
            continue
        yield from _agreed(passage, agreed, sentence)


def _is_asked(passage: Passage, place: int, sentence: Span) -> bool:
    """`có bắt buộc phải thống nhất với Sở Nội vụ không?`."""
    if not passage.text[: sentence.end].rstrip().endswith("?"):
        return False
    return any(m.end() + 1 >= place for m in _ASKS.finditer(passage.text, sentence.start, place))


def _agreed(passage: Passage, agreed: re.Match[str], sentence: Span) -> Iterator[Heard]:
    guidance = _GUIDANCE.search(passage.text, sentence.start, agreed.start())
    if guidance and agreed.start() - guidance.end() < _CLOSE:
        return
    office = _HOME_AFFAIRS.search(passage.text, *sentence)
    told = [agreed.span(), *([office.span()] if office else [])]
    denied = _just_before(passage, _NO, agreed.start(), sentence.start)
    parts = {path: _part(passage, pattern, agreed, sentence) for path, pattern in _BOTH}
    if not denied and not _SETTLES.fullmatch(agreed[0]) and not _own_denied(passage, parts, agreed):
        return  # asked or answered is not agreed
    if not any(parts.values()):
        if denied or (_SETTLES.fullmatch(agreed[0]) and not _counts(passage, agreed, sentence)):
            for path in parts:
                yield Heard(
                    path, _value(office, agreed, denied), (*told, *((denied,) if denied else ()))
                )
        return
    for path, part in parts.items():
        if part:
            no = _own_no(passage, part, agreed) or denied
            yield Heard(path, _value(office, agreed, no), (*told, part, *((no,) if no else ())))


def _own_denied(
    passage: Passage, parts: dict[str, tuple[int, int] | None], agreed: re.Match[str]
) -> bool:
    return any(part and _own_no(passage, part, agreed) for part in parts.values())


def _value(office: re.Match[str] | None, agreed: re.Match[str], no: tuple[int, int] | None) -> str:
    """What Sở Nội vụ itself does not agree to is refused; what nobody asked is not there yet."""
    if no is None:
        return "done"
    refuses = agreed.string[slice(*no)].startswith("khon") and _SETTLES.fullmatch(agreed[0])
    return "refused" if refuses and office and office.start() < no[0] else "not_yet"


def _counts(passage: Passage, agreed: re.Match[str], sentence: Span) -> bool:
    return re.search(r"\d", passage.text[agreed.end() : sentence.end][:_CLOSE]) is not None


def _own_no(
    passage: Passage, part: tuple[int, int], agreed: re.Match[str]
) -> tuple[int, int] | None:
    """`còn số lượng thì Sở chưa trả lời`: between the part and the next comma."""
    if part[0] < agreed.start():
        return None
    end = passage.text.find(",", part[1])
    end = passage.sentence(part[0]).end if end < 0 else end
    found = _NO.search(passage.text, part[1], min(end, part[1] + _CLOSE))
    return found.span() if found else None


def _part(
    passage: Passage, pattern: re.Pattern[str], agreed: re.Match[str], sentence: Span
) -> tuple[int, int] | None:
    """The part agreed to: the first after the verb, else one in the same clause before it."""
    after = pattern.search(passage.text, agreed.end(), sentence.end)
    if after:
        return after.span()
    for match in pattern.finditer(passage.text, sentence.start, agreed.start()):
        gap = _CRITERIA.sub("", _QUANTITY.sub("", passage.text[match.end() : agreed.start()]))
        if not re.search("[,;]", gap.lstrip(" ,")) and not _BUT.search(gap):
            return match.span()
    return None


def _just_before(
    passage: Passage, pattern: re.Pattern[str], place: int, floor: int
) -> tuple[int, int] | None:
    for match in pattern.finditer(passage.text, max(floor, place - _CLOSE), place):
        gap = passage.text[match.end() : place]
        if "," not in gap and len(gap.split()) <= 2:  # noqa: PLR2004 - words between
            return match.span()
    return None


def read_provincial(passage: Passage) -> Iterator[Heard]:
    """The province's review plan with awards, and the guidance issued with Sở Nội vụ (1.c)."""
    for plan in _PLAN.finditer(passage.text):
        sentence = passage.sentence(plan.start())
        province = _BY_PROVINCE.search(passage.text, *sentence)
        if province is None:
            continue
        floor = max(sentence.start, plan.start() - _CLOSE)
        no = _just_before_any(passage, plan.start(), floor)
        own = _OWN_PLAN.search(passage.text, floor, min(sentence.end, plan.end() + _CLOSE))
        against = no or (own.span() if own else None)
        stands = _of_plan(passage, against)
        spans = (plan.span(), province.span(), *([against] if against else []))
        yield Heard("provincial_review_plan", stands, spans)
        yield from _with_awards(passage, plan, sentence)
    yield from _joint(passage)


_REFUSED: Final = cue(
    r"(?:sẽ|cũng|nhất định) không|không(?: \w+){0,3} nữa|từ chối|không (?:đồng ý|chịu)"
)


def _of_plan(passage: Passage, against: tuple[int, int] | None) -> str:
    if against is None:
        return "done"
    start, end = against
    said = _REFUSED.search(passage.text, max(0, start - 5), min(len(passage.text), end + _CLOSE))
    return "refused" if said else "not_yet"


def _just_before_any(passage: Passage, place: int, floor: int) -> tuple[int, int] | None:
    found = [m.span() for m in _PLAN_NO.finditer(passage.text, floor, place)]
    near = [s for s in found if len(passage.text[s[1] : place].split()) <= 3]  # noqa: PLR2004
    return near[-1] if near else None


def _with_awards(passage: Passage, plan: re.Match[str], sentence: Span) -> Iterator[Heard]:
    following = passage.sentence(min(sentence.end + 1, len(passage.text) - 1))
    awards = _AWARDS.search(passage.text, plan.end(), max(sentence.end, following.end))
    if awards is None:
        return
    no = None
    if re.match(r"(?:khong|chua)", awards[0]) or not awards[0]:
        no = awards.span()
    no = no or _just_before(passage, _NO, awards.start(), plan.end())
    own = re.match(r"\w+", awards[0])
    denied = own is not None and cue(r"không|chưa").fullmatch(own[0]) is not None
    spans = (plan.span(), awards.span(), *([no] if no else []))
    yield Heard("provincial_plan_has_awards", "not_yet" if no or denied else "done", spans)


def _joint(passage: Passage) -> Iterator[Heard]:
    for joint in _JOINT.finditer(passage.text):
        sentence = passage.sentence(joint.start())
        guidance = _GUIDANCE.search(passage.text, *sentence)
        if guidance is None:
            continue
        no = _just_before(passage, _NO, joint.start(), sentence.start)
        alone = _ALONE.search(passage.text, *sentence)
        against = no or (alone.span() if alone else None)
        spans = (guidance.span(), joint.span(), *([against] if against else []))
        yield Heard("joint_guidance", "not_yet" if against else "done", spans)
