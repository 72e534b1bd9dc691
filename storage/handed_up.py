"""What is handed up to somebody who hears of the same thing in their own right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, or_, select

from flows.reminding import Rung
from storage.reminder_tables import reminders

_own = reminders.alias("own")
_NEWS = (Rung.NUDGE, Rung.TOLD)
_SAME = and_(
    or_(_own.c.task_id == reminders.c.task_id, _own.c.draft_id == reminders.c.draft_id),
    _own.c.kind == reminders.c.kind,
    _own.c.due == reminders.c.due,
    _own.c.rung == reminders.c.rung,
    # of a rung that comes more than once it is that of the day; what each asked for is their own
    reminders.c.rung != Rung.AGAIN,
    or_(reminders.c.rung.not_in(_NEWS), _own.c.on_day == reminders.c.on_day),
    or_(reminders.c.rung != Rung.TOLD, _own.c.words == reminders.c.words),
)
_TOLD = (
    select(reminders.c.id, _own.c.status, _own.c.outbox_id, _own.c.tried)
    .join(_own, _SAME)
    .where(
        reminders.c.id.in_(bindparam("handed", expanding=True)),
        _own.c.account_id == bindparam("to"),
        _own.c.status.in_(["planned", "queued", "sent"]),
    )
    # what is sent counts before what is on its way, and that before what is still to come
    .order_by(case((_own.c.status == "planned", 0), (_own.c.status == "queued", 1), else_=2))
)


def told_already(
    connection: Connection, handed: Sequence[int], *, account: int
) -> dict[int, dict[str, Any]]:
    """Of these reminders those of which the account has its own: where these stand."""
    rows = connection.execute(_TOLD, {"handed": list(handed), "to": account}).all()
    return {
        row.id: {"status": row.status, "outbox_id": row.outbox_id, "tried": row.tried}
        for row in rows
    }
