"""Facts of a past award that may have to be revoked."""

from __future__ import annotations

from typing import Final

from rules.facts import choice, day, precision, yes_no

ONLY: Final = ("revocation",)

FACTS: Final = (
    yes_no("already_annulled", 10, kinds=ONLY),
    yes_no("holder_is_nominee", 14, kinds=ONLY),
    choice(
        "handling",
        15,
        "none",
        "pending",
        "discipline",
        "criminal",
        "administrative",
        kinds=ONLY,
    ),
    yes_no("violation_established", 16, kinds=ONLY),
    day("decided_on", 17, kinds=ONLY),
    precision("decided_on", 18, kinds=ONLY),
    day("violated_on", 19, kinds=ONLY),
    precision("violated_on", 20, kinds=ONLY),
    precision("achievement_from", 21, kinds=ONLY),
    precision("achievement_to", 22, kinds=ONLY),
    day("handled_on", 63, kinds=ONLY),
    precision("handled_on", 64, kinds=ONLY),
    yes_no("items_recovered", 70, kinds=ONLY),
)
