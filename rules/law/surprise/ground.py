"""A surprise award has one of the three grounds of LS2022.2.a."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.rule import BAR, Ruling, always, rule


@rule(
    "surprise.ground",
    BAR,
    clause="LS2022.2.a",
    facts=("ground",),
    kinds=("surprise",),
    per_nominee=True,
)
def ground(case: Look) -> Ruling:
    return always(is_one_of(case["ground"], "outside_duty", "brave_rescue", "combat"))
