"""What is reminded of, when, and what an officer may do about it: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from rules.message import Message


class Matter(StrEnum):
    """What a last day is of; of ASKED none is known, and `due` is the day of the reminder."""

    WINDOW = "window"
    """A surprise award: ten days from the deed or its recognition (LS2022.2.d)."""
    DOSSIER = "dossier"
    """A thematic award: at Sở Nội vụ fifteen working days before the ceremony (LS2022.1.e)."""
    SUMMING_UP = "summing_up"
    """The day planned for summing up a movement (LS2022.1.a, CL2023.2)."""
    MOVEMENT = "movement"
    """The end of a movement, which guidance and summing-up follow (CL2023.2)."""
    DUTY = "duty"
    """A report that a receiving office asked for."""
    PROPOSAL = "proposal"
    """News of one, on the day they come."""
    ASKED = "asked"


class Rung(StrEnum):
    """A step of the ladder of reminders; the values are kept in the database."""

    FIVE = "five"
    THREE = "three"
    ONE = "one"
    DAY = "day"
    AFTER = "after"
    HEAD = "head"
    """The unit's head hears of an overdue duty, one working day after AFTER; then the office."""
    OFFICE = "office"
    AGAIN = "again"
    """Asked for by the officer: in an hour, tomorrow, on a day."""
    NUDGE = "nudge"
    TOLD = "told"
    """Something to know at once (a duty given, time granted); its words' lines say what."""


ID_DIGITS: Final = 18


def is_number(text: str) -> bool:
    """Whether the text, from a button that anybody may forge, can be an id."""
    return text.isdecimal() and len(text) <= ID_DIGITS


@dataclass(frozen=True, slots=True)
class Hours:
    """When a person may be reminded: minutes of the local day; not before `paused_until`."""

    start: int = 420
    end: int = 1200
    paused_until: date | None = None


@dataclass(frozen=True, slots=True)
class LastDay:
    """A deadline: raw and rolled last day, the day wise to keep (`safe`), how it was counted.

    `estimated`: a year's calendar is not official.
    """

    matter: Matter
    due: date
    rolled: date | None = None
    safe: date | None = None
    lines: tuple[Message, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder to come: sent at `at` (aware UTC), the start of hours of `on_day`.

    `due` and `rung` name it: what was sent once for a last day is never planned again.
    """

    matter: Matter
    due: date
    rung: Rung
    on_day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Words:
    """What a reminder says besides its day: whose it is, how it was counted, what is missing."""

    title: Message
    rolled: date | None = None
    lines: tuple[Message, ...] = ()
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All reminders of one draft or task, and the words that each of them says.

    `digest` is the same for the same last days, words, hours and calendar at any time: a plan
    with the digest that is stored already is not written again. `last_days` are all that it
    is of: a reminder of one of these that is due and waits still stands in a new plan.
    """

    planned: tuple[Planned, ...] = ()
    words: dict[Matter, Words] = field(default_factory=dict)
    digest: str = ""
    last_days: tuple[LastDay, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The draft or the task that something is about, one of the two: `d12`, `t7` on a button."""

    draft: int | None = None
    task: int | None = None

    @classmethod
    def read(cls, text: str) -> About | None:
        """The matter a button names; None where it names none."""
        kind, number = text[:1], text[1:]
        if kind not in ("d", "t") or not is_number(number):
            return None
        return cls(draft=int(number)) if kind == "d" else cls(task=int(number))

    def __str__(self) -> str:
        return f"d{self.draft}" if self.draft is not None else f"t{self.task}"


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One line of "my deadlines": a last day that is still ahead or has just passed."""

    about: About
    matter: Matter
    due: date
    words: Words
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """An officer or head of the same unit."""

    account: int
    name: str


class Repeats(StrEnum):
    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class TaskState(StrEnum):
    """`ASKED`: more time was asked for, and not yet answered."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    ASKED = "asked"
    REPORTED = "reported"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Duty:
    """A report asked for: `due` is the last valid day, the day before the one named in it.

    `owing` is how many of its units still owe it (None: not looked up).
    """

    title: str
    instructions: str
    due: date
    units: tuple[int, ...]
    repeats: Repeats = Repeats.ONCE
    id: int | None = None
    owing: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file of a report where its channel keeps it; its `name` is never used as a path."""

    channel: str
    reference: str
    name: str
    size: int | None = None
    media: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One unit's part in a duty; `reported_on` is the day on which it was handed in first."""

    id: int
    duty: Duty
    office: str
    unit: str
    unit_id: int
    state: TaskState
    due: date
    responsible: Colleague | None = None
    asked_until: date | None = None
    reason: str | None = None
    report: str | None = None
    files: tuple[File, ...] = ()
    changed_at: datetime | None = None
    reported_on: date | None = None
    nudged_at: datetime | None = None
