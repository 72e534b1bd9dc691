"""The province praises no steering committee nor its equal (LS2022.1.c.3)."""

from __future__ import annotations

from rules.conditions import given, is_one_of, is_yes
from rules.law.thematic.scopes import at_province
from rules.look import Look
from rules.rule import BAR, Ruling, rule, when
from rules.truth import all_of, any_of, negate


@rule(
    "thematic.steering_committee",
    BAR,
    clause="LS2022.1.c.3",
    facts=("award_level", "type", "steering_committee"),
    kinds=("thematic",),
    per_nominee=True,
)
def steering_committee(case: Look) -> Ruling:
    named = case["steering_committee"]
    body = any_of(given(named), is_one_of(case["type"], "collective"))
    return when(all_of(at_province(case), body), negate(is_yes(named)))
