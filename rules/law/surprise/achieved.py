"""There is a day of the deed, and it has come (LS2022.2.d)."""

from __future__ import annotations

from rules.conditions import not_told
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, always, rule, wording
from rules.spans import span, told
from rules.truth import CURABLE, MET


def day_to_come(case: Look) -> Words:
    return wording(achieved=told(case, "achieved_on"), today=case.day)


@rule(
    "surprise.achieved",
    REQUIREMENT,
    clause="LS2022.2.d",
    facts=("achieved_on", "achieved_on_precision"),
    kinds=("surprise",),
    words=day_to_come,
)
def achieved(case: Look) -> Ruling:
    deed = span(case, "achieved_on")
    if deed is None:
        return always(not_told(case["achieved_on"]))
    return always(CURABLE if deed.first > case.day else MET)
