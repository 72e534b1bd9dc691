"""The violation was handled by discipline or as a crime (CL2023.7.a)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, always, rule, wording
from rules.truth import CURABLE, all_of, any_of


def how_handled(case: Look) -> Words:
    said = str(case["handling"].value)
    return wording(said, remedy="pending" if said == "pending" else "")


@rule(
    "revocation.handling",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=("handling",),
    kinds=("revocation",),
    words=how_handled,
)
def handling(case: Look) -> Ruling:
    said = case["handling"]
    pending = all_of(is_one_of(said, "pending"), CURABLE)
    return always(any_of(is_one_of(said, "discipline", "criminal"), pending))
