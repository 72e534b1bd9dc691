"""A collective needs two thirds of all the people of all the forces (LS2022.2.b.2)."""

from __future__ import annotations

from rules.conditions import at_least_share, is_one_of, least_part
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when, wording


def missing_people(case: Look) -> Words:
    part, total = case["participants"].value, case["forces_total"].value
    share = case.parameter("surprise.share")
    least = least_part(total, share=share)
    return wording(
        participants=part,
        total=total,
        # rounded, but never up to a share that is not reached
        tenths=min(round(1000 * part / total), int(1000 * share)),
        least=least,
        short=least - part,
    )


@rule(
    "surprise.share",
    BAR,
    clause="LS2022.2.b.2",
    facts=("type", "participants", "forces_total", "forces_approximate"),
    kinds=("surprise",),
    per_nominee=True,
    words=missing_people,
)
def two_thirds_of_all_forces(case: Look) -> Ruling:
    return when(
        is_one_of(case["type"], "collective"),
        at_least_share(
            case["participants"],
            case["forces_total"],
            share=case.parameter("surprise.share"),
            estimate=case["forces_approximate"],
        ),
    )
