"""Two collectives cannot both make up two thirds of the same forces (LS2022.2.b.2)."""

from __future__ import annotations

from rules.conditions import is_one_of, reaches
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import FATAL, holds


@rule(
    "surprise.one_collective",
    ADVICE,
    clause="LS2022.2.b.2",
    facts=(),
    kinds=("surprise",),
)
def one_collective(case: Look) -> Ruling:
    total = case["forces_total"]
    passing = 0
    if total.is_known:
        share = case.parameter("surprise.share")
        for nominee in case.nominees():
            part = nominee["participants"]
            if is_one_of(nominee["type"], "collective").is_met and part.is_known:
                passing += reaches(part.value, total.value, share=share) * nominee.count()
    return when(holds(passing > 1), FATAL)
