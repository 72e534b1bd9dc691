"""Day counts: the 10-day window, the 15 working days, and "before a day"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day a count passed over (or a weekend day it counted), and why, in Vietnamese."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day. `due` is the raw one, `due_rolled` the next working day if `due` is off.

    `safe` is the day one would be wise to keep; `estimated` says that a counted year's
    calendar is not official.
    """

    due: date
    due_rolled: date | None
    safe: date | None
    skipped: tuple[SkippedDay, ...]
    estimated: bool
