"""The movement makes five things clear (CL2023.2.b)."""

from __future__ import annotations

from rules.conditions import given, holds_all, is_one_of
from rules.law.thematic.parts import lacking
from rules.law.thematic.scopes import provincial_programme
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, once, rule
from rules.truth import any_of


def parts_lacking(case: Look) -> Words:
    return lacking(case, "plan_parts")


@rule(
    "thematic.plan_parts",
    REQUIREMENT,
    clause="CL2023.2.b",
    facts=("occasion", "multi_sector", "province_wide", "plan", "plan_parts"),
    kinds=("thematic",),
    words=parts_lacking,
)
def plan_parts(case: Look) -> Ruling:
    parts = case["plan_parts"]
    there = any_of(
        given(parts), is_one_of(case["plan"], "done", "planned"), provincial_programme(case)
    )
    return once(there, holds_all(parts, case.parameter("thematic.plan_parts")))
