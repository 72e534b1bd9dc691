"""The violation lies inside the period of the achievement (CL2023.7.a)."""

from __future__ import annotations

from rules.law.revocation.sides import handled_before_period, inside_period
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule
from rules.truth import FATAL


@rule(
    "revocation.in_period",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=(
        "violated_on",
        "violated_on_precision",
        "achievement_from",
        "achievement_from_precision",
        "achievement_to",
        "achievement_to_precision",
    ),
    kinds=("revocation",),
)
def in_period(case: Look) -> Ruling:
    if not case["violated_on"].is_known and handled_before_period(case):
        return always(FATAL)
    return always(inside_period(case, "violated_on"))
