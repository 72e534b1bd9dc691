"""A deed is not recognised before it is done (LS2022.2.d)."""

from __future__ import annotations

from rules.conditions import given
from rules.look import Look
from rules.rule import ADVICE, Ruling, Words, rule, when, wording
from rules.spans import span, told
from rules.truth import FATAL, all_of, holds


def both_days(case: Look) -> Words:
    return wording(achieved=told(case, "achieved_on"), recognized=case["recognized_on"].value)


@rule(
    "surprise.recognition_order",
    ADVICE,
    clause="LS2022.2.d",
    facts=(),
    kinds=("surprise",),
    words=both_days,
)
def recognition_order(case: Look) -> Ruling:
    deed, recognized = span(case, "achieved_on"), case["recognized_on"]
    backwards = deed is not None and recognized.is_known and recognized.value < deed.first
    return when(all_of(given(recognized), holds(backwards)), FATAL)
