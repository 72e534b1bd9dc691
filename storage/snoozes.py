"""Reminders asked for of a draft that is closed: set aside, and back when that is undone."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, literal, select

from flows.reminding import About, Rung
from storage.planned import read_planned, withdraw
from storage.reminder_tables import reminders, snoozes

_COLUMNS = ("account_id", "draft_id", "kind", "due", "on_day", "at", "words")
_OF_DRAFT = snoozes.c.draft_id == bindparam("draft")
_ASIDE = insert(snoozes).from_select(
    _COLUMNS,
    select(*(reminders.c[name] for name in _COLUMNS)).where(
        reminders.c.id.in_(bindparam("these", expanding=True))
    ),
)
_BACK = insert(reminders).from_select(
    (*_COLUMNS, "rung", "status"),
    select(*(snoozes.c[name] for name in _COLUMNS), literal(Rung.AGAIN.value), literal("planned"))
    .where(_OF_DRAFT)
    .order_by(snoozes.c.id),
)
_DROP = delete(snoozes).where(_OF_DRAFT)
_DROP_OTHERS = delete(snoozes).where(_OF_DRAFT, snoozes.c.account_id != bindparam("account"))

_DROP_THEIRS = delete(snoozes).where(_OF_DRAFT, snoozes.c.account_id == bindparam("account"))


def set_aside(connection: Connection, about: About) -> None:
    """Keep what was asked for of the draft and has not left; the caller takes it away."""
    rows = [row for row in read_planned(connection, about) if row.rung == Rung.AGAIN]
    if withdraw(connection, rows):
        rows = [row for row in read_planned(connection, about) if row.rung == Rung.AGAIN]
    these = [row.id for row in rows if row.status == "planned"]
    if these:
        connection.execute(_ASIDE, {"these": these})


def stand_again(connection: Connection, about: About) -> None:
    """Plan what was set aside as it was; what should have come meanwhile comes now."""
    draft = {"draft": about.draft}
    connection.execute(_BACK, draft)
    connection.execute(_DROP, draft)


def forget(connection: Connection, about: About, account: int) -> None:
    """What this account had asked for of the draft does not come back."""
    connection.execute(_DROP_THEIRS, {"draft": about.draft, "account": account})


def keep_only_of(connection: Connection, about: About, account: int) -> None:
    """Forget what others had asked for of a draft that is this account's now."""
    connection.execute(_DROP_OTHERS, {"draft": about.draft, "account": account})
