"""Counted groups of people in running text, and the part each plays: rescuers, all, rescued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from language.facts.force_lists import is_listed
from language.facts.group_lists import goes_on_list, is_detailed
from language.facts.group_words import (
    ABOUT_AFTER,
    ADDED,
    ADDED_AFTER,
    ALL_AFTER,
    ALL_FORCES,
    ALL_SIDES,
    APPROX,
    BARE,
    BARE_OWN,
    BARE_TOTAL,
    BEFALLEN,
    BEFORE,
    BODY_HAS,
    FROM_OTHERS,
    GROUP,
    IN_WHICH,
    LISTED,
    NAME_BEFORE,
    OF_THINGS,
    PART_OF,
    PEOPLE_END,
    SAVED,
    SCENE,
    STAFF_AFTER,
    STAFF_BEFORE,
    SUMMED,
    TOTAL,
    TOTAL_WORD,
    WITHIN,
)
from language.facts.passage import Passage
from language.facts.people_nouns import FORCES
from language.numbers import to_int

Span = tuple[int, int]


MOST_GROUPS: Final = 40
"""No message of an officer counts more; what follows is not read."""


class Part(StrEnum):
    OWN = "own"
    OTHER = "other"
    TOTAL = "total"
    RESCUED = "rescued"
    STAFF = "staff"


_RESCUERS: Final = frozenset({Part.OWN, Part.OTHER})


@dataclass(frozen=True, slots=True)
class Group:
    """So many people; `span` holds the number and what is counted. `pair`: of how many."""

    number: int
    span: Span
    part: Part
    is_about: bool
    of: int | None = None
    is_staff: bool = False


def groups(passage: Passage, dates: Sequence[Span] = ()) -> tuple[Group, ...]:
    """All counted groups, in the order of the text; none in the stretches that are dates."""
    return _groups(passage, tuple(dates))


@lru_cache(maxsize=4)
def _groups(passage: Passage, dates: tuple[Span, ...]) -> tuple[Group, ...]:
    found: list[Group] = []
    for match in sorted(_matches(passage), key=lambda m: m.start()):
        if found and match.start() < found[-1].span[1]:
            continue
        if any(match.start() < end and start < match.end() for start, end in dates):
            continue
        if not match["n"].isdigit() and NAME_BEFORE.search(
            passage.text[max(0, match.start() - 12) : match.start()]
        ):
            continue
        if len(found) == MOST_GROUPS:
            break
        number = to_int(passage.piece(match.span("n")))
        if number:
            found.append(_group(passage, match, number, seen=found))
    return tuple(found)


def _matches(passage: Passage) -> Iterator[re.Match[str]]:
    text = passage.folded.text
    taken: set[int] = set()
    for match in GROUP.finditer(text):
        taken.add(match.start())
        yield match
    for match in BARE.finditer(text):
        before = _before(passage, match.start())
        signs = (BARE_TOTAL, BARE_OWN, LISTED)
        told = any(sign.search(before) for sign in signs) and not OF_THINGS.match(text, match.end())
        told = told or _is_part(passage, match, before)
        if match.start() not in taken and (told or is_listed(passage, match.span())):
            yield match


def _is_part(passage: Passage, match: re.Match[str], before: str) -> bool:
    """`trong 29 người thì 19 là của trường`; but not `hai phần ba là của đội`."""
    goes_on = PART_OF.match(passage.text, match.end() + 1)
    is_share = passage.folded.text.startswith("phan ", match.start() - len("phan "))
    return bool(goes_on and IN_WHICH.search(before)) and not is_share


def _before(passage: Passage, place: int) -> str:
    start = max(passage.sentence(place).start, place - BEFORE)
    return passage.text[start:place]


def _group(passage: Passage, match: re.Match[str], number: int, *, seen: list[Group]) -> Group:
    before = _before(passage, match.start())
    about = APPROX.search(before)
    start = match.start() if about is None else match.start() - len(before) + about.start()
    lead = before if about is None else before[: about.start()]
    after = passage.text[match.end() : match.end() + 40].lstrip()
    part = _part(match, lead if lead.strip() else before, after, seen=seen)
    if part is Part.OWN and match["of"] is None and is_detailed(passage, match.end(), number):
        part = Part.TOTAL
    listed = part is Part.OWN or (part is Part.RESCUED and match.groupdict().get("noun"))
    if listed and seen and _is_chained(passage, seen[-1], match.start()):
        part = Part.OTHER
    if part is Part.OTHER and _may_be_all(match, lead, after, number, seen=seen):
        part = Part.OWN
    if part in _RESCUERS and SUMMED.search(lead) and number == _sum(seen):
        part = Part.TOTAL
    of = to_int(passage.piece(match.span("of"))) if match["of"] else None
    is_about = about is not None and not WITHIN.search(before)
    is_about = is_about or bool(ABOUT_AFTER.match(after))
    is_staff = bool(STAFF_AFTER.match(after))
    is_staff = is_staff or (
        of is not None and bool(BODY_HAS.search(before)) and not ALL_FORCES.search(after)
    )
    return Group(number, (start, match.end()), part, is_about, of=of, is_staff=is_staff)


def _may_be_all(
    match: re.Match[str], before: str, after: str, number: int, *, seen: Sequence[Group]
) -> bool:
    """`12 dân quân, 18 người tham gia`: of no force, and no fewer: not so many more."""
    is_of_nobody = match.groupdict().get("noun") == "nguoi" and bool(PEOPLE_END.match(after))
    most = max((group.number for group in seen if group.part is Part.OWN), default=0)
    return is_of_nobody and number >= most and not ADDED.search(before)


def _sum(seen: Sequence[Group]) -> int | None:
    """All rescuers so far; None where they are of one force."""
    told = [group.number for group in seen if group.part in _RESCUERS]
    return sum(told) if len(told) > 1 else None


def _part(  # noqa: C901, PLR0911 - one a sign, the first that is seen
    match: re.Match[str], before: str, after: str, *, seen: list[Group]
) -> Part:
    own = any(group.part is Part.OWN for group in seen)
    if match.groupdict().get("lost"):
        return Part.RESCUED
    if match["of"]:
        return Part.OWN
    if STAFF_BEFORE.search(before):
        return Part.STAFF
    clause = before.rsplit(",", 1)[-1]
    if SCENE.search(before) or (TOTAL_WORD.search(clause) and TOTAL.search(before)):
        return Part.TOTAL
    forced = bool(FORCES.match(match.groupdict().get("noun") or ""))
    if own and forced and ADDED.search(before):
        return Part.OTHER
    if own and ADDED.search(before) and FROM_OTHERS.match(after):
        return Part.OTHER
    if SAVED.search(before):
        return Part.RESCUED
    if BEFALLEN.match(after):
        return Part.RESCUED
    if WITHIN.search(before) or ALL_SIDES.match(after) or ALL_AFTER.match(after):
        return Part.TOTAL
    if own and (ADDED.search(before) or ADDED_AFTER.match(after) or before.endswith(", ")):
        return Part.OTHER
    return Part.OWN


def _is_chained(passage: Passage, before: Group, place: int) -> bool:
    """Whether the group only goes on a list of rescuers."""
    goes_on = before.part in (Part.OWN, Part.OTHER) and before.of is None
    return goes_on and goes_on_list(passage, (before.span[1], place))


def are_told_again(passage: Passage, mine: Sequence[Group]) -> bool:
    """`7 cán bộ Đội thuế ra đào đất. Chỉ có 7 anh em làm`: so many, told again."""
    starts = {passage.sentence(group.span[0]).start for group in mine}
    told = {(group.number, group.part is Part.OWN) for group in mine}
    return len(starts) == len(mine) and len(told) == 1 and mine[0].part is Part.OWN
