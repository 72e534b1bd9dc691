"""Violation and handling on two sides of the period: the reading is open (CL2023.7.a)."""

from __future__ import annotations

from rules.law.revocation.sides import inside_period
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import all_of, any_of, holds, negate


@rule(
    "revocation.open_reading",
    ADVICE,
    clause="CL2023.7.a",
    facts=("handled_on", "achievement_from", "achievement_to"),
    kinds=("revocation",),
)
def open_reading(case: Look) -> Ruling:
    done, handled = inside_period(case, "violated_on"), inside_period(case, "handled_on")
    same = any_of(all_of(done, handled), all_of(negate(done), negate(handled)))
    return when(holds(not done.is_open), same)
