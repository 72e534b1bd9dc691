"""Anniversaries are first for the unit to praise by its own authority (LS2022.1.b.1)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when


@rule(
    "thematic.own_level",
    ADVICE,
    clause="LS2022.1.b.1",
    facts=("occasion", "award_level"),
    kinds=("thematic",),
)
def own_level(case: Look) -> Ruling:
    anniversary = is_one_of(case["occasion"], "anniversary")
    return when(anniversary, is_one_of(case["award_level"], "unit"), asks=False)
