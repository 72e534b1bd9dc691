"""The values that pass through a turn: what came in, what goes out, and what is remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

from flows.month import MonthCalendar
from flows.proposals.course import Course
from flows.reminding import File, Hours
from flows.table import Table
from rules.message import Message

Json: TypeAlias = Any
"""A value as JSON holds it; answers are kept as the `check` file would write them."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A choice taken. `token` is the token of the reply that offered it (stale ones re-ask)."""

    choice: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update of a channel, stripped of the channel.

    `sender` is the channel's own stable name of the person's chat; `update` is unique within
    the channel and names the update for good: the same one again has no second effect.
    `attachment` is what came instead of text (`photo`, `file`, `voice`, …); `files` are those that
    can be kept with a report, `table` a spreadsheet among them; `refused` says why one is not.
    `message` names what was written for good, where it can be edited later; `edited`: it was.
    """

    channel: str
    sender: str
    update: str
    text: str | None = None
    tap: Tap | None = None
    attachment: str | None = None
    files: tuple[File, ...] = ()
    message: str | None = None
    edited: bool = False
    table: Table | None = None
    refused: Message | None = None


class Tone(StrEnum):
    """The colour of a card; a word and a sign always stand beside it."""

    PLAIN = "plain"
    GOOD = "good"
    MORE = "more"
    BAD = "bad"
    NOTE = "note"


class Expects(StrEnum):
    """What the reply waits for; NOTHING: choices alone lead on; FILES: text, files, or both."""

    NOTHING = "nothing"
    CHOICE = "choice"
    SET = "set"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    FILES = "files"


class Role(StrEnum):
    """How a choice is drawn: an ANSWER, an ASIDE (`Chưa biết`, `Vì sao hỏi?`), or a way on."""

    ANSWER = "answer"
    ASIDE = "aside"
    GO = "go"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `id` is at most 40 bytes of ASCII and means the same on every channel."""

    id: str
    label: Message
    role: Role = Role.ANSWER
    picked: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one stands; `percent` of the whole way is done, None where a verdict ends it."""

    title: Message
    stage: Message
    percent: int | None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file handed to the officer: its content as `text` or `data`, or one a channel keeps."""

    name: str
    media: str
    text: str = ""
    kept: File | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """One bubble: paragraphs, choices in rows, and what it waits for.

    A reply with a `slot` replaces the earlier one of that slot where the channel can edit.
    `clauses` are clause ids that the channel may open in place. `noted` says what was
    understood, ahead of the rest and its sign; `echo` repeats a tapped answer, for channels
    where a tap leaves no bubble of its own.
    """

    text: tuple[Message, ...]
    choices: tuple[tuple[Choice, ...], ...] = ()
    expects: Expects = Expects.NOTHING
    token: str = ""
    tone: Tone = Tone.PLAIN
    clauses: tuple[str, ...] = ()
    progress: Progress | None = None
    calendar: MonthCalendar | None = None
    slot: str | None = None
    echo: Message | None = None
    noted: tuple[Message, ...] = ()
    file: Download | None = None


class UnitRole(StrEnum):
    OFFICER = "officer"
    HEAD = "head"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the conversation needs it; `signs` says who signed its papers last, and where."""

    id: int
    name: str
    level: str
    letters: frozenset[str]
    receiving_office: str | None = None
    is_demonstration: bool = False
    signs: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who is talking. An unknown person has no account, no unit and no role."""

    account: int | None = None
    name: str | None = None
    unit: Unit | None = None
    roles: frozenset[UnitRole] = frozenset()
    language: str = "vi"
    hours: Hours = field(default_factory=Hours)

    @property
    def may_ask_reports(self) -> bool:
        """Only a reviewer or administrator of a receiving office gives duties to units."""
        asks = {UnitRole.REVIEWER, UnitRole.ADMINISTRATOR}
        return self.unit is not None and bool(self.roles & asks)

    @property
    def may_store(self) -> bool:
        """Only an officer or head of a unit keeps drafts; denied is the default."""
        return self.unit is not None and bool(self.roles & {UnitRole.OFFICER, UnitRole.HEAD})


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal in the making: its answers as given, oldest first, and how it got there.

    `answers` maps a fact path (`achieved_on`, `nominees[0].participants`) to its JSON value,
    None for "chưa biết". `past` holds what each change replaced, for undo, newest last. `id`
    is None until it is stored. `hours` are its owner's, once it is stored; `course` says how far
    it has come since it was sent, None where it never was.
    """

    kind: str
    answers: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))
    past: tuple[Mapping[str, Json], ...] = ()
    name: str | None = None
    id: int | None = None
    version: int = 0
    rulebook: str | None = None
    changed_at: datetime | None = None
    hours: Hours | None = field(default=None, compare=False)
    course: Course | None = field(default=None, compare=False)

    @property
    def is_sent(self) -> bool:
        """Whether it is on its way, and not its officer's to change as they like."""
        return self.course is not None and not self.course.is_open


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line of "my drafts"; by its answers a draft without a name is told from others."""

    id: int
    kind: str
    name: str | None
    verdict: str | None
    last_day: date | None
    changed_at: datetime
    answers: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))
