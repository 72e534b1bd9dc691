"""The register of reminders with an eye on what is queued in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from flows.health import Health
from flows.model import Reply
from flows.reminder_ports import Addressee, Dispatching, Due, Slot
from storage.reminders import SqlReminders


@dataclass(frozen=True)
class Message:
    """What left for a person, and the reminders it carried."""

    at: datetime
    account: int
    due: tuple[Due, ...]
    reply: Reply


@dataclass
class Watched:
    """The register of reminders, with an eye on what is queued in it."""

    inner: SqlReminders
    messages: list[Message] = field(default_factory=list)

    @contextmanager
    def dispatching(self) -> Iterator[_Watching | None]:
        with self.inner.dispatching() as open_one:
            yield _Watching(open_one, self.messages) if open_one else None

    def next_due(self) -> datetime | None:
        return self.inner.next_due()

    def health(self, now: datetime) -> Health:
        return self.inner.health(now)


@dataclass
class _Watching:
    inner: Dispatching
    messages: list[Message]
    seen: dict[int, tuple[int, Due]] = field(default_factory=dict)

    def due(self, now: datetime, *, accounts: int) -> tuple[Addressee, ...]:
        found = self.inner.due(now, accounts=accounts)
        for person in found:
            self.seen |= {one.id: (person.account, one) for one in person.due}
        return found

    def queue(
        self,
        reminders: Sequence[int],
        *,
        identity: int,
        reply: Reply,
        now: datetime,
        not_after: datetime | None = None,
    ) -> int:
        due = tuple(self.seen[one][1] for one in reminders)
        (account,) = {self.seen[one][0] for one in reminders}
        self.messages.append(Message(now, account, due, reply))
        return self.inner.queue(
            reminders, identity=identity, reply=reply, now=now, not_after=not_after
        )

    def move(self, reminders: Sequence[int], slot: Slot) -> None:
        self.inner.move(reminders, slot)

    def hand_up(self, reminders: Sequence[int], account: int) -> None:
        raise AssertionError("everybody has a chat")

    def fail(self, reminders: Sequence[int], why: str) -> None:
        raise AssertionError("everybody has a chat")

    def take_back(self, *, now: datetime, unread_since: datetime) -> int:
        return self.inner.take_back(now=now, unread_since=unread_since)

    def repeat_duties(self, today: date, *, now: datetime) -> int:
        return self.inner.repeat_duties(today, now=now)
