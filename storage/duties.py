"""The reports that an office asks of its units: given, seen, nudged, ended, and given again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from flows import asking
from flows.model import Person, Unit
from flows.reminding import About, Duty, Repeats, Rung, Task, TaskState
from rules.message import say
from storage.given import line_of
from storage.ledger import Ledger
from storage.planned import Entry, add_planned, read_planned, take_away
from storage.reminder_tables import duties, tasks
from storage.tables import units
from storage.task_plans import people_of, plan_new_tasks, reporting
from storage.task_rows import OWED, Kept, owed, read_again, read_of_duty, read_one
from storage.tasks import change_task
from storage.telling import tell, tell_unit, telling
from storage.values import AnyRow, clean

MOST_LISTED = 200

_UNITS = (
    select(units)
    .where(units.c.receiving_office_id == bindparam("office"), units.c.id != bindparam("office"))
    .order_by(units.c.name, units.c.id)
)
_OPEN = (
    select(duties, tasks.c.unit_id, tasks.c.state)
    .outerjoin(tasks, tasks.c.duty_id == duties.c.id)
    .where(duties.c.office_id == bindparam("office"), duties.c.ended_at.is_(None))
    .order_by(duties.c.due, duties.c.id, tasks.c.unit_id)
)
_MINE = (duties.c.id == bindparam("duty")) & (duties.c.office_id == bindparam("office"))
_WHETHER = select(duties).where(_MINE).with_for_update(key_share=True)
_ADD = insert(duties).returning(duties.c.id)
_ADD_TASKS = insert(tasks)
_CHANGE = update(duties).where(duties.c.id == bindparam("duty"))
_ONCE = update(duties).where(duties.c.series == bindparam("of_series")).values(repeats="once")
_NUDGED = update(tasks).where(tasks.c.id == bindparam("task"))
_CLOSE = (
    update(tasks)
    .where(tasks.c.duty_id == bindparam("duty"), tasks.c.state != TaskState.REPORTED)
    .values(state=TaskState.CLOSED.value, changed_at=bindparam("now"))
)


def _office(person: Person) -> int:
    assert person.unit is not None
    return person.unit.id


def list_units(ledger: Ledger, person: Person, _: asking.ListUnits) -> tuple[Unit, ...]:
    """Those that name the person's unit as their receiving office."""
    assert person.unit is not None
    return tuple(
        Unit(
            row.id,
            row.name,
            level=row.level,
            letters=frozenset(json.loads(row.letters)),
            receiving_office=person.unit.name,
        )
        for row in ledger.connection.execute(_UNITS, {"office": person.unit.id})
    )


def make_duty(ledger: Ledger, person: Person, asked: asking.MakeDuty) -> Duty | None:
    """None also of a day past, of no units, and of units that do not report to the office."""
    reporting_here = {unit.id for unit in list_units(ledger, person, asking.ListUnits())}
    wanted = tuple(dict.fromkeys(asked.duty.units))
    if not wanted or not reporting_here.issuperset(wanted) or asked.duty.due < ledger.today:
        return None
    duty = replace(
        asked.duty,
        title=clean(asked.duty.title),
        instructions=clean(asked.duty.instructions),
        units=wanted,
    )
    return give(ledger, duty, office=_office(person), account=int(person.account or 0))


def give(
    ledger: Ledger, duty: Duty, *, office: int, account: int, series: int | None = None
) -> Duty:
    """Store a duty with the part of each unit, planned; all of them are told."""
    row = {
        "office_id": office,
        "account_id": account,
        "series": series,
        "title": duty.title,
        "instructions": duty.instructions,
        "due": duty.due,
        "repeats": duty.repeats.value,
        "made_at": ledger.now,
    }
    made = int(ledger.connection.execute(_ADD, row).scalar_one())
    if series is None and duty.repeats is not Repeats.ONCE:
        ledger.connection.execute(_CHANGE, {"duty": made, "series": made})
    part = {"duty_id": made, "state": TaskState.OPEN.value, "due": duty.due}
    parts = [{**part, "unit_id": unit, "changed_at": ledger.now} for unit in duty.units]
    ledger.connection.execute(_ADD_TASKS, parts)
    found = read_of_duty(ledger.connection, made)
    plan_new_tasks(ledger, found)
    _say_given(ledger, found)
    return replace(duty, id=made)


