"""What somebody asked for and may not have, noted in the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, select

from flows.asking import Asked, MakeDuty
from flows.model import Person
from flows.people_asked import Invite, grants_of
from flows.ports import Clock
from flows.proposals.asked import Taken, TakeStep
from flows.proposals.moves import MOVES, Part
from flows.reminding import About
from storage.drafts import may_see
from storage.persons import person_of_chat
from storage.proposal_rows import read_proposal
from storage.reminder_tables import duties, tasks
from storage.sessions import Sessions
from storage.tables import accounts, drafts, identities, outbox, roles, units
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
_ACCOUNT = (
    select(roles.c.unit_id)
    .select_from(accounts.outerjoin(roles, roles.c.account_id == accounts.c.id))
    .where(accounts.c.id == bindparam("id"))
)
_DEVICE = select(identities.c.account_id).where(
    identities.c.id == bindparam("id"), identities.c.account_id.is_not(None)
)
_UNIT = select(units.c.receiving_office_id).where(units.c.id == bindparam("id"))
_WHOSE: Final[Mapping[str, Select[Any]]] = {
    "draft": _DRAFT,
    "task": _TASK,
    "duty": _DUTY,
    "account": _ACCOUNT,
    "device": _DEVICE,
    "unit": _UNIT,
}
"""By what a request names: whose it is."""
_NAMED: Final = ("draft", "task", "duty", "account", "device")


def matter_of(asked: Asked) -> dict[str, int]:
    """What a request names by its number: a draft, report, duty, account, chat or unit."""
    about = getattr(asked, "about", None)
    found = {name: getattr(asked, name, None) for name in _NAMED}
    if isinstance(about, About):
        found |= {"draft": about.draft, "task": about.task}
    return {name: number for name, number in found.items() if isinstance(number, int)}


def refused_of(
    connection: Connection, person: Person, asked: Asked, found: object
) -> dict[str, int] | None:
    """What a request named that is another's or beyond the person; None where nothing was.

    `found` is what it was answered; of strangers, whom no right could be passed over, nothing is
    said, nor of what was too late.
    """
    matter = matter_of(asked)
    if isinstance(found, Taken):
        return matter if _is_beyond(person, asked, found) else None
    if found:
        return None
    if isinstance(asked, MakeDuty):
        matters = [{"unit": unit} for unit in asked.duty.units]
        return next((one for one in matters if is_anothers(connection, person, one)), None)
    if isinstance(asked, Invite):
        return None if asked.role in grants_of(person) else {}
    return matter if is_anothers(connection, person, matter) else None


def _is_beyond(person: Person, asked: Asked, taken: Taken) -> bool:
    """Whether a step was asked for that is none of this person's, whatever the state."""
    if not isinstance(asked, TakeStep) or taken.why_not is None or taken.proposal is None:
        return False
    parts = taken.proposal.parts_of(person)
    return not any(move.step is asked.step and move.by in parts for move in MOVES)


def is_anothers(connection: Connection, person: Person, matter: Mapping[str, int]) -> bool:
    """Whether one of these is there, and is not this person's, unit's or office's."""
    return any(_is_anothers(connection, person, name, number) for name, number in matter.items())


def _is_anothers(connection: Connection, person: Person, name: str, number: int) -> bool:
    rows = connection.execute(_WHOSE[name], {"id": number}).all()
    if name == "draft":
        return any(not may_see(person, unit=one.unit_id, account=one.account_id) for one in rows)
    own = person.account if name == "device" else person.unit.id if person.unit else None
    return bool(rows) and not any(own is not None and own in tuple(one) for one in rows)


def _is_no_reviewer(connection: Connection, person: Person, matter: Mapping[str, int]) -> bool:
    """Whether a proposal is named that is not this person's to review: their own, say."""
    found = read_proposal(connection, matter["draft"]) if "draft" in matter else None
    return found is not None and Part.REVIEWER not in found.parts_of(person)


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
                touched = touched or _is_no_reviewer(connection, person, matter)
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
