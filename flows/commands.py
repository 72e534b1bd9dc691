"""Which flow a command is for, and where a word of the program is meant as words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.turn import Said, State

FLOW_COMMANDS = frozenset(
    {
        "menu",
        "help",
        "drafts",
        "language",
        "surprise",
        "thematic",
        "check",
        "revocation",
        "deadlines",
        "tasks",
        "duties",
    }
)
"""Commands that begin a flow, from anywhere."""
KINDS = FLOW_COMMANDS & {"surprise", "thematic", "revocation"}
OF_DRAFTS = ("open", "rename", "copy", "ask_delete")
OF_DEADLINES = ("due", "again", "hand", "sent", "pause", "remind", "hours", "feed")
OWNERS: Mapping[str, str] = {
    **dict.fromkeys(OF_DRAFTS, "drafts"),
    **dict.fromkeys(OF_DEADLINES, "deadlines"),
    **dict.fromkeys(("task", "report", "report_file"), "tasks"),
    **dict.fromkeys(("duty", "new_duty"), "duties"),
}
"""Commands that one flow understands from anywhere, and that flow."""
ANY_WORDS = "text:"
"""How the name of a question begins whose answer may be any words."""
HEARD_IN_WORDS = frozenset({"menu", "help", "back", "cancel", "done"})


def as_text(said: Said, state: State) -> Said:
    """Where words are asked that may be any, few of the program's own are heard in them."""
    typed = said.text is not None and not said.text.startswith("/")
    if state.open.startswith(ANY_WORDS) and typed and said.command not in HEARD_IN_WORDS:
        return replace(said, command=None, argument="")
    return said


def answers_kind(said: Said, state: State) -> bool:
    """The kind typed where the kind to check is asked: the answer, not a new proposal."""
    typed = said.text is not None and not said.text.startswith("/")
    return state.open == "kind" and said.command in KINDS and typed
