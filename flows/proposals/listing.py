"""All proposals that concern a person: what waits for them first, then what waits longest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.duty.telling import opening
from flows.model import Person, Reply, UnitRole
from flows.proposals.course import State
from flows.proposals.matter import Line
from flows.proposals.moves import ENDED, WAITS_FOR_OFFICE
from flows.proposals.telling import line, line_ended
from flows.proposals.waiting import overdue_from
from flows.turn import Scene, Turn
from flows.ways import after, go
from rules.calendar import load_calendar
from rules.message import Message, say

MOST_LISTED = 12


def waits_for(person: Person, one: Line) -> bool:
    """Whether the next step is this person's."""
    if one.state is State.WITH_HEAD:
        return UnitRole.HEAD in person.roles
    if one.state is State.RETURNED:
        return one.mine
    office = one.state in WAITS_FOR_OFFICE or one.state is State.ACCEPTED
    return office and UnitRole.REVIEWER in person.roles


def is_late(one: Line, overdue: date) -> bool:
    """Whether the office has had it for too long without an answer."""
    return one.state in WAITS_FOR_OFFICE and one.since <= overdue


def listed(scene: Scene, lines: Sequence[Line], *note: Message) -> Turn:
    """What is on its way; where all are ended, that none is, and these, the latest first."""
    ended = all(one.state in ENDED for one in lines)
    shown, text = _ended(scene, lines) if ended else _on_their_way(scene, lines)
    rows = opening("proposal", [one.draft for one in shown])
    last = (go("drafts"), go("menu")) if scene.person.may_store else (go("menu"),)
    reply = Reply(text, choices=(*rows, last))
    for one in note:
        reply = after(one, reply)
    return Turn((reply,), open="proposals")


def _on_their_way(scene: Scene, lines: Sequence[Line]) -> tuple[list[Line], tuple[Message, ...]]:
    shown = sorted(lines, key=lambda one: (not waits_for(scene.person, one), one.since))
    waiting = sum(waits_for(scene.person, one) for one in lines)
    since = overdue_from(scene.today, scene.calendar or load_calendar())
    told = (
        line(number, one, scene.today, late=is_late(one, since))
        for number, one in enumerate(shown[:MOST_LISTED], start=1)
    )
    title = say("proposals.title", count=len(lines), waiting=waiting)
    return shown[:MOST_LISTED], (title, *told)


def _ended(scene: Scene, lines: Sequence[Line]) -> tuple[list[Line], tuple[Message, ...]]:
    told = [line_ended(number, one) for number, one in enumerate(lines, start=1)]
    title = (say("proposals.ended"),) if told else ()
    none = say("proposals.none" if scene.person.may_store else "proposals.none.office")
    return list(lines), (none, *title, *told)
