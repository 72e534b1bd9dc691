"""The report compares results with the registered targets (CL2023.3.d)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.report_compares",
    REQUIREMENT,
    clause="CL2023.3.d",
    facts=("report_compares_targets",),
    kinds=("thematic",),
)
def report_compares(case: Look) -> Ruling:
    return always(is_done(case["report_compares_targets"]))
