"""The answers that papers are made of when they are fetched: of whom they are, as they are now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from flows.model import Draft, Unit
from flows.ports import Clock
from flows.proposals.course import State
from flows.reminder_ports import Planner
from rules.message import Message
from storage.draft_news import tell_once
from storage.drafts import read_draft
from storage.ledger import Ledger
from storage.persons import OFFICES, UNIT_COLUMNS, person_of_account
from storage.proposal_rows import read_proposal
from storage.routing import office_for
from storage.sessions import Sessions
from storage.tables import units
from storage.values import unit_from_row

_parents = units.alias("parents")
_UNIT = (
    select(*UNIT_COLUMNS, _parents.c.name.label("parent_name"))
    .select_from(
        units.outerjoin(OFFICES, OFFICES.c.id == units.c.receiving_office_id).outerjoin(
            _parents, _parents.c.id == units.c.parent_id
        )
    )
    .where(units.c.id == bindparam("unit"))
)


@dataclass(frozen=True, slots=True)
class SqlPapers:
    """Each call may raise StorageUnavailable."""

    sessions: Sessions
    clock: Clock
    planner: Planner | None = None

    def read(self, draft: int, account: int) -> tuple[Draft, Unit] | None:
        """The draft and its unit; None where the account may not see it, or no longer may.

        Its owner and their head see it as it is, the office as it was sent there. The unit is
        told with the one above it, and with the office that has the proposal or would get it.
        """
        with self.sessions.reading() as connection:
            person = person_of_account(connection, account)
            own = read_draft(connection, person, draft)
            sent = read_proposal(connection, draft)
            if own is not None and person.unit is not None:
                unit = _unit(connection, person.unit.id)
                if sent is not None and sent.state is not State.DRAFT:
                    return own.draft, replace(unit, receiving_office=sent.office_name)
                return own.draft, self._to_be_sent(connection, own.draft, unit)
            if sent is None or not sent.is_seen_by(person):
                return None
            unit = replace(_unit(connection, sent.unit), receiving_office=sent.office_name)
            snapshot = sent.snapshot
            return Draft(snapshot.kind, snapshot.answers, id=draft, course=sent.course), unit

    def tell(self, draft: int, account: int, line: Message) -> None:
        """Say this of a draft to an account and to whose draft it is, once each."""
        clock = self.clock
        with self.sessions.writing() as connection:
            ledger = Ledger(connection, clock.now(), clock.today(), planner=self.planner)
            tell_once(ledger, draft, account, line)

    def _to_be_sent(self, connection: Connection, draft: Draft, unit: Unit) -> Unit:
        level = str(draft.answers.get("award_level") or "")
        on = self.clock.today()
        office = office_for(connection, unit.id, kind=draft.kind, level=level, on=on)
        return replace(unit, receiving_office=office.office_name if office else None)


def _unit(connection: Connection, number: int) -> Unit:
    row = connection.execute(_UNIT, {"unit": number}).one()
    return replace(unit_from_row(row), parent=row.parent_name)
