"""The province is asked only for the truly outstanding on an anniversary (LS2022.1.b.2)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.law.thematic.scopes import anniversary_at_province
from rules.look import Look
from rules.rule import BAR, Ruling, rule, when


@rule(
    "thematic.outstanding",
    BAR,
    clause="LS2022.1.b.2",
    facts=("occasion", "award_level", "outstanding"),
    kinds=("thematic",),
)
def outstanding(case: Look) -> Ruling:
    return when(anniversary_at_province(case), is_yes(case["outstanding"]))
