"""Says where the deed lies before LS2022 came into force: then and now differ."""

from __future__ import annotations

from rules.citations import letters
from rules.look import Look
from rules.rule import ADVICE, Ruling, Words, rule, when, wording
from rules.spans import span, told
from rules.truth import FATAL, holds


def two_days(case: Look) -> Words:
    first = letters()["LS2022"].in_force.first
    return wording(achieved=told(case, "achieved_on"), since=first, judged=case.day)


@rule(
    "surprise.deed_before_province_letter",
    ADVICE,
    clause="LS2022.P",
    facts=(),
    kinds=("surprise",),
    words=two_days,
)
def deed_before_letter(case: Look) -> Ruling:
    deed = span(case, "achieved_on")
    return when(holds(deed is not None and deed.last < letters()["LS2022"].in_force.first), FATAL)
