"""What becomes of queued reminders: sent, or planned anew where their chat did not take them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Text, bindparam, case, cast, func, or_, select, update

from flows.reminder_ports import UNREADABLE
from storage.columns import Instant
from storage.planned import change_planned
from storage.reminder_tables import FAILED, ON_ITS_WAY, reminders
from storage.tables import identities, inbox, outbox
from storage.values import AnyRow, compact

MOST_AT_ONCE: Final = 500
STILL_ON_ITS_WAY: Final = timedelta(minutes=5)
"""So long after its time a message may be with its channel, or sent and not yet marked."""
_LEFT_UNREAD: Final = "web"
"""The channel that is not pushed: what is not fetched there has not arrived."""

# the plain column would let SQLite look at all that were ever sent: a message's number implies the
# condition of ix_reminders_carried, and of two partial indexes it takes the one made last
_BY_MESSAGE = reminders.join(outbox, outbox.c.id == func.coalesce(reminders.c.outbox_id, 0))


def _settled(waits: Any) -> Any:
    arrived = (
        select(reminders.c.id)
        .select_from(_BY_MESSAGE)
        .where(waits, outbox.c.status == "sent")
        .with_for_update(of=reminders, skip_locked=True)
    )
    return update(reminders).where(reminders.c.id.in_(arrived)).values(status="sent", why=None)


# each by its own partial index: asked for both at once, SQLite looks at all that were ever sent;
# and so it does where the order asked for is not that of the index
_SETTLE = (_settled(ON_ITS_WAY), _settled(FAILED))
_WAITS = outbox.c.status == "queued"
# the page sends nothing by itself: there a message has its own, shorter time
_TOO_LATE = (outbox.c.channel != _LEFT_UNREAD) & (
    outbox.c.not_after <= bindparam("past", type_=Instant)
)
_UNREAD = (outbox.c.channel == _LEFT_UNREAD) & (
    outbox.c.created < bindparam("unread_since", type_=Instant)
)
_REFUSED = (
    select(
        reminders.c.id,
        reminders.c.tried,
        reminders.c.outbox_id,
        outbox.c.identity_id,
        case(
            (~_WAITS, outbox.c.status),
            (~identities.c.reachable, "unreachable"),
            (_UNREAD, "unread"),
            else_="too late",
        ).label("fate"),
    )
    .select_from(_BY_MESSAGE.join(identities, identities.c.id == outbox.c.identity_id))
    .where(
        ON_ITS_WAY,
        or_(
            outbox.c.status.in_(["failed", "replaced"]),
            _WAITS & or_(~identities.c.reachable, _UNREAD, _TOO_LATE),
        ),
    )
    .order_by(reminders.c.outbox_id, reminders.c.id)
    .limit(MOST_AT_ONCE)
    .with_for_update(of=reminders, skip_locked=True)
)
_ENDS_AS: Final = {"unread": "failed", "unreachable": "failed", "too late": "replaced"}
"""A message given up stays to be read where it is, and counts as not delivered; one that was
not sent in its time is never seen."""
_END = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("messages", expanding=True)), _WAITS)
    .values(status=bindparam("ended"), why=bindparam("reason"))
)
_LAST_USED = (
    select(inbox.c.at)
    .where(inbox.c.identity_id == identities.c.id)
    .order_by(inbox.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# a message that is read after all has not been refused
_REFUSED_AT = (
    select(outbox.c.created)
    .where(outbox.c.identity_id == identities.c.id, outbox.c.lane == 1, outbox.c.status == "failed")
    .order_by(outbox.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# `[1,12]` as `,1,12,`: both databases can look for a chat among those tried
_TRIED = func.replace(func.replace(reminders.c.tried, "[", ","), "]", ",")
_UNTRIED = _TRIED.not_like("%," + cast(identities.c.id, Text) + ",%")
_WRITTEN_IN_SINCE = func.coalesce(_REFUSED_AT, reminders.c.at) < _LAST_USED
# what reached nobody, by the chats that were not tried or were written in since they last refused;
# each that is found is planned anew, so that the next look finds others
_REACHED_NOBODY = (
    select(reminders.c.id)
    .join(identities, identities.c.account_id == reminders.c.account_id)
    .where(
        FAILED,
        identities.c.reachable,
        reminders.c.why.is_distinct_from(UNREADABLE),
        or_(_UNTRIED, _WRITTEN_IN_SINCE),
    )
    .order_by(reminders.c.account_id, reminders.c.id)
    .limit(MOST_AT_ONCE)
    .with_for_update(of=reminders, skip_locked=True)
)


def settle(connection: Connection) -> None:
    """What has arrived is sent; also what was given up and then read after all."""
    for settled in _SETTLE:
        connection.execute(settled)


def take_back(connection: Connection, *, now: datetime, unread_since: datetime) -> int:
    """Plan anew what did not arrive, at the time it was meant for; how many reminders."""
    asked = {"unread_since": unread_since, "past": now - STILL_ON_ITS_WAY}
    refused = connection.execute(_REFUSED, asked).all()
    for fate, ended in _ENDS_AS.items():
        if messages := {row.outbox_id for row in refused if row.fate == fate}:
            ending = {"messages": sorted(messages), "reason": fate, "ended": ended}
            connection.execute(_END, ending)
    planned = {row.id: _again(_tried(row)) for row in refused}
    found = connection.execute(_REACHED_NOBODY).scalars().all()
    planned |= {reminder: _again([]) for reminder in found}
    change_planned(connection, planned)
    return len(planned)


def _again(tried: list[int]) -> dict[str, Any]:
    return {"status": "planned", "why": None, "tried": compact(tried)}


def _tried(row: AnyRow) -> list[int]:
    """The chats that did not take it; one that gave way, or had no time, was not refused."""
    tried = _chats(row)
    if row.fate in {"replaced", "too late"} or row.identity_id in tried:
        return tried
    return [*tried, row.identity_id]


def _chats(row: AnyRow) -> list[int]:
    try:
        tried: list[int] = json.loads(row.tried)
    except ValueError:  # one bad row must not stop all others
        return []
    return tried
