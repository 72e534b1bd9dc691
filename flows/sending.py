"""«Đã trình»: the day of submission is an answer like any other, said by one word or tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import sheet
from flows.desk import Desk
from flows.given import Given
from flows.headings import title
from flows.model import Draft, Reply, Role, Tone
from flows.reminding import About
from flows.showing import show
from flows.taking import accept
from flows.turn import Said, Turn
from flows.ways import go, way
from rules.message import say

SUBMITTED = "submitted_on"
SENT = "sent"
"""What is open then."""


def sent(desk: Desk, _said: Said) -> Turn:
    """Submitted today, and reminded of no more; told again where it was said before."""
    before = desk.draft.answers.get(SUBMITTED)
    if before:
        return _told(desk, show(desk), date.fromisoformat(before))
    turn = accept(desk, Given({SUBMITTED: desk.today.isoformat()}))
    taken = turn.draft is not None and SUBMITTED in turn.draft.answers
    return _told(desk, turn, desk.today) if taken else turn


def unsent(desk: Desk, _said: Said) -> Turn:
    """The day of submission taken back, wherever that is said; reminded of it as before."""
    last = desk.draft.past[-1] if desk.draft.past else {}
    taken = sheet.amend(desk.draft, {SUBMITTED: sheet.MISSING})
    draft = sheet.undo(desk.draft) if last == {SUBMITTED: sheet.MISSING} else taken
    turn = show(replace(desk, draft=draft))
    opened = go("open", argument=str(draft.id), label=say("way.open_draft"))
    reply = Reply(
        (say("sent.undone", title=title(draft)),),
        choices=((opened,), (go("deadlines"), go("menu"))),
        tone=Tone.NOTE,
    )
    return replace(turn, replies=(reply,), open=SENT, events=[("undone", {})])


def with_undo(turn: Turn, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The question that comes back below what was submitted, with the way to take that back."""
    draft = turn.draft
    if draft is None or draft.id is None or not draft.answers.get(SUBMITTED):
        return replies
    *before, last = replies
    way_back = go("unsent", argument=str(About(draft=draft.id)))
    choices = (*last.choices, (replace(way_back, role=Role.ASIDE),))
    return (*before, replace(last, choices=choices))


def with_way_back(turn: Turn, other: Draft | None) -> Turn:
    """With the way back to the other draft, of which a question was open meanwhile."""
    if other is None or turn.draft is None or other.id == turn.draft.id:
        return turn
    *before, last = turn.replies
    label = say("way.resume_draft", title=title(other))
    back = (go("open", argument=str(other.id), label=label),)
    return replace(turn, replies=(*before, replace(last, choices=(*last.choices, back))))


def _told(desk: Desk, turn: Turn, day: date) -> Turn:
    opened = go("open", argument=str(desk.draft.id), label=say("way.open_draft"))
    reply = Reply(
        (say("sent.done", title=title(desk.draft), day=day),),
        choices=((way("undo"), opened), (go("deadlines"), go("menu"))),
        tone=Tone.NOTE,
    )
    return replace(turn, replies=(reply,), open=SENT)
