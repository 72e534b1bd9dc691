"""Who is proposed for a thematic award, how many, and how many guidance and agreement allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from language.facts.heard import Heard
from language.facts.names import names, writes_capitals
from language.facts.passage import Passage
from language.facts.roles import Counted, Role
from language.facts.steering import Board, boards, members
from language.marked import cue

Span = tuple[int, int]

KINDS: Final = ("collective", "individual", "household")
_EQUAL: Final = cue(
    r"(?:đúng|bằng|đúng bằng|theo đúng|vừa đúng|không vượt|không quá|trong|vừa đủ|khớp|khớp với)"
    r"(?: (?:với|như|theo))? (?:số lượng|hạn mức|chỉ tiêu số lượng|số được phân bổ|số lượng được)"
    r"(?: (?:trong|theo|của|được|phân bổ|hướng dẫn|khen thưởng|quy định|ấn định|cho phép))*"
)
_BODY: Final = cue(
    r"(?:khen|tặng|cho|trình|đề nghị)(?: (?:thưởng|cho|giấy khen|bằng khen|huyện|tỉnh|khen|tặng"
    r"|xét))*"
    r" (?P<who>tập thể(?: \w+){0,4}|(?:ubnd xã|phòng(?! trào)|trường|trạm|hợp tác xã|chi bộ|thôn"
    r"|công an xã)"
    r" \w+(?: \w+)?)|(?P<all>tập thể (?:trường|xã|phòng|trạm|đơn vị|thôn|cơ quan|sở|chi bộ|lớp"
    r"|khoa))"
)
_GROUP: Final = cue(
    r"(?:toàn|các|những|mấy|một số|nhiều|anh em|chị em) ?(?:là )?(?:anh em|cán bộ|chị em|người"
    r"|bà con"
    r"|hội viên|giáo viên|công chức|cá nhân)(?: \w+){0,3}"
)
_ONE: Final = cue(
    r"(?:khen|tặng|cho|trình|đề nghị)(?: (?:khen|tặng|cho|giấy khen|bằng khen|huyện|tỉnh|xét))*"
    r" (?:chị|anh|ông|bà|thầy|cô|đ/c|đồng chí|đc|dc|cá nhân)(?! em| chị| ko| k| không| chưa)(?: này| ấy| đó)?"
)
_SOME: Final = cue(r"(?:mấy|vài|một số|nhiều|các) (?P<c>đơn vị|tập thể|phòng|xã|trường|thôn)")
_HANDS_ON: Final = cue(
    r"trực tiếp (?:\w+ ){0,3}?(?:làm|thực hiện|xuống|tham gia|bám|triển khai|hướng dẫn|đi|vận động)"
    r"(?: \w+){0,4}?(?: (?:ở|tại|dưới) cơ sở)?|(?:làm|công tác|việc) (?:ở|tại|dưới) (?:cơ sở"
    r"|thôn bản)"
    r"|cán bộ (?:xã, thôn|thôn|xã)|(?:ở|tại|dưới) cơ sở"
)
_NOT_HANDS_ON: Final = cue(
    r"không trực tiếp|chỉ (?:ngồi|làm) (?:ở )?văn phòng|ngồi bàn giấy|không (?:đi|xuống) cơ sở"
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One nominee, or so many alike."""

    kind: str
    spans: tuple[Span, ...]
    name: str | None = None
    count: int | None = None
    board: Board | None = None
    sure: bool = True


def proposed(passage: Passage, counts: Sequence[Counted]) -> tuple[Proposed, ...]:
    """Those that are proposed, the collectives first as they are told."""
    found = [c for c in counts if c.role is Role.PROPOSED]
    told = [Proposed("collective", (b.span,), name=b.name, board=b) for b in boards(passage)]
    fewest = 2 if told else 0  # `1 tập thể là Ban Điều hành` is the board itself
    for kind in KINDS:
        of_kind = [c for c in found if c.kind == kind]
        if kind == "collective":
            of_kind = [c for c in of_kind if c.number >= fewest]
        if of_kind:
            told.append(_counted(of_kind, kind))
    return tuple(_named(passage, told or _bare(counts, found)) or _unnamed(passage))


