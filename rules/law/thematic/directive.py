"""No district or province award for reviewing a law or for conferences undirected (CL2023.4)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.law.thematic.scopes import needs_directive
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when, wording
from rules.truth import CURABLE, after, all_of, any_of


def how_it_stands(case: Look) -> Words:
    said = str(case["directive"].value)
    return wording(said, remedy="on_paper" if said in {"promised", "oral"} else "")


@rule(
    "thematic.directive",
    BAR,
    clause="CL2023.4",
    facts=("occasion", "award_level", "directive", "directive_issuer"),
    kinds=("thematic",),
    words=how_it_stands,
)
def directive(case: Look) -> Ruling:
    said = case["directive"]
    coming = all_of(is_one_of(said, "promised", "oral"), CURABLE)
    issuer = is_one_of(case["directive_issuer"], "district", "province")
    there = after(is_one_of(said, "written"), issuer)
    return when(needs_directive(case), any_of(coming, there))
