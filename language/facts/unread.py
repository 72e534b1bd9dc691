"""Denials and numbers in a message that no fact was read from: then nothing may pass unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.asking import is_asked
from language.facts.heard import Heard
from language.facts.passage import Passage, Span
from language.facts.role_words import Role
from language.facts.roles import Counted
from language.facts.unread_words import (
    CONCERNS,
    DENIAL,
    HARMLESS,
    LACK,
    STEPS,
    TO_COME,
    TURNS,
)
from language.marked import cue

_MARGIN: Final = 2
_STRETCH: Final = 48
_NEXT: Final = 24
_AT: Final = cue(r"(?:ở|tại|trên|giữa|khắp|của|cùng|trong|toàn|với|có|gồm|từ|qua)(?: cả)? ?$")
_AROUND: Final = 12
_SETTLED: Final = cue(
    r"(?:chốt|chỉ|còn|cho|là|được|giữ|duyệt|đồng ý|nhất trí|thống nhất|lượng|có|thành|đúng|cả|mức)"
    r" ?$"
)
_LIMITS: Final = frozenset({Role.ALLOWED, Role.AGREED})
_COUNTING: Final = ("nominees", "quota_", "agreed_")


def has_unread_denial(passage: Passage, heard: Sequence[Heard], asked: tuple[Span, ...]) -> bool:
    """Whether a lack or a denial of something of the case stands where nothing was read."""
    # `mấy người em quên mất` tells who, and what is forgotten is not read by it
    read = [s for h in heard if not h.path.endswith("].type") for s in h.spans]
    read += [m.span() for m in HARMLESS.finditer(passage.text)]
    for place in _denials(passage):
        start, end = place
        if any(a - _MARGIN <= start and end <= b + _MARGIN for a, b in read):
            continue
        if not (is_asked(asked, start) or _is_asking(passage, start)):
            return True
    return False


def _denials(passage: Passage) -> Iterator[Span]:
    for match in LACK.finditer(passage.text):
        yield Span(*match.span())
    for match in TO_COME.finditer(passage.text):
        if STEPS.search(
            passage.text, match.end(), min(passage.clause(match.start()).end, match.end() + _NEXT)
        ):
            yield Span(*match.span())
    for match in DENIAL.finditer(passage.text):
        clause, sentence = passage.clause(match.start()), passage.sentence(match.start())
        end = min(clause.end, match.end() + _STRETCH)
        start = max(sentence.start, match.start() - _STRETCH)
        if TURNS.match(passage.text, clause.start):  # `đã ký nhưng chưa phát hành`
            yield Span(*match.span())
            continue
        before = CONCERNS.search(passage.text, start, match.start())
        if before or CONCERNS.search(passage.text, match.end(), end):
            yield Span(*match.span())


def has_unread_count(
    passage: Passage, counts: Sequence[Counted], heard: Sequence[Heard]
) -> set[str]:
    """Kinds of which a number stands there that is neither the list's nor what is allowed."""
    known = _known(heard)
    read = [s for h in heard if not h.path.startswith(_COUNTING) for s in h.spans]
    sole = next(iter(known)) if len(known) == 1 else None
    found: set[str] = set()
    for kind in ("individual", "collective", "household"):
        told = known.get(kind, set())
        if _is_over(heard, kind):
            continue  # one number too many is enough
        loose = [
            c.number
            for c in counts
            if (c.kind or (sole if c.is_suit else None)) == kind
            and c.number not in told
            and _counts(passage, c)
            and (c.is_explained or not any(a <= c.place < b for a, b in read))
        ]
        if loose and sum(loose) not in told:
            found.add(kind)
        if known.keys() == {kind} and _bare(passage, counts, told):
            found.add(kind)
        said = {c.number for c in counts if c.kind == kind and c.role in _LIMITS}
        if len(said) > 1 and not _total(heard, kind):
            found.add(kind)  # the list itself was not read
    return found


def _counts(passage: Passage, one: Counted) -> bool:
    """Whether it is said of those to be praised as far as can be seen."""
    if not one.number or one.role is Role.OVER:
        return False
    if one.role is Role.NONE and one.is_explained:
        return False
    start = one.place
    if one.role is not Role.NONE:
        return True
    before = passage.text[max(0, start - _AROUND) : start]
    if one.kind == "collective" and _AT.search(before):
        return False
    return one.number > 1 or passage.text[start].isdigit()


def _bare(passage: Passage, counts: Sequence[Counted], told: set[int]) -> bool:
    """`số lượng thì chốt 7`: a number alone after a word that settles one."""
    for one in counts:
        if one.kind is None and not one.is_suit and one.number > 0 and one.number not in told:
            before = passage.text[max(0, one.place - _AROUND) : one.place]
            if _SETTLED.search(before):
                return True
    return False


def _is_over(heard: Sequence[Heard], kind: str) -> bool:
    """The list is longer than what is allowed, for sure."""
    allowed = [h.value for h in heard if h.sure and h.path in (f"quota_{kind}s", f"agreed_{kind}s")]
    return any(_total(heard, kind) > number for number in allowed if number)


def _total(heard: Sequence[Heard], kind: str) -> int:
    places = {h.path.split(".")[0] for h in heard if h.path.endswith("].type") and h.value == kind}
    counts = {h.path.split(".")[0]: h for h in heard if h.path.endswith("].count")}
    return sum(counts[p].value if p in counts and counts[p].sure else 1 for p in places)


def _known(heard: Sequence[Heard]) -> dict[str, set[int]]:
    """By kind the numbers of the list, of the guidance and of the agreement."""
    kinds = {h.path.split(".")[0]: h.value for h in heard if h.path.endswith("].type")}
    counts = {h.path.split(".")[0]: h.value for h in heard if h.path.endswith("].count")}
    totals: dict[str, int] = {}
    parts: dict[str, set[int]] = {}
    for place, kind in kinds.items():
        totals[kind] = totals.get(kind, 0) + counts.get(place, 1)
        parts.setdefault(kind, set()).add(counts.get(place, 1))
    known = {kind: {total, *parts[kind]} for kind, total in totals.items()}
    for one in heard:
        name, _, what = one.path.partition("_")
        if name in ("quota", "agreed") and one.value:
            known.setdefault(what.removesuffix("s"), set()).add(one.value)
    return known


def _is_asking(passage: Passage, place: int) -> bool:
    """In the clause that asks: `trình luôn có được không ạ`."""
    sentence = passage.sentence(place)
    words = passage.text[sentence.start : sentence.end].rstrip()
    if not words.endswith("?") and sentence.end < len(passage.text):
        return False
    comma = passage.text.rfind(",", sentence.start, sentence.end)
    return Span(max(comma, sentence.start), sentence.end).holds(place)
