"""One transaction in which due reminders become messages (flows.reminder_ports.Dispatching)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from flows.model import Reply
from flows.reminder_ports import Addressee, Planner, Slot
from flows.wire import reply_to_json
from storage.addressees import read_addressees
from storage.handed_up import told_already
from storage.ledger import Ledger
from storage.planned import PUT_OFF
from storage.reminder_tables import PLANNED, reminders
from storage.returned import settle, take_back
from storage.series import repeat_duties
from storage.tables import identities, outbox
from storage.values import compact

BULK = 1
"""The outbox lane of what comes of itself."""

_MESSAGE = (
    insert(outbox)
    .values(
        channel=select(identities.c.channel)
        .where(identities.c.id == bindparam("chat"))
        .scalar_subquery()
    )
    .returning(outbox.c.id)
)
_CHANGE = update(reminders).where(reminders.c.id.in_(bindparam("changed", expanding=True)), PLANNED)


class SqlDispatching:
    """One open transaction; `queued` says that it has messages for the sender."""

    def __init__(self, connection: Connection, *, planner: Planner | None) -> None:
        self._connection = connection
        self._planner = planner
        self.queued = False

    def due(self, now: datetime, *, accounts: int) -> tuple[Addressee, ...]:
        """So many accounts at most with reminders due, the longest waiting first.

        Who is in the middle of a turn on another connection is left for the next time.
        """
        return read_addressees(self._connection, now, accounts=accounts)

    def queue(
        self,
        reminders: Sequence[int],
        *,
        identity: int,
        reply: Reply,
        now: datetime,
        not_after: datetime | None = None,
    ) -> int:
        """One message that carries these reminders, not to be sent from then on; its outbox id."""
        row = {
            "chat": identity,
            "identity_id": identity,
            "lane": BULK,
            "slot": reply.slot,
            "payload": compact(reply_to_json(reply)),
            "status": "queued",
            "attempts": 0,
            "created": now,
            "not_after": not_after,
        }
        made = int(self._connection.execute(_MESSAGE, row).scalar_one())
        self._change(reminders, status="queued", outbox_id=made, why=None)
        self.queued = True
        return made

    def move(self, reminders: Sequence[int], slot: Slot) -> None:
        """Put reminders off to a moment that suits."""
        self._change(reminders, at=slot.at, on_day=slot.on_day, why=PUT_OFF)

    def hand_up(self, reminders: Sequence[int], account: int) -> None:
        """Give reminders that reach nobody to another account, with no chat tried.

        What that account is told of anyway, or was, goes with the message that tells it.
        """
        told = told_already(self._connection, reminders, account=account)
        rest = [reminder for reminder in reminders if reminder not in told]
        self._change(rest, account_id=account, tried="[]", outbox_id=None, why=None)
        for reminder, carried in told.items():
            self._change([reminder], account_id=account, why=None, **carried)

    def fail(self, reminders: Sequence[int], why: str) -> None:
        """Mark as failed: seen on the board, never as sent, until a chat can be reached again."""
        self._change(reminders, status="failed", why=why)

    def take_back(self, *, now: datetime, unread_since: datetime) -> int:
        """Plan anew what its chat refused, or left unread on the web since then; how many.

        Also what failed for want of a chat, once its person has one that can be reached; and
        what was not sent in its time, with no chat tried.
        """
        settle(self._connection)
        return take_back(self._connection, now=now, unread_since=unread_since)

    def repeat_duties(self, today: date, *, now: datetime) -> int:
        """Give anew each repeating duty whose day has passed; how many."""
        return repeat_duties(Ledger(self._connection, now, today, planner=self._planner))

    def _change(self, changed: Sequence[int], **values: Any) -> None:
        if changed:
            self._connection.execute(_CHANGE, {"changed": list(changed), **values})
