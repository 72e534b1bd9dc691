"""A directive comes from the level that is asked, or above (CL2023.4)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.law.thematic.scopes import needs_directive
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import FATAL, all_of, holds


@rule(
    "thematic.directive_level",
    ADVICE,
    clause="CL2023.4",
    facts=(),
    kinds=("thematic",),
)
def directive_level(case: Look) -> Ruling:
    below = all_of(
        needs_directive(case),
        is_one_of(case["award_level"], "province"),
        is_one_of(case["directive"], "written"),
        is_one_of(case["directive_issuer"], "district"),
    )
    return when(holds(below.is_met), FATAL)
