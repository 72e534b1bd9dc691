"""The province issues the plan to sum up a programme of its own reach (LS2022.1.c.1)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.law.thematic.scopes import provincial_programme
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, rule, when


@rule(
    "thematic.provincial_plan",
    REQUIREMENT,
    clause="LS2022.1.c.1",
    facts=("occasion", "multi_sector", "province_wide", "provincial_review_plan"),
    kinds=("thematic",),
)
def provincial_plan(case: Look) -> Ruling:
    return when(provincial_programme(case), is_done(case["provincial_review_plan"]))
