"""Those named by the post they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.bodies import Body
from language.facts.names import Span
from language.facts.nominee import Nominee, ends_with, stands_beside
from language.facts.passage import Passage
from language.marked import cue

_ASKED_OFFICE: Final = cue(r"(?:cho|đối với|đưa|đưa tên|ghi tên|khen|đột xuất)(?: (?:cả|riêng))? $")
POST: Final = cue(
    r"(?:(?:đồng chí|đ/c|đc|dc|ông|bà|anh|chị) )?(?:phó )?(?:chủ tịch|bí thư|giám đốc|hiệu trưởng"
    r"|trưởng (?:công an|phòng|thôn|ban|trạm|bản|đoàn|khối|xóm)|đội trưởng|đồn trưởng|trạm trưởng"
    r"|hạt trưởng|chỉ huy trưởng|xã đội trưởng|chính trị viên|trưởng ban)"
    r"(?: (?:ubnd|công an|quân sự|chỉ huy|hđnd|đảng ủy))?(?: (?:xã|huyện|tỉnh|thị trấn|phường))?"
)
_TITLED: Final = cue(r"(?:đồng chí|đ/c|đc|dc|ông|bà|anh|chị) \w+")
_NAME: Final = re.compile(r"(?: \w+){0,2} [a-z]+ (?:van|thi) ")
_GIVER: Final = cue(r"(?:trình|đề nghị|xin|của|do|gửi|lên|ý kiến|cho)(?: \w+){0,2} $")
_GIVES: Final = cue(r"(?:\w+ ){0,3}(?:tặng|khen|ký|quyết định|trao|nói|bảo|yêu cầu|giao|xem xét)")


def by_post(passage: Passage, *, asked: bool, bodies: Sequence[Body] = ()) -> Iterator[Nominee]:
    """One named by his post; where nobody else is, one who is not the giver of the award."""
    for match in POST.finditer(passage.text):
        before = [body.span[1] for body in bodies if body.span[1] <= match.start()]
        beside = any(stands_beside(passage, end, match.start()) for end in before)
        if (
            beside
            or ends_with(_ASKED_OFFICE, passage, match.start())
            or (not asked and not _gives(passage, match.span()))
        ):
            yield Nominee(
                "individual", passage.piece(match.span()), (match.span(),), _again(passage, match)
            )
            return


def posts_beside(passage: Passage, asked: Sequence[Nominee]) -> Iterator[Nominee]:
    """Those named by post alone next to one an award is asked for: `anh Quyết và ông Trưởng thôn`.

    A post with a name behind it is that person's title, and `anh Quyết, chủ tịch hội` is one.
    """
    ends = {span[1] for one in asked for span in one.told}
    taken = [span for one in asked for span in (*one.told, *one.mentions)]
    for match in POST.finditer(passage.text):
        start, end = match.span()
        titled = any(low <= end + 1 < high or low <= start < high for low, high in taken)
        beside = any(
            last <= start
            and stands_beside(passage, last, start)
            and ("," not in passage.text[last:start] or _TITLED.match(passage.text, start))
            for last in ends
        )
        if beside and not (
            titled or _gives(passage, (start, end)) or _NAME.match(passage.text, end)
        ):
            yield Nominee(
                "individual", passage.piece((start, end)), ((start, end),), _again(passage, match)
            )


def _again(passage: Passage, match: re.Match[str]) -> tuple[Span, ...]:
    """Wherever one of this post is spoken of."""
    post = match[0].split()[-2:]
    return tuple(
        other.span() for other in POST.finditer(passage.text) if other[0].split()[-2:] == post
    )


def _gives(passage: Passage, span: Span) -> bool:
    return bool(_GIVES.match(passage.text, span[1] + 1)) or ends_with(_GIVER, passage, span[0])
