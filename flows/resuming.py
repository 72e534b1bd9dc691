"""The ways back to what was left, as buttons and as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.headings import title
from flows.model import Choice, Role
from flows.shelf import SUBMITTED
from flows.turn import Scene, State, Turn
from flows.ways import go
from rules.message import say


def resuming(scene: Scene) -> tuple[Choice, ...]:
    """The ways back: to a case left in the middle, to the stored draft that was in hand."""
    ways = []
    if scene.aside is not None:
        label = say("way.resume_case", title=title(scene.aside))
        ways.append(go("resume", argument="case", label=label))
    if scene.older is not None:
        label = say("way.resume_case", title=title(scene.older))
        ways.append(go("resume", argument="older", label=label))
    if scene.unfinished is not None:
        label = say("way.resume_unfinished", title=scene.unfinished)
        ways.append(go("resume", argument="unfinished", label=label))
    if scene.stored is not None:
        is_sent = bool(scene.stored.answers.get(SUBMITTED))
        key = "way.open_sent" if is_sent else "way.resume_draft"
        label = say(key, title=title(scene.stored))
        ways.append(go("open", argument=str(scene.stored.id), label=label))
    return tuple(ways)


def told_of(turn: Turn, cases: Sequence[State]) -> Turn:
    """What is not stored and waits is said as another case begins, with the way back to it."""
    *before, last = turn.replies
    titles = [title(case.scratch) for case in cases if case.scratch is not None]
    older = titles[1:]
    note = say("note.two_wait", first=titles[0], older=older[0]) if older else None
    note = note or say("note.waits", title=titles[0])
    label = say("way.resume_case", title=titles[0])
    back = replace(go("resume", argument="case", label=label), role=Role.ASIDE)
    last = replace(last, noted=(note, *last.noted), choices=(*last.choices, (back,)))
    return replace(turn, replies=(*before, last))
