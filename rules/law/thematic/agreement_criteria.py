"""Sở Nội vụ agreed to the criteria of an anniversary award (LS2022.1.b.3)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.law.thematic.scopes import anniversary_at_province
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, rule, when


@rule(
    "thematic.agreement_criteria",
    REQUIREMENT,
    clause="LS2022.1.b.3",
    facts=("occasion", "award_level", "home_affairs_criteria"),
    kinds=("thematic",),
)
def agreement_criteria(case: Look) -> Ruling:
    return when(anniversary_at_province(case), is_done(case["home_affairs_criteria"]))
