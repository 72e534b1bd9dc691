"""Duties and the parts of units in them as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select

from flows.reminding import Colleague, Duty, Repeats, Task, TaskState
from storage.reminder_tables import duties, tasks
from storage.tables import accounts, units
from storage.values import AnyRow
from storage.wording import files_from_text

OWED: Final = frozenset({TaskState.OPEN, TaskState.CONFIRMED, TaskState.ASKED})
"""States in which the report is still to be made."""

_offices = units.alias("offices")


@dataclass(frozen=True, slots=True)
class Kept:
    """A unit's part in a duty, the office that asked for it, and what only storage needs.

    `nudged_on` is the officers' day of the last nudge, `plan` the digest of the plan that its
    reminders follow.
    """

    task: Task
    office: int
    nudged_on: date | None = None
    plan: str | None = None

    @property
    def owed(self) -> bool:
        return self.task.state in OWED


def tasks_where(*conditions: Any) -> Select[Any]:
    """All that a Task says, the nearest first."""
    return (
        select(
            tasks,
            duties.c.title,
            duties.c.instructions,
            duties.c.repeats,
            duties.c.due.label("duty_due"),
            duties.c.office_id,
            units.c.name.label("unit_name"),
            _offices.c.name.label("office_name"),
            accounts.c.name.label("responsible"),
        )
        .join(duties, duties.c.id == tasks.c.duty_id)
        .join(units, units.c.id == tasks.c.unit_id)
        .join(_offices, _offices.c.id == duties.c.office_id)
        .outerjoin(accounts, accounts.c.id == tasks.c.account_id)
        .where(*conditions)
        .order_by(tasks.c.due, tasks.c.id)
    )


_ONE = tasks_where(tasks.c.id == bindparam("task"))
_OF_DUTY = tasks_where(tasks.c.duty_id == bindparam("duty"))
# two who act on a task act one after the other; who only adds a reminder of it waits for nobody
_LOCK = select(tasks.c.id).where(tasks.c.id == bindparam("task")).with_for_update(key_share=True)

_AMONG = tasks.c.id.in_(bindparam("these", expanding=True))
_THESE = tasks_where(_AMONG)
_LOCK_THESE = select(tasks.c.id).where(_AMONG).order_by(tasks.c.id).with_for_update(key_share=True)


def kept_from_row(row: AnyRow) -> Kept:
    responsible = None
    if row.account_id is not None:
        responsible = Colleague(row.account_id, row.responsible)
    task = Task(
        row.id,
        duty=Duty(
            row.title,
            row.instructions,
            due=row.duty_due,
            units=(row.unit_id,),
            repeats=Repeats(row.repeats),
            id=row.duty_id,
        ),
        office=row.office_name,
        unit=row.unit_name,
        unit_id=row.unit_id,
        state=TaskState(row.state),
        due=row.due,
        responsible=responsible,
        asked_until=row.asked_until,
        reason=row.reason,
        report=row.report,
        files=files_from_text(row.files),
        changed_at=row.changed_at,
        reported_on=row.reported_on,
        nudged_at=row.nudged_at,
    )
    return Kept(task, row.office_id, nudged_on=row.nudged_on, plan=row.plan)


def read_kept(
    connection: Connection, query: Select[Any], asked: Mapping[str, Any]
) -> tuple[Kept, ...]:
    return tuple(kept_from_row(row) for row in connection.execute(query, asked))


def read_one(connection: Connection, task: int, *, lock: bool = False) -> Kept | None:
    """A task whoever asks: whether they may is for the caller to see to."""
    if lock:
        connection.execute(_LOCK, {"task": task})
    found = read_kept(connection, _ONE, {"task": task})
    return found[0] if found else None


def read_again(connection: Connection, found: Iterable[Kept]) -> tuple[Kept, ...]:
    """The same tasks as they are now, locked; all who lock many do so in one order."""
    ids = [one.task.id for one in found]
    if not ids:
        return ()
    connection.execute(_LOCK_THESE, {"these": ids})
    return read_kept(connection, _THESE, {"these": ids})


def read_of_duty(connection: Connection, duty: int) -> tuple[Kept, ...]:
    return read_kept(connection, _OF_DUTY, {"duty": duty})


def owed(found: Iterable[Kept]) -> tuple[Kept, ...]:
    return tuple(one for one in found if one.owed)
