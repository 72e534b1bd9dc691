"""Questions left unanswered for something else: of which case each was, and the way back."""

from __future__ import annotations

from dataclasses import replace

from flows.headings import title
from flows.model import Choice, Draft, Role
from flows.turn import Deserted, State, Turn
from flows.ways import go
from rules.message import Message, say

MOST = 3


def deserted_by(state: State, draft: Draft | None, *, moved: Draft | None) -> tuple[Deserted, ...]:
    """Those remembered, with the question that is left now; its case's earlier one goes.

    Nothing is left where the case itself moves on to another flow.
    """
    if draft is None or (moved is not None and moved.answers == draft.answers):
        return state.deserted
    way = f"open:{draft.id}" if state.kept else "resume:case" if draft.answers else state.flow
    others = [one for one in state.deserted if one[2] != way]
    asks = state.open.startswith("ask:") or state.open == "who"
    now = [(state.token, title(draft), way)] if asks else []
    return tuple([*others, *now][-MOST:])


def question_left(state: State) -> Message | None:
    """The case of which a question was left last."""
    return state.deserted[-1][1] if state.deserted else None


def told_left(state: State, token: str, draft: Draft | None) -> tuple[Message, Choice] | None:
    """That the question of this token was left, what is asked now, and the way back to it."""
    for known, called, way in state.deserted:
        if known == token:
            command, _, argument = way.partition(":")
            label = say("way.back_to_left", title=called)
            back = replace(go(command, argument=argument, label=label), role=Role.ASIDE)
            if draft is None:
                return say("note.stale.left", title=called), back
            return say("note.stale.left.for", title=called, now=title(draft)), back
    return None


def with_way(turn: Turn, back: Choice | None) -> Turn:
    """The turn with one more way on below its newest reply."""
    if back is None or not turn.replies:
        return turn
    *before, last = turn.replies
    return replace(turn, replies=(*before, replace(last, choices=(*last.choices, (back,)))))
