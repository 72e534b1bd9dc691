"""Only units of Cao Lộc review their past awards under CL2023 (CL2023.7.a)."""

from __future__ import annotations

from rules.citations import letters
from rules.conditions import is_yes
from rules.look import Look
from rules.rule import ADVICE, Ruling, Words, always, rule, wording
from rules.truth import all_of, holds


def why_not(case: Look) -> Words:
    force = letters()["CL2023"].in_force
    if force.covers(case.day):
        return wording()
    return wording("early", since=force.first, judged=case.day)


@rule(
    "revocation.bound",
    ADVICE,
    clause="CL2023.7.a",
    facts=("unit_in_cao_loc",),
    kinds=("revocation",),
    words=why_not,
    unbound=True,
)
def bound(case: Look) -> Ruling:
    force = letters()["CL2023"].in_force.covers(case.day)
    return always(all_of(holds(force), is_yes(case["unit_in_cao_loc"])))
