"""What is told of somebody else than those proposed: a denial belongs to its own subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.passage import Passage
from language.facts.surprise_words import OF_OTHERS
from language.marked import cue

Span = tuple[int, int]

_LEAD: Final = (
    r"(?:(?:còn|riêng|nhưng|mà|và|trong khi(?: đó)?|(?:lúc|hôm|khi|bữa|đêm|sáng|chiều|tối|ngày)"
    r" (?:đó|ấy|này)|vì|do|tuy|song|thì|cả|chỉ có|có|bấy giờ|khi|lúc|đợt này|thực ra|được biết"
    r"|tuy nhiên|thế nhưng|nên|để) )*"
)
_KIN: Final = (
    r"(?:(?:anh|em|chị|cậu|người anh|người em)(?: (?:trai|gái|ruột|rể|dâu|họ|vợ|chồng|kết nghĩa))"
    r"|(?:con|cháu)(?: (?:trai|gái|rể|dâu|ruột|cả|út|lớn))"
    r"|(?:bố|mẹ)(?: (?:mẹ|vợ|chồng|đẻ|ruột))?|chồng|vợ(?! chồng)|cha(?! con)|bố(?! con)|mẹ(?! con)"
    r"|ông nội|bà nội|ông ngoại|bà ngoại|chú ruột|bác ruột|cô ruột"
    r"|(?:người )?hàng xóm(?: láng giềng)?|láng giềng|người (?:nhà|thân|yêu|bạn|đi cùng|đi đường"
    r"|qua đường|xung quanh|làm cùng|cùng đi|chồng|vợ|kia|còn lại|khác)|bạn (?:bè|cùng|học|thân"
    r"|đi cùng|trai|gái)(?: \w+)?|(?:một |mấy |các |những |nhiều |vài )?(?:anh |chị |cậu |cô )?"
    r"đồng nghiệp|(?:những|mấy|nhiều|các|một số|số)(?: anh| chị| bạn| đồng chí)? "
    r"(?:(?:người|em|đồng chí|anh|chị|bạn) )?(?:khác|còn lại|xung quanh|chứng kiến|đi cùng|gần đó)"
    r"|hai người (?:kia|còn lại)|người ta|ai cũng|bà con|thiên hạ|đám đông)"
)
_CROWD: Final = (
    r"(?:(?:các |những |mấy |một số |nhiều |cả |anh em |lực lượng |bên |đội |tổ )*(?:lực lượng"
    r"(?: \w+)?|người dân|dân làng|dân bản|dân quân|công an(?: viên)?|bộ đội|biên phòng|kiểm lâm"
    r"|y tế|csgt|cảnh sát|pccc|cứu hộ|thanh niên|đoàn viên|đơn vị khác|cơ quan khác|đoàn xã|"
    r"hội phụ nữ|hội nông dân|hội cựu chiến binh|điện lực)"
    r"|(?:đồng chí |ông |bà |anh |các đồng chí )?(?:lãnh đạo|chủ tịch|phó chủ tịch|bí thư"
    r"|phó bí thư|trưởng thôn|trưởng bản|trưởng công an|chỉ huy trưởng|giám đốc|hiệu trưởng"
    r"|đội trưởng|tổ trưởng|trưởng phòng|trưởng ban|văn thư|kế toán|chủ nhà|chủ hộ|chủ xe|lái xe"
    r"|tài xế|bảo vệ))"
)
_KIN_FIRST: Final = cue(rf"[ ,(]*{_LEAD}{_KIN}")
_CROWD_FIRST: Final = cue(rf"[ ,(]*{_LEAD}{_CROWD}")
_WHOSE: Final = cue(r"của|nhà|bên|của cả|của chính")
_OF: Final = re.compile(r"(?: cua)? ?")
_BY: Final = cue(
    r"(?:được|nhờ|bị|nhờ có) (?P<who>(?:anh|chị|ông|bà|cô|chú|bác|đ/c|đồng chí|thầy|cậu|vợ|chồng"
    r"|con trai|em trai|hàng xóm|người dân|bạn)(?! (?:em|chị|ấy|này|xem|giúp|tư|hướng|chỉ|giải"
    r"|cho|trả|kiểm|hỏi|xét|duyệt)(?!\w)) \w+)"
)
_GOODS: Final = cue(
    r"(?:trâu|bò|lợn|gà|vịt|dê|ngựa|xe|thóc|lúa|ngô|gạo|tài sản|đồ đạc|đồ|nhà|kho|tủ|máy|hàng"
    r"|chuồng"
    r"|ruộng|vườn|ao|lều|xưởng)(?: [^ ,.;]+){0,2}? (?:của|nhà|gia đình|nhà của|của nhà) $|nhà $"
)
_NEAR: Final = 28
_GOES_ON: Final = cue(
    r"[ ,(]*(?:(?:nên|mà|và|thì|vì|do|nhưng|hôm đó|lúc đó) )*(?:không|chưa|chẳng|ko|đang|cũng|chỉ"
    r"|bận|nghỉ|đi|ở|mới|phải|vẫn|đứng|ngồi|nằm|về|hoảng|sợ|đến sau|vắng)"
)


def of_kin(passage: Passage, mentions: Sequence[Span]) -> tuple[Span, ...]:
    """The clauses whose subject is a relative, a neighbour, somebody who stood by."""
    return tuple(_clauses(passage, mentions, crowd=False))


def of_agents(passage: Passage, mentions: Sequence[Span]) -> tuple[Span, ...]:
    """What another one did to him: `được chị Lan kéo ra`."""
    mine = {start for start, _ in mentions}
    return tuple(
        (match.start("who"), passage.clause(match.start()).end)
        for match in _BY.finditer(passage.text)
        if match.start("who") not in mine
    )


def saves_his_own(passage: Passage, mentions: Sequence[Span]) -> bool:
    """`con trâu nhà anh Tú rơi xuống hố, anh Tú kéo lên`: what is his, and nobody else's."""
    if OF_OTHERS.search(passage.text):
        return False
    return any(
        _GOODS.search(passage.text[max(passage.clause(start).start, start - _NEAR) : start])
        for start, _ in mentions
    )


