"""Which files of the page are still named: handed in, decided by, or in hand in a chat."""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import Connection, select

from storage.proposal_tables import proposals
from storage.reminder_tables import tasks
from storage.sessions import Sessions
from storage.tables import conversations, drafts

# a file goes from the chat to the report, never back: in this order none is missed between the two
_NAMED = (
    select(conversations.c.state).where(conversations.c.state.like("%reference%")),
    select(tasks.c.files).where(tasks.c.files != "[]"),
    select(proposals.c.file).where(proposals.c.file.is_not(None)),
    # with what undo may bring back
    select(drafts.c.answers).where(drafts.c.answers.like("%reference%")),
    select(drafts.c.past).where(drafts.c.past.like("%reference%")),
    select(proposals.c.snapshot).where(proposals.c.snapshot.like("%reference%")),
)
_REFERENCE: Final = re.compile(r"\b[0-9a-f]{64}\b")


def read_files_in_use(sessions: Sessions) -> frozenset[str]:
    """Their references. Raises StorageUnavailable."""
    with sessions.reading() as connection:
        return references_in_use(connection)


def references_in_use(connection: Connection) -> frozenset[str]:
    """The same, in a transaction that is open."""
    return frozenset(
        found
        for named in _NAMED
        for text in connection.execute(named).scalars()
        for found in _REFERENCE.findall(text)
    )
