"""What somebody asked for and may not have, noted in the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select

from flows.asking import Asked
from flows.model import Person
from flows.ports import Clock
from flows.reminding import About
from storage.drafts import may_see
from storage.persons import person_of_chat
from storage.reminder_tables import duties, tasks
from storage.sessions import Sessions
from storage.tables import drafts, identities, outbox
from storage.trail import NOBODY, Trail
from storage.values import clean

_DRAFT = select(drafts.c.unit_id, drafts.c.account_id).where(drafts.c.id == bindparam("id"))
_TASK = (
    select(tasks.c.unit_id, duties.c.office_id)
    .join(duties, duties.c.id == tasks.c.duty_id)
    .where(tasks.c.id == bindparam("id"))
)
_DUTY = select(duties.c.office_id).where(duties.c.id == bindparam("id"))
_CHAT = select(identities.c.conversation_id).where(
    identities.c.channel == bindparam("channel"), identities.c.external == bindparam("external")
)
_ENVELOPE = (
    select(identities.c.conversation_id)
    .join(outbox, outbox.c.identity_id == identities.c.id)
    .where(outbox.c.id == bindparam("id"))
)
_UNITS: Final[dict[str, Select[Any]]] = {"task": _TASK, "duty": _DUTY}


def matter_of(asked: Asked) -> dict[str, int]:
    """The draft, report or duty that a request names, by its number."""
    about = getattr(asked, "about", None)
    if isinstance(about, About):
        return {"draft": about.draft} if about.draft is not None else {"task": int(about.task or 0)}
    named = ((name, getattr(asked, name, None)) for name in ("draft", "task", "duty"))
    return {name: number for name, number in named if isinstance(number, int)}


def is_anothers(connection: Connection, person: Person, matter: Mapping[str, int]) -> bool:
    """Whether one of these is there, and is not this person's, unit's or office's."""
    return any(_is_anothers(connection, person, name, number) for name, number in matter.items())


def _is_anothers(connection: Connection, person: Person, name: str, number: int) -> bool:
    asked = {"id": number}
    if name == "draft":
        row = connection.execute(_DRAFT, asked).first()
        return row is not None and not may_see(person, unit=row.unit_id, account=row.account_id)
    row = connection.execute(_UNITS[name], asked).first()
    return row is not None and (person.unit is None or person.unit.id not in tuple(row))


class SqlRefusals:
    """Refusals of the page, outside any turn. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def note(self, channel: str, sender: str, *, asked: str, matter: Mapping[str, int]) -> bool:
        """Note that a page, a file or a matter was refused to a chat; whether it was noted.

        A stranger's is not, nor what there is not: nobody's right was touched. A file is named
        by its `envelope`.
        """
        here, now = {"channel": channel, "external": clean(sender)}, self._clock.now()
        with self._sessions.reading() as connection:
            person = person_of_chat(connection, channel, here["external"], now=now)
            conversation = connection.execute(_CHAT, here).scalar()
            if person.account is None or conversation is None:
                return False
            if "envelope" in matter:
                whose = connection.execute(_ENVELOPE, {"id": matter["envelope"]}).scalar()
                touched = whose not in (None, conversation)
            else:
                touched = not matter or is_anothers(connection, person, matter)
        if touched:
            self._write(conversation, person.account, asked=asked, matter=matter)
        return touched

    def note_guesses(self, asked: str, count: int) -> None:
        """Note that so many secrets were guessed from one place, by nobody known."""
        self._write(NOBODY, None, asked=asked, matter={"guesses": count})

    def _write(
        self, conversation: int, account: int | None, *, asked: str, matter: Mapping[str, int]
    ) -> None:
        now = self._clock.now()
        with self._sessions.writing() as connection:
            Trail(connection, now, conversation=conversation, account=account).refused(
                asked, matter
            )
