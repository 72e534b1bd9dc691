"""The reports a unit is asked for: seen, taken on, put off and made by those of the unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import bindparam, update

from flows import asking
from flows.duty.telling import how
from flows.model import Person
from flows.reminding import Task, TaskState
from rules.message import Message, say
from storage.ledger import Ledger
from storage.reminder_tables import tasks
from storage.taken_over import pass_on, tell_replaced
from storage.task_plans import plan_task
from storage.task_rows import Kept, owed, read_kept, read_one, tasks_where
from storage.telling import tell_office
from storage.values import clean
from storage.wording import files_to_text

MOST_LISTED = 200

_OF_UNIT = tasks_where(
    tasks.c.unit_id == bindparam("unit"), tasks.c.state != TaskState.CLOSED
).limit(MOST_LISTED)
_CHANGE = update(tasks).where(tasks.c.id == bindparam("task"))


def list_tasks(ledger: Ledger, person: Person, _: asking.ListTasks) -> tuple[Task, ...]:
    """The nearest first, those that are reported too; a duty that has ended is not among them."""
    return tuple(one.task for one in _of_unit(ledger, person))


def owed_by(ledger: Ledger, person: Person) -> tuple[Kept, ...]:
    """Reports that the person is reminded of: their own, and what nobody has taken on."""
    if not person.may_store:
        return ()
    return tuple(
        one
        for one in owed(_of_unit(ledger, person))
        if one.task.responsible is None or one.task.responsible.account == person.account
    )


def _of_unit(ledger: Ledger, person: Person) -> tuple[Kept, ...]:
    assert person.unit is not None
    return read_kept(ledger.connection, _OF_UNIT, {"unit": person.unit.id})


def own_task(ledger: Ledger, person: Person, task: int) -> Kept | None:
    """A task of the person's unit, locked; None also where it has ended."""
    if not person.may_store or person.unit is None:
        return None
    found = read_one(ledger.connection, task, lock=True)
    if found is None or found.task.unit_id != person.unit.id:
        return None
    return None if found.task.state is TaskState.CLOSED else found


def open_task(ledger: Ledger, person: Person, task: int) -> Kept | None:
    """A task of the person's unit whose report is still owed, locked."""
    found = own_task(ledger, person, task)
    return found if found is not None and found.owed else None


def read_task(ledger: Ledger, person: Person, asked: asking.ReadTask) -> Task | None:
    """Its unit sees it, and the office that asked for it."""
    found = read_one(ledger.connection, asked.task)
    if found is None or person.unit is None:
        return None
    own = person.may_store and found.task.unit_id == person.unit.id
    office = person.may_ask_reports and found.office == person.unit.id
    return found.task if own or office else None


def change_task(ledger: Ledger, kept: Kept, *, is_passed_on: bool = False, **values: Any) -> Kept:
    """The task as it is then, with its reminders planned anew."""
    changed = {**values, "changed_at": ledger.now}
    ledger.connection.execute(_CHANGE, {"task": kept.task.id, **changed})
    found = read_one(ledger.connection, kept.task.id)
    assert found is not None
    plan_task(ledger, found, is_passed_on=is_passed_on)
    return found


def confirm_task(ledger: Ledger, person: Person, asked: asking.ConfirmTask) -> Task | None:
    """Also where a colleague had taken it on before."""
    found = open_task(ledger, person, asked.task)
    if found is None:
        return None
    account = int(person.account or 0)
    return take_on(ledger, found, account, by=account).task


def take_on(ledger: Ledger, kept: Kept, account: int, *, by: int) -> Kept:
    """From now on its reminders are for this account alone, also what is due and has not left.

    Whoever had taken it on before is told, unless it is their own doing.
    """
    pass_on(ledger, kept, account)
    state = TaskState.CONFIRMED if kept.task.state is TaskState.OPEN else kept.task.state
    changed = change_task(ledger, kept, is_passed_on=True, account_id=account, state=state.value)
    before = kept.task.responsible
    if before is not None and before.account not in (account, by):
        tell_replaced(ledger, changed, before.account)
    return changed


def ask_time(ledger: Ledger, person: Person, asked: asking.AskTime) -> Task | None:
    """None also where the day asked for is not later than the last day."""
    found = open_task(ledger, person, asked.task)
    if found is None or asked.until <= found.task.due:
        return None
    state, reason = TaskState.ASKED.value, clean(asked.reason)
    changed = change_task(ledger, found, state=state, asked_until=asked.until, reason=reason)
    line = say("told.asked_time", unit=found.task.unit, until=asked.until, reason=reason)
    tell_office(ledger, changed, line)
    return changed.task


def report_task(ledger: Ledger, person: Person, asked: asking.ReportTask) -> Task | None:
    """A report made once more takes the place of the first, whose day stays."""
    found = own_task(ledger, person, asked.task)
    if found is None:
        return None
    changed = change_task(
        ledger,
        found,
        state=TaskState.REPORTED.value,
        report=clean(asked.text),
        files=files_to_text(asked.files),
        asked_until=None,
        reported_on=_first_day(found.task, ledger.today),
    )
    tell_office(ledger, changed, _reported(changed.task, ledger.today))
    return changed.task


def _first_day(task: Task, today: date) -> date | None:
    """Not known of a report that was there before its day was kept."""
    return task.reported_on if task.state is TaskState.REPORTED else today


def _reported(task: Task, today: date) -> Message:
    """That it was handed in, and how late where it is; of one handed in anew only that."""
    if today <= task.due or task.reported_on != today:
        return say("told.reported", unit=task.unit)
    return say("told.reported.late", unit=task.unit, how=how(task.due, today))
