"""When a person wants to be reminded: their hours, and a pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import bindparam, select, update

from flows import asking
from flows.model import Person
from flows.reminding import Hours, Rung
from storage.ledger import Ledger
from storage.planned import PUT_OFF, change_planned
from storage.reminder_tables import PLANNED, reminders
from storage.tables import accounts
from storage.values import AnyRow

_SET = update(accounts).where(accounts.c.id == bindparam("account"))
# what a dispatcher holds is left to it: it asks for the hours itself
_AHEAD = (
    select(reminders.c.id, reminders.c.on_day, reminders.c.rung, reminders.c.why)
    .where(
        PLANNED,
        reminders.c.account_id == bindparam("account"),
        reminders.c.at > bindparam("now"),
    )
    .with_for_update(skip_locked=True)
)
_A_DAY: Final = timedelta(days=1)
MINUTES_A_DAY: Final = 1440


def pause_reminders(ledger: Ledger, person: Person, asked: asking.PauseReminders) -> bool:
    """What falls due in a pause is put off when it does; with the pause over it comes now."""
    until = {"account": person.account, "paused_until": asked.until}
    ledger.connection.execute(_SET, until)
    hours = replace(person.hours, paused_until=asked.until)
    slot = ledger.soon(hours)
    change_planned(
        ledger.connection,
        {
            # what was late already keeps the day it was meant for
            row.id: {"at": slot.at, "on_day": min(row.on_day, slot.on_day)}
            for row in _ahead(ledger, person)
            if row.why == PUT_OFF
        },
    )
    return True


def set_hours(ledger: Ledger, person: Person, asked: asking.SetHours) -> bool | None:
    """What is planned for later days comes at the new start; None for hours that are none."""
    if not 0 <= asked.start < asked.end <= MINUTES_A_DAY:
        return None
    values = {"remind_from": asked.start, "remind_to": asked.end}
    ledger.connection.execute(_SET, {"account": person.account, **values})
    planner = ledger.planner
    if planner is None:
        return True
    hours = Hours(asked.start, asked.end)
    days = {
        row.id: row.on_day
        for row in _ahead(ledger, person)
        if row.rung != Rung.AGAIN and row.on_day >= ledger.today + _A_DAY
    }
    starts = {day: planner.again(day, hours=hours, now=ledger.now).at for day in set(days.values())}
    change_planned(ledger.connection, {row: {"at": starts[day]} for row, day in days.items()})
    return True


def _ahead(ledger: Ledger, person: Person) -> Sequence[AnyRow]:
    asked = {"account": person.account, "now": ledger.now}
    return ledger.connection.execute(_AHEAD, asked).all()
