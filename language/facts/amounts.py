"""How many of a body's own people took part, and how many in all, as far as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.facts.all_told import whole
from language.facts.amount_words import (
    ALL_WORD,
    ALONE,
    GOES_ON,
    NEAR,
    NO_NAME,
    NOT_COUNTED,
    OF_PEOPLE,
    OURS,
    PROPOSES,
    TOLD_APART,
    TOTAL_WORD,
    VAGUE,
    WORD,
)
from language.facts.force_lists import is_of_a_force, uncounted
from language.facts.group_words import SCENE
from language.facts.groups import Group, Part, Span, are_told_again, groups
from language.facts.passage import Passage
from language.facts.shares import Amount, Forces, proposers, share_of


def forces(passage: Passage, body: str = "", *, dates: Sequence[Span] = ()) -> Forces:
    """The counts of rescuers; `body`: words of the body proposed, to tell its own people by.

    `dates`: stretches that are dates, and hold no counts.
    """
    found = groups(passage, dates)
    own = _own(passage, found, body)
    total = _at_least(passage, found, own, _total(passage, found, own))
    uncounted = _uncounted(passage)
    if uncounted is not None and _is_own_open(passage, found, uncounted):
        return Forces(Amount(None, (uncounted,)), total)
    whole_first = own is None or (own.of is None and not _has(found, Part.TOTAL, Part.OTHER))
    if total is None and whole_first and (shared := share_of(passage, found, body)):
        return shared
    if total is None and uncounted is not None:
        total = Amount(None, (uncounted,))
    elif total is not None and uncounted is not None:
        total = replace(total, spans=(*total.spans, uncounted), is_about=True)
    if total is not None and own is None and (shared := share_of(passage, found, body)):
        return Forces(shared.own, total, is_pair=True)
    rivals = _rivals(passage, found) if total is None else ()
    if own is None:
        return Forces(None, total, rivals=rivals)
    said = [own.span]
    again = share_of(passage, found, body)
    if again and again.own and again.own.value == own.number:
        said.extend(again.own.spans)
    amount = Amount(own.number, tuple(said), own.is_about)
    return Forces(
        amount, total, is_pair=own.of is not None or _has(found, Part.TOTAL), rivals=rivals
    )


def _at_least(
    passage: Passage, found: Sequence[Group], own: Group | None, total: Amount | None
) -> Amount | None:
    """No total that is less than the forces told one by one."""
    others = (g for g in found if g.part is Part.OTHER and not _is_asked(passage, g))
    parts = {group.span: group.number for group in (*others, *filter(None, [own]))}
    return None if total and total.value and total.value < sum(parts.values()) else total


def _rivals(passage: Passage, found: Sequence[Group]) -> tuple[Amount, ...]:
    """Two totals told differently: both are shown, and it is asked."""
    told = [group for group in found if group.part is Part.TOTAL]
    told = [group for group in told if _is_by_word(passage, group)] or told
    first: dict[int, Group] = {}
    for group in told:
        first.setdefault(group.number, group)
    if len(first) < 2:  # noqa: PLR2004 - one is no rival
        return ()
    return tuple(Amount(group.number, (group.span,), group.is_about) for group in first.values())


def _has(found: Sequence[Group], *parts: Part) -> bool:
    return any(group.part in parts for group in found)


def _own(passage: Passage, found: Sequence[Group], body: str) -> Group | None:
    """The body's own group: the one that most of its name stands beside; else the only one.

    Of several forces none of which bears its name, or that bear it alike, none is.
    """
    mine = [group for group in found if group.part in (Part.OWN, Part.OTHER)]
    mine = [group for group in mine if not _is_asked(passage, group)] or mine
    totals = {group.number for group in found if group.part is Part.TOTAL}
    mine = [group for group in mine if group.number not in totals] or mine
    first = [group for group in mine if group.part is Part.OWN]
    words = {"ours", *proposers(passage), *WORD.findall(body)} - NO_NAME
    if len(mine) <= 1:
        return first[0] if first and not _is_anothers(passage, found, first[0], body) else None
    near = [_around(passage, found, group) for group in mine]
    weak = NO_NAME & {*WORD.findall(body), *proposers(passage)}
    scores = [2 * len(words & one) + bool(weak & one) for one in near]
    best = mine[scores.index(max(scores))]
    if max(scores) and scores.count(max(scores)) == 1:
        return best
    if are_told_again(passage, mine):
        return first[0]
    named = [group for group in mine if is_of_a_force(passage, group.span)]
    return first[0] if first and not (named and {*WORD.findall(body)} - NO_NAME) else None


def _is_asked(passage: Passage, group: Group) -> bool:
    """Whether it only counts those that the award is asked for: `khen tập thể và 2 anh`."""
    low = max(passage.clause(group.span[0]).start, group.span[0] - 2 * NEAR)
    asked = [*PROPOSES.finditer(passage.text, low, group.span[0])]
    return bool(asked) and not TOLD_APART.search(passage.text, asked[-1].end(), group.span[0])


def _is_anothers(passage: Passage, found: Sequence[Group], group: Group, body: str) -> bool:
    """Whether the one group bears the name of a force that is not the body."""
    mine = {*WORD.findall(body)} - NO_NAME
    words = mine | proposers(passage)
    near = _around(passage, found, group)
    is_bare = passage.piece(group.span).isdigit()
    return is_bare and bool(mine) and not words & near and is_of_a_force(passage, group.span)


def _around(passage: Passage, found: Sequence[Group], group: Group) -> set[str]:
    """The words beside a group, so far as they are not another group's."""
    start, end = group.span
    low = max(
        [
            passage.sentence(start).start,
            start - 2 * NEAR,
            *(g.span[1] for g in found if g.span[1] <= start),
        ]
    )
    high = min(
        [end + NEAR, passage.sentence(start).end, *(g.span[0] for g in found if g.span[0] >= end)]
    )
    ended = GOES_ON.search(passage.folded.text, end, high)
    parts = [*GOES_ON.finditer(passage.folded.text, low, start)]
    low = parts[-1].end() if parts and low > passage.sentence(start).start else low
    near = passage.folded.text[low : ended.start() if ended else high]
    if OURS.search(passage.text, low, high):
        near += " ours"
    return set(WORD.findall(near))


