"""«Đã trình»: the day of submission is an answer like any other, said by one word or tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows.desk import Desk
from flows.given import Given
from flows.headings import title
from flows.model import Reply, Tone
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


def _told(desk: Desk, turn: Turn, day: date) -> Turn:
    opened = go("open", argument=str(desk.draft.id), label=say("way.open_draft"))
    reply = Reply(
        (say("sent.done", title=title(desk.draft), day=day),),
        choices=((way("undo"), opened), (go("deadlines"), go("menu"))),
        tone=Tone.NOTE,
    )
    return replace(turn, replies=(reply,), open=SENT)
