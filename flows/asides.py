"""A case left in the middle for the menu or another page, and the way back to it."""

from __future__ import annotations

from dataclasses import replace

from flows.model import Draft, Tap
from flows.turn import Scene, State
from flows.wire import message_from_json
from rules.message import Message

PAGES = frozenset({"menu", "help", "drafts", "language"})
"""Flows that ask nothing of a case."""
RESUME = "resume"
UNFINISHED = "unfinished"
"""In `at`: what the flow has in hand that is stored nowhere yet is called, as a message."""


def left_by(state: State, *, moved: Draft | None) -> State | None:
    """What is left by going over to another flow; nothing where the case itself moved on.

    Behind a stored draft the case left before it stays.
    """
    scratch = state.scratch
    if scratch is not None and moved is not None and scratch.answers == moved.answers:
        return state.left
    if state.kept:
        return replace(state, left=case_left(state), ways=())
    if (scratch is not None and scratch.answers) or UNFINISHED in state.at:
        return replace(state, left=None, ways=())
    return state.left


def case_left(state: State) -> State | None:
    """The case that is not stored among what was left."""
    left = state.left
    while left is not None and left.scratch is None and UNFINISHED not in left.at:
        left = left.left
    return left


def asks(state: State) -> bool:
    """Whether something is in the middle here: a case, or what is stored nowhere yet."""
    return state.kept or state.scratch is not None or UNFINISHED in state.at


def restored(state: State, scene: Scene, *, case: bool = False) -> State | None:
    """The state as it was when it was left, asking anew; None where nothing is left.

    With `case` only the one that is not stored. Going back from one case to another leaves
    the first in its turn.
    """
    left = case_left(state) if case else state.left
    if left is None or (left.kept and scene.stored is None):
        return None
    other = left_by(replace(state, left=None), moved=None) or left.left
    return replace(left, question=state.question + 1, left=other)


def is_of_left(tap: Tap | None, state: State, scene: Scene) -> bool:
    """A button of the very question that was left: it still answers it."""
    if tap is None or state.left is None or tap.choice.startswith("g:"):
        return False
    return tap.token == state.left.token != state.token and restored(state, scene) is not None


def beside(state: State) -> tuple[Draft | None, Message | None]:
    """What was left in the middle and is not stored: a case, or what it is called."""
    left = case_left(state)
    if left is None:
        return None, None
    called = left.at.get(UNFINISHED)
    return left.scratch, message_from_json(called) if called else None


def scene_of(state: State, scene: Scene) -> Scene:
    """The scene for a state that was left."""
    draft = scene.stored if state.kept else state.scratch
    return replace(scene, draft=draft, at=state.at, open=state.open, asked=None, found=None)
