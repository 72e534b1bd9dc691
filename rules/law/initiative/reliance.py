"""Whether the award asked for stands or falls with the initiative."""

from __future__ import annotations

from rules.conditions import is_one_of, is_yes
from rules.look import Look
from rules.truth import Truth, any_of


def relied_on(case: Look) -> Truth:
    return any_of(is_yes(case["initiative_required"]), is_yes(case["initiative_is_deed"]))


def free(case: Look) -> Truth:
    """No initiative, or one that was never used."""
    return is_one_of(case["initiative"], "none", "unused")