def of_anybody_else(passage: Passage, mentions: Sequence[Span]) -> tuple[Span, ...]:
    """The same, and those whose subject is a force or one who holds a post."""
    return tuple(_clauses(passage, mentions, crowd=True))


def _clauses(passage: Passage, mentions: Sequence[Span], *, crowd: bool) -> Iterator[Span]:
    for sentence in passage.sentences:
        of_another = False
        for clause in passage.clauses(sentence):
            first = _KIN_FIRST.match(passage.text, *clause)
            if first is None and crowd:
                first = _CROWD_FIRST.match(passage.text, *clause)
            if first is not None:
                own = _is_beside_one(passage, first.span(), mentions)
                own = own or _is_of_one(passage, first.span(), clause.end, mentions)
                of_another = not own
            elif of_another:
                goes_on = _GOES_ON.match(passage.text, *clause)
                inside = any(clause.start <= start < clause.end for start, _ in mentions)
                of_another = goes_on is not None and not inside
            if of_another:
                yield clause


def _is_of_one(passage: Passage, head: Span, end: int, mentions: Sequence[Span]) -> bool:
    """Whether one proposed is the subject, or named behind: not as whose brother he is."""
    for first, last in mentions:
        if first < head[1] and head[0] < last:
            return True
        between = passage.text[head[1] : first].strip() if head[1] <= first < end else ""
        if between and not _WHOSE.fullmatch(between):
            return True
    return False


def _is_beside_one(passage: Passage, head: Span, mentions: Sequence[Span]) -> bool:
    """`chị Ngân (văn thư, …)`, `anh Tài, trưởng thôn, …`: what somebody proposed is himself."""
    before = passage.text[: head[0]].rstrip()
    if before.endswith("("):
        return True
    end = len(before.removesuffix(",").rstrip())
    if before.endswith(",") and any(last == end for _, last in mentions):
        whose = _OF.match(passage.folded.text, head[1])
        place = whose.end() if whose else head[1]
        return not any(first == place for first, _ in mentions)
    return False


def without(regions: Sequence[Span], cut: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches but for what is cut out of them."""
    left = [*regions]
    for low, high in cut:
        parts: list[Span] = []
        for start, end in left:
            parts.extend(
                piece
                for piece in ((start, min(end, low)), (max(start, high), end))
                if piece[0] < piece[1]
            )
        left = parts
    return tuple(left)
