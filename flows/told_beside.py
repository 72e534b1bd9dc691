"""A correction with more told behind it: `không phải 10 mà là 11 dân quân, xảy ra hôm kia`."""

from __future__ import annotations

from dataclasses import replace

from flows import consistency, notes, sheet
from flows.corrections import read_corrected
from flows.desk import At, Desk
from flows.given import Given, Refused
from flows.judging import judge
from flows.told_more import more
from flows.turn import Turn
from language.two_corrections import leads
from rules.message import Message


def corrected_and_told(desk: Desk, text: str) -> Given | Refused | Turn | None:
    """The correction that the text begins with and what the rest tells; None where it is no two."""
    for lead, rest in leads(text):
        given = read_corrected(desk, lead)
        both = _both(desk, given, rest) if isinstance(given, Given) and given.values else None
        if both is not None:
            return both
    return None


def _both(desk: Desk, given: Given, rest: str) -> Given | Refused | Turn | None:
    draft = sheet.amend(desk.draft, given.values)
    clash = consistency.contradiction(draft, desk.person)
    if clash is not None:
        return Refused(clash)
    dropped = consistency.orphans(desk.draft, draft, desk)
    told = more(_turned(desk, replace(desk, draft=sheet.merge_last(draft, dropped))), rest)
    if isinstance(told, Given):
        return replace(told, values={**given.values, **told.values}, notes=given.notes + told.notes)
    if told is None or told.goto is not None:
        return None
    said = (*given.notes, *((notes.dropped_note(dropped),) if dropped else ()))
    return _noted(told, said, given)


def _turned(before: Desk, desk: Desk) -> Desk:
    """No dossier goes on that was begun on another verdict: it is told once all is answered."""
    begun = desk.at.stage in ("dossier", "review")
    turned = begun and judge(before).verdict is not judge(desk).verdict
    return replace(desk, at=At()) if turned else desk


def _noted(turn: Turn, said: tuple[Message, ...], given: Given) -> Turn:
    """The question of what is told otherwise, behind what was set right already."""
    first, *others = turn.replies
    paths = [path for _, event in turn.events for path in event["paths"]]
    events = [("answered", {"paths": sorted({*given.values, *paths})})]
    noted = replace(first, noted=(*said, *first.noted))
    return replace(turn, replies=(noted, *others), events=events)
