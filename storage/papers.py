"""The answers that papers are made of when they are fetched: of whom they are, as they are now."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from flows.model import Draft, Person, Unit
from storage.drafts import read_draft
from storage.persons import OFFICES, UNIT_COLUMNS, person_of_account
from storage.proposal_rows import read_proposal
from storage.sessions import Sessions
from storage.tables import units
from storage.values import unit_from_row

_UNIT = (
    select(*UNIT_COLUMNS)
    .select_from(units.outerjoin(OFFICES, OFFICES.c.id == units.c.receiving_office_id))
    .where(units.c.id == bindparam("unit"))
)


@dataclass(frozen=True, slots=True)
class SqlPapers:
    """Each call may raise StorageUnavailable."""

    sessions: Sessions

    def read(self, draft: int, account: int) -> tuple[Draft, Unit] | None:
        """The draft and its unit; None where the account may not see it, or no longer may.

        Its owner and their head see it as it is, the office as it was sent there.
        """
        with self.sessions.reading() as connection:
            person = person_of_account(connection, account)
            found = read_draft(connection, person, draft)
            if found is not None and person.unit is not None:
                return found.draft, person.unit
            return _sent(connection, person, draft)


def _sent(connection: Connection, person: Person, draft: int) -> tuple[Draft, Unit] | None:
    found = read_proposal(connection, draft)
    if found is None or not found.is_seen_by(person):
        return None
    unit = unit_from_row(connection.execute(_UNIT, {"unit": found.unit}).one())
    sent = found.snapshot
    return Draft(sent.kind, sent.answers, id=draft, course=found.course), unit
