"""A report in words: one line of a list, and the page of one unit's part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from flows.due.telling import left
from flows.model import Choice, Person, Reply
from flows.reminding import Duty, Task, TaskState
from flows.ways import go, way
from rules.message import Message, say

OPEN = frozenset({TaskState.OPEN, TaskState.CONFIRMED, TaskState.ASKED})
IN_A_ROW = 4


def task_line(number: int, task: Task, today: date) -> Message:
    """The report, its last day, and how it stands with it."""
    return say(
        "tasks.line" if task.state in OPEN else "tasks.line.done",
        number=number,
        title=task.duty.title,
        due=task.due,
        left=left(task.due, today),
        state=_delivered(task, "task.state") or say(f"task.state.{task.state.value}"),
    )


def how(due: date, delivered: date) -> Message:
    """Whether what was handed in on a day was in time, or how many days late."""
    late = (delivered - due).days
    if late <= 0:
        return say("delivered.in_time")
    return say("delivered.late.one") if late == 1 else say("delivered.late", count=late)


def _delivered(task: Task, key: str) -> Message | None:
    """The day on which it was handed in, and how; None where it was not."""
    day = task.reported_on if task.state is TaskState.REPORTED else None
    return say(f"{key}.delivered", day=day, how=how(task.due, day)) if day else None


def opening(command: str, numbers: Sequence[int]) -> Iterator[tuple[Choice, ...]]:
    """A button for each line of a list, by its place."""
    buttons = [
        go(command, argument=str(number), label=say("way.open_nth", number=place))
        for place, number in enumerate(numbers, start=1)
    ]
    for start in range(0, len(buttons), IN_A_ROW):
        yield tuple(buttons[start : start + IN_A_ROW])


def duty_text(duty: Duty, last_day: Message) -> Iterator[Message]:
    """What is asked, and its last day."""
    yield say("due.title", title=duty.title)
    if duty.instructions:
        yield say("task.instructions", instructions=duty.instructions)
    yield last_day


def last_day(due: date, today: date, *, owed: bool) -> Message:
    """The last day, with what is left of it as long as something is owed."""
    return (
        say("task.due", due=due, left=left(due, today)) if owed else say("task.due.done", due=due)
    )


def task_page(task: Task, person: Person, today: date) -> Reply:
    """The unit's part in full, with what the person may do about it."""
    return Reply(tuple(_page(task, today)), choices=tuple(_ways(task, person)))


def _page(task: Task, today: date) -> Iterator[Message]:
    yield from duty_text(task.duty, last_day(task.due, today, owed=task.state in OPEN))
    yield say("task.between", office=task.office, unit=task.unit)
    if task.responsible is not None:
        yield say("task.responsible", name=task.responsible.name)
    if task.state is TaskState.ASKED and task.asked_until is not None:
        yield say("task.asked", until=task.asked_until, reason=task.reason or "")
    if task.state not in OPEN:
        yield _delivered(task, "task") or say(f"task.ended.{task.state.value}")
    if task.report:
        yield say("task.report", report=task.report)
    if task.files:
        yield say("task.files", names=[file.name for file in task.files])


def may_report(task: Task, person: Person) -> bool:
    """The unit's own people hand in, until the office has ended it."""
    own = person.unit is not None and person.unit.id == task.unit_id
    return own and person.may_store and task.state is not TaskState.CLOSED


def _ways(task: Task, person: Person) -> Iterator[tuple[Choice, ...]]:
    for place, file in enumerate(task.files):
        label = say("way.file_of", name=file.name)
        yield (go("report_file", argument=f"{task.id}:{place}", label=label),)
    is_own = person.unit is not None and person.unit.id == task.unit_id
    if is_own and person.may_store:
        yield from _of_the_unit(task, person)
    elif person.may_ask_reports and not is_own:
        yield from _of_the_office(task)
    yield (go("tasks") if is_own else go("duties"), go("menu"))


def _of_the_unit(task: Task, person: Person) -> Iterator[tuple[Choice, ...]]:
    if task.state is TaskState.CLOSED:
        return
    if task.state is TaskState.REPORTED:
        yield (go("report", argument=str(task.id), label=say("way.report_again")),)
        return
    mine = task.responsible is not None and task.responsible.account == person.account
    hand_in = go("report", argument=str(task.id))
    yield (hand_in,) if mine else (way("confirm"), hand_in)
    yield (way("more_time"), go("hand", argument=f"t{task.id}"))
    yield (go("again", argument=f"t{task.id}"),)


def _of_the_office(task: Task) -> Iterator[tuple[Choice, ...]]:
    if task.state is TaskState.ASKED:
        yield (way("grant"), way("refuse"))
    yield (go("duty", argument=str(task.duty.id), label=say("way.whole_duty")),)
