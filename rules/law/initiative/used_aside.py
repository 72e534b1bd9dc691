"""A used initiative is left out where the proposal does not need it (CL2023.5.b)."""

from __future__ import annotations

from rules.law.initiative.reliance import free, relied_on
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import FATAL, all_of, holds, negate


@rule(
    "initiative.used_aside",
    ADVICE,
    clause="CL2023.5.b",
    facts=(),
    per_nominee=True,
)
def used_aside(case: Look) -> Ruling:
    aside = all_of(negate(free(case)), negate(relied_on(case)))
    return when(holds(aside.is_met), FATAL)
