"""What a turn writes into the audit trail: what happened in it, and what it refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, insert

from flows.model import Json
from storage.tables import audit
from storage.values import compact

REFUSED: Final = "refused"
NOBODY: Final = 0
"""The conversation of whoever has none: no row has this number."""
_ADD: Final = insert(audit)


@dataclass(frozen=True, slots=True)
class Trail:
    """One conversation's, at one moment; `account` is None for a stranger."""

    connection: Connection
    now: datetime
    conversation: int
    account: int | None

    def note(self, events: Sequence[tuple[str, Json]]) -> None:
        """Append what happened, in this order."""
        rows = [
            {
                "at": self.now,
                "account_id": self.account,
                "conversation_id": self.conversation,
                "event": event,
                "payload": compact(payload),
            }
            for event, payload in events
        ]
        if rows:
            self.connection.execute(_ADD, rows)

    def refused(self, asked: str, matter: Mapping[str, int]) -> None:
        """Append that something was asked for that is another's, or not for such a person."""
        self.note([(REFUSED, {"asked": asked, **matter})])
