"""The directive is named by number and day, with a copy (CL2023.4)."""

from __future__ import annotations

from rules.conditions import is_one_of, not_told
from rules.law.thematic.scopes import needs_directive
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import MET, all_of, holds


@rule(
    "thematic.directive_doc",
    ADVICE,
    clause="CL2023.4",
    facts=("directive_doc",),
    kinds=("thematic",),
)
def directive_doc(case: Look) -> Ruling:
    named = case["directive_doc"]
    scope = all_of(needs_directive(case), is_one_of(case["directive"], "written"))
    return when(holds(scope.is_met), MET if named.is_known else not_told(named))
