"""Facts that proposals of both kinds share: level, form, unit, days, and who is proposed."""

from __future__ import annotations

from typing import Final

from rules.facts import choice, day, integer, text, yes_no

FACTS: Final = (
    choice(
        "award_level",
        12,
        "unit",
        "commune",
        "department",
        "district",
        "province",
        "state",
    ),
    choice("award_form", 90, "giay_khen", "bang_khen", "title", "other"),
    yes_no("unit_in_cao_loc", 13, default=False, kinds=("surprise", "thematic", "revocation")),
    day("submitted_on", 91, ahead=True, asked=False),
    yes_no("others_met", 95, asked=False),
    choice("type", 30, "individual", "collective", "household", of_nominee=True),
    text("name", 92, of_nominee=True, kinds=("surprise", "thematic", "revocation")),
    integer("count", 93, of_nominee=True, minimum=1, maximum=10_000, asked=False),
)
