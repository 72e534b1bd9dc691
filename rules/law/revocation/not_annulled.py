"""The award has not been annulled yet (CL2023.7.b)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule
from rules.truth import negate


@rule(
    "revocation.not_annulled",
    REQUIREMENT,
    clause="CL2023.7.b",
    facts=("already_annulled",),
    kinds=("revocation",),
)
def not_annulled(case: Look) -> Ruling:
    return always(negate(is_yes(case["already_annulled"])))
