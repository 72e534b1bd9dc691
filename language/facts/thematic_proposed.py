"""Who is proposed for a thematic award: persons by name, numbers alike, a collective, a board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from language.facts.far_names import Named
from language.facts.named_bodies import named_bodies
from language.facts.names import names, writes_capitals
from language.facts.passage import Passage
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.facts.steering import Board, boards
from language.marked import cue

Span = tuple[int, int]

KINDS: Final = ("collective", "individual", "household")
_NO_NAME: Final = frozenset({"vẫn", "thì", "đua", "có", "được"})
_BODY: Final = cue(
    r"(?:khen|tặng|cho|trình|đề nghị)(?: (?:thưởng|cho|giấy khen|bằng khen|huyện|tỉnh|khen|tặng"
    r"|xét))*"
    r" (?P<who>tập thể(?: \w+){0,4}|(?:ubnd xã|phòng(?! trào)|trường|trạm|hợp tác xã|chi bộ|thôn"
    r"|công an xã|công an|dân quân|tổ(?! chức)|đội(?! ngũ)|nhóm|chi hội|chi đoàn"
    r"|hội(?! đồng| nghị| thảo)|htx|ban quản lý|bệnh viện|trung tâm|câu lạc bộ|clb|đoàn(?! viên)"
    r"|hạt|khoa|đơn vị)"
    r" (?!này|ấy|đó|em|mình|trưởng|viên)\w+"
    r"(?: (?!được|theo|vì|có|đã|nhân|trong|để|ở|và)\w+){0,3})"
    r"|(?P<all>tập thể (?:trường|xã|phòng|trạm|đơn vị|thôn|cơ quan|sở|chi bộ|lớp|khoa))"
)
_ALSO: Final = cue(r"[ ,;]*(?:(?:và|cùng|cùng với|với|lẫn) )?")
_GROUP: Final = cue(
    r"(?:toàn|các|những|mấy|một số|nhiều|anh em|chị em) ?(?:là )?(?:anh em|cán bộ|chị em|người"
    r"|bà con"
    r"|hội viên|giáo viên|công chức|cá nhân)(?: \w+){0,3}"
)
_ONE: Final = cue(
    r"(?:khen|tặng|cho|trình|đề nghị)(?: (?:khen|tặng|cho|giấy khen|bằng khen|huyện|tỉnh|xét))*"
    r" (?:chị|anh|ông|bà|thầy|cô|đ/c|đồng chí|đc|dc|cá nhân)(?! em| chị| ko| k| không"
    r"| chưa)(?: này| ấy| đó)?"
)
_HOUSE: Final = cue(
    r"(?:khen|tặng|cho|trình|đề nghị|giấy khen|bằng khen)(?: (?:khen|tặng|cho|giấy khen|bằng khen"
    r"|huyện|tỉnh|xét))* (?P<who>(?:hộ gia đình|hộ|gia đình|nhà) (?:ông bà|vợ chồng|anh|chị|ông"
    r"|bà|cô"
    r"|chú|bác)(?: (?!được|đã|có|vì|theo)[^ ,.;:()?!]+){1,3})"
)
_SOME: Final = cue(r"(?:mấy|vài|một số|nhiều|các) (?P<c>đơn vị|tập thể|phòng|xã|trường|thôn)")


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
    found = [*(c for c in counts if c.role is Role.PROPOSED), *_again(counts)]
    told = [Proposed("collective", (b.span,), name=b.name, board=b) for b in boards(passage)]
    fewest = 2 if told else 0  # `1 tập thể là Ban Điều hành` is the board itself
    listed = _listed(passage, found, [*told])
    found.extend(_beside(passage, counts, listed))
    told.extend(listed)
    for kind in KINDS:
        of_kind = [c for c in found if c.kind == kind]
        if kind == "collective":
            of_kind = [c for c in of_kind if c.number >= fewest]
        if of_kind:
            one = _counted(of_kind, kind)
            is_longer = kind == "collective" and len(named_bodies(passage)) > (one.count or 1)
            told.append(replace(one, sure=False) if is_longer else one)
    return tuple(_named(passage, told or _bare(counts, found)) or _unnamed(passage))


def _listed(
    passage: Passage, found: Sequence[Counted], boarded: Sequence[Proposed]
) -> list[Proposed]:
    """Bodies by their names, where no number of collectives is told and none is a board."""
    if boarded or any(c.kind == "collective" for c in found):
        return []
    return [
        Proposed("collective", (span,), name=passage.piece(span)) for span in named_bodies(passage)
    ]


def _beside(
    passage: Passage, counts: Sequence[Counted], listed: Sequence[Proposed]
) -> Iterator[Counted]:
    """`… thôn Pò Mã và 3 cá nhân`: a number that ends such a list is of it."""
    ends = [span[1] for one in listed for span in one.spans]
    for one in counts:
        if one.role is Role.NONE and one.kind == "individual" and not one.is_explained:
            gaps = (passage.text[end : one.place] for end in ends if end <= one.place)
            if any(_ALSO.fullmatch(gap) for gap in gaps):
                yield one


def _again(counts: Sequence[Counted]) -> Iterator[Counted]:
    """`chúng tôi có 5 gương mặt, đưa cả 5 vào tờ trình`: the noun stands with the first."""
    asked = {c.number for c in counts if c.role is Role.PROPOSED and c.kind is None}
    for one in counts:
        if one.kind and one.role is Role.NONE and not one.is_explained and one.number in asked:
            yield one


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
    exact = [c for c in exact if c.is_total] or exact
    spans = tuple(s for c in found for s in c.spans)
    strong = [c for c in exact if c.strong] or exact
    if not strong:
        return Proposed(kind, spans)
    rough = any(c.approximate for c in strong)
    agree = len({c.number for c in exact}) == 1
    return Proposed(kind, spans, count=strong[-1].number, sure=agree and not rough)


def _named(passage: Passage, told: list[Proposed]) -> list[Proposed]:
    """Persons by name, each alone; of a number of people the rest stays a number."""
    persons = {n.key: n for n in _persons(passage) if n.is_full}
    if not persons or (any(t.count for t in told) and not writes_capitals(passage)):
        return told
    places = [(n.name_at, n.span[1]) for n in persons.values()]
    each = [Proposed("individual", (at,), name=passage.piece(at)) for at in places]
    rest: list[Proposed] = []
    for one in told:
        if one.kind != "individual":
            rest.append(one)
        elif one.count and one.count > len(each):
            left = one.count - len(each)
            rest.append(Proposed("individual", one.spans, count=left if left > 1 else None))
    return [*each, *rest]


def _persons(passage: Passage) -> Iterator[Named]:
    """Those named; `cơ quan vẫn đưa` is nobody, though `quan van dua` may be."""
    schools = named_bodies(passage)  # `Trường Tiểu học Lê Văn Tám` is nobody
    for one in names(passage):
        if any(start <= one.name_at < end for start, end in schools):
            continue
        words = passage.piece((one.name_at, one.span[1])).lower().split()
        if _NO_NAME.isdisjoint(words):
            yield one


def _unnamed(passage: Passage) -> list[Proposed]:
    """Nobody counted or named: `tặng giấy khen cho tập thể trường`, `toàn cán bộ xã`."""
    some = _SOME.search(passage.text)
    if some:
        return [Proposed("collective", (some.span(),))]
    house = _HOUSE.search(passage.text)
    if house:
        span = house.span("who")
        return [Proposed("household", (span,), name=passage.piece(span))]
    body = _BODY.search(passage.text)
    if body:
        span = body.span("who") if body["who"] else body.span("all")
        return [Proposed("collective", (span,), name=passage.piece(span))]
    group = _GROUP.search(passage.text) or _ONE.search(passage.text)
    return [Proposed("individual", (group.span(),))] if group else []


def evidence(passage: Passage, counts: Sequence[Counted], kind: str) -> tuple[Span, ...]:
    """What else in the text would tell that such a one is proposed."""
    of_kind = [c for c in counts if c.kind in (kind, None)]
    spans = [s for c in of_kind for s in c.spans]
    if kind == "individual":
        spans += [n.span for n in _persons(passage)]
    patterns = {"individual": (_GROUP, _ONE), "collective": (_SOME, _BODY)}.get(kind, ())
    spans += [m.span() for pattern in patterns for m in pattern.finditer(passage.text)]
    if kind == "collective":
        spans += [s for board in boards(passage) for s in board.spans]
    return tuple(spans)
