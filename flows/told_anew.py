"""What an edited message says in place of what it said before."""

from __future__ import annotations

from dataclasses import replace

from flows import notes, sheet
from flows.answers import read
from flows.corrections import corrected
from flows.desk import Desk
from flows.given import Given, Refused
from flows.own_words import amended
from flows.taking import accept, refuse
from flows.turn import Said, Turn
from language.facts.whole import read_message
from rules.message import say


def edited(desk: Desk, said: Said) -> Turn:
    """Take the edited words as a correction of what the message had answered."""
    paths = [path for path in said.argument.split(",") if path in desk.draft.answers]
    if len(paths) == 1:
        found = _one(desk, paths[0], str(said.text))
    else:
        found = _several(desk, paths, str(said.text))
    return accept(desk, found) if isinstance(found, Given) else refuse(desk, found)


def _one(desk: Desk, path: str, text: str) -> Given | Refused:
    found = read(desk, path, Said(text=text))
    return corrected(desk.draft, path, found) if isinstance(found, Given) else found


def _several(desk: Desk, paths: list[str], text: str) -> Given | Refused:
    """A case told again: what it says otherwise now, and what it no longer says."""
    kept = {path: value for path, value in desk.draft.answers.items() if path not in paths}
    told = read_message(text, desk.today, kind=desk.draft.kind)
    draft = amended(replace(desk, draft=replace(desk.draft, answers=kept)), told)
    changes = sheet.difference(desk.draft, draft)
    if not changes:
        return Refused(say("note.edit_same"))
    return Given(changes, notes=tuple(notes.changed(desk.draft, draft, "")))
