"""A proposal is tied to carrying out inspection conclusions (CL2023.3.b)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.rule import ADVICE, Ruling, always, rule


@rule(
    "conduct.inspection",
    ADVICE,
    clause="CL2023.3.b",
    facts=("inspection",),
    per_nominee=True,
)
def inspection(case: Look) -> Ruling:
    return always(is_one_of(case["inspection"], "none", "carried_out"))
