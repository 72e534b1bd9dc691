"""Says why the nominees stand out, for the submission (LS2022.1.b.2)."""

from __future__ import annotations

from rules.conditions import is_yes, not_told
from rules.law.thematic.scopes import anniversary_at_province
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import MET, all_of, holds


@rule(
    "thematic.outstanding_reason",
    ADVICE,
    clause="LS2022.1.b.2",
    facts=("outstanding_reason",),
    kinds=("thematic",),
)
def outstanding_reason(case: Look) -> Ruling:
    reason = case["outstanding_reason"]
    scope = all_of(anniversary_at_province(case), is_yes(case["outstanding"]))
    return when(holds(scope.is_met), MET if reason.is_known else not_told(reason))
