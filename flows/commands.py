"""Which flow a command is for, and where a word of the program is meant as words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.turn import Said, State
from flows.wire import message_from_json
from rules.message import Message, say

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
        "team",
        "devices",
        "sign_in",
        "duties",
        "proposals",
        "papers",
    }
)
"""Commands that begin a flow, from anywhere."""
KINDS = FLOW_COMMANDS & {"surprise", "thematic", "revocation"}
OF_DRAFTS = ("open", "rename", "copy", "ask_delete")
OF_DEADLINES = ("due", "again", "hand", "sent", "unsent", "pause", "remind", "hours", "feed")
OF_PROPOSALS = (
    *("proposal", "where", "awards", "submit", "agree", "hand_back", "mend"),
    *("accept_it", "return_it", "ask_unit", "answer_office"),
)
OWNERS: Mapping[str, str] = {
    **dict.fromkeys(OF_DRAFTS, "drafts"),
    **dict.fromkeys(OF_DEADLINES, "deadlines"),
    **dict.fromkeys(("papers", "write_papers", "make_papers", "show_papers"), "papers"),
    **dict.fromkeys(("task", "report", "report_file"), "tasks"),
    **dict.fromkeys(("duty", "new_duty"), "duties"),
    **dict.fromkeys(("invite", "invite_again"), "team"),
    **dict.fromkeys(OF_PROPOSALS, "proposals"),
    **dict.fromkeys(("attachments", "attached"), "attachments"),
}
"""Commands that one flow understands from anywhere, and that flow."""
UNFINISHED = "unfinished"
"""In `at`: what the flow has in hand that is stored nowhere yet is called, as a message."""
ANY_WORDS = "text:"
"""How the name of a question begins whose answer may be any words."""
NAMES = KINDS | {"check", "sent", "open", "rename", "copy", "ask_delete"}
"""Commands whose words may be what a report is called, or what it says."""
HEARD_IN_WORDS = (FLOW_COMMANDS | {*OWNERS, "back", "cancel", "done", "resume"}) - NAMES
SHOWN_AGAIN = frozenset({"save", "review", "undo", "continue"})
"""There is nothing to do for these but to show what was written."""


def as_text(said: Said, state: State) -> Said:
    """Where words are asked that may be any, the program's own are heard if they are all."""
    typed = said.text is not None and not said.text.startswith("/")
    if not state.open.startswith(ANY_WORDS) or not typed:
        return said
    is_new = said.command == "new_duty" and said.argument
    if said.command in SHOWN_AGAIN and not said.files:
        return Said(command="show")
    if said.command not in HEARD_IN_WORDS or said.files or is_new:
        return replace(said, command=None, argument="")
    return said


def kept_note(said: Said, state: State) -> Message | None:
    """That what is being written stays, where a word typed in it leads elsewhere."""
    raw = state.at.get(UNFINISHED)
    if raw is None or said.text is None or said.command in ("menu", "help"):
        return None
    return say("note.unfinished_kept", title=message_from_json(raw))


def begins_flow(said: Said, state: State) -> bool:
    """Whether a flow begins; not where the kind typed is the answer."""
    typed = said.text is not None and not said.text.startswith("/")
    is_answer = state.open in ("kind", "cases") and said.command in KINDS and typed
    return said.command in FLOW_COMMANDS and not is_answer
