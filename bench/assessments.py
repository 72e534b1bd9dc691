"""Assessments a second: the law alone, on one core."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from bench.figures import report
from rules.assessment import assess
from rules.case import Case

TODAY = date(2026, 11, 21)
PARTS = ["scope", "subjects", "criteria", "achievement_period", "award_form"]
CASES: dict[str, dict[str, Any]] = {
    "surprise, one collective": {
        "kind": "surprise",
        "facts": {"achieved_on": "2026-11-12", "forces_total": 19, "award_level": "province"},
        "nominees": [{"type": "collective", "ground": "brave_rescue", "participants": 12}],
    },
    "thematic, guidance short of a part, two nominees": {
        "kind": "thematic",
        "facts": {
            "award_level": "province",
            "occasion": "movement",
            "unit_in_cao_loc": True,
            "plan": "done",
            "plan_parts": ["targets", "tasks", "solutions", "duration", "end_date"],
            "launch": "done",
            "final_review": "planned",
            "guidance": "done",
            "guidance_parts": PARTS,
            "council_review": "not_yet",
            "ceremony_on": "2026-12-18",
        },
        "nominees": [
            {"type": "individual", "completion_rating": "good"},
            {"type": "collective", "completion_rating": "excellent"},
        ],
    },
}


def measure(seconds: float = 2.0) -> None:
    """Print assessments a second for each case, parsing apart and within."""
    for name, raw in CASES.items():
        case = Case.from_json(raw)
        report(f"assessments, {name}", f"{_rate(lambda case=case: case, seconds):>9.0f}/s")
        parsed = _rate(lambda raw=raw: Case.from_json(raw), seconds)
        report("    with reading it from JSON", f"{parsed:>9.0f}/s")


def _rate(made: Any, seconds: float) -> float:
    assess(made(), today=TODAY)
    count, start = 0, time.perf_counter()
    while (passed := time.perf_counter() - start) < seconds:
        assess(made(), today=TODAY)
        count += 1
    return count / passed
