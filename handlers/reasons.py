"""What an answer is called that was given back to be mended."""

from __future__ import annotations

from flows.attached import PREFIX, named
from locales.catalog import has
from rules.message import Message, say


def label_of(fact: str) -> Message | str:
    """What an answer is called; by its id where it has no name."""
    if fact.startswith(PREFIX):
        return say("attached.paper", paper=named(fact.removeprefix(PREFIX)))
    key = f"fact.{fact}"
    return Message(key) if has(key) else fact
