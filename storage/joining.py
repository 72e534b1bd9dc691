"""Who joins by a chat hears from then on of what their unit or office waits for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, exists

from flows.model import Person
from storage.ledger import Ledger
from storage.reminder_tables import duties, reminders, tasks
from storage.task_plans import plan_task
from storage.task_rows import OWED, read_kept, tasks_where


def _unheard(column: Any) -> Select[Any]:
    """Reports owed of which nothing was planned for the account."""
    return tasks_where(
        column == bindparam("unit"),
        tasks.c.state.in_(sorted(OWED)),
        ~exists().where(
            reminders.c.task_id == tasks.c.id, reminders.c.account_id == bindparam("account")
        ),
    )


_OF_UNIT = _unheard(tasks.c.unit_id)
_OF_OFFICE = _unheard(duties.c.office_id)


def plan_for(ledger: Ledger, person: Person) -> None:
    """Plan anew the reports of which an account that came later is to be reminded too."""
    if person.unit is None or person.account is None:
        return
    asked = {"unit": person.unit.id, "account": person.account}
    of_unit = read_kept(ledger.connection, _OF_UNIT, asked) if person.may_store else ()
    of_office = read_kept(ledger.connection, _OF_OFFICE, asked) if person.may_ask_reports else ()
    for kept in (*of_unit, *of_office):
        plan_task(ledger, kept)
