"""The real conversation for players that die: each update corrects one number by one."""

from __future__ import annotations

from dataclasses import replace

from flows.book import all_flows
from flows.conversation import Conversation
from flows.model import Incoming
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.fakes import MemoryStorage
from tests.storage.crash_child import CHANNEL, SENDER

OPENING = ("khen đột xuất", "cứu người", "một tập thể", "0", "1000000")


def talk(storage: SqlStorage, incoming: Incoming) -> None:
    """One turn of the product."""
    Conversation(storage, HandClock(), all_flows()).take(incoming)


def begin(storage: SqlStorage) -> None:
    """A proposal with its two counts given, ready to be corrected."""
    for number, text in enumerate(OPENING):
        talk(storage, Incoming(CHANNEL, SENDER, f"opening {number}", text=text))


def correct(storage: SqlStorage, incoming: Incoming) -> None:
    """Update N says: I was wrong, N people."""
    talk(storage, replace(incoming, text=f"nhầm, {incoming.text} người"))


def warm() -> None:
    """Load what the first turn of a process would, so that deaths fall into any of them."""
    storage = MemoryStorage()
    for number, text in enumerate((*OPENING, "nhầm, 1 người")):
        said = Incoming(CHANNEL, SENDER, str(number), text=text)
        Conversation(storage, HandClock(), all_flows()).take(said)


warm()
