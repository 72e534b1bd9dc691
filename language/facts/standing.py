"""How each thing that a message names stands: one verb holds for a list until a contrary one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from language.facts.mentions import Mention, find_mentions
from language.facts.passage import Passage
from language.facts.signs import Sign, Stand, find_signs
from language.marked import cue

__all__ = ["Mention", "Sign", "Stand", "Standing", "find_mentions", "find_signs", "read_standing"]


class Standing(NamedTuple):
    """A thing, how it stands, and the words that tell both."""

    name: str
    stand: Stand
    spans: tuple[tuple[int, int], ...]


class _Governed(NamedTuple):
    sign: Sign
    direct: bool


_MOST_BEFORE: Final = 5  # words between `chưa` and what is not there
_MOST_AFTER: Final = 9  # words between what is there and `rồi`
_MOST_TO_SAY: Final = 25  # words between a paper and what it says
# a list ends where something else begins
_LIST_END: Final = re.compile(r"[;:]")
_TURN: Final = cue(
    r"nhưng|còn|mà|tuy|nên|riêng|chỉ|trừ|ngoại trừ|nếu|cần|phải|muốn|hỏi|trình|đề nghị|giờ"
    r"|bây giờ|nay|để|vì|mặc dù|dù|theo|trong|tại|bên|kết thúc|từ khi|sau khi"
)
_DOES: Final = cue(r"ban hành|tổ chức|làm|ra|lập|xây dựng|họp|viết|soạn|thực hiện|ký|bổ sung")
# `hội đồng mới hẹn họp, các điều kiện khác đủ`: what is behind the list tells nothing of it
_BARELY: Final = cue(r"hẹn|miệng|lấn \w+|mới (?:chỉ|có|định|tính|đang|bắt đầu)")
_THEN: Final = cue(r"thì(?! (?:trấn|xã|đua|chưa|có|không|đã|đủ|vẫn|cũng|đều))")
_OWN: Final = cue(r"thì(?! (?:trấn|xã|đua))")
_BUT: Final = cue(r"nhưng|mà|riêng|tuy")
# `tổng kết 10/12, hướng dẫn chưa có`: what has a day of its own is told by that
_ITS_DAY: Final = re.compile(
    rf" ?(?:{cue(r'vào|hôm|ngày|từ|hồi|trong').pattern} )*"
    rf"(?:{cue('tháng').pattern} \d|\d{{1,2}} ?[/.-] ?\d)"
)
_CONTENT: Final = {Stand.SAYS: Stand.DONE, Stand.SAYS_NOT: Stand.NOT_YET}
_SUPPOSED: Final = cue(
    r"(?:nếu(?! rõ| đủ| được| ra| các)|cần|phải|có cần|có phải|bắt buộc|yêu cầu|nhờ|xin)(?: có"
    r"| làm)?"
)


def read_standing(
    passage: Passage,
    mentions: Sequence[list[Mention]],
    signs: Sequence[Sign],
    *,
    content: bool = False,
) -> Iterator[Standing]:
    """Each thing named with how it is said to stand, as often as it is said.

    `content`: they are what a paper says (`ghi rõ phạm vi`); otherwise they are papers, and
    one that says something is told to SAY or SAY_NOT.
    """
    for sentence, named in zip(passage.sentences, mentions, strict=False):
        if not named:
            continue
        own = [s for s in signs if sentence.holds(s.start) and _is_free(s, named)]
        if content:
            own = [_of_content(s) for s in own]
        yield from _stands(passage, named, own)


def _of_content(sign: Sign) -> Sign:
    return sign._replace(stand=_CONTENT.get(sign.stand, sign.stand))


def _is_free(sign: Sign, named: list[Mention]) -> bool:
    return all(sign.end <= m.start or m.end <= sign.start for m in named)


def _stands(passage: Passage, named: list[Mention], signs: list[Sign]) -> Iterator[Standing]:
    before = _from_before(passage, named, signs)
    after = _from_after(passage, named, signs, before)
    yield from _refused_behind(passage, named, signs)
    for mention in named:
        governed = _chosen(before.get(mention), after.get(mention))
        if governed is None or _is_supposed(passage, mention, governed.sign):
            continue
        sign = governed.sign
        spans = ((mention.start, mention.end), (sign.start, sign.end))
        yield Standing(mention.name, sign.stand, spans)


def _refused_behind(
    passage: Passage, named: list[Mention], signs: list[Sign]
) -> Iterator[Standing]:
    """`hướng dẫn thì chưa có, trưởng phòng chốt là sẽ không ban hành nữa`: of the same thing."""
    last = named[-1]
    told = [s for s in signs if s.start > last.end and s.stand not in _CONTENT]
    for first, second in pairwise(told):
        gap = passage.text[last.end : first.start]
        is_lacking = first.stand in (Stand.NOT_YET, Stand.REFUSED) and _is_near(gap, _MOST_AFTER)
        if is_lacking and second.stand is Stand.REFUSED and _DOES.search(passage.text, *second[:2]):
            spans = ((last.start, last.end), (second.start, second.end))
            yield Standing(last.name, Stand.REFUSED, spans)
        return


def _chosen(before: _Governed | None, after: _Governed | None) -> _Governed | None:
    if before is None or after is None:
        return before or after
    if after.sign.stand in _CONTENT or (before.direct and before.sign.stand is not Stand.DONE):
        return before
    return after if after.direct or not before.direct else before


def _from_before(
    passage: Passage, named: list[Mention], signs: list[Sign]
) -> dict[Mention, _Governed]:
    """Verbs said before: `đã có kế hoạch, phát động`, until the list ends or another verb."""
    found: dict[Mention, _Governed] = {}
    spoken = [s for s in signs if s.stand not in _CONTENT]
    places: list[Mention | Sign] = sorted((*named, *spoken), key=_place)
    holding: Sign | None = None
    for place, following in pairwise((*places, None)):
        if isinstance(place, Sign):
            gap = passage.text[place.end : following.start] if following else ""
            is_next = isinstance(following, Mention) and _is_near(gap, _MOST_BEFORE)
            is_next = is_next and not _THEN.match(gap.lstrip())
            holding = place if is_next else None
            direct = True
        elif place is not None and holding is not None:
            found[place] = _Governed(holding, direct)
            direct = False
            if isinstance(following, Mention) and not _is_list(passage, place, following):
                holding = None
    return found


def _place(one: Mention | Sign) -> tuple[int, int]:
    return one.start, one.end


def _from_after(
    passage: Passage,
    named: list[Mention],
    signs: list[Sign],
    before: Mapping[Mention, _Governed],
) -> dict[Mention, _Governed]:
    """Verbs said after: `kế hoạch, phát động đủ cả`, `hướng dẫn thì chưa có`."""
    found: dict[Mention, _Governed] = {}
    for index, mention in enumerate(named):
        limit = named[index + 1].start if index + 1 < len(named) else None
        sign = _next_sign(passage, mention, signs, limit)
        if sign is None or _governs_ahead(before, sign):
            continue
        found[mention] = _Governed(sign, direct=True)
        for earlier, later in pairwise(reversed(named[: index + 1])):
            if later in before or later in found or not _is_list(passage, later, earlier):
                break
            if _ITS_DAY.match(passage.text, later.end, earlier.start):
                break
            if _BARELY.search(passage.text, later.end, earlier.start):
                break
            found[later] = _Governed(sign, direct=False)
    return found


def _next_sign(
    passage: Passage, mention: Mention, signs: list[Sign], limit: int | None
) -> Sign | None:
    for sign in signs:
        if sign.start < mention.end or (limit is not None and sign.start >= limit):
            continue
        gap = passage.text[mention.end : sign.start]
        if _BUT.search(gap):
            return None
        if sign.stand in _CONTENT:
            return sign if _is_about(gap) else None
        return sign if _is_near(gap, _MOST_AFTER) else None
    return None


def _governs_ahead(before: Mapping[Mention, _Governed], sign: Sign) -> bool:
    return any(g.sign == sign and g.direct for g in before.values())


def _is_near(gap: str, most: int) -> bool:
    return gap.count(" ") <= most + 1 and not re.search(r"[,;.)]", gap)


def _is_about(gap: str) -> bool:
    """`hướng dẫn khen thưởng đợt thi đua … của huyện, quy định …`: it is still the subject."""
    return gap.count(" ") <= _MOST_TO_SAY and gap.count(",") <= 1 and not re.search("[;.]", gap)


def _is_list(passage: Passage, first: Mention, second: Mention) -> bool:
    gap = (first.end, second.start)
    ends = (_LIST_END, _TURN, _OWN)  # `hội đồng thì anh phó gật, các điều kiện khác đủ`
    return not any(end.search(passage.text, *gap) for end in ends)


def _is_supposed(passage: Passage, mention: Mention, sign: Sign) -> bool:
    """`có phải họp Hội đồng không`, `nếu chưa tổng kết`: nothing is said to be so."""
    start = max(0, min(mention.start, sign.start) - 12)
    found = [
        m.end() for m in _SUPPOSED.finditer(passage.text, start, min(mention.start, sign.start))
    ]
    return bool(found) and min(mention.start, sign.start) - found[-1] <= 1
