"""The report shows what was achieved in this theme (LS2022.1.a.6)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.report",
    REQUIREMENT,
    clause="LS2022.1.a.6",
    also=("CL2023.3.c",),
    facts=("report_in_theme",),
    kinds=("thematic",),
)
def report_in_theme(case: Look) -> Ruling:
    return always(is_done(case["report_in_theme"]))
