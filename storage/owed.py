"""Reports owed whose plan is missing or by another calendar, whichever unit owes them."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select

from flows.ports import Clock
from flows.reminder_ports import Planner
from storage.ledger import Ledger
from storage.reminder_tables import tasks
from storage.sessions import Sessions
from storage.task_plans import plan_task
from storage.task_rows import OWED, read_one

_BEHIND = (
    select(tasks.c.id)
    .where(
        tasks.c.id > bindparam("after"),
        tasks.c.state.in_(sorted(OWED)),
        or_(tasks.c.plan.is_(None), tasks.c.plan.not_like(bindparam("marked"))),
    )
    .order_by(tasks.c.id)
    .limit(bindparam("at_most"))
)


class SqlOwed:
    """Each call is one short transaction and may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def behind(self, mark: str, *, after: int, at_most: int) -> tuple[int, ...]:
        """By id from above `after`, those whose plan's digest does not begin with the mark."""
        asked = {"after": after, "marked": f"{mark}%", "at_most": at_most}
        with self._sessions.reading() as connection:
            return tuple(connection.execute(_BEHIND, asked).scalars())

    def plan_anew(self, task: int, mark: str) -> bool:
        """Plan one that is behind; False where it is no more. Raises for a row not readable."""
        now, today = self._clock.now(), self._clock.today()
        with self._sessions.writing() as connection:
            found = read_one(connection, task, lock=True)
            if found is None or not found.owed or (found.plan or "").startswith(mark):
                return False
            plan_task(Ledger(connection, now, today, planner=self._planner), found)
            return True
