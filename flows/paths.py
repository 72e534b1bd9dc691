"""Names of answers: `plan`, `nominees[2].participants`, `nominees[*].ground` for all alike."""

from __future__ import annotations

import re
from functools import lru_cache

_NOMINEE = re.compile(r"nominees\[(\d+|\*)\]\.(\w+)\Z")
_KEPT = 8192
"""Paths read once: each turn asks of each answer whose it is, a dozen times over."""
EACH = "each"
"""The answer to a question about all nominees at once that they differ: ask each."""
SUMMING_UP_ON = "note.final_review_on"
MOVEMENT_ENDS_ON = "note.movement_ends_on"
DAYS_TO_COME = frozenset({SUMMING_UP_ON, MOVEMENT_ENDS_ON})
"""Days that no rule asks for; the officer is reminded of them."""


ALL_BUT = "others_met_but"
"""What the word that all else is met leaves out, as it was said in words not understood."""
MADE = "note.made"
"""No answer: what the papers were last made of."""
NAMING = frozenset({"type", "name", "count"})
"""Facts that say of whom; alone they tell nothing of a case."""


@lru_cache(maxsize=_KEPT)
def fact_of(path: str) -> str:
    """The fact a path ends in."""
    match = _NOMINEE.match(path)
    return match[2] if match else path


@lru_cache(maxsize=_KEPT)
def nominee_of(path: str) -> int | None:
    """The nominee's index, or None for a fact of the case or of all nominees alike."""
    match = _NOMINEE.match(path)
    return int(match[1]) if match and match[1] != "*" else None


def is_shared(path: str) -> bool:
    return path.startswith("nominees[*].")


def of_nominee(index: int, fact: str) -> str:
    return f"nominees[{index}].{fact}"


def of_all(fact: str) -> str:
    return f"nominees[*].{fact}"


def remarks_on(path: str) -> str | None:
    """The answer that this one says how exact it is, or how far; None for one of its own."""
    if path == ALL_BUT:
        return "others_met"
    if path == "forces_approximate":
        return "forces_total"
    return path.removesuffix("_precision") if path.endswith("_precision") else None
