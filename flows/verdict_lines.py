"""The verdict of a case in a line: never a good one before it is known of what and for whom."""

from __future__ import annotations

from flows.cards import head, missing_line
from flows.desk import Desk
from flows.paths import fact_of
from flows.spots import open_paths, opening_paths
from rules.message import Message, say
from rules.verdict import Assessment, Verdict

WHOM = "type"
"""The fact that "for whom" is answered with."""


def verdict_told(desk: Desk, assessment: Assessment) -> tuple[Message, ...]:
    """The verdict in a line, and what it waits for.

    What is asked ahead of the rules is missing as well: nothing is good without it.
    """
    opening = opening_paths(desk)
    if not opening or assessment.verdict is not Verdict.ELIGIBLE:
        return (head(desk, assessment), *missing_line(assessment))
    asked = (WHOM if path == "who" else fact_of(path) for path in opening)
    named = dict.fromkeys((*asked, *map(fact_of, open_paths(assessment))))
    waits = say("card.needs_more", subject=say("subject.case"))
    return waits, say("card.missing", facts=[say(f"fact.{fact}") for fact in named])