def _total(passage: Passage, found: Sequence[Group], own: Group | None) -> Amount | None:
    """All of all forces: as told, or the rescuers added up where there were no others."""
    others = [g for g in found if g.part in (Part.OWN, Part.OTHER) and g is not own]
    others = [g for g in others if not _is_asked(passage, g)]
    others = [g for g in others if g.part is Part.OTHER or not own or g.number != own.number]
    if not _has(found, Part.OTHER):
        others = []
    told = [group for group in found if group.part is Part.TOTAL]
    by_word = [group for group in told if _is_by_word(passage, group)]
    told = by_word or [group for group in told if not (group.is_staff and others)]
    if told:
        spans = tuple(group.span for group in told)
        if len({group.number for group in told}) > 1 or (not by_word and _more_came(passage)):
            return None
        return Amount(told[0].number, spans, any(g.is_about for g in told))
    if own is None:
        return None
    everybody = whole(passage, found, own)
    if everybody is not None and not _more_came(passage):
        return Amount(everybody.number, (everybody.span,), everybody.is_about)
    if own.of is not None and not (own.is_staff or others or _more_came(passage)):
        return Amount(own.of, (own.span,), own.is_about)
    return _added_up(passage, own, others)


def _more_came(passage: Passage) -> bool:
    """Whether others took part of whom no number is told."""
    return bool(VAGUE.search(passage.text)) or any(uncounted(passage))


def _added_up(passage: Passage, own: Group, others: Sequence[Group]) -> Amount | None:
    if _more_came(passage):
        return None
    if others:
        spans = (own.span, *(group.span for group in others))
        about = own.is_about or any(group.is_about for group in others)
        return Amount(own.number + sum(group.number for group in others), spans, about)
    alone = ALONE.search(passage.text)
    return Amount(own.number, (own.span, alone.span()), own.is_about) if alone else None


def _is_by_word(passage: Passage, group: Group) -> bool:
    clause = passage.clause(group.span[0])
    before = passage.text[max(clause.start, group.span[0] - NEAR) : group.span[0]]
    return bool(TOTAL_WORD.search(before) or SCENE.search(before))


def _is_own_open(passage: Passage, found: Sequence[Group], uncounted: Span) -> bool:
    """`Hội cũng có người vào cứu nhưng chưa biết mấy người, cả đám cháy có 25 người`."""
    is_all = ALL_WORD.search(passage.text, *uncounted)
    return _has(found, Part.TOTAL) and not (_has(found, Part.OWN, Part.OTHER) or is_all)


def _uncounted(passage: Passage) -> Span | None:
    for match in NOT_COUNTED.finditer(passage.text):
        if OF_PEOPLE.search(match[0]):
            return match.span()
    return None
