"""One report asked of many units: who has handed in and who has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from flows.duty.telling import OPEN, duty_text
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
    yield from duty_text(duty, duty.due, today)
    if duty.repeats is not Repeats.ONCE:
        yield say("duty.repeats", repeats=say(f"choice.repeats.{duty.repeats.value}"))
    have = [task for task in tasks if task.state is TaskState.REPORTED]
    yield from _named("duty.have", have, of=len(tasks))
    yield from _named("duty.have_not", missing(tasks), of=len(tasks))
    for task in tasks:
        if task.state in OPEN and task.due != duty.due:
            yield say("duty.granted", unit=task.unit, due=task.due)
        if task.state is TaskState.ASKED and task.asked_until is not None:
            yield say("duty.asks", unit=task.unit, until=task.asked_until, reason=task.reason or "")


def _named(key: str, tasks: Sequence[Task], *, of: int) -> Iterator[Message]:
    names = [task.unit for task in tasks]
    if not names:
        return
    yield say(key, count=len(names), of=of, names=names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        yield say("duty.more_units", count=len(names) - MOST_NAMED)


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
