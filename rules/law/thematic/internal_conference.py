"""The province is not asked for a conference inside one sector or agency (LS2022.1.d)."""

from __future__ import annotations

from rules.conditions import is_one_of, is_yes
from rules.law.thematic.scopes import at_province
from rules.look import Look
from rules.rule import BAR, Ruling, Words, rule, when, wording
from rules.truth import CURABLE, FATAL, after, all_of, any_of


def directed_or_not(case: Look) -> Words:
    if case["directive"].value == "written" and case["directive_issuer"].value == "province":
        return wording("directed", remedy="directed")
    return wording()


@rule(
    "thematic.internal_conference",
    BAR,
    clause="LS2022.1.d",
    facts=("award_level", "occasion", "multi_sector", "directive", "directive_issuer"),
    kinds=("thematic",),
    words=directed_or_not,
)
def internal_conference(case: Look) -> Ruling:
    serves = all_of(at_province(case), is_one_of(case["occasion"], "conference", "forum"))
    directive = case["directive"]
    # 1.d writes no exception: in a file silence on a directive leaves the ban as it stands
    silent = directive.is_absent and not case.chat
    written = FATAL if silent else is_one_of(directive, "written")
    by_province = after(written, is_one_of(case["directive_issuer"], "province"))
    return when(serves, any_of(is_yes(case["multi_sector"]), all_of(by_province, CURABLE)))
