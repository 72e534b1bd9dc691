"""The plan of the province for the review speaks of awards (LS2022.1.c.1)."""

from __future__ import annotations

from rules.conditions import given, is_done, is_one_of
from rules.law.thematic.scopes import provincial_programme
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, once, rule
from rules.truth import all_of, any_of


@rule(
    "thematic.provincial_awards",
    REQUIREMENT,
    clause="LS2022.1.c.1",
    facts=(
        "occasion",
        "multi_sector",
        "province_wide",
        "provincial_review_plan",
        "provincial_plan_has_awards",
    ),
    kinds=("thematic",),
)
def provincial_awards(case: Look) -> Ruling:
    awards = case["provincial_plan_has_awards"]
    there = any_of(given(awards), is_one_of(case["provincial_review_plan"], "done"))
    return once(all_of(provincial_programme(case), there), is_done(awards))
