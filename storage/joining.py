"""Who joins by a chat hears from then on of what their unit or office waits for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, exists

from flows.model import Person
from storage.ledger import Ledger
from storage.reminder_tables import duties, reminders, tasks
from storage.task_plans import plan_task
from storage.task_rows import OWED, owed, read_again, read_kept, tasks_where


def _owed(column: Any, *conditions: Any) -> Select[Any]:
    """Reports that a unit or office waits for."""
    return tasks_where(column == bindparam("unit"), tasks.c.state.in_(sorted(OWED)), *conditions)


# of which nothing was planned for the account
_UNHEARD = ~exists().where(
    reminders.c.task_id == tasks.c.id, reminders.c.account_id == bindparam("account")
)
_OF_UNIT = _owed(tasks.c.unit_id)
_OF_OFFICE = _owed(duties.c.office_id)
_UNHEARD_OF_UNIT = _owed(tasks.c.unit_id, _UNHEARD)
_UNHEARD_OF_OFFICE = _owed(duties.c.office_id, _UNHEARD)


def plan_for(ledger: Ledger, person: Person) -> None:
    """Plan the reports of which an account that came later is to be reminded too."""
    _plan(ledger, person, of_unit=_UNHEARD_OF_UNIT, of_office=_UNHEARD_OF_OFFICE)


def plan_anew_for(ledger: Ledger, person: Person) -> None:
    """Plan all reports of which an account is reminded that is something else from now on."""
    _plan(ledger, person, of_unit=_OF_UNIT, of_office=_OF_OFFICE)


def _plan(ledger: Ledger, person: Person, *, of_unit: Select[Any], of_office: Select[Any]) -> None:
    if person.unit is None or person.account is None:
        return
    asked = {"unit": person.unit.id, "account": person.account}
    found = list(read_kept(ledger.connection, of_unit, asked)) if person.may_store else []
    if person.may_ask_reports:
        found += read_kept(ledger.connection, of_office, asked)
    for kept in owed(read_again(ledger.connection, found)):
        plan_task(ledger, kept)
