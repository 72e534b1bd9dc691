"""An achievement lies inside the period that the guidance fixes (LS2022.1.a.5)."""

from __future__ import annotations

from rules.conditions import given, not_before
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when, wording
from rules.truth import all_of


def both_periods(case: Look) -> Words:
    names = ("achieved_from", "achieved_to", "achievement_from", "achievement_to")
    return wording(**{name: _shown(case, name) for name in names})


def _shown(case: Look, name: str) -> str:
    value = case[name].value
    return "…" if value is None else value.strftime("%d/%m/%Y")


@rule(
    "thematic.period",
    BAR,
    clause="LS2022.1.a.5",
    facts=("achievement_from", "achievement_to", "achieved_from", "achieved_to"),
    kinds=("thematic",),
    per_nominee=True,
    words=both_periods,
)
def period(case: Look) -> Ruling:
    first, last = case["achieved_from"], case["achieved_to"]
    opens, closes = case["achievement_from"], case["achievement_to"]
    inside = all_of(
        not_before(first, opens),
        not_before(closes, last),
        not_before(last, opens),
        not_before(closes, first),
    )
    return when(given(opens, closes, first, last), inside, decides=False)
