"""Drafts that no plan is of yet, or one by another calendar, are planned a few at a time."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from flows.behind import Behind, Drafts
from flows.desk import At, Desk
from flows.judging import judge
from flows.ports import Clock
from flows.reminding import Hours
from reminders.plan import Plans

log = logging.getLogger(__name__)

AT_ONCE: Final = 50
"""Drafts judged in one tick."""
REST: Final = timedelta(minutes=5)
"""Between two passes through all drafts."""


@dataclass(slots=True)
class CatchingUp:
    """Goes through the drafts by their ids, then rests; what cannot be judged waits till then."""

    drafts: Drafts
    plans: Plans
    clock: Clock
    _after: int = 0
    _rests_since: datetime | None = None

    def work(self) -> int:
        """Plan the next few; how many. Raises StorageUnavailable."""
        now = self.clock.now()
        if self._rests_since is not None and timedelta() <= now - self._rests_since < REST:
            return 0
        found = self.drafts.behind(self.plans.mark, after=self._after, at_most=AT_ONCE)
        self._rests_since = None if len(found) == AT_ONCE else now
        planned = sum(self._plan(one, now) for one in found)
        self._after = (found[-1].draft.id or 0) if len(found) == AT_ONCE else 0
        return planned

    def _plan(self, one: Behind, now: datetime) -> bool:
        if one.owner is None:
            return False
        today = self.clock.today()
        desk = Desk(one.owner, today, one.draft, At(), keeps=True, calendar=self.plans.calendar)
        hours = one.draft.hours or Hours()
        try:
            assessment = judge(desk)
            plan = self.plans.of_draft(one.draft, assessment, hours=hours, now=now)
        except Exception as error:  # noqa: BLE001 - one draft that cannot be read stops no other
            log.warning("reminders: a draft was not planned: %s", type(error).__name__)
            return False
        return self.drafts.catch_up(one, assessment, plan)
