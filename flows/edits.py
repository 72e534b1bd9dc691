"""A message edited after it was sent: known by what it answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.model import Incoming
from flows.turn import Said, State, Turn

EDITED: Final = "edited"
"""The command of an edited message; its argument lists the paths that it answered."""
REMEMBERED: Final = 8
"""The newest messages whose answers are still known by them."""
ANSWERED: Final = frozenset({"answered", "told"})
"""Events that say which paths were answered."""


def remembered(state: State, incoming: Incoming, turn: Turn) -> State:
    """The state, knowing what this message answered."""
    paths = [path for kind, event in turn.events if kind in ANSWERED for path in event["paths"]]
    if incoming.message is None or not paths or not incoming.text:
        return state
    others = [one for one in state.heard if one[0] != incoming.message]
    known = dict(state.heard).get(incoming.message, ())
    now = (incoming.message, tuple(dict.fromkeys((*known, *paths))))
    return replace(state, heard=(*others, now)[-REMEMBERED:])


def meant(state: State, incoming: Incoming) -> Said | None:
    """The correction that an edit is; None for an edit of what answered nothing, said anew."""
    paths = dict(state.heard).get(incoming.message or "")
    if not incoming.edited or not incoming.text or paths is None:
        return None
    return Said(command=EDITED, argument=",".join(paths), text=incoming.text)


def is_too_old(state: State, incoming: Incoming) -> bool:
    """Whether an edited message may have answered something that is no longer known by it."""
    known = {message for message, _ in state.heard}
    return incoming.edited and len(known) == REMEMBERED and incoming.message not in known
