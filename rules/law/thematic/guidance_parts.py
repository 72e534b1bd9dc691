"""The guidance fixes six things (LS2022.1.a.5)."""

from __future__ import annotations

from rules.conditions import given, holds_all, is_one_of
from rules.law.thematic.parts import lacking
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, once, rule
from rules.truth import any_of


def parts_lacking(case: Look) -> Words:
    return lacking(case, "guidance_parts")


@rule(
    "thematic.guidance_parts",
    REQUIREMENT,
    clause="LS2022.1.a.5",
    facts=("guidance", "guidance_parts"),
    kinds=("thematic",),
    words=parts_lacking,
)
def guidance_parts(case: Look) -> Ruling:
    parts = case["guidance_parts"]
    there = any_of(given(parts), is_one_of(case["guidance"], "done"))
    return once(there, holds_all(parts, case.parameter("thematic.guidance_parts")))
