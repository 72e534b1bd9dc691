"""What is done in passing between reminders, a little at a time; one failing stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.ports import Clock

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chore:
    """Works until `work` says that nothing is left, then rests so long."""

    name: str
    work: Callable[[datetime], bool]
    rest: timedelta = timedelta()
    _rests_since: datetime | None = None

    def go_on(self, now: datetime) -> None:
        """A little of it, where it does not rest; a clock put back ends the rest."""
        if self._rests_since is not None and timedelta() <= now - self._rests_since < self.rest:
            return
        self._rests_since = None if self.work(now) else now


@dataclass(frozen=True, slots=True)
class Chores:
    """All of them, in a row."""

    chores: tuple[Chore, ...]
    clock: Clock

    def work(self) -> None:
        """A little of each."""
        for chore in self.chores:
            try:
                chore.go_on(self.clock.now())
            except Exception as error:  # noqa: BLE001 - whatever it is, the next tick tries again
                log.warning("%s failed: %s", chore.name, type(error).__name__)
