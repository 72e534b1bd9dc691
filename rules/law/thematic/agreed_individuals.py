"""No more individuals than Sở Nội vụ agreed to (LS2022.1.b.3)."""

from __future__ import annotations

from rules.law.thematic.numbers import at_most, over, proposed
from rules.law.thematic.scopes import needs_agreed_number
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when
from rules.truth import all_of, holds


def too_many(case: Look) -> Words:
    return over(case, "individual", limit=case["agreed_individuals"])


@rule(
    "thematic.agreed_individuals",
    BAR,
    clause="LS2022.1.b.3",
    facts=("occasion", "award_level", "type", "agreed_individuals"),
    kinds=("thematic",),
    words=too_many,
)
def agreed_individuals(case: Look) -> Ruling:
    agreed = case["agreed_individuals"]
    _, most, _ = proposed(case, "individual")
    within = at_most(case, "individual", limit=agreed)
    scope = all_of(holds(most > 0), needs_agreed_number(case, agreed))
    return when(scope, within, decides=not within.is_open)