def _bare(counts: Sequence[Counted], found: Sequence[Counted]) -> list[Proposed]:
    """`hướng dẫn giao 3 suất cá nhân mà em lập 4`: of the kind that is allowed."""
    kinds = {c.kind for c in counts if c.role is Role.ALLOWED and c.kind}
    numbers = [c for c in found if c.kind is None and c.strong]
    if len(kinds) != 1 or not numbers:
        return []
    return [_counted(numbers, next(iter(kinds)) or "individual")]


def _counted(found: Sequence[Counted], kind: str) -> Proposed:
    """The number asked for; of several the one said with the verb itself, if all such agree."""
    exact = [c for c in found if c.number]
    spans = tuple(s for c in found for s in c.spans)
    strong = [c for c in exact if c.strong] or exact
    numbers = {c.number for c in strong}
    if not numbers:
        return Proposed(kind, spans)
    rough = any(c.approximate for c in strong)
    return Proposed(kind, spans, count=strong[-1].number, sure=len(numbers) == 1 and not rough)


def _named(passage: Passage, told: list[Proposed]) -> list[Proposed]:
    """Persons by name, each alone; of a number of people the rest stays a number."""
    persons = {n.key: n for n in names(passage) if n.is_full}
    if not persons or (any(t.count for t in told) and not writes_capitals(passage)):
        return told
    each = [
        Proposed("individual", ((n.name_at, n.span[1]),), name=_name(passage, n.name_at, n.span[1]))
        for n in persons.values()
    ]
    rest: list[Proposed] = []
    for one in told:
        if one.kind != "individual":
            rest.append(one)
        elif one.count and one.count > len(each):
            left = one.count - len(each)
            rest.append(Proposed("individual", one.spans, count=left if left > 1 else None))
    return [*each, *rest]


def _name(passage: Passage, start: int, end: int) -> str:
    return passage.piece((start, end))


def _unnamed(passage: Passage) -> list[Proposed]:
    """Nobody counted or named: `tặng giấy khen cho tập thể trường`, `toàn cán bộ xã`."""
    some = _SOME.search(passage.text)
    if some:
        return [Proposed("collective", (some.span(),))]
    body = _BODY.search(passage.text)
    if body:
        span = body.span("who") if body["who"] else body.span("all")
        return [Proposed("collective", (span,), name=passage.piece(span))]
    group = _GROUP.search(passage.text) or _ONE.search(passage.text)
    return [Proposed("individual", (group.span(),))] if group else []


def read_nominees(
    passage: Passage, counts: Sequence[Counted], found: Sequence[Proposed]
) -> Iterator[Heard]:
    """Each nominee's type, name and number, its tie to a steering body and to the grassroots."""
    member = members(passage)
    for index, one in enumerate(found):
        stem = f"nominees[{index}]."
        yield Heard(f"{stem}type", one.kind, (*one.spans, *_also(passage, counts, one.kind)))
        if one.name:
            spans = one.board.spans if one.board else one.spans
            yield Heard(f"{stem}name", one.name, (*one.spans, *spans))
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
        yield from _hands_on(passage, stem)


def _also(passage: Passage, counts: Sequence[Counted], kind: str) -> tuple[Span, ...]:
    """What else in the text would tell that such a one is proposed."""
    of_kind = [c for c in counts if c.kind in (kind, None)]
    spans = [s for c in of_kind for s in c.spans]
    if kind == "individual":
        spans += [n.span for n in names(passage)]
    patterns = {"individual": (_GROUP, _ONE), "collective": (_SOME, _BODY)}.get(kind, ())
    spans += [m.span() for pattern in patterns for m in pattern.finditer(passage.text)]
    if kind == "collective":
        spans += [s for board in boards(passage) for s in board.spans]
    return tuple(spans)


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
