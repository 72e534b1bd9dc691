"""Facts of a surprise case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from language.all_dates import find_dates
from language.facts.amounts import forces
from language.facts.bodies import acting_body
from language.facts.body_lists import told_apart
from language.facts.conduct import read_discipline
from language.facts.groups import groups
from language.facts.heard import Heard
from language.facts.initiative import read_initiative
from language.facts.level import read_level
from language.facts.other_actors import of_other_actors
from language.facts.others import of_agents, of_anybody_else, of_kin, saves_his_own, without
from language.facts.passage import Passage, joined
from language.facts.past_awards import is_past, past_awards
from language.facts.people import Nominee, nominees, spoken_of
from language.facts.shares import Amount, Forces, agrees
from language.facts.stretches import of_no_other, stretches
from language.facts.surprise_doubt import doubts
from language.facts.surprise_ground import Ground, ground
from language.facts.surprise_part import Participation, acted, acts_of_all, participation
from language.facts.surprise_time import read_times
from language.fold import fold
from language.nominee_kind import is_kind_word

Span = tuple[int, int]

_MOST_COUNTED: Final = 12
_MOST_NOMINEES: Final = 40


def read_surprise(passage: Passage, today: date) -> Iterator[Heard]:
    """Everything told of a surprise case; what is not told is left out."""
    yield from read_level(passage, past_awards(passage))
    dates = [at for at in find_dates(passage.folded, today) if not is_past(passage, at.start)]
    yield from read_times(passage, dates, today)
    counts = groups(passage, [at.span for at in dates])
    found = told_apart(passage, nominees(passage), counts)[:_MOST_NOMINEES]
    told = stretches(passage, found)
    counted = _counted(passage, found, [at.span for at in dates])
    yield from _total(passage, counted)
    yield from read_initiative(passage, found)
    yield from read_discipline(passage, len(found))
    for index in range(len(found)):
        yield from _of_nominee(passage, found, told, index=index, counts=counted[index])
    if not found:
        yield from _unnamed(passage, counted[0])


def _counted(passage: Passage, found: Sequence[Nominee], dates: Sequence[Span]) -> list[Forces]:
    """The counts as they are for each; a case with nobody named still has them.

    One group is not two bodies' own people.
    """
    if not found:
        return [forces(passage, dates=dates)]
    counted: list[Forces] = [
        forces(passage, passage.folded.text[slice(*one.mentions[0])], dates=dates)
        if one.type == "collective" and one.count == 1 and place < _MOST_COUNTED
        else Forces()
        for place, one in enumerate(found)
    ]
    return [
        one if one.own is None or one.own not in [c.own for c in counted[:place]] else Forces()
        for place, one in enumerate(counted)
    ]


def _total(passage: Passage, counted: Sequence[Forces]) -> Iterator[Heard]:
    rivals = next((one.rivals for one in counted if one.rivals), ())
    for rival in rivals:
        yield Heard("forces_total", rival.value, rival.spans)
    totals = [one.total for one in counted if one.total is not None]
    if rivals or not totals or len({total.value for total in totals}) > 1:
        return
    total = totals[0]
    if any(one.own and total.value and (one.own.value or 0) > total.value for one in counted):
        return
    parts = tuple(span for one in counted if one.own for span in one.own.spans)
    spans = tuple(dict.fromkeys((*total.spans, *parts)))
    is_sure = not any(_is_belied(passage, one.own, total) for one in counted)
    yield Heard("forces_total", total.value, spans, sure=is_sure)
    if total.is_about and total.value is not None:
        yield Heard("forces_approximate", value=True, spans=total.spans)


def _of_nominee(
    passage: Passage,
    found: Sequence[Nominee],
    told: Sequence[tuple[Span, ...]],
    *,
    index: int,
    counts: Forces,
) -> Iterator[Heard]:
    one = found[index]
    yield from _identity(passage, found, index, counts)
    is_sure = not doubts(passage, found, told, index)
    why = _ground(passage, found, told, index)
    if why is not None:
        yield _heard(index, "ground", why.value, why.spans, sure=is_sure or why.value == "none")
    if one.type == "collective":
        yield from _participants(passage, counts.own, counts.total, index)
        return
    part = _part(passage, found, told, index=index, why=why)
    if part is not None:
        yield _heard(
            index, "participation", part.value, part.spans, sure=is_sure or part.value == "none"
        )


def _identity(
    passage: Passage, found: Sequence[Nominee], index: int, counts: Forces
) -> Iterator[Heard]:
    one = found[index]
    if one.type is not None:
        alike = tuple(span for other in found for span in (*other.told, *other.mentions))
        own = tuple(
            span for amount in (counts.own, counts.total) if amount for span in amount.spans
        )
        acting = acting_body(passage)
        bodies = (*own, acting.span) if acting else own
        others = bodies if one.type == "collective" else spoken_of(passage)
        yield _heard(index, "type", one.type, (*one.told, *alike, *others))
    if one.name is not None and not is_kind_word(fold(one.name)):
        yield _heard(index, "name", one.name, one.told)
    if one.count > 1:
        yield _heard(index, "count", one.count, one.told)


def _participants(
    passage: Passage, own: Amount | None, total: Amount | None, index: int
) -> Iterator[Heard]:
    if own is not None:
        is_sure = not (own.is_about or _is_belied(passage, own, total))
        yield _heard(index, "participants", own.value, own.spans, sure=is_sure)
    acts = acted(passage, ((0, len(passage.text)),))
    if acts:
        yield _heard(index, "participation", "direct", acts)


def _is_belied(passage: Passage, own: Amount | None, total: Amount | None) -> bool:
    """Whether own people and total do not fit each other, or a pair told of that total."""
    if own is None or total is None or not (own.value and total.value):
        return False
    return own.value > total.value or not agrees(passage, own.value, total.value)


def _ground(
    passage: Passage, found: Sequence[Nominee], told: Sequence[tuple[Span, ...]], index: int
) -> Ground | None:
    """By what is told of this one; else by what is told of no other one."""
    past = past_awards(passage)
    if len(found) == 1:
        told_of = ground(passage, without(((0, len(passage.text)),), past))
        rescue = told_of is not None and told_of.value == "brave_rescue"
        return None if rescue and saves_his_own(passage, found[0].mentions) else told_of
    if found[index].type != "collective":
        own = ground(passage, without(told[index], past)) if told[index] else None
        if own is not None:
            return own
    return ground(passage, without(of_no_other(passage, found, told, index), past))


def _part(
    passage: Passage,
    found: Sequence[Nominee],
    told: Sequence[tuple[Span, ...]],
    *,
    index: int,
    why: Ground | None,
) -> Participation | None:
    is_outside = why is not None and why.value == "outside_duty"
    mentions = [span for one in found for span in one.mentions]
    past = past_awards(passage)
    others = (*of_kin(passage, mentions), *of_agents(passage, mentions))
    if found[index].count == 1 and found[index].type == "individual":
        others = (*others, *of_other_actors(passage, mentions))
    done = without(told[index], (*past, *others))
    said = without(told[index], (*past, *of_anybody_else(passage, mentions)))
    own = participation(passage, done, said, is_outside=is_outside)
    if own is not None or len(found) == 1:
        return own
    together = acts_of_all(passage)
    return participation(passage, together, together, is_outside=is_outside)


def _unnamed(passage: Passage, counts: Forces) -> Iterator[Heard]:
    """Nobody named: a part of a whole speaks of a body, which is asked."""
    why = ground(passage, without(((0, len(passage.text)),), past_awards(passage)))
    if why is not None:
        yield _heard(0, "ground", why.value, why.spans)
    if counts.own is not None and counts.is_pair:
        yield _heard(0, "type", "collective", counts.own.spans)
        yield from _participants(passage, counts.own, counts.total, 0)


def _heard(
    index: int, fact: str, value: Any, spans: tuple[Span, ...], *, sure: bool = True
) -> Heard:
    return Heard(f"nominees[{index}].{fact}", value, joined(spans), sure=sure)
