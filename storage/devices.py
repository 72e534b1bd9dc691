"""The chats of an account: how long a browser stays signed in, and how a chat is ended."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from flows.model import Person
from flows.people_asked import Device, EndDevice, ListDevices, SignOut
from flows.ports import Clock
from storage.ledger import Ledger
from storage.sessions import Sessions
from storage.tables import identities, outbox
from storage.values import AnyRow, clean

SIGNED_FOR: Final = timedelta(days=30)
"""A browser that was not opened for so long is nobody's any more."""
RENEWED: Final = timedelta(days=1)
WEB: Final = "web"
ENDED: Final = "ended "
"""How the name of a chat begins that was ended: no channel makes such a name."""
AT_ONCE: Final = 200

_ID = identities.c.id == bindparam("identity")
_HERE = select(identities.c.id, identities.c.account_id, identities.c.signed_until).where(
    identities.c.channel == bindparam("channel"), identities.c.external == bindparam("external")
)
_SIGN = (
    update(identities)
    .where(_ID, identities.c.channel == WEB)
    .values(signed_until=bindparam("until"))
)
_END = update(identities).where(_ID)
_NAME = select(identities.c.external).where(_ID)
_UNSENT = (
    update(outbox)
    .where(outbox.c.identity_id == bindparam("identity"), outbox.c.status == "queued")
    .values(status="failed", why="ended")
)
_OVER = (
    select(identities.c.id)
    .where(identities.c.signed_until <= bindparam("now"))
    .order_by(identities.c.id)
    .limit(AT_ONCE)
)
_STILL_OVER = (
    select(identities.c.id).where(_ID, identities.c.signed_until <= bindparam("now"))
).with_for_update()
_OWN = (
    select(identities.c.id, identities.c.channel, identities.c.signed_until)
    .where(identities.c.account_id == bindparam("account"))
    .order_by(identities.c.id)
)


def sign_in(connection: Connection, identity: int, *, now: datetime) -> None:
    """Let a browser stay signed in from now on; other channels know their people themselves."""
    connection.execute(_SIGN, {"identity": identity, "until": now + SIGNED_FOR})


def end(connection: Connection, identity: int) -> None:
    """Make a chat nobody's: what comes under its name is a stranger's, and it shows nothing.

    What waits for it is failed, so that reminders go to another chat.
    """
    name = connection.execute(_NAME, {"identity": identity}).scalar_one()
    # two pages opened at once may both find it over
    external = name if name.startswith(ENDED) else ended_name(name)
    gone = {"external": external, "account_id": None, "reachable": False}
    connection.execute(_END, {**gone, "signed_until": None, "identity": identity})
    connection.execute(_UNSENT, {"identity": identity})


def end_if_over(connection: Connection, identity: int, *, now: datetime) -> bool:
    """End a chat that was not opened for too long; what signed in meanwhile stays as it is."""
    over = connection.execute(_STILL_OVER, {"identity": identity, "now": now}).first() is not None
    if over:
        end(connection, identity)
    return over


def ended_name(external: str) -> str:
    """What an ended chat is called: it is told by it that a cookie is not to be used again."""
    return f"{ENDED}{hashlib.sha256(external.encode(errors='replace')).hexdigest()}"


def list_devices(ledger: Ledger, person: Person, _: ListDevices) -> tuple[Device, ...]:
    found = ledger.connection.execute(_OWN, {"account": person.account})
    return tuple(
        Device(row.id, row.channel, until=row.signed_until and row.signed_until.date())
        for row in found
    )


def end_device(ledger: Ledger, person: Person, asked: EndDevice) -> bool:
    """Only one of one's own."""
    own = {row.id for row in ledger.connection.execute(_OWN, {"account": person.account})}
    if asked.device not in own:
        return False
    end(ledger.connection, asked.device)
    return True


def sign_out(ledger: Ledger, person: Person, asked: SignOut) -> bool:
    """Only a browser of one's own: it still shows the answer, and ends with its next page."""
    own = ledger.connection.execute(_OWN, {"account": person.account})
    if not any(row.id == asked.device and row.channel == WEB for row in own):
        return False
    ledger.connection.execute(_SIGN, {"identity": asked.device, "until": ledger.now})
    return True


class SqlDevices:
    """Sessions of the page. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def renew(self, channel: str, external: str) -> bool:
        """Keep a browser signed in that is opened; False where its session has ended."""
        now, here = self._clock.now(), {"channel": channel, "external": clean(external)}
        with self._sessions.reading() as connection:
            row = connection.execute(_HERE, here).first()
            if row is None:
                ended = {**here, "external": ended_name(here["external"])}
                return connection.execute(_HERE, ended).first() is None
        if row.account_id is None or _is_fresh(row, now):
            return True
        with self._sessions.writing() as connection:
            if end_if_over(connection, row.id, now=now):
                return False
            sign_in(connection, row.id, now=now)
        return True

    def expire(self, now: datetime) -> bool:
        """End what was not opened for too long, some at a time; whether more may wait."""
        with self._sessions.reading() as connection:
            over = connection.execute(_OVER, {"now": now}).scalars().all()
        if over:
            with self._sessions.writing() as connection:
                for identity in over:
                    end_if_over(connection, identity, now=now)
        return len(over) == AT_ONCE


def _is_fresh(row: AnyRow, now: datetime) -> bool:
    until = row.signed_until
    return until is not None and until > now + SIGNED_FOR - RENEWED
