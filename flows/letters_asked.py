"""A question to the letters answered: the clause that speaks of it, or where else to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from flows.model import Choice, Person, Reply, Role, Tone
from flows.sources import clause_button, clause_rows, one_a_place
from language.questions import Answer, Found, Hit
from rules.citations import clause
from rules.message import Message, say

UNDER_DISCIPLINE: Final = "under_discipline"
"""Not in the letters; a national principle says something of it."""
OTHERS_BUSINESS: Final = frozenset({"pay", "leave", "other_procedures"})
"""Subjects that the office of awards has nothing to do with."""
MOST_PLACES: Final = 3
MOST_SIGNS: Final = 600
"""Of a piece of an office's own letter: what a phone shows without scrolling far."""


def office_of(person: Person) -> str | None:
    """Where the person's unit sends its proposals, by name."""
    return person.unit.receiving_office if person.unit is not None else None


def where_to_ask(person: Person) -> Message | str:
    """Who answers what the letters leave open."""
    return office_of(person) or say("asked.home_affairs")


def asked_reply(
    found: Answer,
    today: date,
    *,
    office: str | None = None,
    ways: Sequence[tuple[Choice, ...]] = (),
) -> Reply:
    """The reply to a question, with the buttons to read on and the `ways` behind them.

    `office` is where the person's unit sends its proposals, asked where the letters are silent.
    """
    if found.hits:
        return _told(found, today, ways)
    if found.own:
        text = tuple(line for one in found.own for line in _of_own(one))
        return Reply(text, choices=tuple(ways), tone=Tone.NOTE)
    return _outside(found, office, ways)


def _told(found: Answer, today: date, ways: Sequence[tuple[Choice, ...]]) -> Reply:
    first, *others = found.hits
    text = (
        say("clause.title", citation=first.clause.citation),
        first.explanation,
        say("clause.paragraph", paragraph=first.clause.core),
        *first.status(today),
        *(line for one in found.own[:1] for line in _of_own(one)),
    )
    shown = one_a_place([first.clause.id, *(hit.clause.id for hit in others)])[:MOST_PLACES]
    rows = (*clause_rows(shown), *_beside(first), *ways)
    return Reply(text, choices=rows, tone=Tone.NOTE, clauses=shown)


def _beside(hit: Hit) -> tuple[tuple[Choice, ...], ...]:
    """The next places on both sides, which are not the clause's own."""
    there = [clause(name) for name in hit.neighbours]
    buttons = tuple(
        replace(clause_button(one, "way.clause.beside"), role=Role.ASIDE)
        for one in there
        if one.place != hit.clause.place
    )
    return (buttons,) if buttons else ()


def _of_own(one: Found) -> tuple[Message, ...]:
    """A piece of a letter that the office itself added, and that no rule stands on it."""
    words = one.piece.text
    shown = words if len(words) <= MOST_SIGNS else f"{words[:MOST_SIGNS].rstrip()}…"
    place = say("own.place", title=one.piece.title, place=one.piece.label)
    where = place if one.piece.label else say("own.title", title=one.piece.title)
    return where, say("clause.paragraph", paragraph=shown), say("own.not_encoded")


def _outside(found: Answer, office: str | None, ways: Sequence[tuple[Choice, ...]]) -> Reply:
    topic = say(f"outside.{found.topic or 'other'}")
    text = [say("asked.outside", topic=topic)]
    if found.topic in OTHERS_BUSINESS:
        text.append(say("asked.elsewhere"))
    else:
        text.append(say("asked.office", office=office or say("asked.home_affairs")))
    if found.topic == UNDER_DISCIPLINE:
        text.append(say("asked.hold"))
    return Reply(tuple(text), choices=tuple(ways), tone=Tone.NOTE)
