"""Counts the nominees of one kind against a number that was fixed."""

from __future__ import annotations

from rules.conditions import Answer
from rules.look import Look
from rules.rule import Words, wording
from rules.truth import FATAL, MET, Truth, unknown


def proposed(case: Look, kind: str) -> tuple[int, int, tuple[str, ...]]:
    """The least and the most nominees of this kind, and the paths of the types not known."""
    least = most = 0
    open_types = []
    for nominee in case.nominees():
        said = nominee["type"]
        if not said.is_known:
            most += nominee.count()
            open_types.append(said.path)
        elif said.value == kind:
            least += nominee.count()
            most += nominee.count()
    return least, most, tuple(open_types)


def at_most(case: Look, kind: str, *, limit: Answer) -> Truth:
    """Whether no more are proposed than the limit."""
    least, most, open_types = proposed(case, kind)
    if not most:
        return MET
    if not limit.is_known:
        return unknown(limit.path)
    if least > limit.value:
        return FATAL
    return MET if most <= limit.value else unknown(*open_types)


def over(case: Look, kind: str, *, limit: Answer) -> Words:
    """How many are proposed, how many are allowed, and how many are too many."""
    least, _, _ = proposed(case, kind)
    return wording(proposed=least, limit=limit.value, over=least - limit.value)
