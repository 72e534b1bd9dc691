"""Rows of the reminders of one matter: read under lock, added, reworded, taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from flows.reminding import About, Matter, Planned, Rung, Words
from storage.reminder_tables import ON_ITS_WAY, reminders
from storage.tables import QUEUED, outbox
from storage.values import AnyRow
from storage.wording import words_to_text

STANDING: Final = frozenset({"planned", "queued", "failed"})
"""What has not been sent."""
PUT_OFF: Final = "put off"
"""Why a reminder whose time has come is planned all the same."""

_COLUMNS = (
    reminders.c.id,
    reminders.c.account_id,
    reminders.c.kind,
    reminders.c.due,
    reminders.c.rung,
    reminders.c.on_day,
    reminders.c.at,
    reminders.c.status,
    reminders.c.outbox_id,
    reminders.c.why,
    reminders.c.words,
)


def _of(column: Any) -> Select[Any]:
    """Locked, so that what a dispatcher is queueing is seen as queued, not as planned."""
    return (
        select(*_COLUMNS)
        .where(column == bindparam("matter"))
        .order_by(reminders.c.id)
        .with_for_update()
    )


_OF_DRAFT = _of(reminders.c.draft_id)
_OF_TASK = _of(reminders.c.task_id)
_ADD = insert(reminders)
_CHANGE = update(reminders).where(reminders.c.id == bindparam("reminder"))
_REWORD = update(reminders).where(reminders.c.id.in_(bindparam("reworded", expanding=True)))
_DELETE = delete(reminders).where(reminders.c.id.in_(bindparam("gone", expanding=True)))
# what a sender is just marking is on its way: it is left alone, never waited for
_WITHDRAWN = (
    select(outbox.c.id)
    .where(outbox.c.id.in_(bindparam("messages", expanding=True)), QUEUED)
    .with_for_update(skip_locked=True)
)
_WITHDRAW = (
    update(outbox)
    .where(outbox.c.id.in_(_WITHDRAWN))
    .values(status="replaced", why="closed")
    .returning(outbox.c.id)
)
# a row that another turn holds is left to it, or to the next tick (storage/returned.py)
_CARRIED = (
    select(reminders.c.id)
    .where(reminders.c.outbox_id.in_(bindparam("messages", expanding=True)), ON_ITS_WAY)
    .with_for_update(skip_locked=True)
)
_PLAN_ANEW = (
    update(reminders).where(reminders.c.id.in_(_CARRIED)).values(status="planned", why=None)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A reminder to be written: for whom, about what, and its words as the column holds them."""

    account: int
    about: About
    matter: Matter
    due: date
    rung: Rung
    on_day: date
    at: datetime
    words: str


def entry(account: int, about: About, planned: Planned, *, words: Words) -> Entry:
    """A planned reminder as an entry."""
    return Entry(
        account,
        about,
        planned.matter,
        due=planned.due,
        rung=planned.rung,
        on_day=planned.on_day,
        at=planned.at,
        words=words_to_text(words),
    )


def has_come(row: AnyRow, now: datetime) -> bool:
    """Whether its time has come, also where it waits since then for somebody's hours."""
    return bool(row.at <= now or row.why == PUT_OFF)


def told_once(row: AnyRow) -> tuple[Any, ...]:
    """What nobody is told twice: a rung of a last day; of nudges, that of a day."""
    return row.due, row.rung, row.on_day if row.rung == Rung.NUDGE else None


def read_planned(connection: Connection, about: About) -> Sequence[AnyRow]:
    """All reminders of a matter, sent ones too."""
    if about.draft is not None:
        return connection.execute(_OF_DRAFT, {"matter": about.draft}).all()
    return connection.execute(_OF_TASK, {"matter": about.task}).all()


def add_planned(connection: Connection, entries: Iterable[Entry]) -> None:
    rows = [
        {
            "account_id": one.account,
            "draft_id": one.about.draft,
            "task_id": one.about.task,
            "kind": one.matter.value,
            "due": one.due,
            "rung": one.rung.value,
            "on_day": one.on_day,
            "at": one.at,
            "words": one.words,
            "status": "planned",
        }
        for one in entries
    ]
    if rows:
        connection.execute(_ADD, rows)


def change_planned(connection: Connection, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """New values by the id of a reminder; all of them for the same columns."""
    rows = [{"reminder": one, **values} for one, values in sorted(changes.items())]
    if rows:
        connection.execute(_CHANGE, rows)


def reword_planned(connection: Connection, rows: Iterable[AnyRow], **values: Any) -> None:
    """The same new values for many reminders."""
    ids = [row.id for row in rows]
    if ids:
        connection.execute(_REWORD, {"reworded": ids, **values})


def withdraw(connection: Connection, rows: Iterable[AnyRow]) -> frozenset[int]:
    """Take back the messages that carry these reminders and are not sent yet; their ids.

    All that they told is planned anew, of other matters too, for the time it was meant for.
    """
    messages = sorted({row.outbox_id for row in rows if row.status == "queued"})
    if not messages:
        return frozenset()
    withdrawn = connection.execute(_WITHDRAW, {"messages": messages}).scalars().all()
    if withdrawn:
        connection.execute(_PLAN_ANEW, {"messages": withdrawn})
    return frozenset(withdrawn)


def take_away(connection: Connection, rows: Iterable[AnyRow]) -> None:
    """Reminders of a matter that is closed: what is not sent goes, and messages that tell it.

    What is just being sent counts as sent: it never comes back.
    """
    found = [row for row in rows if row.status in STANDING]
    withdrawn = withdraw(connection, found)
    leaving = [row for row in found if row.status == "queued" and row.outbox_id not in withdrawn]
    reword_planned(connection, leaving, status="sent", why=None)
    gone = [row.id for row in found if row not in leaving]
    if gone:
        connection.execute(_DELETE, {"gone": gone})


def keep_only(
    connection: Connection, about: About, holds: Callable[[AnyRow], bool]
) -> list[AnyRow]:
    """Take away what does not hold any more; what is left, as it is then."""
    rows = read_planned(connection, about)
    gone = [row for row in rows if not holds(row)]
    take_away(connection, gone)
    if any(row.status == "queued" for row in gone):
        rows = read_planned(connection, about)
    return [row for row in rows if holds(row)]
