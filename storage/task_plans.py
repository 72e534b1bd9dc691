"""Who is reminded of a report that is owed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import bindparam, update

from flows.reminding import About, Hours, Matter, Plan, Rung, Words
from rules.message import say
from storage.ledger import Ledger
from storage.persons import Member, Members, members_of
from storage.planned import (
    Entry,
    add_planned,
    change_planned,
    entry,
    has_come,
    keep_only,
    reword_planned,
)
from storage.reminder_tables import tasks
from storage.task_rows import Kept
from storage.values import AnyRow
from storage.wording import words_to_text

_ASKED_FOR: Final = frozenset({Rung.AGAIN, Rung.NUDGE, Rung.TOLD})
"""Rungs of no ladder."""
REPLACED: Final = "told.taken_on"
"""Told to who is not to report any more; the others of that rung are not theirs then."""


_PLAN = update(tasks).where(tasks.c.id == bindparam("task"))


def words_of_task(ledger: Ledger, kept: Kept) -> Words:
    """As its reminders say them."""
    if ledger.planner is not None:
        plan = ledger.planner.of_task(kept.task, hours=Hours(), now=ledger.now)
        if Matter.DUTY in plan.words:
            return plan.words[Matter.DUTY]
    return Words(say("title.named", name=kept.task.duty.title))


def people_of(ledger: Ledger, found: Sequence[Kept]) -> Members:
    """The people of the units and offices of these tasks."""
    units = {one.task.unit_id for one in found} | {one.office for one in found}
    return members_of(ledger.connection, units) if units else Members({})


def reporting(kept: Kept, people: Members) -> tuple[Member, ...]:
    """Who has taken the report on; until somebody has, everybody of the unit who may."""
    writers = people.writers(kept.task.unit_id)
    responsible = kept.task.responsible
    alone = [one for one in writers if responsible and one.account == responsible.account]
    return tuple(alone) or writers


@dataclass(slots=True)
class _Ladder:
    """The reminders of a task by whom they are for; `is_passed_on`: it has changed hands."""

    ledger: Ledger
    kept: Kept
    people: Members
    is_passed_on: bool = False
    _plans: dict[Hours, Plan] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        task, people = self.kept.task, self.people
        for rung, members in (
            (Rung.HEAD, people.heads(task.unit_id)),
            (Rung.OFFICE, people.receivers(self.kept.office)),
            (None, reporting(self.kept, people)),
        ):
            for member in members:
                yield from self._of(member, rung)

    def _of(self, member: Member, rung: Rung | None) -> Iterator[Entry]:
        about = About(task=self.kept.task.id)
        plan = self._plan(member.hours)
        for planned in plan.planned:
            own = planned.rung if planned.rung in {Rung.HEAD, Rung.OFFICE} else None
            if own == rung:
                words = plan.words[planned.matter]
                yield entry(member.account, about, planned, words=words)

    def _plan(self, hours: Hours) -> Plan:
        """A pause changes no plan."""
        assert self.ledger.planner is not None
        own = Hours(hours.start, hours.end)
        if own not in self._plans:
            self._plans[own] = self.ledger.planner.of_task(
                self.kept.task, hours=own, now=self.ledger.now
            )
        return self._plans[own]

    def holds(self, row: AnyRow) -> bool:
        """Whether a reminder is still of the last day, and for one whom it concerns.

        What somebody asked for is of whatever last day the report has.
        """
        task = self.kept.task
        if not self.kept.owed or (row.due != task.due and row.rung != Rung.AGAIN):
            return False
        own = reporting(self.kept, self.people)
        receivers = self.people.receivers(self.kept.office)
        concerned = {
            Rung.HEAD: self.people.heads(task.unit_id),
            Rung.OFFICE: receivers,
            Rung.TOLD: (*own, *receivers),
        }
        members = concerned.get(row.rung, own)
        if row.rung == Rung.TOLD and REPLACED in row.words:
            members = self.people.writers(task.unit_id)
        if has_come(row, self.ledger.now):
            members = (*members, *self._in_place(row.rung))
        return row.account_id in {member.account for member in members}

    def _in_place(self, rung: str) -> Iterator[Member]:
        """The heads, for whom what did not reach the others waits; not of what changed hands."""
        if rung in {Rung.OFFICE, Rung.TOLD}:
            yield from self.people.heads(self.kept.office)
        if not self.is_passed_on:
            yield from self.people.heads(self.kept.task.unit_id)


def plan_new_tasks(ledger: Ledger, found: Sequence[Kept]) -> None:
    """The reminders of tasks that have none yet."""
    if ledger.planner is None:
        return
    people = people_of(ledger, found)
    ladders = [_Ladder(ledger, one, people) for one in found]
    add_planned(ledger.connection, [one for ladder in ladders for one in ladder.entries()])
    _note_plans(ledger, found)


def _note_plans(ledger: Ledger, found: Sequence[Kept]) -> None:
    """Keep the digests of the plans that are not those stored."""
    assert ledger.planner is not None
    rows = []
    for kept in found:
        plan = ledger.planner.of_task(kept.task, hours=Hours(), now=ledger.now)
        if plan.digest != kept.plan:
            rows.append({"task": kept.task.id, "plan": plan.digest})
    if rows:
        ledger.connection.execute(_PLAN, rows)


def plan_task(ledger: Ledger, kept: Kept, *, is_passed_on: bool = False) -> None:
    """The reminders of a task as it is now; what was sent to somebody is not sent to them again.

    What waits for a head in another's place stays, unless the report has changed hands.
    """
    about = About(task=kept.task.id)
    ladder = _Ladder(ledger, kept, people_of(ledger, (kept,)), is_passed_on=is_passed_on)
    left = keep_only(ledger.connection, about, ladder.holds)
    if not kept.owed or ledger.planner is None:
        return
    waiting = [row for row in left if row.status == "planned" and row.rung != Rung.TOLD]
    words = words_to_text(words_of_task(ledger, kept))
    reword_planned(ledger.connection, waiting, words=words, due=kept.task.due)
    known = {(row.account_id, row.due, row.rung) for row in left if row.rung not in _ASKED_FOR}
    wanted = {(one.account, one.due, one.rung): one for one in ladder.entries()}
    _move(ledger, [row for row in waiting if row.rung not in _ASKED_FOR], wanted)
    add_planned(ledger.connection, [one for key, one in wanted.items() if key not in known])
    _note_plans(ledger, (kept,))


def _move(
    ledger: Ledger, waiting: Sequence[AnyRow], wanted: Mapping[tuple[Any, ...], Entry]
) -> None:
    """What waits comes when the newest plan has it come; what was put off waits for that."""
    changes = {}
    for row in waiting:
        planned = wanted.get((row.account_id, row.due, row.rung))
        if planned is not None and planned.at != row.at and row.why is None:
            changes[row.id] = {"at": planned.at, "on_day": planned.on_day}
    change_planned(ledger.connection, changes)
