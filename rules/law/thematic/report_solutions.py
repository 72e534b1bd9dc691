"""The report names the solutions that worked (CL2023.3.d)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, always, rule


@rule(
    "thematic.report_solutions",
    REQUIREMENT,
    clause="CL2023.3.d",
    facts=("report_names_solutions",),
    kinds=("thematic",),
)
def report_solutions(case: Look) -> Ruling:
    return always(is_done(case["report_names_solutions"]))
