"""What storage does in passing: old rows deleted, addresses hidden, files in use named."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.addresses import Addresses
from storage.files_in_use import read_files_in_use
from storage.pruning import Pruning
from storage.sessions import Sessions
from storage.strangers import Strangers


class SqlUpkeep:
    """A little at each call, in short transactions. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._addresses = Addresses(sessions)
        self._pruning = Pruning(sessions)
        self._strangers = Strangers(sessions)

    def hide_addresses(self, now: datetime) -> bool:
        """Calendar addresses told an hour ago; whether more wait."""
        return self._addresses.hide(now)

    def prune(self, now: datetime, *, keep: timedelta) -> bool:
        """Rows that are done and older than `keep`; False at the end of a pass."""
        return self._pruning.prune(now, keep=keep)

    def forget_strangers(self, now: datetime, *, keep: timedelta) -> bool:
        """Chats of nobody's that were silent for longer; False at the end of a pass."""
        return self._strangers.forget(now, keep=keep)

    def files_in_use(self) -> frozenset[str]:
        """References of the page's files that are handed in, or in hand in a chat."""
        return read_files_in_use(self._sessions)
