"""A proposal is tied to the rating of how duties were done (CL2023.3.b)."""

from __future__ import annotations

from rules.conditions import is_one_of
from rules.look import Look
from rules.message import say
from rules.rule import ADVICE, Ruling, Words, always, rule, wording


def rating_given(case: Look) -> Words:
    return wording(rating=say(f"choice.completion_rating.{case['completion_rating'].value}"))


@rule(
    "conduct.rating",
    ADVICE,
    clause="CL2023.3.b",
    facts=("completion_rating",),
    per_nominee=True,
    words=rating_given,
)
def rating(case: Look) -> Ruling:
    return always(is_one_of(case["completion_rating"], "excellent", "good", "completed"))
