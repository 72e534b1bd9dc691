"""The movement was launched (LS2022.1.a.2)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.launch",
    REQUIREMENT,
    clause="LS2022.1.a.2",
    facts=("launch",),
    kinds=("thematic",),
)
def launch(case: Look) -> Ruling:
    return always(is_done(case["launch"]))
