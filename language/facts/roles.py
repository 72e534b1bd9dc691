"""Counts of people and collectives with their part: proposed, allowed, agreed, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from language.facts.passage import Passage
from language.facts.role_words import (
    ABOUT,
    AFTER,
    AGREES,
    ASKS,
    BARE,
    CHOSEN,
    COUNT,
    GRANTED,
    GUIDED,
    IN_A_SLOGAN,
    LETTERED,
    LOOSE,
    OWN,
    ROLES,
    SHORTEST,
    SUITS,
    TOOK_PART,
    TOTAL,
    Role,
)
from language.numbers import to_int

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a kind (`None` where no noun tells it), their part, and the words."""

    number: int
    kind: str | None
    role: Role
    spans: tuple[Span, ...]
    strong: bool = False
    approximate: bool = False
    is_total: bool = False
    is_suit: bool = False

    @property
    def place(self) -> int:
        return self.spans[0][0]

    @property
    def is_explained(self) -> bool:
        """Something in the text tells its part, be it none."""
        return len(self.spans) > 1


_JOINED: Final = frozenset("/.,-%")
_ALSO: Final = re.compile(r"(?: ?[,;]| v\w| ?\+| c\w+g)? ?(?:\w+ )?")
_REACH: Final = 64
_GUIDED_REACH: Final = 140
_MOST_WORDS: Final = 5


def counted(passage: Passage) -> tuple[Counted, ...]:
    """All counts in order, each with its part."""
    found: list[Counted] = []
    for number, kind, span in sorted(_matches(passage), key=lambda m: m[2]):
        if found and span[0] < found[-1].spans[0][1]:
            continue
        if found and _goes_on(passage, found[-1], span, kind):
            before = found[-1]
            one = replace(before, number=number, kind=kind, spans=(span, *before.spans[1:]))
        else:
            is_suit = kind is None and SUITS.fullmatch(passage.text, *span) is not None
            counted_one = Counted(number, kind, Role.NONE, (span,), is_suit=is_suit)
            one = _with_role(passage, counted_one)
        found.append(one)
    return tuple(found)


def _matches(passage: Passage) -> Iterator[tuple[int, str | None, Span]]:
    named: list[Span] = []
    for match in COUNT.finditer(passage.text):
        if IN_A_SLOGAN.search(passage.text, max(0, match.start() - _GUIDED_REACH), match.start()):
            continue
        kind = next(k for k in ("collective", "household", "individual") if match[k])
        number = _number(passage, match, noun=match[kind])
        if number is not None and passage.text[match.start() - 1 : match.start()] not in _JOINED:
            named.append(match.span())
            yield number, kind, match.span()
    for match in SUITS.finditer(passage.text):
        number = _number(passage, match, noun="suất khen")
        if number and not any(s <= match.start() < e for s, e in named):
            named.append(match.span())
            yield number, None, match.span()
    for match in LETTERED.finditer(passage.folded.text):
        if not any(s <= match.start() < e for s, e in named):
            named.append(match.span())
            yield int(match["n"]), "collective" if match["c"] else "individual", match.span()
    for match in BARE.finditer(passage.folded.text):
        if not any(s <= match.start() < e for s, e in named):
            yield int(match["n"]), None, match.span()


def _number(passage: Passage, match: re.Match[str], *, noun: str) -> int | None:
    """The number; 0 for `mấy`, `các`; None where the word is no number."""
    said = passage.piece(match.span("n")).lower()
    if said in LOOSE and len(noun) < SHORTEST:
        return None
    number = to_int(said)
    return 0 if number is None and not said[0].isdigit() else number


def _goes_on(passage: Passage, before: Counted, span: Span, kind: str | None) -> bool:
    """`2 tập thể và 5 cá nhân`: the part of the first is that of the second."""
    between = (before.spans[0][1], span[0])
    if any(pattern.search(passage.text, *between) for _, pattern in ROLES):
        return False  # `bỏ 2 người, chốt 2 tập thể`
    gap = passage.text[slice(*between)]
    other = kind is not None and before.kind is not None and kind != before.kind
    return other and _ALSO.fullmatch(gap) is not None


