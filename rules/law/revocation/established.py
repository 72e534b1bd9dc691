"""A violation of the law is established (CL2023.7.a)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule
from rules.truth import MET


@rule(
    "revocation.established",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=("violation_established", "violated_on"),
    kinds=("revocation",),
)
def established(case: Look) -> Ruling:
    said = case["violation_established"]
    # who dates a violation says that there is one
    dated = said.is_absent and case["violated_on"].is_known
    return always(MET if dated else is_yes(said))
