"""The items of an annulled award are recovered (CL2023.7.b)."""

from __future__ import annotations

from rules.conditions import is_yes
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import holds


@rule(
    "revocation.items",
    ADVICE,
    clause="CL2023.7.b",
    facts=("items_recovered",),
    kinds=("revocation",),
)
def items(case: Look) -> Ruling:
    return when(holds(is_yes(case["already_annulled"]).is_met), is_yes(case["items_recovered"]))
