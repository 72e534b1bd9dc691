"""The award typed that the case in hand is of already: it is shown, and another one offered."""

from __future__ import annotations

from flows.commands import KINDS
from flows.model import Choice, Draft
from flows.turn import Said, State
from flows.ways import go
from rules.message import Message, say


def in_hand(said: Said, state: State, draft: Draft | None) -> tuple[Message, Choice] | None:
    """What is said of it, and the way to another case; None where another award is meant."""
    typed = said.text is not None and not said.text.startswith("/")
    if not typed or draft is None or not draft.answers or draft.kind != said.command:
        return None
    if state.flow not in (*KINDS, "check"):
        return None
    return say("note.in_hand"), go(draft.kind, label=say("way.new_case"))
