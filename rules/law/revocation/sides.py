"""On which side of the achievement period a day lies."""

from __future__ import annotations

from rules.conditions import not_told
from rules.look import Look
from rules.spans import is_before, span
from rules.truth import Truth, all_of, negate


def inside_period(case: Look, name: str) -> Truth:
    """Whether the dated fact `name` falls inside the achievement period, edges included."""
    day = span(case, name)
    opens, closes = span(case, "achievement_from"), span(case, "achievement_to")
    if day is None:
        return not_told(case[name])
    early = not_told(case["achievement_from"]) if opens is None else is_before(day, opens)
    late = not_told(case["achievement_to"]) if closes is None else is_before(closes, day)
    return all_of(negate(early), negate(late))


def handled_before_period(case: Look) -> bool:
    """What was handled before the period opened was also done before it."""
    handled, opens = span(case, "handled_on"), span(case, "achievement_from")
    return handled is not None and opens is not None and handled.last < opens.first
