"""The document that recognises the deed is named and attached (LS2022.2.d)."""

from __future__ import annotations

from rules.conditions import is_one_of, not_told
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import MET, holds


@rule(
    "surprise.recognition_doc",
    ADVICE,
    clause="LS2022.2.d",
    facts=("recognition_doc",),
    kinds=("surprise",),
)
def recognition_doc(case: Look) -> Ruling:
    named = case["recognition_doc"]
    scope = is_one_of(case["recognition"], "dated")
    return when(holds(scope.is_met), MET if named.is_known else not_told(named))
