"""How many messages a platform takes, and a line that keeps to it."""

from __future__ import annotations

from dataclasses import dataclass

INSTANT = 1e-6
"""Seconds too short to sleep."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second, and how many may go at once before the pace is kept."""

    each_second: float
    burst: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's published limits; its real ones vary, and 429 tells.

    `overall` counts in any one second. `for_replies` of these messages are kept free of bulk.
    """

    overall: Pace = Pace(30, burst=3)
    chat: Pace = Pace(1, burst=3)
    group: Pace = Pace(20 / 60)
    for_replies: int = 1

    @property
    def for_bulk(self) -> int:
        """Messages a second that bulk may take; one at the least."""
        return max(1, int(self.overall.each_second) - self.for_replies)


@dataclass(slots=True)
class Line:
    """One paced line: `next_free` moves on by one interval for each message."""

    pace: Pace
    next_free: float = 0.0

    def wait(self, now: float, *, burst: bool = True) -> float:
        """Seconds until a message may go; without its burst, until the line has been quiet."""
        lead = (self.pace.burst - 1) / self.pace.each_second if burst else 0.0
        return _rounded(self.next_free - lead - now)

    def book(self, at: float) -> None:
        """A message went, or arrived, at this time."""
        self.next_free = max(self.next_free, at) + 1 / self.pace.each_second


def _rounded(seconds: float) -> float:
    return seconds if seconds > INSTANT else 0.0
