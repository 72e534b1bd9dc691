"""An initiative relied on is recognised by decision (CL2023.5.a)."""

from __future__ import annotations

from rules.conditions import is_one_of, is_yes
from rules.law.initiative.reliance import relied_on
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, rule, when
from rules.truth import all_of, curable, holds


@rule(
    "initiative.recognized",
    REQUIREMENT,
    clause="CL2023.5.a",
    facts=("initiative_recognized",),
    per_nominee=True,
)
def recognized(case: Look) -> Ruling:
    used = all_of(is_one_of(case["initiative"], "unused"), relied_on(case))
    return when(holds(used.is_met), curable(is_yes(case["initiative_recognized"])))
