"""Facts of a nominee's standing: rating, inspections."""

from __future__ import annotations

from typing import Final

from rules.facts import choice

FACTS: Final = (
    choice(
        "completion_rating",
        72,
        "excellent",
        "good",
        "completed",
        "not_completed",
        "not_rated",
        of_nominee=True,
    ),
    choice("inspection", 73, "none", "carried_out", "outstanding", of_nominee=True, default="none"),
)
