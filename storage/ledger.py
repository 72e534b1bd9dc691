"""What the registers of reminders and duties need within one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from flows.reminder_ports import Planner, Slot
from flows.reminding import Hours


@dataclass(frozen=True, slots=True)
class Ledger:
    """The open transaction, its time, the officers' day, and who says when one may remind.

    Without a planner nothing is planned; what is to be told is told at once.
    """

    connection: Connection
    now: datetime
    today: date
    planner: Planner | None = None

    def soon(self, hours: Hours) -> Slot:
        """Now, or when this person may next be reminded."""
        if self.planner is None:
            return Slot(self.today, self.now)
        return self.planner.allowed(self.now, hours)
