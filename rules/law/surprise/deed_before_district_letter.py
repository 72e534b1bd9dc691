"""Says where the deed lies between the two letters: then only LS2022 was in force."""

from __future__ import annotations

from rules.citations import letters
from rules.look import Look
from rules.rule import ADVICE, Ruling, Words, rule, when, wording
from rules.spans import span, told
from rules.truth import FATAL, holds


def two_days(case: Look) -> Words:
    first = letters()["CL2023"].in_force.first
    return wording(achieved=told(case, "achieved_on"), since=first, judged=case.day)


@rule(
    "surprise.deed_before_district_letter",
    ADVICE,
    clause="CL2023.P",
    facts=(),
    kinds=("surprise",),
    words=two_days,
)
def deed_before_letter(case: Look) -> Ruling:
    deed = span(case, "achieved_on")
    province, district = (letters()[name].in_force.first for name in ("LS2022", "CL2023"))
    return when(holds(deed is not None and province <= deed.last < district), FATAL)
