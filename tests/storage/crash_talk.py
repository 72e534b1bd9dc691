"""A player for the crash proofs that leads the real conversation, the same way each time."""

from __future__ import annotations

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming, Tap
from storage.session import SqlStorage
from tests.databases import HandClock

PLAY = "tests.storage.crash_talk:talk_on"
FLOWS = all_flows()  # before the fork: deaths are to fall inside turns
TYPED = ("12", "19", "hôm qua", "quay lại", "menu", "khen đột xuất")


def talk_on(storage: SqlStorage, incoming: Incoming) -> None:
    """Say what the update's number and the reply before it decide: a choice, or a word."""
    number = int(incoming.update)
    lines = storage.outbox.transcript(incoming.channel, incoming.sender, 1)
    reply = lines[-1].reply if lines else None
    offered = [choice.id for row in reply.choices for choice in row] if reply else []
    said = Incoming(
        incoming.channel, incoming.sender, update=incoming.update, text=TYPED[number % len(TYPED)]
    )
    if reply is not None and offered and number % 4:
        tap = Tap(offered[number * 7 % len(offered)], reply.token)
        said = Incoming(incoming.channel, incoming.sender, update=incoming.update, tap=tap)
    Conversation(storage, HandClock(), FLOWS).take(said)
