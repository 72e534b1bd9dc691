"""No more collectives than Sở Nội vụ agreed to (LS2022.1.b.3)."""

from __future__ import annotations

from rules.law.thematic.numbers import at_most, over, proposed
from rules.law.thematic.scopes import needs_agreed_number
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when
from rules.truth import all_of, holds


def too_many(case: Look) -> Words:
    return over(case, "collective", limit=case["agreed_collectives"])


@rule(
    "thematic.agreed_collectives",
    BAR,
    clause="LS2022.1.b.3",
    facts=("occasion", "award_level", "type", "agreed_collectives"),
    kinds=("thematic",),
    words=too_many,
)
def agreed_collectives(case: Look) -> Ruling:
    agreed = case["agreed_collectives"]
    _, most, _ = proposed(case, "collective")
    within = at_most(case, "collective", limit=agreed)
    scope = all_of(holds(most > 0), needs_agreed_number(case, agreed))
    return when(scope, within, decides=not within.is_open)
