"""Mainly individuals who took part directly are to be praised (LS2022.2.b.1)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import negate


@rule(
    "surprise.direct",
    ADVICE,
    clause="LS2022.2.b.1",
    facts=("participation",),
    kinds=("surprise",),
    per_nominee=True,
)
def direct(case: Look) -> Ruling:
    directing = is_one_of(case["participation"], "directing")
    return when(
        is_one_of(case["participation"], "direct", "directing"), negate(directing), asks=False
    )
