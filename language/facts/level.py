"""Whose decision is asked for, in what form, and whether the unit is one of Cao Lộc's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.marked import cue

Span = tuple[int, int]

_HEAD: Final = r"(?:(?:đồng chí )?(?:chủ tịch|ct|c\.t) )?(?:(?:ubnd|ủy ban nhân dân|ủy ban) )?"
_BODIES: Final = {
    "state": r"(?:thủ tướng(?: chính phủ)?|chủ tịch nước|nhà nước|chính phủ)",
    "province": rf"{_HEAD}tỉnh(?: lạng sơn| nhà)?",
    "district": rf"{_HEAD}huyện(?: cao lộc)?",
    "department": r"(?:(?:giám đốc|gđ) )?(?<!hồ )(?<!cơ )sở(?! nội vụ| nv)",
    "commune": rf"{_HEAD}(?:xã|thị trấn|phường)",
}
_ASK: Final = (
    r"(?:trình|đề nghị|đề nghi|đề xuất|xin|nhờ|mong|lên|chờ|tham mưu|gửi)"
    r"(?: (?:lên|cho|gửi|cấp|các|để|tới|đến|đồng chí)){0,2}"
)
_GIVE: Final = (
    r"(?:(?:có thể |muốn |định |dự kiến |được |mới |cũng |sẽ |xét |xem xét |ký "
    r"|quyết định |ra quyết định )*"
    r"(?:khen|tặng|thưởng|trao|cấp (?:giấy|bằng) khen|giấy khen|bằng khen))"
)
_OF: Final = (
    r"(?:(?:bằng|giấy) khen|khen thưởng|khen|tặng thưởng|tặng)"
    r"(?: (?:chuyên đề|đột xuất|theo đợt|theo|thưởng|đợt này|này|dịp này)){0,2}"
    r"(?: (?:ở|của|tại))?(?: cấp)?"
)
_CUES: Final = tuple(
    (level, weight, cue(pattern))
    for level, body in _BODIES.items()
    for weight, pattern in (
        (3, rf"{_ASK} {body}(?! ủy)"),
        (2, rf"{_OF} {body}"),
        (2, rf"{body} {_GIVE}"),
        (1, rf"(?:lên )?cấp {body}"),
    )
)
_NOT: Final = cue(
    r"(?:không|ko|hông|khỏi|đâu|chứ không|chưa|chẳng|đừng|thay vì|miễn)"
    r"(?: (?:cần|phải|phải là|hề|có|định|dám|muốn|xin|đề nghị|trình|gửi|lên|nhờ)){0,3}"
    r"(?: (?:ubnd )?(?:huyện|tỉnh|sở|xã|cấp trên)(?: ?,)?(?: (?:và|hay|hoặc|cũng|chẳng|không))*)?"
)
_BEFORE: Final = 24
_LETTER_REACH: Final = 40
_OTHER_SUBJECT: Final = cue(
    r"(?:hội đồng|văn phòng|thanh tra|công an|sở|đoàn|hội|đài|báo|bộ chỉ huy|cả|trong|của|toàn)"
)
_OWN: Final = cue(
    r"tự (?:xét |quyết định |ra quyết định |ký )*(?:khen|tặng|thưởng|giấy khen)(?! \d)"
    r"|(?:khen|tặng|quyết định|xét)(?: \w+){0,9} (?:theo|thuộc|trong|đúng) thẩm quyền"
    r"(?: (?:của )?(?:mình|đơn vị|xã|sở|phòng|trường|cơ quan))?"
    r"|theo thẩm quyền(?: \w+){0,2} (?:khen|tặng|xét)"
    r"|thẩm quyền của (?:mình|đơn vị|xã|sở|phòng|trường|cơ quan)"
    r"|khen (?:thưởng )?(?:ở |tại )?cấp (?:mình|cơ sở)"
    r"|(?:hiệu trưởng|trưởng phòng|thủ trưởng|chi cục trưởng|viện trưởng|giám đốc trung tâm"
    r"|giám đốc bệnh viện|trạm trưởng)(?: \w+){0,2} (?:tặng|khen|ký)"
)
_FORMS: Final = (
    ("giay_khen", cue(r"giấy khen|gk")),
    ("bang_khen", cue(r"bằng khen|bk")),
    (
        "title",
        cue(
            r"(?:đề nghị|tặng|phong)(?: tặng)? (?:danh hiệu|cstđ|chiến sĩ thi đua"
            r"|lao động tiên tiến|cờ thi đua|tập thể lao động xuất sắc)"
        ),
    ),
    ("other", cue(r"(?:đề nghị|tặng|trình)(?: tặng)? (?:huân chương|huy chương|kỷ niệm chương)")),
)
_FORM_NOT: Final = cue(r"(?:chứ không|không phải|không xin|không đề nghị)(?: \w+){0,2} $")
_CAO_LOC: Final = cue(r"cao lộc")
# the letter is asked about, the unit is another's
_LETTER: Final = cue(
    r"(?:công văn|cv|văn bản|quy định|cách làm)(?: số)?(?: \d[^ ]*)? (?:của )?(?:ubnd |huyện )*$"
)
_BINDS: Final = cue(
    r"(?:thì |liệu )?(?:có|không)(?: \w+)? (?:cấm|áp dụng|ràng buộc|bắt buộc|ảnh hưởng|buộc)"
    r"|(?:có|không) (?:cấm|áp dụng|ràng buộc|bắt buộc|ảnh hưởng|buộc)"
)
_NOT_CAO_LOC: Final = cue(r"(?:không|chẳng|ngoài)(?: \w+){0,3} cao lộc")
_DISTRICTS: Final = (
    r"chi lăng|hữu lũng|lộc bình|đình lập|văn lãng|văn quan|bình gia|bắc sơn|tràng định"
)
_ELSEWHERE: Final = cue(
    rf"(?:huyện |ở |tp |thành phố |ubnd huyện )(?:{_DISTRICTS}|lạng sơn)"
    rf"|(?:xã|thị trấn|phường)(?: [^ ,.;()]+){{1,3}}[ ,(]+(?:{_DISTRICTS})"
)


def read_level(passage: Passage, skip: Sequence[Span] = ()) -> Iterator[Heard]:
    """The level, the form and the bond to Cao Lộc, as far as they are told.

    `skip`: stretches whose level and form are not asked for now.
    """
    form = _form(passage, skip)
    if form:
        yield form
    level = _level(passage, skip)
    if form and form.value == "bang_khen" and (level is None or level.value == "province"):
        told = level.spans if level else ()
        level = Heard("award_level", "province", (*told, *form.spans), sure=not level or level.sure)
    if level:
        yield level
    yield from _bound(passage)


def _is_in(place: int, stretches: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in stretches)


def _asked(passage: Passage, skip: Sequence[Span]) -> dict[str, tuple[int, list[Span]]]:
    """Per level the weight of the words that ask it, and where they stand."""
    found: dict[str, tuple[int, list[Span]]] = {}
    for level, weight, pattern in _CUES:
        for match in pattern.finditer(passage.text):
            if _is_denied(passage, match) or _is_in(match.start(), skip):
                continue
            so_far, spans = found.get(level, (0, []))
            found[level] = (max(so_far, weight), [*spans, match.span()])
    return found


def _is_denied(passage: Passage, match: re.Match[str]) -> bool:
    start = max(passage.sentence(match.start()).start, match.start() - _BEFORE)
    ends = [m.end() for m in _NOT.finditer(passage.text, start, match.start())]
    return bool(ends) and match.start() - ends[-1] <= 1


def _level(passage: Passage, skip: Sequence[Span]) -> Heard | None:
    asked = _asked(passage, skip)
    own = [m.span() for m in _OWN.finditer(passage.text) if not _is_denied(passage, m)]
    above = {level: told for level, told in asked.items() if level in ("province", "district")}
    if own and all(weight < 3 for weight, _ in above.values()):  # noqa: PLR2004 - not asked of it
        return Heard("award_level", "unit", tuple(own))
    told = above or asked
    if not told:
        return None
    most = max(weight for weight, _ in told.values())
    best = [level for level, (weight, _) in told.items() if weight == most]
    spans = tuple(told[best[0]][1])
    return Heard("award_level", best[0], spans, sure=len(best) == 1)


def _form(passage: Passage, skip: Sequence[Span]) -> Heard | None:
    for form, pattern in _FORMS:
        spans = [
            m.span()
            for m in pattern.finditer(passage.text)
            if not _FORM_NOT.search(passage.text, max(0, m.start() - _BEFORE), m.start())
            and not _is_in(m.start(), skip)
        ]
        if spans:
            return Heard("award_form", form, tuple(spans))
    return None


def _bound(passage: Passage) -> Iterator[Heard]:
    named = [m.span() for m in _CAO_LOC.finditer(passage.text)]
    denied = [m.span() for m in _NOT_CAO_LOC.finditer(passage.text)]
    elsewhere = [m.span() for m in _ELSEWHERE.finditer(passage.text)]
    if elsewhere:
        named = [n for n in named if not _is_of_a_letter(passage, n)]
    if denied:
        yield Heard("unit_in_cao_loc", value=False, spans=tuple(denied))
    elif named:
        yield Heard("unit_in_cao_loc", value=True, spans=tuple(named), sure=not elsewhere)
    elif elsewhere:
        yield Heard("unit_in_cao_loc", value=False, spans=tuple(elsewhere))


def _is_of_a_letter(passage: Passage, named: Span) -> bool:
    """`công văn của Cao Lộc có cấm được bên em không?`."""
    before = passage.text[max(0, named[0] - _LETTER_REACH) : named[0]]
    binds = _BINDS.match(passage.text, named[1] + 1)
    return binds is not None and _LETTER.search(before) is not None
