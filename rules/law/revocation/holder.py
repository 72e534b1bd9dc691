"""The one handled is the holder itself, not a member of it (CL2023.7.a)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "revocation.holder",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=("holder_is_nominee",),
    kinds=("revocation",),
)
def holder(case: Look) -> Ruling:
    return always(is_yes(case["holder_is_nominee"]))
