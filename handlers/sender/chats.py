"""Which chats are free for their next envelope, and which shall have quiet before bulk."""

from __future__ import annotations


class Chats:
    """Busy is a chat whose envelope is on its way, or sent but not yet marked: its next one
    waits, so that order holds and nothing is sent twice.
    """  # noqa: D205

    def __init__(self) -> None:
        self._busy: set[str] = set()
        self._quiet: dict[str, float] = {}

    def busy(self) -> frozenset[str]:
        return frozenset(self._busy)

    def is_busy(self, chat: str) -> bool:
        return chat in self._busy

    def take(self, chat: str) -> None:
        self._busy.add(chat)

    def free(self, chat: str, *, quiet_until: float) -> None:
        self._busy.discard(chat)
        self._quiet[chat] = max(self._quiet.get(chat, 0.0), quiet_until)

    def quiet(self, now: float) -> frozenset[str]:
        """Chats in which something was said a moment ago."""
        self._quiet = {chat: until for chat, until in self._quiet.items() if until > now}
        return frozenset(self._quiet)
