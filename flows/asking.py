"""What a flow asks of the registers of reminders and duties, answered within its turn.

Each names the type of its answer. A matter that is not the person's own, or is gone, is
answered with None: denied is the default, and the two look alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from flows.papers.signing import KeepSign
from flows.people_asked import OfPeople
from flows.proposals.asked import OfProposals
from flows.reminding import About, Duty, File


@dataclass(frozen=True, slots=True)
class ListDeadlines:
    """tuple[DeadlineLine, ...]: the person's own, the nearest first."""


@dataclass(frozen=True, slots=True)
class WriteCalendar:
    """Download | None: the person's own last days as a calendar file."""


@dataclass(frozen=True, slots=True)
class LastReminded:
    """tuple[About, ...]: what the newest message of reminders to the person was about."""


@dataclass(frozen=True, slots=True)
class RemindAgain:
    """datetime | None: when it will come.

    `when` is `hour`, `afternoon`, `tomorrow`, a day, or how long to wait.
    """

    about: About
    when: str | date | timedelta


@dataclass(frozen=True, slots=True)
class ListColleagues:
    """tuple[Colleague, ...]: those of the person's unit to whom a matter can be handed."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Colleague | None: whose it is now. Nothing changes where it may not be theirs."""

    about: About
    account: int


@dataclass(frozen=True, slots=True)
class PauseReminders:
    """True: no reminder before this day; with None they come again."""

    until: date | None


@dataclass(frozen=True, slots=True)
class SetHours:
    """True: reminders come between these minutes of the day."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MakeFeed:
    """str: the secret of a new calendar address; earlier ones of the person are revoked.

    A flow gets the whole address, of which the secret is a part.
    """


@dataclass(frozen=True, slots=True)
class RevokeFeeds:
    """int: how many calendar addresses no longer answer."""


@dataclass(frozen=True, slots=True)
class ListTasks:
    """tuple[Task, ...]: what the person's unit is asked to report, the nearest first."""


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Task | None: one of the person's unit, or one asked for by the person's office."""

    task: int


@dataclass(frozen=True, slots=True)
class ConfirmTask:
    """Task | None: taken on by this person, whom alone its reminders are for from now on."""

    task: int


@dataclass(frozen=True, slots=True)
class AskTime:
    """Task | None: more time asked for; the office is told."""

    task: int
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class ReportTask:
    """Task | None: reported; its reminders end, and the office is told."""

    task: int
    text: str
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """Task | None: the office grants the time asked for, or does not; the unit is told."""

    task: int
    granted: bool


@dataclass(frozen=True, slots=True)
class ListUnits:
    """tuple[Unit, ...]: the units that report to the person's office."""


@dataclass(frozen=True, slots=True)
class MakeDuty:
    """Duty | None: given to its units, each of which is told; None who may give none."""

    duty: Duty


@dataclass(frozen=True, slots=True)
class ListDuties:
    """tuple[Duty, ...]: those of the person's office that are not ended, the nearest first."""


@dataclass(frozen=True, slots=True)
class ReadDuty:
    """tuple[Task, ...] | None: who has reported and who has not."""

    duty: int


@dataclass(frozen=True, slots=True)
class NudgeMissing:
    """Nudged | None: those who have not reported are reminded, once on a day."""

    duty: int


@dataclass(frozen=True, slots=True)
class EndDuty:
    """bool: ended for all units, and not repeated."""

    duty: int


@dataclass(frozen=True, slots=True)
class Nudged:
    """How many units are reminded now; which had been before on this day, and when (aware UTC)."""

    count: int
    before: tuple[tuple[str, datetime], ...] = ()


Asked: TypeAlias = (
    ListDeadlines
    | WriteCalendar
    | LastReminded
    | RemindAgain
    | ListColleagues
    | HandOver
    | PauseReminders
    | SetHours
    | MakeFeed
    | RevokeFeeds
    | ListTasks
    | ReadTask
    | ConfirmTask
    | AskTime
    | ReportTask
    | AnswerTime
    | ListUnits
    | MakeDuty
    | ListDuties
    | ReadDuty
    | NudgeMissing
    | EndDuty
    | KeepSign
    | OfPeople
    | OfProposals
)
