"""Duties that repeat: the next of each series is given once the day of the last has passed."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import bindparam, exists, func, select

from flows.reminding import Repeats
from storage.duties import duty_from_row, give
from storage.ledger import Ledger
from storage.reminder_tables import duties, tasks
from storage.tables import units
from storage.values import AnyRow

MONTHS: Final = {Repeats.MONTHLY: 1, Repeats.QUARTERLY: 3, Repeats.YEARLY: 12}
_A_YEAR: Final = 12

_newer = duties.alias("newer")
_first = duties.alias("first")
_PASSED = select(
    duties,
    select(func.min(_first.c.due))
    .where(_first.c.series == duties.c.series)
    .scalar_subquery()
    .label("first_due"),
).where(
    duties.c.repeats != Repeats.ONCE,
    duties.c.ended_at.is_(None),
    duties.c.due < bindparam("today"),
    ~exists().where(_newer.c.series == duties.c.series, _newer.c.due > duties.c.due),
)
_UNITS = (
    select(tasks.c.unit_id)
    .join(units, units.c.id == tasks.c.unit_id)
    .where(tasks.c.duty_id == bindparam("duty"), units.c.receiving_office_id == bindparam("office"))
    .order_by(tasks.c.unit_id)
)


def repeat_duties(ledger: Ledger) -> int:
    """Give the next of each series whose newest day has passed; how many."""
    rows = ledger.connection.execute(_PASSED, {"today": ledger.today}).all()
    return sum(_repeat(ledger, row) for row in rows)


def _repeat(ledger: Ledger, row: AnyRow) -> bool:
    """False where none of its units reports to the office any more."""
    asked = {"duty": row.id, "office": row.office_id}
    of_units = tuple(ledger.connection.execute(_UNITS, asked).scalars())
    if not of_units:
        return False
    duty = duty_from_row(row, of_units)
    due = next_day(row.first_due, repeats=duty.repeats, after=row.due, today=ledger.today)
    give(
        ledger,
        replace(duty, due=due, id=None),
        office=row.office_id,
        account=row.account_id,
        series=row.series,
    )
    return True


def next_day(first: date, *, repeats: Repeats, after: date, today: date) -> date:
    """The first day of the series after one and not past: the same day of month, or its last."""
    months = 0
    day = first
    while day <= after or day < today:
        months += MONTHS[repeats]
        day = _months_on(first, months)
    return day


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
