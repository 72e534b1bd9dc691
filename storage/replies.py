"""Replies of a turn as outbox rows: in order, the newest of a slot alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from flows.model import Reply
from flows.wire import reply_to_json
from storage.tables import QUEUED, outbox
from storage.values import compact

_ADD = insert(outbox)
# a row the sender holds is on its way already: it is left alone, never waited for
_WAITING = (
    select(outbox.c.id)
    .where(
        outbox.c.identity_id == bindparam("identity"),
        outbox.c.slot == bindparam("of_slot"),
        QUEUED,
    )
    .with_for_update(skip_locked=True)
)
_REPLACE = update(outbox).where(outbox.c.id.in_(_WAITING)).values(status="replaced")


@dataclass(frozen=True, slots=True)
class Answer:
    """Where replies go, and the update they answer (None: they come of themselves, in lane 1)."""

    identity: int
    channel: str
    update: int | None
    lane: int = 0


def add_replies(
    connection: Connection, answer: Answer, *, replies: Sequence[Reply], now: datetime
) -> None:
    """Queue the replies; what waits in one of their slots is replaced."""
    slots = [reply.slot for reply in replies]
    for slot in {slot for slot in slots if slot is not None}:
        connection.execute(_REPLACE, {"identity": answer.identity, "of_slot": slot})
    rows = [
        {
            "identity_id": answer.identity,
            "channel": answer.channel,
            "answers_id": answer.update,
            "slot": reply.slot,
            "lane": answer.lane,
            "payload": compact(reply_to_json(reply)),
            "status": "queued",
            "attempts": 0,
            "created": now,
        }
        for place, reply in enumerate(replies)
        if reply.slot is None or reply.slot not in slots[place + 1 :]
    ]
    connection.execute(_ADD, rows)
