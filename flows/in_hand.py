"""The award typed that the case in hand is of already: it is shown, and another one offered."""

from __future__ import annotations

from flows.model import Choice
from flows.turn import Said, State
from flows.ways import go
from rules.message import Message, say


def in_hand(said: Said, state: State) -> tuple[Message, Choice] | None:
    """What is said of it, and the way to another case; None where another award is meant.

    Beside a stored draft another is begun: nothing is lost by that.
    """
    typed = said.text is not None and not said.text.startswith("/")
    if not typed or state.scratch is None or state.scratch.kind != said.command:
        return None
    if not state.scratch.answers:
        return None
    return say("note.in_hand"), go(state.scratch.kind, label=say("way.new_case"))
