"""The last days of a draft or a duty, and the words that a reminder of each says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from flows.cards import missing_line
from flows.dossier import days_to_come
from flows.headings import title
from flows.model import Draft
from flows.paths import MOVEMENT_ENDS_ON, SUMMING_UP_ON
from flows.reminding import LastDay, Matter, Task, TaskState, Words
from rules.message import Message, say
from rules.verdict import Assessment, Outcome, Verdict

MOST_TO_MEND: Final = 3
_COUNTED: Final = {"surprise": Matter.WINDOW, "thematic": Matter.DOSSIER}
_TO_COME: Final = {SUMMING_UP_ON: Matter.SUMMING_UP, MOVEMENT_ENDS_ON: Matter.MOVEMENT}
DONE: Final = frozenset({TaskState.REPORTED, TaskState.CLOSED})


def of_draft(draft: Draft, assessment: Assessment) -> tuple[LastDay, ...]:
    """What the officer must not miss; nothing once submitted, or where nothing can be proposed."""
    if is_over(draft, assessment):
        return ()
    return (*_counted(draft, assessment), *_of_the_movement(draft))


def is_over(draft: Draft, assessment: Assessment) -> bool:
    """Whether there is nothing more to be done in time."""
    submitted = bool(draft.answers.get("submitted_on"))
    return submitted or assessment.verdict is Verdict.NOT_ELIGIBLE


def _counted(draft: Draft, assessment: Assessment) -> Iterator[LastDay]:
    """The last day that the law counts; a dossier that has arrived has none."""
    timing = assessment.timing
    if timing.due is None or draft.answers.get("dossier_arrived_on"):
        return
    yield LastDay(
        _COUNTED[draft.kind],
        timing.due,
        rolled=timing.due_rolled,
        safe=timing.safe,
        lines=(timing.counting,) if timing.counting else (),
        estimated=timing.estimated,
    )


def _of_the_movement(draft: Draft) -> Iterator[LastDay]:
    """The days planned for a movement's summing-up and its end; its summing-up ends both."""
    for path in days_to_come(draft):
        day = draft.answers.get(path)
        if day is not None:
            yield LastDay(_TO_COME[path], date.fromisoformat(day))


def of_task(task: Task) -> tuple[LastDay, ...]:
    """The last valid day of a report still owed."""
    return () if task.state in DONE else (LastDay(Matter.DUTY, task.due),)


def words_of_draft(draft: Draft, assessment: Assessment, last: LastDay) -> Words:
    """Whose it is, how the day was counted, what is missing and what is still to be mended."""
    lines = (*_hints(draft, last), *last.lines)
    missing = (*missing_line(assessment), *_to_mend(assessment))
    return Words(title(draft), rolled=last.rolled, lines=lines, missing=missing)


def words_without_day(draft: Draft, assessment: Assessment) -> Words:
    """Whose it is and what is missing, of a draft without a last day; asked for by the officer."""
    return Words(title(draft), missing=(*missing_line(assessment), *_to_mend(assessment)))


def _hints(draft: Draft, last: LastDay) -> Iterator[Message]:
    if last.matter is Matter.DOSSIER:
        ceremony = date.fromisoformat(draft.answers["ceremony_on"])
        yield say("reminder.ceremony", ceremony=ceremony)
    if last.safe is not None and last.safe != last.due:
        yield say("reminder.safe", safe=last.safe)


def _to_mend(assessment: Assessment) -> tuple[Message, ...]:
    """The first few points not met yet, each once; what cannot be mended is not reminded of."""
    found: list[Message] = []
    for finding in assessment.findings:
        is_open = finding.decides and finding.outcome is Outcome.VIOLATED
        if is_open and finding.message not in found:
            found.append(finding.message)
    return tuple(found[:MOST_TO_MEND])


def words_of_task(task: Task) -> Words:
    """What is to be reported, to whom, by which unit, and who has taken it on."""
    who = task.responsible
    asked = say("reminder.asks_until", until=task.asked_until) if task.asked_until else None
    lines = (
        say("reminder.duty", office=task.office, unit=task.unit),
        say("reminder.taken_on", name=who.name) if who else say("reminder.taken_on.nobody"),
        *((asked,) if asked else ()),
    )
    return Words(say("title.named", name=task.duty.title), lines=lines)
