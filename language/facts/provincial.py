"""The province's plan to sum a programme up, and the guidance issued with Sở Nội vụ (1.c)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.facts.agreement import CLOSE, GUIDANCE, NO, just_before
from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.marked import cue

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
_JOINT: Final = cue(
    r"(?:phối hợp|cùng|chung|liên|ký|ban hành)(?: (?:với|cùng|chung|ban hành|ra|ký|xây dựng)){0,3}"
    r" (?:sở nội vụ|snv|sở nv)|(?:sở nội vụ|snv|sở nv)(?: (?:đã|cùng|và|phối hợp|đồng|có"
    r"|tham gia)){1,3}"
    r" (?:ký|ban hành|xây dựng|soạn|ra|phối hợp)|liên (?:tịch|ngành) (?:với )?(?:sở nội vụ|snv)"
    r"|(?:hướng dẫn|hd)(?: (?:khen thưởng|khen|kt|này))? đã (?:được )?thống nhất (?:với|cùng)"
    r" (?:sở nội vụ|snv|sở nv)"
)
_ALONE: Final = cue(
    r"tự (?:soạn|ban hành|ra|làm|ký|viết|xây dựng)(?: tự (?:ban hành|ký|làm))?|một mình"
)
_WITHOUT: Final = cue(
    r"(?:không|chưa|chẳng)(?: \w+){0,2} (?:qua|hỏi|có|mời|trao đổi với|gửi|lấy ý kiến)"
    r" (?:sở nội vụ|snv)|(?:sở nội vụ|snv) (?:không|chưa)(?: \w+){0,2} (?:tham gia|biết|ký)"
)


_NOT_IN: Final = cue(
    r"(?:thì |còn |lại |vẫn |cũng )*(?:chưa|không|chẳng)(?: (?:được|hề|kịp|thấy))*"
    r" (?:đưa|có|nêu|ghi|duyệt|đề cập|thấy|nói|xuất hiện|rõ)"
    r"|(?:thì |còn )*(?:bị )?bỏ (?:trống|ngỏ|qua)"
)


def read_provincial(passage: Passage) -> Iterator[Heard]:
    """The province's review plan with awards, and the guidance issued with Sở Nội vụ (1.c)."""
    for plan in _PLAN.finditer(passage.text):
        sentence = passage.sentence(plan.start())
        province = _BY_PROVINCE.search(passage.text, *sentence)
        if province is None:
            continue
        floor = max(sentence.start, plan.start() - CLOSE)
        no = _just_before_any(passage, plan.start(), floor)
        own = _OWN_PLAN.search(passage.text, floor, min(sentence.end, plan.end() + CLOSE))
        after = _ANSWERED_NO.search(passage.text, plan.end(), sentence.end)
        against = no or (own.span() if own else after.span() if after else None)
        stands = "refused" if after and not no and not own else _of_plan(passage, against)
        spans = (plan.span(), province.span(), *([against] if against else []))
        yield Heard("provincial_review_plan", stands, spans)
        yield from _with_awards(passage, plan, sentence)
    yield from _joint(passage)


_ANSWERED: Final = r"(?:trả lời|thông báo|khẳng định|kết luận)"
_ANSWERED_NO: Final = cue(
    rf"{_ANSWERED}(?: [^ ,.;?]+){{0,5}}? (?:không|từ chối)(?: (?:đồng ý|chịu))* (?:ban hành|ra)"
    r"(?! (?:hướng dẫn|hd|văn bản|quyết định))"
)
_ANSWERS: Final = cue(rf"{_ANSWERED}(?: [^ ,.;?]+){{0,5}}? không")
_REFUSED: Final = cue(
    r"(?:sẽ|cũng|nhất định) không|không(?: \w+){0,3} nữa|từ chối|không (?:đồng ý|chịu)"
)


def _of_plan(passage: Passage, against: tuple[int, int] | None) -> str:
    if against is None:
        return "done"
    start, end = against
    said = _REFUSED.search(passage.text, max(0, start - 5), min(len(passage.text), end + CLOSE))
    said = said or _ANSWERS.search(passage.text, max(0, start - CLOSE), end)
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
    no = no or just_before(passage, NO, awards.start(), plan.end())
    after = _NOT_IN.match(passage.text, awards.end() + 1)
    no = no or (after.span() if after else None)
    own = re.match(r"\w+", awards[0])
    denied = own is not None and cue(r"không|chưa").fullmatch(own[0]) is not None
    spans = (plan.span(), awards.span(), *([no] if no else []))
    yield Heard("provincial_plan_has_awards", "not_yet" if no or denied else "done", spans)


def _joint(passage: Passage) -> Iterator[Heard]:
    for without in _WITHOUT.finditer(passage.text):
        issued = GUIDANCE.search(passage.text, *passage.sentence(without.start()))
        if issued:
            yield Heard("joint_guidance", "not_yet", (issued.span(), without.span()))
            return
    for joint in _JOINT.finditer(passage.text):
        sentence = passage.sentence(joint.start())
        guidance = GUIDANCE.search(passage.text, *sentence)
        if guidance is None:
            continue
        no = just_before(passage, NO, joint.start(), sentence.start)
        alone = _ALONE.search(passage.text, *sentence)
        against = no or (alone.span() if alone else None)
        spans = (guidance.span(), joint.span(), *([against] if against else []))
        yield Heard("joint_guidance", "not_yet" if against else "done", spans)
