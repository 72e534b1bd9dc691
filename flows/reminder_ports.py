"""What reminders need of the world, and what the rest needs of them; all calls synchronous."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from flows.asking import Nudged
from flows.health import Health
from flows.model import Download, Draft, Person, Reply
from flows.reminding import (
    About,
    DeadlineLine,
    Duty,
    Hours,
    Matter,
    Plan,
    Rung,
    Task,
    Words,
)
from rules.verdict import Assessment

UNREADABLE: Final = "unreadable"
"""Why a reminder fails whose row cannot be read: no chat can take it, it never comes back."""
BAD_ROW: Final = (ValueError, LookupError, TypeError, AttributeError)
"""What reading such a row ends in."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment at which a person may be reminded, and its local day."""

    on_day: date
    at: datetime


class Planner(Protocol):
    """When reminders are due: pure, by the calendar and the officers' time zone."""

    def of_draft(
        self, draft: Draft, assessment: Assessment, *, hours: Hours, now: datetime
    ) -> Plan:
        """The plan of a draft; empty where it is submitted, or cannot be proposed."""

    def of_task(self, task: Task, *, hours: Hours, now: datetime) -> Plan:
        """The plan of a unit's report; empty once it is reported or closed."""

    def allowed(self, at: datetime, hours: Hours) -> Slot:
        """`at` itself where the person may be reminded then, else the next such moment."""

    def again(self, when: str | date | timedelta, *, hours: Hours, now: datetime) -> Slot:
        """The moment of a reminder asked for: `hour`, `afternoon`, `tomorrow`, a day, a wait."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose time has come. `tried` are the chats that could not be reached with it.

    `whose` names the person whose matter a draft is, where that is not the addressee; of a duty
    the unit, for its heads and the office.
    """

    id: int
    about: About
    matter: Matter
    due: date
    rung: Rung
    on_day: date
    at: datetime
    words: Words
    tried: tuple[int, ...] = ()
    whose: str | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of an account, and when its owner last wrote there (None: never)."""

    identity: int
    channel: str
    reachable: bool
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person with all that is due for them; `chats` the last used first.

    `heads` are the accounts of the unit's heads, for what reaches the person nowhere; they may
    be left out where a chat is left for everything.
    """

    account: int
    hours: Hours
    chats: tuple[Chat, ...]
    due: tuple[Due, ...]
    heads: tuple[int, ...] = ()


class Dispatching(Protocol):
    """One open transaction; of several processes one at a time holds it."""

    def due(self, now: datetime, *, accounts: int) -> tuple[Addressee, ...]:
        """So many accounts at most with reminders due, the longest waiting first."""

    def queue(
        self,
        reminders: Sequence[int],
        *,
        identity: int,
        reply: Reply,
        now: datetime,
        not_after: datetime | None = None,
    ) -> int:
        """One message that carries these reminders, not to be sent from then on; its outbox id."""

    def move(self, reminders: Sequence[int], slot: Slot) -> None:
        """Put reminders off to a moment that suits; of one that is late `on_day` stays."""

    def hand_up(self, reminders: Sequence[int], account: int) -> None:
        """Give reminders that reach nobody to another account, with no chat tried."""

    def fail(self, reminders: Sequence[int], why: str) -> None:
        """Mark as failed: seen on the board, never as sent, until a chat can be reached again."""

    def take_back(self, *, now: datetime, unread_since: datetime) -> int:
        """Plan anew what its chat refused, or left unread on the web since then; how many.

        Also what failed for want of a chat, once its person has one that can be reached; and
        what was not sent in its time, with no chat tried.
        """

    def repeat_duties(self, today: date, *, now: datetime) -> int:
        """Give anew each repeating duty whose day has passed; how many."""


class Reminders(Protocol):
    """The register of reminders."""

    def dispatching(self) -> AbstractContextManager[Dispatching | None]:
        """A transaction to dispatch in; None where another process is at it.

        Raises StorageUnavailable.
        """

    def next_due(self) -> datetime | None:
        """When the next reminder is due."""

    def health(self, now: datetime) -> Health:
        """Counts of what waits, failed and is planned."""


class Calendars(Protocol):
    """Last days as a calendar that phones and mail programs read."""

    def file(
        self, lines: Sequence[DeadlineLine], language: str, *, now: datetime, hours: Hours
    ) -> Download:
        """One all-day event for each last day, with its alarms in these hours of working days."""

    def address(self, secret: str) -> str:
        """Where the calendar of this secret can be subscribed to."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar address shows: its owner's last days, in their language and hours."""

    language: str
    lines: tuple[DeadlineLine, ...]
    hours: Hours = field(default_factory=Hours)


class Feeds(Protocol):
    """Calendar addresses, of whose secrets only a digest is kept; each call one transaction."""

    def read(self, secret: str) -> Feed | None:
        """None where the secret is unknown or revoked. Raises StorageUnavailable."""


@dataclass(frozen=True, slots=True)
class Board:
    """The duties of one office: each with the part of every unit, the nearest first."""

    person: Person
    duties: tuple[tuple[Duty, tuple[Task, ...]], ...] = ()


class Boards(Protocol):
    """The duties of an office for its reviewers and administrators; each call one transaction.

    All but `is_open` answer None where the chat is bound to no such person: denied is the
    default. All raise StorageUnavailable.
    """

    def is_open(self, channel: str, sender: str) -> bool:
        """Whether the chat is such a person's."""

    def read(self, channel: str, sender: str) -> Board | None:
        """The office's duties that are not ended."""

    def nudge(self, channel: str, sender: str, *, duty: int) -> Nudged | None:
        """Remind those who have not reported, once on a day. None also of no such duty."""
