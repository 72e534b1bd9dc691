"""What a chat tells once: the address of a calendar, taken out of the reply that told it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.model import Reply
from rules.message import Message, say

ADDRESS: Final = "feed.made"
"""The sentence that tells it."""


def without_address(reply: Reply) -> Reply:
    """The same reply, with words where the address stood."""
    return replace(reply, text=tuple(_hidden(line) for line in reply.text))


def _hidden(line: Message) -> Message:
    return say("feed.made", address=say("feed.hidden")) if line.key == ADDRESS else line
