"""Private calendar addresses: a secret told once, kept as a digest, and revocable."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from sqlalchemy import bindparam, insert, select, update

from flows import asking
from flows.model import Person
from flows.ports import Clock
from flows.reminder_ports import Feed, Planner
from storage.addresses import hide_addresses
from storage.deadlines import list_deadlines
from storage.ledger import Ledger
from storage.persons import person_of_account
from storage.reminder_tables import feeds
from storage.sessions import Sessions

SECRET_BYTES: Final = 32
MOST_SIGNS: Final = 100

_ADD = insert(feeds)
_REVOKE = (
    update(feeds)
    .where(feeds.c.account_id == bindparam("account"), feeds.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)
_WHOSE = select(feeds.c.account_id).where(
    feeds.c.digest == bindparam("digest"), feeds.c.revoked_at.is_(None)
)


class SqlFeeds:
    """Calendar addresses (flows.reminder_ports.Feeds). Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock, *, planner: Planner | None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._planner = planner

    def read(self, secret: str) -> Feed | None:
        """Its owner's last days; None where the secret is unknown or revoked."""
        if len(secret) > MOST_SIGNS:
            return None
        now, today = self._clock.now(), self._clock.today()
        with self._sessions.reading() as connection:
            account = connection.execute(_WHOSE, {"digest": _digest(secret)}).scalar()
            if account is None:
                return None
            person = person_of_account(connection, account)
            if person.unit is None:
                return None
            ledger = Ledger(connection, now, today, planner=self._planner)
            lines = list_deadlines(ledger, person, asking.ListDeadlines())
            return Feed(person.language, lines, person.hours)


def make_feed(ledger: Ledger, person: Person, _: asking.MakeFeed) -> str:
    """A new secret, told this once; the person's earlier ones are revoked."""
    revoke_feeds(ledger, person, asking.RevokeFeeds())
    secret = secrets.token_urlsafe(SECRET_BYTES)
    row = {"account_id": person.account, "digest": _digest(secret), "made_at": ledger.now}
    ledger.connection.execute(_ADD, row)
    return secret


def revoke_feeds(ledger: Ledger, person: Person, _: asking.RevokeFeeds) -> int:
    """How many; their addresses no longer stand in the person's chats."""
    asked = {"account": person.account, "now": ledger.now}
    revoked = ledger.connection.execute(_REVOKE, asked).rowcount
    if revoked and person.account is not None:
        hide_addresses(ledger.connection, {person.account})
    return revoked


def _digest(secret: str) -> str:
    """Plain SHA-256: a secret is 256 random bits."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
