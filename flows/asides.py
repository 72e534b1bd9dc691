"""A case left in the middle for the menu or another page, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.commands import ANY_WORDS, UNFINISHED
from flows.model import Draft, Tap
from flows.reminding import About
from flows.turn import Said, Scene, State
from flows.wire import message_from_json
from rules.message import Message

PAGES = frozenset({"menu", "help", "drafts", "language"})
"""Flows that ask nothing of a case."""
RESUME = "resume"
OLDER = "older"
"""Of two cases left, the one left first."""
MOST_CASES = 3
LISTS = frozenset({"fixing", "part"})
"""Where one stood in a list of answers to mend: no question to come back to."""


def left_by(state: State, *, moved: Draft | None, back: bool = False) -> State | None:
    """What is left by going over to another flow; nothing where the case itself moved on.

    The newest two cases that are not stored stay behind what is left. What has no answer yet
    is left only for what leads `back` to it.
    """
    scratch = state.scratch
    if scratch is not None and moved is not None and scratch.answers == moved.answers:
        return state.left
    if state.kept:
        return replace(state, left=_chain(cases_left(state)), ways=(), heard=())
    if back or _is_begun(state):
        left = _chain(cases_left(state)[: MOST_CASES - 1])
        return replace(state, left=left, ways=(), heard=())
    return state.left


def cases_left(state: State) -> tuple[State, ...]:
    """What is stored nowhere of what was left, the newest first: cases, and what is unfinished."""
    found: list[State] = []
    left = state.left
    while left is not None:
        found += [left] if _is_begun(left) else []
        left = left.left
    return tuple(found)


def _is_begun(state: State) -> bool:
    """Whether something was answered here that is stored nowhere."""
    return (state.scratch is not None and bool(state.scratch.answers)) or UNFINISHED in state.at


def asks(state: State) -> bool:
    """Whether something is asked here that one comes back to: of a case, or in free words."""
    is_asked = state.open == "kind" or state.open.startswith(ANY_WORDS)
    return state.kept or state.scratch is not None or UNFINISHED in state.at or is_asked


def _chain(cases: Sequence[State]) -> State | None:
    """Cases left, each behind the one that was left after it."""
    chained: State | None = None
    for case in reversed(cases):
        chained = replace(case, left=chained)
    return chained


def case_left(state: State) -> State | None:
    """What is not stored of all that was left, the newest first, the older ones behind it."""
    return _chain(cases_left(state))


def _named(state: State, case: str) -> State | None:
    """Of all that was left: the newest case, the OLDER one, or what is UNFINISHED."""
    left = cases_left(state)
    if case == UNFINISHED:
        return next((one for one in left if UNFINISHED in one.at), None)
    drafts = [one for one in left if one.scratch is not None]
    return next(iter(drafts[1:] if case == OLDER else drafts), None)


def restored(state: State, scene: Scene, *, case: str = "") -> State | None:
    """The state as it was when it was left, asking anew; None where nothing is left.

    A `case` is one that is not stored; OLDER is the older of two. Going back from one case
    to another leaves the first in its turn.
    """
    cases = cases_left(state)
    left = _named(state, case) if case else state.left
    if left is None or (left.kept and scene.stored is None):
        return None
    others = _chain([other for other in cases if other is not left])
    other = left_by(replace(state, left=others), moved=None)
    at = {key: value for key, value in left.at.items() if key not in LISTS}
    now = replace(left, at=at, question=state.question + 1, left=other)
    return replace(now, heard=state.heard, deserted=state.deserted)


def is_of_left(tap: Tap | None, state: State, scene: Scene) -> bool:
    """A button of the very question that was left: it still answers it."""
    if tap is None or state.left is None or tap.choice.startswith("g:"):
        return False
    return tap.token == state.left.token != state.token and restored(state, scene) is not None


def beside(state: State) -> tuple[Draft | None, Draft | None, Message | None]:
    """What was left and is not stored: the newest case, an older one, what else by its name."""
    unfinished = _named(state, UNFINISHED)
    called = message_from_json(unfinished.at[UNFINISHED]) if unfinished else None
    newest, older = _named(state, "case"), _named(state, OLDER)
    return newest.scratch if newest else None, older.scratch if older else None, called


def scene_of(state: State, scene: Scene) -> Scene:
    """The scene for a state that was left."""
    draft = scene.stored if state.kept else state.scratch
    return replace(scene, draft=draft, at=state.at, open=state.open, asked=None, found=None)


def leads_back(said: Said, state: State, scene: Scene) -> bool:
    """Going on or back where nothing is asked, with something left to go back to."""
    if state.flow not in PAGES - {"language"} or (state.left is None and scene.stored is None):
        return False
    return said.command == "continue" or (said.command == "back" and state.open in BACK_FROM)


BACK_FROM = frozenset({"menu", "help", "guest"})
"""Pages before which lies nothing but the case that was left."""


def on_screen(state: State, scene: Scene) -> str:
    """The draft or the task that is being talked about."""
    if state.kept and scene.stored is not None:
        return str(About(draft=scene.stored.id))
    return str(state.at.get("about", ""))
