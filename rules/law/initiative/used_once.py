"""An initiative serves once, for a title or for an award (CL2023.5.b)."""

from __future__ import annotations

from rules.law.initiative.reliance import free, relied_on
from rules.look import Look
from rules.rule import BAR, Ruling, Words, always, rule, wording
from rules.truth import any_of, negate


def earlier_use(case: Look) -> Words:
    return wording(str(case["initiative"].value))


@rule(
    "initiative.used_once",
    BAR,
    clause="CL2023.5.b",
    also=("CL2023.5.c", "CL2023.5.d"),
    facts=("initiative", "initiative_required", "initiative_is_deed"),
    per_nominee=True,
    words=earlier_use,
)
def used_once(case: Look) -> Ruling:
    return always(any_of(free(case), negate(relied_on(case))))
