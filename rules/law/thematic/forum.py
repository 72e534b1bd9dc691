"""A forum is like a conference but not named in CL2023.4: a person judges (CL2023.4)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.law.thematic.scopes import above_the_unit
from rules.look import Look
from rules.rule import ADVICE, Ruling, rule, when
from rules.truth import all_of


@rule(
    "thematic.forum",
    ADVICE,
    clause="CL2023.4",
    facts=("occasion", "award_level", "directive"),
    kinds=("thematic",),
)
def forum(case: Look) -> Ruling:
    like = all_of(is_one_of(case["occasion"], "forum"), above_the_unit(case))
    return when(like, is_one_of(case["directive"], "written"))
