"""Members of a steering committee are praised sparingly (LS2022.1.c.4)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.law.thematic.scopes import at_province
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import negate


@rule(
    "thematic.steering_member",
    ADVICE,
    clause="LS2022.1.c.4",
    facts=("award_level", "steering_member"),
    kinds=("thematic",),
    per_nominee=True,
)
def steering_member(case: Look) -> Ruling:
    return when(at_province(case), negate(is_yes(case["steering_member"])))
