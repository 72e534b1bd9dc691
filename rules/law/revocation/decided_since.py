"""The award was decided on 01/6/2014 or later (CL2023.7.a)."""

from __future__ import annotations

from rules.conditions import not_told
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, always, rule, wording
from rules.spans import Span, is_before, span, told
from rules.truth import negate


def both_dates(case: Look) -> Words:
    since = case.parameter("revocation.decided_since")
    return wording(decided=told(case, "decided_on"), since=since)


@rule(
    "revocation.decided_since",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=("decided_on", "decided_on_precision"),
    kinds=("revocation",),
    words=both_dates,
)
def decided_since(case: Look) -> Ruling:
    decided = span(case, "decided_on")
    if decided is None:
        return always(not_told(case["decided_on"]))
    since = case.parameter("revocation.decided_since")
    return always(negate(is_before(decided, Span("", first=since, last=since))))
