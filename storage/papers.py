"""The draft that papers are made of when they are fetched: of whom it still is, as it is now."""

from __future__ import annotations

from dataclasses import dataclass

from flows.model import Draft, Unit
from storage.drafts import read_draft
from storage.persons import person_of_account
from storage.sessions import Sessions


@dataclass(frozen=True, slots=True)
class SqlPapers:
    """Each call may raise StorageUnavailable."""

    sessions: Sessions

    def read(self, draft: int, account: int) -> tuple[Draft, Unit] | None:
        """The draft and its unit; None where the account may not see it, or no longer may."""
        with self.sessions.reading() as connection:
            person = person_of_account(connection, account)
            found = read_draft(connection, person, draft)
            if found is None or person.unit is None:
                return None
            return found.draft, person.unit
