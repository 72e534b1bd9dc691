"""Taps on buttons of before: what they answered, and the same one again in the same place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.deserted import told_left
from flows.labels import label, value_shown
from flows.model import Choice, Draft, Incoming, Reply, Tap
from flows.turn import State
from rules.message import Message, say

REMEMBERED = 8
"""Questions whose buttons still know what they asked."""

Tapped = tuple[str, str, str]
"""The newest tap that answered nothing: its choice, its token, and its update's name."""


def tapped(state: State, incoming: Incoming) -> Tapped | None:
    """The tap to remember; the same one again keeps the name of the first."""
    tap = incoming.tap
    if tap is None or not tap.choice.startswith(("g:", "c:")):
        return None
    if state.tapped is not None and state.tapped[:2] == (tap.choice, tap.token):
        return state.tapped
    return tap.choice, tap.token, incoming.update


def addressed(reply: Reply, token: str) -> Reply:
    """A reply of this question: its buttons carry it, and its slot is this question's own."""
    slot = f"{reply.slot}:{token}" if reply.slot else None
    return replace(reply, token=token, slot=slot)


def placed(replies: tuple[Reply, ...], tap: Tapped | None) -> tuple[Reply, ...]:
    """The replies, each where the same tap's reply stands already."""
    if tap is None:
        return replies
    return tuple(
        reply if reply.slot else replace(reply, slot=f"tap:{tap[2]}:{place}")
        for place, reply in enumerate(replies)
    )


def asked_by(state: State, token: str, opened: str) -> Mapping[str, str]:
    """Which question each of the newest tokens stood for, with the one now opened."""
    if not opened.startswith("ask:"):
        return state.asked
    path = opened.removeprefix("ask:")
    found = {other: was for other, was in state.asked.items() if other != token}
    return dict([*found.items(), (token, path)][-REMEMBERED:])


def stale_note(
    state: State, tap: Tap | None, draft: Draft | None
) -> tuple[Message] | tuple[Message, Choice]:
    """That the question was answered, with the answer where it is known; or that it was left."""
    token = tap.token if tap is not None else ""
    path = state.asked.get(token)
    if path is not None and draft is not None and path in draft.answers:
        value = value_shown(draft, path)
        return (say("note.stale.answered", fact=label(draft, path), value=value),)
    if path is not None:
        return (say("note.stale.before"),)
    return told_left(state, token, draft) or (say("note.stale"),)


def is_stale(tap: Tap | None, state: State) -> bool:
    """A button of an earlier question; those that begin with `g:` are good for ever."""
    return tap is not None and not tap.choice.startswith("g:") and tap.token != state.token
