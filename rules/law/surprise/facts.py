"""Facts of a surprise award: the deed, its day, its recognition, and the forces."""

from __future__ import annotations

from typing import Final

from rules.facts import choice, day, integer, precision, text, yes_no

ONLY: Final = ("surprise",)

FACTS: Final = (
    choice(
        "ground",
        28,
        "outside_duty",
        "brave_rescue",
        "combat",
        "none",
        of_nominee=True,
        kinds=ONLY,
    ),
    integer("participants", 32, of_nominee=True, kinds=ONLY),
    integer("forces_total", 33, minimum=1, kinds=ONLY),
    yes_no("forces_approximate", 34, default=False, asked=False, kinds=ONLY),
    choice("participation", 35, "direct", "directing", "none", of_nominee=True, kinds=ONLY),
    day("achieved_on", 40, kinds=ONLY),
    precision("achieved_on", 41, kinds=ONLY),
    choice("recognition", 60, "none", "pending", "dated", kinds=ONLY),
    day("recognized_on", 61, kinds=ONLY),
    text("recognition_doc", 80, kinds=ONLY),
)
