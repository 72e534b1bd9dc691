"""How the reminders are doing, for the board and for who watches the process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Health:
    """How the reminders are doing: counts, and aware UTC times (None: there is none).

    `unreadable` are drafts and reports that could not be planned.
    """

    queued: int
    failed: int
    oldest_queued: datetime | None
    planned: int
    next_due: datetime | None
    last_tick: datetime | None = None
    unreadable: int = 0
