"""The duties of an office as its board shows them (flows.reminder_ports.Boards)."""

from __future__ import annotations

from flows import asking
from flows.model import Person
from flows.ports import Clock
from flows.reminder_ports import Board, Planner
from storage.duties import list_duties, nudge_missing
from storage.ledger import Ledger
from storage.persons import person_of_chat
from storage.sessions import Sessions
from storage.task_rows import read_of_duty
from storage.values import clean


class SqlBoards:
    """Boards of receiving offices. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def is_open(self, channel: str, sender: str) -> bool:
        """Whether the chat is of somebody who may see a board."""
        now = self._clock.now()
        with self._sessions.reading() as connection:
            return _may(person_of_chat(connection, channel, clean(sender), now=now))

    def read(self, channel: str, sender: str) -> Board | None:
        """The office's duties that are not ended; None who may not see them."""
        now, today = self._clock.now(), self._clock.today()
        with self._sessions.reading() as connection:
            person = person_of_chat(connection, channel, clean(sender), now=now)
            if not _may(person):
                return None
            ledger = Ledger(connection, now, today, planner=self._planner)
            found = list_duties(ledger, person, asking.ListDuties())
            return Board(
                person,
                tuple(
                    (duty, tuple(one.task for one in read_of_duty(connection, duty.id or 0)))
                    for duty in found
                ),
            )

    def nudge(self, channel: str, sender: str, *, duty: int) -> asking.Nudged | None:
        """Remind those who have not reported, once on a day."""
        now, today = self._clock.now(), self._clock.today()
        with self._sessions.writing() as connection:
            person = person_of_chat(connection, channel, clean(sender), now=now)
            if not _may(person):
                return None
            ledger = Ledger(connection, now, today, planner=self._planner)
            return nudge_missing(ledger, person, asking.NudgeMissing(duty))


def _may(person: Person) -> bool:
    return person.account is not None and person.may_ask_reports
