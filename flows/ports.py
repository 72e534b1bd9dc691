"""What the conversation needs of the world; storage implements it, tests/fakes.py stands in.

Everything within one `Storage.turn()` is one transaction: it commits when the block ends
and rolls back when it raises. All calls are synchronous.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from flows.asking import Asked
from flows.model import Draft, DraftLine, Incoming, Json, Person, Reply
from flows.reminding import File, Plan
from language.questions import Shelf
from rules.message import Message


class StaleDraft(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """The draft was changed elsewhere since it was read; nothing was written."""


class CodeRefused(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """The code is unknown, used or out of date (`refused`), or too many were wrong (`often`)."""

    def __init__(self, why: str = "refused") -> None:
        super().__init__(why)
        self.why = why


class StorageUnavailable(Exception):  # noqa: N818 - a state of affairs, told to the officer
    """The database is locked, full or gone; nothing of this turn was written, try again."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation as stored: who talks, its state as JSON, and the draft in hand.

    `serial` grows by one each turn. Channels of one account share one conversation.
    """

    id: int
    identity: int
    person: Person
    state: Json
    serial: int
    draft: Draft | None


class Turn(Protocol):
    """The open transaction of one turn."""

    def begin(self, incoming: Incoming) -> Talk | None:
        """Note the update and load its conversation; None when the update was seen before."""

    def save(
        self,
        talk: Talk,
        *,
        state: Json,
        draft: Draft | None,
        replies: Sequence[Reply],
        events: Sequence[tuple[str, Json]],
        verdict: str | None = None,
        last_day: date | None = None,
        plan: Plan | None = None,
    ) -> Draft | None:
        """Write the new state, the draft (inserted, updated or untouched), replies and audit.

        With a plan the draft's reminders become those of the plan; without, they stay.
        Returns the draft as stored (id, version). Raises StaleDraft.
        """

    def drafts(self, person: Person) -> tuple[DraftLine, ...]:
        """The drafts of the person's unit that this account may see, newest first."""

    def draft(self, person: Person, draft: int) -> Draft | None:
        """One draft of the person's own, or None where there is none for them."""

    def delete_draft(self, person: Person, draft: int) -> bool:
        """Delete a draft with all that hangs on it; False where there is none for them."""

    def ask(self, talk: Talk, asked: Asked) -> Any:
        """Answer a flow's request to the registers of reminders and duties.

        None where the person may not, or there is no such matter for them.
        """

    def own_letters(self) -> Shelf:
        """The letters that the office added to the search; an empty shelf where there are none."""

    def bind(self, talk: Talk, code: str) -> Talk:
        """Bind the chat to the code's account and return that account's conversation.

        Raises CodeRefused. Too many wrong codes from one chat are refused as well.
        """

    def set_language(self, talk: Talk, language: str) -> None:
        """Keep the language for this person on every channel."""


class Storage(Protocol):
    """Where turns are kept."""

    def turn(self) -> AbstractContextManager[Turn]:
        """One transaction. Raises StorageUnavailable."""


class Clock(Protocol):
    """The only source of now."""

    def now(self) -> datetime:
        """An aware UTC time."""

    def today(self) -> date:
        """The officers' day, Asia/Ho_Chi_Minh."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One outbox row on its way to one chat.

    `edits` is the channel's message id that the reply's slot stands in, where one was sent.
    `lane` is 0 for replies and 1 for what comes of itself: replies go first. It is not sent
    from `not_after` on.
    """

    id: int
    identity: int
    address: str
    language: str
    reply: Reply
    attempts: int
    edits: str | None = None
    lane: int = 0
    not_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """An envelope delivered, with the channel's message id (None where it has none)."""

    envelope: int
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a transcript: what the officer wrote, the choice they took, or a reply.

    `took` is the label of the choice, as the reply offered it; `files` came with a report.
    """

    id: int
    at: datetime
    said: str | None = None
    reply: Reply | None = None
    took: Message | None = None
    files: tuple[File, ...] = ()


class Outbox(Protocol):
    """Replies that wait for their channel; each call is its own short transaction."""

    def due(
        self, channel: str, *, now: datetime, limit: int, lane: int | None = None
    ) -> tuple[Envelope, ...]:
        """Queued envelopes whose time has come, replies first, one at most for each chat.

        Of both lanes, or of the one asked for, at most `limit` each; oldest first within a lane.
        """

    def is_queued(self, envelope: int, *, now: datetime) -> bool:
        """Whether it is still to be sent; not where it was withdrawn or its time ended since."""

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        """Mark as delivered and remember the message id of each slot."""

    def put_off(self, envelope: int, *, until: datetime, why: str, failed: bool = True) -> None:
        """Try again later; a failed attempt is counted, being told to wait is not one."""

    def give_up(self, envelope: int, *, why: str, unreachable: bool = False) -> None:
        """Mark as failed; `unreachable` also marks the chat (blocked, deleted)."""

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]:
        """Envelopes of one chat with an id above `last`, oldest first, sent or not (web)."""

    def transcript(self, channel: str, address: str, limit: int) -> tuple[Line, ...]:
        """The last lines said on both sides of one chat, oldest first (web)."""
