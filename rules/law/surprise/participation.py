"""Who took no part made no achievement (LS2022.2.a)."""

from __future__ import annotations

from rules.conditions import at_least, is_one_of
from rules.look import Look
from rules.rule import BAR, Ruling, always, rule
from rules.truth import all_of, any_of


@rule(
    "surprise.participation",
    BAR,
    clause="LS2022.2.a",
    facts=("type", "participants", "participation"),
    kinds=("surprise",),
    per_nominee=True,
)
def participation(case: Look) -> Ruling:
    said = is_one_of(case["participation"], "direct", "directing")
    if not said.is_open:
        return always(said)
    # a collective whose people are counted took part, whether or not anyone said so
    people = all_of(is_one_of(case["type"], "collective"), at_least(case["participants"], 1))
    return always(any_of(people, said))
