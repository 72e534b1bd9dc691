"""No proposal while the nominee is under discipline, investigation or verification."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.look import Look
from rules.rule import ADVICE, Ruling, always, rule
from rules.truth import negate


@rule(
    "national.hold",
    ADVICE,
    clause="NAT.HOLD",
    facts=("under_discipline",),
    per_nominee=True,
)
def hold(case: Look) -> Ruling:
    return always(negate(is_yes(case["under_discipline"])))
