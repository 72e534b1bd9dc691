"""The figures of an office as its board shows them (flows.figures.FigureBoards)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flows.figures import Sent
from flows.model import Person
from flows.ports import Clock
from storage.persons import person_of_chat
from storage.sessions import Sessions
from storage.statistics import SqlStatistics
from storage.values import clean


class SqlFigureBoards:
    """Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock
        self._statistics = SqlStatistics(sessions)

    def sent(
        self, channel: str, sender: str, *, first: date, last: date
    ) -> tuple[Person, Sequence[Sent]] | None:
        """What was first sent on these days to the office, or by it and those below it."""
        with self._sessions.reading() as connection:
            person = person_of_chat(connection, channel, clean(sender), now=self._clock.now())
        if person.account is None or person.unit is None or not person.may_ask_reports:
            return None
        return person, self._statistics.sent(first, last, unit=person.unit.id)