def _say_given(ledger: Ledger, found: Sequence[Kept]) -> None:
    people = people_of(ledger, found)
    told: list[Entry] = []
    for kept in found:
        members, line = reporting(kept, people), line_of(kept.task)
        told += telling(ledger, kept, members, line=line, rung=Rung.TOLD)
    add_planned(ledger.connection, told)


def list_duties(ledger: Ledger, person: Person, _: asking.ListDuties) -> tuple[Duty, ...]:
    rows = ledger.connection.execute(_OPEN, {"office": _office(person)})
    found: dict[int, Duty] = {}
    for row in rows:
        of_units = (row.unit_id,) if row.unit_id is not None else ()
        owing = int(row.state in OWED)
        known = found.get(row.id)
        if known is not None:
            of_units = (*known.units, *of_units)
            owing += known.owing or 0
        found[row.id] = replace(duty_from_row(row, of_units), owing=owing)
    return tuple(found.values())[:MOST_LISTED]


def duty_from_row(row: AnyRow, of_units: tuple[int, ...]) -> Duty:
    return Duty(
        row.title,
        row.instructions,
        due=row.due,
        units=of_units,
        repeats=Repeats(row.repeats),
        id=row.id,
    )


def _whether(ledger: Ledger, person: Person, duty: int) -> AnyRow | None:
    """The office's own duty, locked."""
    asked = {"duty": duty, "office": _office(person)}
    return ledger.connection.execute(_WHETHER, asked).first()


def read_duty(ledger: Ledger, person: Person, asked: asking.ReadDuty) -> tuple[Task, ...] | None:
    """Also of a duty that has ended: its reports stay to be read."""
    if _whether(ledger, person, asked.duty) is None:
        return None
    return tuple(one.task for one in read_of_duty(ledger.connection, asked.duty))


def nudge_missing(
    ledger: Ledger, person: Person, asked: asking.NudgeMissing
) -> asking.Nudged | None:
    """Each at once, or at their next hour; whom somebody nudged on this day is left alone."""
    duty = _whether(ledger, person, asked.duty)
    if duty is None or duty.ended_at is not None:
        return None
    missing = owed(read_again(ledger.connection, read_of_duty(ledger.connection, asked.duty)))
    now = [kept for kept in missing if kept.nudged_on != ledger.today]
    people = people_of(ledger, now)
    for kept in now:
        tell(ledger, kept, reporting(kept, people), line=None, rung=Rung.NUDGE)
        when = {"nudged_on": ledger.today, "nudged_at": ledger.now}
        ledger.connection.execute(_NUDGED, {"task": kept.task.id, **when})
    before = [kept.task for kept in missing if kept not in now]
    return asking.Nudged(
        len(now), tuple((task.unit, task.nudged_at or ledger.now) for task in before)
    )


def end_duty(ledger: Ledger, person: Person, asked: asking.EndDuty) -> bool:
    """Its reminders end, and those of its series are not given again."""
    duty = _whether(ledger, person, asked.duty)
    if duty is None or duty.ended_at is not None:
        return False
    ledger.connection.execute(_CHANGE, {"duty": duty.id, "ended_at": ledger.now})
    if duty.series is not None:
        ledger.connection.execute(_ONCE, {"of_series": duty.series})
    found = read_again(ledger.connection, read_of_duty(ledger.connection, asked.duty))
    ledger.connection.execute(_CLOSE, {"duty": duty.id, "now": ledger.now})
    for kept in found:
        about = About(task=kept.task.id)
        take_away(ledger.connection, read_planned(ledger.connection, about))
    return True


def answer_time(ledger: Ledger, person: Person, asked: asking.AnswerTime) -> Task | None:
    """None also where no time was asked for."""
    found = read_one(ledger.connection, asked.task, lock=True)
    if found is None or found.office != _office(person):
        return None
    task = found.task
    if task.state is not TaskState.ASKED or task.asked_until is None:
        return None
    state = TaskState.CONFIRMED if task.responsible else TaskState.OPEN
    values: dict[str, Any] = {"state": state.value, "asked_until": None}
    if asked.granted:
        values["due"] = task.asked_until
    changed = change_task(ledger, found, **values)
    key = "told.granted" if asked.granted else "told.refused"
    tell_unit(ledger, changed, say(key, office=task.office, due=changed.task.due))
    return changed.task
