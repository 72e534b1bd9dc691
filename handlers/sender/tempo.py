"""The seconds and counts of a sender."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds and counts.

    Bulk is what comes of itself (lane 1). So few of it are on their way at a time that an
    officer whose chat is busy with one waits for no more than these, and none is started while
    so many are `unsettled`: through, but not yet marked. `rest_after_reply` and
    `rest_after_bulk` are the quiet in a chat before bulk goes there.
    """

    idle: float = 1.0
    look_every: float = 0.02
    mark_every: float = 0.05
    marks: int = 100
    batch: int = 100
    at_once: int = 112
    bulk_at_once: int = 12
    bulk_stock: int = 48
    unsettled: int = 24
    bulk_look_every: float = 0.5
    rest_after_reply: float = 3.0
    rest_after_bulk: float = 1.0
    attempts: int = 12
    first_wait: float = 1.0
    longest_wait: float = 300.0
    longest_hold: float = 30.0
    database_wait: float = 0.5
    grace: float = 5.0

    def back_off(self, attempts: int) -> float:
        """1, 2, 4 … 300 seconds after the first, second, third … failure."""
        return float(min(self.first_wait * 2 ** min(attempts, 30), self.longest_wait))

    def hold(self, failures: int) -> float:
        """1, 2, 4 … 30 seconds of silence after so many attempts that nobody answered."""
        return min(self.back_off(failures - 1), self.longest_hold)
