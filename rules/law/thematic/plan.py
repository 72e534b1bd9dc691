"""A thematic award rests on a plan (LS2022.1.a.1), unless the province makes it."""

from __future__ import annotations

from rules.conditions import is_done
from rules.law.thematic.scopes import provincial_programme
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, rule, when
from rules.truth import negate


@rule(
    "thematic.plan",
    REQUIREMENT,
    clause="LS2022.1.a.1",
    facts=("occasion", "multi_sector", "province_wide", "plan"),
    kinds=("thematic",),
)
def plan(case: Look) -> Ruling:
    return when(negate(provincial_programme(case)), is_done(case["plan"]))
