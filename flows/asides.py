"""A case left in the middle for the menu or another page, and the way back to it."""

from __future__ import annotations

from dataclasses import replace

from flows.model import Draft, Tap
from flows.turn import Scene, State

PAGES = frozenset({"menu", "help", "drafts", "language"})
"""Flows that ask nothing of a case."""
RESUME = "resume"


def left_by(state: State, *, moved: Draft | None) -> State | None:
    """What is left by going over to another flow; nothing where the case itself moved on.

    Behind a stored draft the case left before it stays.
    """
    scratch = state.scratch
    if scratch is not None and moved is not None and scratch.answers == moved.answers:
        return state.left
    if state.kept:
        return replace(state, left=case_left(state), ways=())
    if scratch is not None and scratch.answers:
        return replace(state, left=None, ways=())
    return state.left


def case_left(state: State) -> State | None:
    """The case that is not stored among what was left."""
    left = state.left
    while left is not None and left.scratch is None:
        left = left.left
    return left


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


def scene_of(state: State, scene: Scene) -> Scene:
    """The scene for a state that was left."""
    draft = scene.stored if state.kept else state.scratch
    return replace(scene, draft=draft, at=state.at, open=state.open, asked=None, found=None)
