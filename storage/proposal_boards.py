"""The proposals of an office as its board shows them (flows.proposals.board.ProposalBoards)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from flows.model import Person
from flows.ports import Clock
from flows.proposals.asked import Mark, ReadProposal, Taken, TakeStep
from flows.proposals.board import A_PAGE, Listing, Wanted
from flows.proposals.course import State
from flows.proposals.matter import Proposal
from flows.proposals.moves import ENDED, REVIEWING, WAITS_FOR_OFFICE, Part
from flows.reminder_ports import Planner
from storage.ledger import Ledger
from storage.persons import person_of_chat
from storage.proposal_rows import line_from_row
from storage.proposal_tables import proposals
from storage.proposal_words import found_by
from storage.proposals import mark, read_one, take_step
from storage.sessions import Sessions
from storage.tables import identities, units
from storage.trail import NOBODY, Trail
from storage.values import clean

_STATES = frozenset(state.value for state in State)
_CHAT = select(identities.c.conversation_id).where(
    identities.c.channel == bindparam("channel"), identities.c.external == bindparam("external")
)


class SqlProposalBoards:
    """Boards of receiving offices. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def listed(
        self, channel: str, sender: str, wanted: Wanted, *, overdue_from: date
    ) -> Listing | None:
        """A page of them, what waits longest first."""
        with self._sessions.reading() as connection:
            person = self._person(connection, channel, sender)
            if person is None or person.unit is None:
                return None
            office = (
                proposals.c.office_id == person.unit.id,
                proposals.c.first_sent_on.is_not(None),
                *found_by(connection, wanted.sought),
            )
            counts = connection.execute(
                select(proposals.c.state, func.count()).where(*office).group_by(proposals.c.state)
            )
            by_state = {row[0]: row[1] for row in counts}
            conditions = (*office, *_wanted(wanted, overdue_from))
            count = select(func.count()).select_from(proposals).where(*conditions)
            rows = connection.execute(_page(conditions, wanted.first))
            lines = tuple(line_from_row(row, mine=False) for row in rows)
            total = int(connection.execute(count).scalar_one())
            return Listing(person, lines, total, by_state)

    def read(self, channel: str, sender: str, *, draft: int) -> tuple[Person, Proposal] | None:
        """One that was sent to the office."""
        with self._sessions.reading() as connection:
            person = self._person(connection, channel, sender)
            if person is None:
                return None
            found = read_one(self._ledger(connection), person, ReadProposal(draft))
            return None if found is None or found.first_sent_on is None else (person, found)

    def step(self, channel: str, sender: str, *, asked: TakeStep) -> Taken | None:
        """A step by its reviewer, noted in the trail of their conversation."""
        with self._sessions.writing() as connection:
            person = self._reviewer(connection, channel, sender, draft=asked.draft)
            if person is None or asked.step not in REVIEWING:
                return None
            taken = take_step(self._ledger(connection), person, asked)
            if taken is not None and taken.why_not is None:
                self._note(connection, person, asked, here=(channel, clean(sender)))
            return taken

    def _note(
        self, connection: Connection, person: Person, asked: TakeStep, *, here: tuple[str, str]
    ) -> None:
        chat = {"channel": here[0], "external": here[1]}
        conversation = connection.execute(_CHAT, chat).scalar() or NOBODY
        now, account = self._clock.now(), person.account
        trail = Trail(connection, now, conversation=conversation, account=account)
        trail.note([(f"proposal_{asked.step.value}", {"draft": asked.draft})])

    def mark(self, channel: str, sender: str, *, asked: Mark) -> Proposal | None:
        """A clause marked by its reviewer."""
        with self._sessions.writing() as connection:
            person = self._reviewer(connection, channel, sender, draft=asked.draft)
            return None if person is None else mark(self._ledger(connection), person, asked)

    def _reviewer(
        self, connection: Connection, channel: str, sender: str, *, draft: int
    ) -> Person | None:
        person = self._person(connection, channel, sender)
        if person is None:
            return None
        found = read_one(self._ledger(connection), person, ReadProposal(draft))
        reviews = found is not None and Part.REVIEWER in found.parts_of(person)
        return person if reviews else None

    def _person(self, connection: Connection, channel: str, sender: str) -> Person | None:
        """Who may see the board; None anybody else, and whose session is over."""
        now = self._clock.now()
        person = person_of_chat(connection, channel, clean(sender), now=now)
        return person if person.account is not None and person.may_ask_reports else None

    def _ledger(self, connection: Connection) -> Ledger:
        clock = self._clock
        return Ledger(connection, clock.now(), clock.today(), planner=self._planner)


def _wanted(wanted: Wanted, overdue_from: date) -> list[Any]:
    conditions: list[Any] = []
    if wanted.state in _STATES:
        conditions.append(proposals.c.state == wanted.state)
    elif not wanted.sought:
        conditions.append(proposals.c.state.not_in(sorted(ENDED)))
    if wanted.kind:
        conditions.append(proposals.c.kind == wanted.kind)
    if wanted.overdue:
        conditions.append(proposals.c.state.in_(sorted(WAITS_FOR_OFFICE)))
        conditions.append(proposals.c.since <= overdue_from)
    return conditions


def _page(conditions: tuple[Any, ...], first: int) -> Select[Any]:
    return (
        select(
            proposals.c.draft_id,
            proposals.c.state,
            proposals.c.kind,
            proposals.c.title,
            proposals.c.verdict,
            proposals.c.timing,
            proposals.c.since,
            proposals.c.sent_on,
            proposals.c.decided_on,
            units.c.name.label("unit_name"),
        )
        .join(units, units.c.id == proposals.c.unit_id)
        .where(*conditions)
        .order_by(proposals.c.since, proposals.c.id)
        .limit(A_PAGE)
        .offset(first)
    )
