"""Requests about duties in memory: the side of a unit that reports, and that of the office."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows import asking
from flows.model import Unit
from flows.reminding import About, Colleague, Duty, Repeats, Rung, Task, TaskState
from tests.proposed import Proposing
from tests.registers import ENDED, LAST_REPORT, taken


@dataclass(slots=True)
class Asking(Proposing):
    """All requests of one person within one turn."""

    def _write_calendar(self, _: asking.WriteCalendar) -> None:
        """It is written above storage, from the last days."""

    # the unit's side

    def _read_task(self, asked: asking.ReadTask) -> Task | None:
        own = self._own_task(asked.task, ())
        return own or self._office_task(asked.task)

    def _confirm_task(self, asked: asking.ConfirmTask) -> Task | None:
        task = self._own_task(asked.task, ENDED)
        if task is None:
            return None
        me = Colleague(self.me, self.person.name or "")
        return self._change(task, responsible=me, state=taken(task))

    def _ask_time(self, asked: asking.AskTime) -> Task | None:
        task = self._own_task(asked.task, ENDED)
        if task is None or asked.until <= task.due:
            return None
        return self._change(
            task, state=TaskState.ASKED, asked_until=asked.until, reason=asked.reason
        )

    def _report_task(self, asked: asking.ReportTask) -> Task | None:
        task = self._own_task(asked.task, LAST_REPORT)
        if task is None:
            return None
        return self._change(
            task,
            state=TaskState.REPORTED,
            report=asked.text,
            files=asked.files,
            asked_until=None,
            reported_on=task.reported_on or self.today,
        )

    # the office's side

    def _office_task(self, task: int) -> Task | None:
        found = self.kept.tasks.get(task)
        if found is None or not self.person.may_ask_reports:
            return None
        return found if self.kept.duties[int(found.duty.id or 0)][0] == self.unit else None

    def _answer_time(self, asked: asking.AnswerTime) -> Task | None:
        task = self._office_task(asked.task)
        if task is None or task.state is not TaskState.ASKED:
            return None
        state = TaskState.CONFIRMED if task.responsible else TaskState.OPEN
        due = task.asked_until if asked.granted and task.asked_until else task.due
        return self._change(task, state=state, due=due, asked_until=None)

    def _list_units(self, _: asking.ListUnits) -> tuple[Unit, ...]:
        return self.kept.reporting.get(self.unit, ()) if self.person.may_ask_reports else ()

    def _make_duty(self, asked: asking.MakeDuty) -> Duty | None:
        offered = {unit.id: unit for unit in self._list_units(asking.ListUnits())}
        wanted = asked.duty.units
        if not wanted or not set(wanted) <= set(offered) or asked.duty.due < self.today:
            return None
        duty = replace(asked.duty, id=len(self.kept.duties) + 1)
        self.kept.duties[len(self.kept.duties) + 1] = (self.unit, duty)
        office = self.person.unit.name if self.person.unit else ""
        for unit in wanted:
            made = Task(
                len(self.kept.tasks) + 1,
                replace(duty, units=(unit,)),
                office,
                offered[unit].name,
                unit,
                TaskState.OPEN,
                duty.due,
                changed_at=self.now,
            )
            self.kept.tasks[made.id] = made
        return duty

    def _own_duty(self, duty: int) -> Duty | None:
        office, found = self.kept.duties.get(duty, (0, None))
        return found if self.person.may_ask_reports and office == self.unit else None

    def _list_duties(self, _: asking.ListDuties) -> tuple[Duty, ...]:
        mine = (self._own_duty(duty) for duty in self.kept.duties if duty not in self.kept.ended)
        found = (replace(one, owing=self._owing(one)) for one in mine if one)
        return tuple(sorted(found, key=lambda one: (one.due, one.id or 0)))

    def _owing(self, duty: Duty) -> int:
        return sum(task.state not in ENDED for task in self._of(int(duty.id or 0)))

    def _of(self, duty: int) -> tuple[Task, ...]:
        found = [task for task in self.kept.tasks.values() if task.duty.id == duty]
        return tuple(sorted(found, key=lambda task: (task.due, task.id)))

    def _read_duty(self, asked: asking.ReadDuty) -> tuple[Task, ...] | None:
        return self._of(asked.duty) if self._own_duty(asked.duty) else None

    def _nudge_missing(self, asked: asking.NudgeMissing) -> asking.Nudged | None:
        if self._own_duty(asked.duty) is None or asked.duty in self.kept.ended:
            return None
        missing = [task for task in self._of(asked.duty) if task.state not in ENDED]
        before = [task for task in missing if self.kept.nudged.get(task.id) == self.today]
        now = [task for task in missing if task not in before]
        self.kept.told += [(task.unit_id, Rung.NUDGE, About(task=task.id)) for task in now]
        for task in now:
            self.kept.nudged[task.id] = self.today
            self.kept.tasks[task.id] = replace(task, nudged_at=self.now)
        at = tuple((task.unit, task.nudged_at or self.now) for task in before)
        return asking.Nudged(len(now), at)

    def _end_duty(self, asked: asking.EndDuty) -> bool:
        if self._own_duty(asked.duty) is None or asked.duty in self.kept.ended:
            return False
        self.kept.ended.add(asked.duty)
        for task in self._of(asked.duty):
            once = replace(task.duty, repeats=Repeats.ONCE)
            reported = task.state is TaskState.REPORTED
            self._change(task, duty=once, state=task.state if reported else TaskState.CLOSED)
        return True
