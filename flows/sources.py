"""Clauses to show: a line under a verdict, the whole place on a tap, and why a fact is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce

from flows.model import Choice, Reply, Tone
from flows.papers.facts import is_of_papers
from flows.paths import fact_of
from flows.ways import go
from rules.assessment import why
from rules.citations import UnknownClause, clause, open_clause
from rules.facts import facts
from rules.letter import Clause
from rules.message import Message, say

MOST_SOURCES = 3


def cited(clause_id: str) -> Message:
    """Letter, place and the operative words."""
    found = clause(clause_id)
    return say("clause.cited", citation=found.citation, quote=found.core)


def one_a_place(clause_ids: Iterable[str]) -> tuple[str, ...]:
    """The first clause of each place: the whole place is shown with it."""
    found: dict[Message, str] = {}
    for name in clause_ids:
        found.setdefault(clause(name).citation, name)
    return tuple(found.values())


def clause_rows(clause_ids: Sequence[str]) -> tuple[tuple[Choice, ...], ...]:
    """A button for each clause, two in a row; each with its letter where there are several."""
    found = [clause(name) for name in clause_ids]
    if len({one.letter for one in found}) > 1:
        return tuple((clause_button(one, "way.clause.of"),) for one in found)
    buttons = [clause_button(one, "way.clause") for one in found]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def clause_button(shown: Clause, key: str) -> Choice:
    """The button that opens a clause, labelled by its place and letter."""
    letter = say(f"letter.{shown.letter}.brief")
    return go("clause", argument=shown.id, label=say(key, place=shown.place, letter=letter))


def clause_reply(clause_id: str, today: date) -> Reply:
    """The whole paragraph, and what is to be known of its letter's force."""
    try:
        opened = open_clause(clause_id)
    except UnknownClause:
        return Reply((say("clause.none"),))
    status = opened.letter.status(today)
    since = opened.letter.in_force.first
    text = (
        say("clause.title", citation=opened.clause.citation),
        say("clause.paragraph", paragraph=opened.clause.text),
        say("clause.force", month=since.strftime("%m/%Y")),
        *((status,) if status else ()),
    )
    return Reply(text, tone=Tone.NOTE, clauses=(clause_id,))


def grounds(clause_ids: Sequence[str]) -> Message:
    """What something rests on: each letter once, with its places; at least one clause."""
    found = [clause(name) for name in clause_ids]
    told: list[Message] = []
    for letter in dict.fromkeys(one.letter for one in found):
        first, *more = (one for one in found if one.letter == letter)
        told.append(first.citation)
        places = [one.place for one in more if one.place != first.place]
        told += [place for at, place in enumerate(places) if place not in places[:at]]
    return say("why.source", places=reduce(_and, told))


def _and(first: Message, second: Message) -> Message:
    return say("places.and", first=first, second=second)


def why_reply(kind: str, path: str) -> Reply:
    """Why a fact is asked: the demand in own words, and the clauses that make it."""
    fact = fact_of(path).removeprefix("note.")
    is_fact = fact in facts()
    clauses = why(fact, kind).clauses[:MOST_SOURCES] if is_fact else ()
    why_asked = say("papers.why") if is_of_papers(path) else say(f"why.{fact}")
    text: tuple[Message, ...] = (why_asked,)
    if clauses:
        text = (*text, grounds(clauses))
    clauses = one_a_place(clauses)
    return Reply(text, choices=clause_rows(clauses), tone=Tone.NOTE, clauses=clauses)
