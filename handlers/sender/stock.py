"""Bulk read ahead: about a second's worth, so that a burst is not read anew at each look."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from flows.ports import Envelope
from handlers.sender.tempo import Tempo


class Stock:
    """At most one envelope of each chat, the oldest first. Times are the event loop's."""

    def __init__(self, tempo: Tempo) -> None:
        self._tempo = tempo
        self._ahead: dict[str, Envelope] = {}
        self._next_look = 0.0
        self.more = False

    def is_wanted(self, now: float) -> bool:
        """Whether it is time to read more."""
        return now >= self._next_look and len(self._ahead) <= self._tempo.bulk_stock // 2

    def fill(self, envelopes: Iterable[Envelope], *, but_not: Collection[str], now: float) -> None:
        """Take what was read, `but_not` of these chats."""
        self._next_look = now + self._tempo.bulk_look_every
        self.more = False
        for envelope in envelopes:
            self.more = True
            if envelope.address not in but_not and len(self._ahead) < self._tempo.bulk_stock:
                self._ahead.setdefault(envelope.address, envelope)

    def take(self, clock: datetime) -> Envelope | None:
        """The oldest whose time is not over by the clock."""
        for chat in tuple(self._ahead):
            envelope = self._ahead.pop(chat)
            if envelope.not_after is None or clock < envelope.not_after:
                return envelope
        return None

    def drop(self, chat: str) -> None:
        """The chat has a reply to come first; what it has here will be read again."""
        self._ahead.pop(chat, None)

    def clear(self) -> None:
        self._ahead.clear()
