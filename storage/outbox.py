"""Replies that wait for their channel (flows.ports.Outbox); each call one short transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from flows.model import Reply
from flows.ports import Clock, Envelope, Line, Sent
from flows.wire import reply_from_json
from storage.columns import Instant
from storage.sessions import Sessions
from storage.tables import QUEUED, SIGNED_IN, accounts, conversations, identities, outbox, shown
from storage.transcript import read_transcript
from storage.values import AnyRow

LANES = (0, 1)
"""Replies, then what comes of itself."""
FAREWELL: Final = timedelta(minutes=1)
"""So long after its session ended a browser still gets the answer that says so."""

_first = outbox.alias("first")


def _envelopes() -> Select[Any]:
    return (
        select(
            outbox.c.id,
            outbox.c.identity_id,
            outbox.c.payload,
            outbox.c.attempts,
            outbox.c.lane,
            outbox.c.not_after,
            identities.c.external,
            func.coalesce(accounts.c.language, conversations.c.language).label("language"),
            shown.c.message,
        )
        .join(identities, identities.c.id == outbox.c.identity_id)
        .join(conversations, conversations.c.id == identities.c.conversation_id)
        .outerjoin(accounts, accounts.c.id == identities.c.account_id)
        .outerjoin(
            shown, (shown.c.identity_id == outbox.c.identity_id) & (shown.c.slot == outbox.c.slot)
        )
        .order_by(outbox.c.id)
    )


# what a chat gets next: replies before what comes of itself, each in their order; while it is
# put off, nothing that stands behind it goes
_NEXT = (
    select(_first.c.id)
    .where(_first.c.identity_id == outbox.c.identity_id, text("first.status = 'queued'"))
    .order_by(_first.c.lane, _first.c.id)
    .limit(1)
    .scalar_subquery()
)
_IN_TIME = outbox.c.not_after.is_(None) | (outbox.c.not_after > bindparam("now", type_=Instant))
_DUE = (
    _envelopes()
    .where(
        QUEUED,
        outbox.c.channel == bindparam("channel"),
        outbox.c.lane == bindparam("of_lane"),
        identities.c.reachable,
        outbox.c.not_before.is_(None) | (outbox.c.not_before <= bindparam("now", type_=Instant)),
        _IN_TIME,
        outbox.c.id == _NEXT,
    )
    .limit(bindparam("at_most"))
)
_AFTER = _envelopes().where(
    identities.c.channel == bindparam("channel"),
    identities.c.external == bindparam("external"),
    outbox.c.id > bindparam("last"),
    outbox.c.status != "replaced",
    SIGNED_IN,
)
_ONE = outbox.c.id == bindparam("envelope")
_IS_QUEUED = select(outbox.c.id).where(_ONE, QUEUED, _IN_TIME)
# one that was replaced while it was on its way has arrived all the same
_SENT = (
    update(outbox)
    .where(_ONE, outbox.c.status != "sent")
    .values(status="sent", sent_at=bindparam("now"), why=None)
)
_SLOTS = select(outbox.c.id, outbox.c.identity_id, outbox.c.slot).where(
    outbox.c.id.in_(bindparam("envelopes", expanding=True)), outbox.c.slot.is_not(None)
)
_SHOWN_KEY = [shown.c.identity_id, shown.c.slot]
_PUT_OFF = (
    update(outbox)
    .where(_ONE, QUEUED)
    .values(
        attempts=outbox.c.attempts + bindparam("failures"),
        not_before=bindparam("until"),
        why=bindparam("reason"),
    )
)
_GIVE_UP = (
    update(outbox)
    .where(_ONE)
    .values(status="failed", attempts=outbox.c.attempts + 1, why=bindparam("reason"))
)
_UNREACHABLE = (
    update(identities)
    .where(identities.c.id == select(outbox.c.identity_id).where(_ONE).scalar_subquery())
    .values(reachable=False)
)


class SqlOutbox:
    """The outbox. Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def due(
        self, channel: str, *, now: datetime, limit: int, lane: int | None = None
    ) -> tuple[Envelope, ...]:
        """Queued envelopes whose time it is, replies first, one at most for each chat.

        Of both lanes, or of the one asked for, at most `limit` each; oldest first within a lane.
        """
        asked = {"channel": channel, "now": now, "at_most": limit}
        with self._sessions.reading() as connection:
            return tuple(
                _envelope(row)
                for of_lane in (LANES if lane is None else (lane,))
                for row in connection.execute(_DUE, {**asked, "of_lane": of_lane})
            )

    def is_queued(self, envelope: int, *, now: datetime) -> bool:
        """Whether it is still to be sent; not where it was withdrawn or its time ended since."""
        asked = {"envelope": envelope, "now": now}
        with self._sessions.reading() as connection:
            return connection.execute(_IS_QUEUED, asked).scalar() is not None

    def mark_sent(self, sent: Sequence[Sent], *, now: datetime) -> None:
        """Mark as delivered and remember the message id of each slot."""
        if not sent:
            return
        messages = {one.envelope: one.message for one in sent if one.message is not None}
        with self._sessions.writing() as connection:
            marked = sorted(one.envelope for one in sent)
            connection.execute(_SENT, [{"envelope": one, "now": now} for one in marked])
            rows = connection.execute(_SLOTS, {"envelopes": sorted(messages)}) if messages else ()
            places = {(row.identity_id, row.slot): messages[row.id] for row in rows}
            kept = [
                {"identity_id": identity, "slot": slot, "message": message}
                for (identity, slot), message in sorted(places.items())
            ]
            if kept:
                connection.execute(_REMEMBER[connection.dialect.name], kept)

    def put_off(self, envelope: int, *, until: datetime, why: str, failed: bool = True) -> None:
        """Try again later; a failed attempt is counted, being told to wait is not one."""
        asked = {"envelope": envelope, "until": until, "reason": why, "failures": int(failed)}
        with self._sessions.writing() as connection:
            connection.execute(_PUT_OFF, asked)

    def give_up(self, envelope: int, *, why: str, unreachable: bool = False) -> None:
        """Mark as failed; `unreachable` also marks the chat, until it writes again."""
        with self._sessions.writing() as connection:
            connection.execute(_GIVE_UP, {"envelope": envelope, "reason": why})
            if unreachable:
                connection.execute(_UNREACHABLE, {"envelope": envelope})

    def after(self, channel: str, address: str, last: int) -> tuple[Envelope, ...]:
        """Envelopes of one chat with an id above `last`, oldest first, sent or not.

        Those that a newer one of their slot has replaced are left out.
        """
        now = self._clock.now() - FAREWELL
        asked = {"channel": channel, "external": address, "last": last, "now": now}
        with self._sessions.reading() as connection:
            return tuple(_envelope(row) for row in connection.execute(_AFTER, asked))

    def transcript(self, channel: str, address: str, limit: int) -> tuple[Line, ...]:
        """The last lines said on both sides of one chat, oldest first."""
        with self._sessions.reading() as connection:
            now = self._clock.now()
            return read_transcript(connection, channel, address=address, limit=limit, now=now)


def _remember(dialect: str) -> Any:
    build = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = build(shown)
    newest = {"message": statement.excluded.message}
    return statement.on_conflict_do_update(index_elements=_SHOWN_KEY, set_=newest)


_REMEMBER = {dialect: _remember(dialect) for dialect in ("sqlite", "postgresql")}


def _envelope(row: AnyRow) -> Envelope:
    return Envelope(
        row.id,
        row.identity_id,
        address=row.external,
        language=row.language,
        reply=_reply(row.payload),
        attempts=row.attempts,
        edits=row.message,
        lane=row.lane,
        not_after=row.not_after,
    )


@lru_cache(maxsize=256)
def _reply(payload: str) -> Reply:
    """A row is looked at several times while it waits; its reply never changes."""
    return reply_from_json(json.loads(payload))
