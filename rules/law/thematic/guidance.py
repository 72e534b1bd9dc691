"""Award guidance of its own is issued (LS2022.1.a.4)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.guidance",
    REQUIREMENT,
    clause="LS2022.1.a.4",
    also=("CL2023.2.c",),
    facts=("guidance",),
    kinds=("thematic",),
)
def guidance(case: Look) -> Ruling:
    return always(is_done(case["guidance"]))
