"""No more collectives than the guidance fixes (LS2022.1.a.5)."""

from __future__ import annotations

from rules.conditions import contains, given
from rules.law.thematic.numbers import at_most, over, proposed
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when
from rules.truth import any_of, holds


def too_many(case: Look) -> Words:
    return over(case, "collective", limit=case["quota_collectives"])


@rule(
    "thematic.quota_collectives",
    BAR,
    clause="LS2022.1.a.5",
    facts=("type", "quota_collectives"),
    kinds=("thematic",),
    words=too_many,
)
def quota_collectives(case: Look) -> Ruling:
    quota = case["quota_collectives"]
    fixed = any_of(given(quota), contains(case["guidance_parts"], "quantity"))
    _, most, _ = proposed(case, "collective")
    return when(
        holds(fixed.is_met and most > 0), at_most(case, "collective", limit=quota), decides=False
    )
