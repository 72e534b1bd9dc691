"""The only reader of the time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OFFICERS_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class SystemClock:
    """The machine's clock: UTC for storage, the officers' day for the law (flows.ports.Clock)."""

    def __init__(self, zone: ZoneInfo = OFFICERS_ZONE) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """An aware UTC time."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day it is where the officers are."""
        return datetime.now(self._zone).date()
