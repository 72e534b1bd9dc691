"""The people of a unit, invited by whom may; codes for one's own devices, and to sign in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, select

from flows.model import Person, Reply, UnitRole
from flows.people_asked import (
    MOST_NAME,
    MOST_OF_UNIT,
    AddDevice,
    Invite,
    InviteAgain,
    Invited,
    ListTeam,
    Mate,
    SendSignIn,
    grants_of,
)
from language.fold import fold
from rules.message import say
from storage.codes import LIFETIME, Purpose, add_code, end_codes
from storage.ledger import Ledger
from storage.replies import Answer, add_replies
from storage.role_rows import add_role_row
from storage.tables import accounts, codes, identities, roles
from storage.values import clean

FOR_A_DEVICE: Final = timedelta(days=1)
TO_SIGN_IN: Final = timedelta(minutes=10)
MOST_AN_HOUR: Final = 3
HOUR: Final = timedelta(hours=1)
MOST_SIGNS: Final = 200

_JOINED = select(identities.c.id).where(identities.c.account_id == accounts.c.id).exists()
_TEAM = (
    select(accounts.c.id, accounts.c.name, roles.c.unit_id, roles.c.role, _JOINED.label("joined"))
    .join(roles, roles.c.account_id == accounts.c.id)
    .where(
        accounts.c.id.in_(select(roles.c.account_id).where(roles.c.unit_id == bindparam("unit")))
    )
    .order_by(accounts.c.id)
)
_NAMES = select(accounts.c.id, accounts.c.name)
_CHATS = select(identities.c.id, identities.c.channel).where(
    identities.c.account_id == bindparam("account"),
    identities.c.channel != "web",
    identities.c.reachable,
)
_OF_LATE = select(func.count()).where(
    codes.c.account_id == bindparam("account"),
    codes.c.purpose == Purpose.SIGN_IN.value,
    codes.c.made_at > bindparam("since"),
)


def list_team(ledger: Ledger, person: Person, _: ListTeam) -> tuple[Mate, ...]:
    return tuple(mate for mate, _ in _team(ledger, person)) if grants_of(person) else ()


def _team(ledger: Ledger, person: Person) -> list[tuple[Mate, bool]]:
    """Everybody of the unit, and whether they are of no other."""
    unit = person.unit.id if person.unit else 0
    found: dict[int, list[Any]] = {}
    for row in ledger.connection.execute(_TEAM, {"unit": unit}):
        found.setdefault(row.id, []).append(row)
    return [
        (
            Mate(
                account,
                rows[0].name,
                frozenset(UnitRole(row.role) for row in rows if row.unit_id == unit),
                joined=bool(rows[0].joined),
            ),
            all(row.unit_id == unit for row in rows),
        )
        for account, rows in found.items()
    ]


def invite(ledger: Ledger, person: Person, asked: Invite) -> Invited | None:
    name = " ".join(clean(asked.name).split())
    may = asked.role in grants_of(person) and 0 < len(name) <= MOST_NAME
    if not may or person.unit is None or len(_team(ledger, person)) >= MOST_OF_UNIT:
        return None
    row = {"name": name, "language": person.language}
    made = ledger.connection.execute(insert(accounts).returning(accounts.c.id), row)
    account = int(made.scalar_one())
    add_role_row(
        ledger.connection,
        account,
        unit=person.unit.id,
        role=asked.role,
        now=ledger.now,
        by=person.account,
    )
    return _invited(ledger, account, name)


def invite_again(ledger: Ledger, person: Person, asked: InviteAgain) -> Invited | None:
    """Of this unit alone, and with no role but those one may give oneself."""
    grants = frozenset(grants_of(person))
    found = next((one for one in _team(ledger, person) if one[0].account == asked.account), None)
    if found is None or not grants or not found[1]:
        return None
    mate, is_administrator = found[0], UnitRole.ADMINISTRATOR in grants
    if not mate.roles <= grants or (mate.joined and not is_administrator):
        return None
    return _invited(ledger, mate.account, mate.name)


def _invited(ledger: Ledger, account: int, name: str) -> Invited:
    end_codes(ledger.connection, account, Purpose.INVITE, now=ledger.now)
    code = add_code(ledger.connection, account, now=ledger.now)
    return Invited(name, code, until=ledger.now + LIFETIME)


def add_device(ledger: Ledger, person: Person, _: AddDevice) -> Invited | None:
    """Not for the demonstration, which answers its own machine alone."""
    if person.account is None or person.unit is None or person.unit.is_demonstration:
        return None
    end_codes(ledger.connection, person.account, Purpose.DEVICE, now=ledger.now)
    code = add_code(
        ledger.connection,
        person.account,
        now=ledger.now,
        purpose=Purpose.DEVICE,
        lifetime=FOR_A_DEVICE,
    )
    return Invited(person.name or "", code, until=ledger.now + FOR_A_DEVICE)


def send_sign_in(ledger: Ledger, _: Person, asked: SendSignIn) -> bool:
    """A code to each account of the name by a chat they have, three an hour at most.

    Who asks is told the same whoever is named: names are not found out by it.
    """
    name = fold(asked.name) if len(asked.name) <= MOST_SIGNS else ""
    for row in ledger.connection.execute(_NAMES).all() if name else ():
        if fold(row.name) == name:
            _send(ledger, row.id)
    return True


def _send(ledger: Ledger, account: int) -> None:
    since = {"account": account, "since": ledger.now - HOUR}
    if ledger.connection.execute(_OF_LATE, since).scalar_one() >= MOST_AN_HOUR:
        return
    chats = ledger.connection.execute(_CHATS, {"account": account}).all()
    if not chats:
        return
    code = add_code(
        ledger.connection, account, now=ledger.now, purpose=Purpose.SIGN_IN, lifetime=TO_SIGN_IN
    )
    told = Reply((say("sign_in.code", code=code), say("sign_in.not_you")))
    for chat in chats:
        answer = Answer(chat.id, chat.channel, update=None)
        add_replies(ledger.connection, answer, replies=(told,), now=ledger.now)
