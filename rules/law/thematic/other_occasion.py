"""An occasion the letter does not name may still be like those it bars (LS2022.1.d)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.law.thematic.scopes import at_province
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import FATAL, all_of, holds


@rule(
    "thematic.other_occasion",
    ADVICE,
    clause="LS2022.1.d",
    facts=(),
    kinds=("thematic",),
)
def other_occasion(case: Look) -> Ruling:
    other = all_of(is_one_of(case["occasion"], "other"), at_province(case))
    return when(holds(other.is_met), FATAL)
