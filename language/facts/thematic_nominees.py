"""Facts of those proposed, and how many of them guidance and agreement allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.heard import Heard
from language.facts.passage import Passage
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.facts.steering import are_all_outside, members, not_members
from language.facts.thematic_proposed import Proposed, evidence
from language.fold import fold
from language.marked import cue
from language.nominee_kind import is_kind_word

Span = tuple[int, int]

_EQUAL: Final = cue(
    r"(?:đúng|bằng|đúng bằng|theo đúng|vừa đúng|không vượt|không quá|trong|vừa đủ|khớp|khớp với)"
    r"(?: (?:với|như|theo))? (?:số lượng|hạn mức|chỉ tiêu số lượng|số được phân bổ|số lượng được)"
    r"(?: (?:trong|theo|của|được|phân bổ|hướng dẫn|khen thưởng|quy định|ấn định|cho phép))*"
)
_HANDS_ON: Final = cue(
    r"trực tiếp (?:\w+ ){0,3}?(?:làm|thực hiện|xuống|tham gia|bám|triển khai|hướng dẫn|đi|vận động)"
    r"(?: \w+){0,4}?(?: (?:ở|tại|dưới) cơ sở)?|(?:làm|công tác|việc) (?:ở|tại|dưới) (?:cơ sở"
    r"|thôn bản)"
    r"|cán bộ (?:xã, thôn|thôn|xã)|(?:ở|tại|dưới) cơ sở"
)
_NOT_HANDS_ON: Final = cue(
    r"không trực tiếp|chỉ (?:ngồi|làm) (?:ở )?văn phòng|ngồi bàn giấy|không (?:đi|xuống) cơ sở"
)
# `tập thể xã còn lỏng lẻo`: what is told of it is no part of its name
_TOLD: Final = re.compile(r"\s(?:còn|vẫn|nhưng|chưa|chua|đều|hiện)\s")


def _called(name: str) -> str:
    """The name; nothing where it is a word for a body alone: `tập thể`, `tổ và ông Hải`."""
    name = _TOLD.split(name, maxsplit=1)[0]
    first = f"{fold(name)} ".partition(" va ")[0].strip()
    return "" if is_kind_word(first) else name


def read_nominees(
    passage: Passage, counts: Sequence[Counted], found: Sequence[Proposed]
) -> Iterator[Heard]:
    """Each nominee's type, name and number, its tie to a steering body and to the grassroots."""
    member, outside = members(passage), not_members(passage)
    for index, one in enumerate(found):
        stem = f"nominees[{index}]."
        yield Heard(f"{stem}type", one.kind, (*one.spans, *evidence(passage, counts, one.kind)))
        name = _called(one.name or "")
        if name:
            spans = one.board.spans if one.board else one.spans
            yield Heard(f"{stem}name", name, (*one.spans, *spans))
        if one.count:
            alike = [c for c in counts if c.number == one.count and c.role is Role.PROPOSED]
            spans = (*one.spans, *(s for c in alike for s in c.spans))
            yield Heard(f"{stem}count", one.count, spans, sure=one.sure)
        if one.board:
            yield Heard(
                f"{stem}steering_committee", value=True, spans=one.board.spans, sure=one.board.sure
            )
        elif member and one.kind == "individual" and (one.name or len(found) == 1):
            yield Heard(f"{stem}steering_member", value=True, spans=member)
        elif outside and not member and one.kind == "individual":
            sure = are_all_outside(passage, alone=len(found) == 1)
            yield Heard(f"{stem}steering_member", value=False, spans=outside, sure=sure)
        yield from _hands_on(passage, stem)


def _hands_on(passage: Passage, stem: str) -> Iterator[Heard]:
    against = tuple(m.span() for m in _NOT_HANDS_ON.finditer(passage.text))
    works = tuple(m.span() for m in _HANDS_ON.finditer(passage.text))
    if against or works:
        yield Heard(f"{stem}grassroots", value=not against, spans=against or works)


def read_limits(
    passage: Passage, counts: Sequence[Counted], nominees: Sequence[Proposed]
) -> Iterator[Heard]:
    """`quota_…` and `agreed_…`, in numbers or as the same as is proposed."""
    only = {n.kind for n in nominees if n.kind != "household"}
    sole = next(iter(only)) if len(only) == 1 else None
    for role, stem in ((Role.ALLOWED, "quota"), (Role.AGREED, "agreed")):
        told = [c for c in counts if c.role is role and c.number]
        for one in told:
            kind = one.kind or sole
            if kind in ("individual", "collective"):
                over = [s for c in counts if c.role is Role.OVER for s in c.spans]
                spans = (*one.spans, *over)
                yield Heard(f"{stem}_{kind}s", one.number, spans, sure=not one.approximate)
                if stem == "agreed":
                    yield Heard("home_affairs_quantity", "done", one.spans)
    if not any(c.role is Role.ALLOWED and (c.kind or sole) for c in counts):
        yield from _relative(passage, counts, nominees)


def _relative(
    passage: Passage, counts: Sequence[Counted], nominees: Sequence[Proposed]
) -> Iterator[Heard]:
    """`đúng số lượng trong hướng dẫn`; `vượt 2 người so với hướng dẫn`."""
    equal = _EQUAL.search(passage.text)
    for one in nominees:
        total = one.count or (1 if one.name else None)
        if one.kind == "household" or total is None:
            continue
        over = next((c for c in counts if c.role is Role.OVER and c.kind in (None, one.kind)), None)
        if over and over.number < total:
            spans = (*over.spans, *one.spans)
            yield Heard(f"quota_{one.kind}s", total - over.number, spans)
        elif equal and not over:
            same = sum(n.count or 1 for n in nominees if n.kind == one.kind)
            yield Heard(f"quota_{one.kind}s", same, (equal.span(), *one.spans))
