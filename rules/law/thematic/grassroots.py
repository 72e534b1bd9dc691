"""A programme review praises those who do the work at the grassroots (LS2022.1.c.5)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.law.thematic.scopes import programme_review_at_province
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when


@rule(
    "thematic.grassroots",
    ADVICE,
    clause="LS2022.1.c.5",
    facts=("occasion", "award_level", "grassroots"),
    kinds=("thematic",),
    per_nominee=True,
)
def grassroots(case: Look) -> Ruling:
    return when(programme_review_at_province(case), is_yes(case["grassroots"]))
