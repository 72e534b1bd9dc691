"""Counts the nominees of one kind against a number that was fixed."""

from __future__ import annotations

from rules.conditions import Answer, not_told
from rules.look import Look
from rules.rule import Words, wording
from rules.truth import FATAL, MET, Truth


def proposed(case: Look, kind: str) -> tuple[int, int, tuple[tuple[Answer, int], ...]]:
    """The least and the most nominees of this kind, and the types not known with their counts."""
    least = 0
    open_types = []
    for nominee in case.nominees():
        said = nominee["type"]
        if not said.is_known:
            open_types.append((said, nominee.count()))
        elif said.value == kind:
            least += nominee.count()
    return least, least + sum(count for _, count in open_types), tuple(open_types)


def at_most(case: Look, kind: str, *, limit: Answer) -> Truth:
    """Whether no more are proposed than the limit."""
    least, most, open_types = proposed(case, kind)
    if not most:
        return MET
    if not limit.is_known:
        return not_told(limit)
    if least > limit.value:
        return FATAL
    if most <= limit.value:
        return MET
    asked = tuple(said.path for said, _ in open_types if said.is_absent)
    askable = sum(count for said, count in open_types if said.is_absent)
    too_many, few = least + askable > limit.value, most - askable <= limit.value
    return Truth(
        FATAL.low,
        MET.high,
        down=asked if too_many else (),
        up=asked if few else (),
        stuck=tuple(said.path for said, _ in open_types if not said.is_absent),
        bottom=FATAL.low if too_many else MET.high,
        top=MET.high if few else FATAL.low,
    )


def over(case: Look, kind: str, *, limit: Answer) -> Words:
    """How many are proposed, how many are allowed, and how many are too many."""
    least, _, _ = proposed(case, kind)
    return wording(proposed=least, limit=limit.value, over=least - limit.value)
