"""One report asked of many units: who has handed in and who has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from flows.duty.telling import OPEN, duty_text, how, last_day
from flows.model import Choice, Reply
from flows.reminding import Repeats, Task, TaskState
from flows.ways import go, way
from rules.message import Message, say

MOST_NAMED = 20
MOST_OPENED = 10


def page(tasks: Sequence[Task], today: date, *note: Message) -> Reply:
    """The whole of it; `tasks` is never empty, a report is asked of one unit at least."""
    return Reply((*note, *_text(tasks, today)), choices=tuple(_ways(tasks)))


def missing(tasks: Sequence[Task]) -> list[Task]:
    return [task for task in tasks if task.state in OPEN]


def _text(tasks: Sequence[Task], today: date) -> Iterator[Message]:
    duty = tasks[0].duty
    yield from duty_text(duty, _last_day(tasks, today))
    if duty.repeats is not Repeats.ONCE:
        yield say("duty.repeats", repeats=say(f"choice.repeats.{duty.repeats.value}"))
    have = [task for task in tasks if task.state is TaskState.REPORTED]
    yield from _named("duty.have", [_delivered(task) for task in have], of=len(tasks))
    yield from _named("duty.have_not", [task.unit for task in missing(tasks)], of=len(tasks))
    for task in tasks:
        if task.state in OPEN and task.due != duty.due:
            yield say("duty.granted", unit=task.unit, due=task.due)
        if task.state is TaskState.ASKED and task.asked_until is not None:
            yield say("duty.asks", unit=task.unit, until=task.asked_until, reason=task.reason or "")


def _last_day(tasks: Sequence[Task], today: date) -> Message:
    """What is left of it counts only as long as a report is owed."""
    due = tasks[0].duty.due
    if all(task.state is TaskState.REPORTED for task in tasks):
        return say("duty.complete", due=due, count=len(tasks))
    return last_day(due, today, owed=bool(missing(tasks)))


def _delivered(task: Task) -> Message | str:
    """A unit with the day on which it handed in, and how many days late where it was."""
    day = task.reported_on
    if day is None:
        return task.unit
    if day <= task.due:
        return say("duty.unit.delivered", unit=task.unit, day=day)
    return say("duty.unit.late", unit=task.unit, day=day, how=how(task.due, day))


def _named(key: str, names: Sequence[Message | str], *, of: int) -> Iterator[Message]:
    if not names:
        return
    yield say(key, count=len(names), of=of, names=names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        yield say("duty.more_units", count=len(names) - MOST_NAMED)


def nudged(count: int, before: Sequence[tuple[str, str]]) -> Iterator[Message]:
    """How many units are reminded now, and which had been today, at what time."""
    if count:
        yield say("duty.nudged", count=count)
    elif not before:
        yield say("duty.nudged.nobody")
    if before:
        named = [say("duty.nudged.at", unit=unit, time=time) for unit, time in before[:MOST_NAMED]]
        if len(before) > MOST_NAMED:
            named.append(say("duty.more_units", count=len(before) - MOST_NAMED))
        yield say("duty.nudged.before", units=named)


def _ways(tasks: Sequence[Task]) -> Iterator[tuple[Choice, ...]]:
    waiting = [task for task in tasks if task.state is TaskState.ASKED]
    reported = [task for task in tasks if task.state is TaskState.REPORTED]
    for task in (*waiting, *reported)[:MOST_OPENED]:
        key = "way.answer_of" if task.state is TaskState.ASKED else "way.report_of"
        yield (go("task", argument=str(task.id), label=say(key, unit=task.unit)),)
    if missing(tasks):
        yield (way("nudge"),)
    if any(task.state is not TaskState.CLOSED for task in tasks):
        yield (way("end"),)
    yield (go("duties"), go("menu"))
