"""Facts of an initiative that a proposal may rely on."""

from __future__ import annotations

from typing import Final

from rules.facts import choice, yes_no

FACTS: Final = (
    choice(
        "initiative",
        36,
        "none",
        "unused",
        "used_for_title",
        "used_for_award",
        of_nominee=True,
        default="none",
    ),
    yes_no("initiative_required", 37, of_nominee=True, default=False),
    yes_no("initiative_is_deed", 38, of_nominee=True, default=False),
    yes_no("initiative_recognized", 39, of_nominee=True),
)
