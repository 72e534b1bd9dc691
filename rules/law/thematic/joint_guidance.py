"""The guidance for such a programme is issued with Sở Nội vụ (LS2022.1.c.2)."""

from __future__ import annotations

from rules.conditions import is_done
from rules.law.thematic.scopes import provincial_programme
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, rule, when


@rule(
    "thematic.joint_guidance",
    REQUIREMENT,
    clause="LS2022.1.c.2",
    facts=("occasion", "multi_sector", "province_wide", "joint_guidance"),
    kinds=("thematic",),
)
def joint_guidance(case: Look) -> Ruling:
    return when(provincial_programme(case), is_done(case["joint_guidance"]))
