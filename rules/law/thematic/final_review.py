"""The movement is summed up; a fixed day for it is enough (LS2022.1.a.3)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.final_review",
    REQUIREMENT,
    clause="LS2022.1.a.3",
    also=("CL2023.2.c",),
    facts=("final_review",),
    kinds=("thematic",),
)
def final_review(case: Look) -> Ruling:
    return always(is_done(case["final_review"], "planned"))