def _nearest(passage: Passage, floor: int, start: int) -> tuple[int, Role, Span] | None:
    best: tuple[int, Role, Span] | None = None
    for role, pattern in ROLES:
        for match in pattern.finditer(passage.text, floor, start):
            gap = passage.text[match.end() : start]
            told_next = gap.strip() == ":"  # `đề nghị khen: 2 tập thể`
            if re.search(r"[;:(]|\d", gap) and role is not Role.ALLOWED and not told_next:
                continue
            if role is Role.ALLOWED and ASKS.search(gap):
                continue
            if best is None or match.end() > best[0]:
                best = (match.end(), role, match.span())
    return best


def _with_role(passage: Passage, one: Counted) -> Counted:
    start = one.place
    sentence = passage.sentence(start)
    granted = GRANTED.match(passage.text, start) if one.is_suit else None
    if granted:
        return replace(one, role=Role.ALLOWED, spans=(*one.spans, granted.span()))
    joined_in = TOOK_PART.match(passage.text, one.spans[0][1] + 1)
    if joined_in and passage.text[:start].rstrip().endswith((",", "(")):
        return replace(one, spans=(*one.spans, joined_in.span()))
    floor = max(sentence.start, start - _REACH)
    best = _nearest(passage, floor, start)
    approximate = any(start - m.end() <= 1 for m in ABOUT.finditer(passage.text, floor, start))
    behind = one.spans[0][1] + 1
    chosen = CHOSEN.match(passage.text, behind) or AFTER.match(passage.text, behind)
    if chosen and one.kind and (best is None or not _reaches(passage, best[0], one)):
        spans = (*one.spans, chosen.span())
        return replace(one, role=Role.PROPOSED, spans=spans, approximate=approximate)
    if best is None or not _reaches(passage, best[0], one):
        guided = _guided(passage, one)
        if guided:
            spans = (*one.spans, guided)
            return replace(one, role=Role.ALLOWED, spans=spans, approximate=approximate)
        return replace(_by_what_follows(passage, one), approximate=approximate)
    guided = _guided(passage, one) if best[1] is Role.PROPOSED else None
    if guided:
        best = (best[0], Role.ALLOWED, guided)
    agreed = _agreed(passage, best, sentence.start)
    if agreed:
        best = (best[0], Role.AGREED, agreed)
    strong = start - best[0] <= 1
    return replace(
        one,
        role=best[1],
        spans=(*one.spans, best[2]),
        strong=strong,
        approximate=approximate,
        is_total=TOTAL.fullmatch(passage.text, *best[2]) is not None,
    )


def _guided(passage: Passage, one: Counted) -> Span | None:
    """`hướng dẫn đủ sáu nội dung, chốt 2 tập thể`: nobody else speaks since the guidance did."""
    if one.kind is None and not one.is_suit:
        return None
    floor = max(passage.sentence(one.place).start, one.place - _GUIDED_REACH)
    said = [m.span() for m in GUIDED.finditer(passage.text, floor, one.place)]
    if not said or OWN.search(passage.text, said[-1][1], one.place):
        return None
    return said[-1]


def _agreed(passage: Passage, best: tuple[int, Role, Span], floor: int) -> Span | None:
    """`Sở Nội vụ đã thống nhất tiêu chuẩn, số lượng 6`, `… và chốt 6`: the number agreed to."""
    start = best[2][0]
    if not passage.folded.text.startswith(("so luong", "sl", "chot"), start):
        return None
    said = [m.span() for m in AGREES.finditer(passage.text, floor, start)]
    pattern = OWN if passage.folded.text.startswith("chot", start) else GUIDED
    if not said or pattern.search(passage.text, said[-1][1], start):
        return None
    return (said[-1][0], best[2][1])


def _reaches(passage: Passage, place: int, one: Counted) -> bool:
    """A word tells the part of a count within five words, of a bare number just before it."""
    words = len(passage.text[place : one.place].split())
    return words <= (_MOST_WORDS if one.kind or one.is_suit else 0)


def _by_what_follows(passage: Passage, one: Counted) -> Counted:
    following = AFTER.match(passage.text, one.spans[0][1] + 1)
    if following is None or one.kind is None:
        return one
    return replace(one, role=Role.PROPOSED, spans=(*one.spans, following.span()))
