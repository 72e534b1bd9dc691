"""The award was decided on 01/6/2014 or later (CL2023.7.a)."""

from __future__ import annotations

from rules.conditions import not_told
from rules.look import Look
from rules.rule import REQUIREMENT, Ruling, Words, always, rule, wording
from rules.spans import Span, is_before, span
from rules.truth import negate


def two_days(case: Look) -> Words:
    since = case.parameter("revocation.decided_since")
    return wording(decided=case["decided_on"].value, since=since)


@rule(
    "revocation.decided_since",
    REQUIREMENT,
    clause="CL2023.7.a",
    facts=("decided_on", "decided_on_precision"),
    kinds=("revocation",),
    words=two_days,
)
def decided_since(case: Look) -> Ruling:
    decided = span(case, "decided_on")
    if decided is None:
        return always(not_told(case["decided_on"]))
    since = case.parameter("revocation.decided_since")
    return always(negate(is_before(decided, Span("", first=since, last=since))))
