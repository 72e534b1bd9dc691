"""Drafts and reports of no plan yet, or of another calendar's, are planned a few at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeAlias

from flows.behind import Behind, Drafts, Reports
from flows.desk import At, Desk
from flows.judging import judge
from flows.ports import Clock, StorageUnavailable
from flows.reminding import Hours
from reminders.plan import Plans

log = logging.getLogger(__name__)

AT_ONCE: Final = 50
"""Drafts, and as many reports, planned in one tick."""
REST: Final = timedelta(minutes=5)
"""Between two passes through all of them."""

One: TypeAlias = tuple[int, Callable[[], bool]]
"""The id of what is behind, and the call that plans it."""


class Unreadable(ValueError):  # noqa: N818 - named by what it says
    """The row of a draft cannot be read."""


@dataclass(slots=True)
class _Pass:
    """Goes through what is behind by its ids, then rests; what fails is tried in the next pass.

    `failed` are the ids of the last whole pass; an id is logged when it fails first.
    """

    kind: str
    page: Callable[[int], Sequence[One]]
    failed: frozenset[int] = frozenset()
    _failing: set[int] = field(default_factory=set)
    _after: int = 0
    _rests_since: datetime | None = None

    @property
    def unreadable(self) -> frozenset[int]:
        return self.failed | self._failing

    def work(self, now: datetime) -> int:
        if self._rests_since is not None and timedelta() <= now - self._rests_since < REST:
            return 0
        found = self.page(self._after)
        planned = sum(self._plan(*one) for one in found)
        if len(found) == AT_ONCE:
            self._after, self._rests_since = found[-1][0], None
            return planned
        self._after, self._rests_since = 0, now
        self.failed, self._failing = frozenset(self._failing), set()
        return planned

    def _plan(self, number: int, plan: Callable[[], bool]) -> bool:
        try:
            return plan()
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - one that cannot be read stops no other
            if number not in self.unreadable:
                what = type(error).__name__
                log.warning("reminders: %s %s was not planned: %s", self.kind, number, what)
            self._failing.add(number)
            return False


class CatchingUp:
    """Plans what no turn has planned, in passing."""

    def __init__(self, drafts: Drafts, reports: Reports, plans: Plans, *, clock: Clock) -> None:
        self._drafts = drafts
        self._reports = reports
        self._plans = plans
        self._clock = clock
        self._passes = (_Pass("draft", self._drafts_behind), _Pass("report", self._reports_behind))

    @property
    def unreadable(self) -> int:
        """How many drafts and reports could not be planned when they were last looked at."""
        return sum(len(one.unreadable) for one in self._passes)

    def work(self) -> int:
        """Plan the next few; how many. Raises StorageUnavailable."""
        now = self._clock.now()
        return sum(one.work(now) for one in self._passes)

    def _drafts_behind(self, after: int) -> Sequence[One]:
        found = self._drafts.behind(self._plans.mark, after=after, at_most=AT_ONCE)
        return [(one.id, partial(self._plan_draft, one)) for one in found]

    def _reports_behind(self, after: int) -> Sequence[One]:
        mark = self._plans.mark
        found = self._reports.behind(mark, after=after, at_most=AT_ONCE)
        return [(one, partial(self._reports.plan_anew, one, mark)) for one in found]

    def _plan_draft(self, one: Behind) -> bool:
        if one.draft is None:
            raise Unreadable
        if one.owner is None:
            return False
        now, today = self._clock.now(), self._clock.today()
        desk = Desk(one.owner, today, one.draft, At(), keeps=True, calendar=self._plans.calendar)
        assessment = judge(desk)
        hours = one.draft.hours or Hours()
        plan = self._plans.of_draft(one.draft, assessment, hours=hours, now=now)
        return self._drafts.catch_up(one, assessment, plan)
