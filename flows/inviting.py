"""Requests answered with what storage does not know: addresses, and which chat asks."""

from __future__ import annotations

from dataclasses import replace

from flows.asking import Asked
from flows.people_asked import Invitations, Invited, ListDevices
from flows.ports import Talk, Turn
from flows.turn import Found


def answered(transaction: Turn, talk: Talk, asked: Asked, invitations: Invitations | None) -> Found:
    """What storage answers: a code with its links, one's own chats with the one that asks marked.

    Without links there is no way to hand a code on: none is told.
    """
    found = transaction.ask(talk, asked)
    if isinstance(found, Invited):
        return invitations.of(found) if invitations else None
    if isinstance(asked, ListDevices):
        return tuple(replace(one, here=one.id == talk.identity) for one in found or ())
    return found
