"""The Council selects whom to propose (LS2022.1.a.7)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.council",
    REQUIREMENT,
    clause="LS2022.1.a.7",
    facts=("council_review",),
    kinds=("thematic",),
)
def council_review(case: Look) -> Ruling:
    return always(is_done(case["council_review"]))
