"""Drains the outbox to one pushing channel: in order within a chat, side by side among chats."""

from handlers.sender.loop import Sender
from handlers.sender.outcome import Deliver, Delivered, Failed, Later, Outcome, Withdrawn
from handlers.sender.tempo import Tempo

__all__ = ["Deliver", "Delivered", "Failed", "Later", "Outcome", "Sender", "Tempo", "Withdrawn"]
