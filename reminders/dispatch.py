"""Due reminders become queued messages: what may be said now, once, where the person is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from flows.model import Reply
from flows.ports import Clock
from flows.reminder_ports import (
    BAD_ROW,
    UNREADABLE,
    Addressee,
    Dispatching,
    Due,
    Reminders,
    Slot,
)
from reminders.digest import Writer
from reminders.entries import Entry, merge
from reminders.plan import Plans

ACCOUNTS: Final = 20
"""People served in one transaction: others wait for it no longer than for a few turns."""
MOST_IN_ONE: Final = 15
"""Matters in one message, so that it stays one on every channel."""
LATE_AFTER: Final = timedelta(hours=1)
UNREAD_AFTER: Final = timedelta(hours=3)
NO_CHAT: Final = "no chat"
_BREATH_S: Final = 0.01


def _breathe() -> None:
    """Let the turns that wait for the database go first: its lock is not a fair one."""
    time.sleep(_BREATH_S)


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Looks at what is due and queues it; every call is a few short transactions."""

    reminders: Reminders
    plans: Plans
    clock: Clock
    breathe: Callable[[], None] = _breathe

    def is_due(self) -> bool:
        """Whether a tick would find something. Raises StorageUnavailable."""
        due = self.reminders.next_due()
        return due is not None and due <= self.clock.now()

    def tick(self) -> int:
        """Queue all that is due; how many messages. Raises StorageUnavailable.

        Of several processes one at a time does so; 0 in the others.
        """
        queued, is_first = 0, True
        while True:
            with self.reminders.dispatching() as dispatching:
                if dispatching is None:
                    return queued
                if is_first:
                    self._keep_house(dispatching)
                people, messages = self._serve(dispatching)
            queued, is_first = queued + messages, False
            if not people:
                return queued
            self.breathe()

    def _keep_house(self, dispatching: Dispatching) -> None:
        """What did not arrive is due again; what repeats is given anew."""
        now = self.clock.now()
        dispatching.take_back(now=now, unread_since=now - UNREAD_AFTER)
        dispatching.repeat_duties(self.clock.today(), now=now)

    def _serve(self, dispatching: Dispatching) -> tuple[int, int]:
        """How many people were served, with how many messages."""
        now = self.clock.now()
        people = dispatching.due(now, accounts=ACCOUNTS)
        shifts = [_Shift(self.plans, dispatching, person, now) for person in people]
        heads = {head for shift in shifts if (head := shift.hand_up()) is not None}
        # who was handed something is served at the next look, with that and their own together
        served = [shift for shift in shifts if shift.person.account not in heads]
        return len(people), sum(shift.serve() for shift in served)


@dataclass(frozen=True, slots=True)
class _Shift:
    """What is due for one person, at this moment."""

    plans: Plans
    dispatching: Dispatching
    person: Addressee
    now: datetime

    def serve(self) -> int:
        """Queue it, or put it off; how many messages were queued."""
        slot = self.plans.allowed(self.now, self.person.hours)
        if slot.at > self.now:
            self._put_off(slot)
            return 0
        by_chat = self._by_chat().items()
        return sum(self._send(chat, due) for chat, due in by_chat if chat is not None)

    def hand_up(self) -> int | None:
        """Give what no chat takes to the unit's head, where this is the time; to whom."""
        if self.plans.allowed(self.now, self.person.hours).at > self.now:
            return None
        lost = self._by_chat().get(None, [])
        return self._give_to_head([one.id for one in lost]) if lost else None

    def _put_off(self, slot: Slot) -> None:
        """To the next moment that suits; what is late keeps the day it was meant for."""
        days = {
            due.id: due.on_day if self._is_late(due) else slot.on_day for due in self.person.due
        }
        for day in dict.fromkeys(days.values()):
            moved = [reminder for reminder, on_day in days.items() if on_day == day]
            self.dispatching.move(moved, Slot(day, slot.at))

    def _by_chat(self) -> dict[int | None, list[Due]]:
        """The reminders by the chat that each of them goes to: the last used, not yet tried."""
        found: dict[int | None, list[Due]] = {}
        for due in self.person.due:
            chats = (chat.identity for chat in self.person.chats if chat.reachable)
            chat = next((one for one in chats if one not in due.tried), None)
            found.setdefault(chat, []).append(due)
        return found

    def _send(self, identity: int, due: Sequence[Due]) -> int:
        try:
            messages = list(self._written(due))
        except BAD_ROW:
            self.dispatching.fail([one.id for one in due], UNREADABLE)
            return 0
        end = self._end_of_hours()
        for carried, reply in messages:
            self.dispatching.queue(
                carried, identity=identity, reply=reply, now=self.now, not_after=end
            )
        return len(messages)

    def _written(self, due: Sequence[Due]) -> Iterator[tuple[list[int], Reply]]:
        """The messages, each with the reminders it carries."""
        writer = Writer(self.plans.calendar, self.plans.zone, self.now, hours=self.person.hours)
        for entries in _portions(merge(due, is_late=self._is_late)):
            carried = [reminder for entry in entries for reminder in entry.reminders]
            yield carried, writer.write(entries)

    def _end_of_hours(self) -> datetime:
        """Of today: what is not sent until then is told anew, in words that are true then."""
        local = self.now.astimezone(self.plans.zone)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        # by the wall clock: the zone keeps its own
        return (midnight + timedelta(minutes=self.person.hours.end)).astimezone(UTC)

    def _give_to_head(self, reminders: Sequence[int]) -> int | None:
        """What reaches the person nowhere goes to the unit's head, from one head to the next."""
        heads = self.person.heads
        after = heads.index(self.person.account) + 1 if self.person.account in heads else 0
        if after == len(heads):
            self.dispatching.fail(reminders, NO_CHAT)
            return None
        self.dispatching.hand_up(reminders, heads[after])
        return heads[after]

    def _is_late(self, due: Due) -> bool:
        """Whether it comes late for want of a running process; a pause or a move is no delay."""
        at = due.at.astimezone(self.plans.zone)
        if at.date() > due.on_day:
            return True
        if self.plans.allowed(due.at, self.person.hours).at != due.at:
            return False
        return self.now - due.at > LATE_AFTER


def _portions(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for at in range(0, len(entries), MOST_IN_ONE):
        yield entries[at : at + MOST_IN_ONE]
