"""A person's own last days, what they were reminded of last, and reminders they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import bindparam, select

from flows import asking
from flows.model import Person
from flows.reminding import About, DeadlineLine, Matter, Rung
from storage.ledger import Ledger
from storage.planned import Entry, add_planned, read_planned, take_away
from storage.reminder_tables import PLANNED, reminders
from storage.subjects import read_subject
from storage.tables import drafts, identities, outbox
from storage.task_plans import words_of_task
from storage.tasks import owed_by
from storage.wording import words_from_text, words_to_text

MOST_LISTED = 200

_AHEAD = (
    select(
        reminders.c.draft_id,
        reminders.c.task_id,
        reminders.c.kind,
        reminders.c.due,
        reminders.c.at,
        reminders.c.words,
        drafts.c.account_id.label("owner"),
    )
    .outerjoin(drafts, drafts.c.id == reminders.c.draft_id)
    .where(PLANNED, reminders.c.account_id == bindparam("account"), reminders.c.rung != Rung.TOLD)
    .order_by(reminders.c.at, reminders.c.id)
)
# of the last message that reached the person by itself
_LAST = (
    select(outbox.c.id)
    .join(identities, identities.c.id == outbox.c.identity_id)
    .where(
        identities.c.account_id == bindparam("account"),
        outbox.c.lane == 1,
        outbox.c.status == "sent",
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_LAST_ABOUT = (
    select(reminders.c.draft_id, reminders.c.task_id)
    .where(reminders.c.outbox_id == _LAST)
    .distinct()
)


def list_deadlines(
    ledger: Ledger, person: Person, _: asking.ListDeadlines
) -> tuple[DeadlineLine, ...]:
    """The nearest first: drafts with a reminder to come, reports until they are made."""
    lines = [*_of_drafts(ledger, person), *_of_tasks(ledger, person)]
    lines.sort(key=lambda line: (line.due, line.matter, str(line.about)))
    return tuple(lines[:MOST_LISTED])


def _of_drafts(ledger: Ledger, person: Person) -> Iterator[DeadlineLine]:
    seen: set[tuple[int, str]] = set()
    for row in ledger.connection.execute(_AHEAD, {"account": person.account}).all():
        if row.owner != person.account or (row.draft_id, row.kind) in seen:
            continue
        seen.add((row.draft_id, row.kind))
        yield DeadlineLine(
            About(draft=row.draft_id),
            Matter(row.kind),
            due=row.due,
            words=words_from_text(row.words),
            next_at=_allowed(ledger, person, row.at),
        )


def _of_tasks(ledger: Ledger, person: Person) -> Iterator[DeadlineLine]:
    owed = owed_by(ledger, person)
    if not owed:
        return
    rows = ledger.connection.execute(_AHEAD, {"account": person.account})
    next_at: dict[int, datetime] = {}
    for row in rows:
        if row.task_id is not None:
            next_at.setdefault(row.task_id, row.at)
    for kept in owed:
        at = next_at.get(kept.task.id)
        yield DeadlineLine(
            About(task=kept.task.id),
            Matter.DUTY,
            due=kept.task.due,
            words=words_of_task(ledger, kept),
            next_at=_allowed(ledger, person, at) if at else None,
        )


def _allowed(ledger: Ledger, person: Person, at: datetime) -> datetime:
    """When a reminder planned for then will come, by the person's hours and pause."""
    if ledger.planner is None:
        return at
    return ledger.planner.allowed(max(at, ledger.now), person.hours).at


def last_reminded(ledger: Ledger, person: Person, _: asking.LastReminded) -> tuple[About, ...]:
    """All that message told, as far as it is the person's own and open."""
    rows = ledger.connection.execute(_LAST_ABOUT, {"account": person.account}).all()
    named = (About(draft=row.draft_id, task=row.task_id) for row in rows)
    return tuple(about for about in named if read_subject(ledger, person, about))


def remind_again(ledger: Ledger, person: Person, asked: asking.RemindAgain) -> datetime | None:
    """It takes the place of an earlier one asked for of the same matter."""
    subject = read_subject(ledger, person, asked.about)
    if subject is None or ledger.planner is None or person.account is None:
        return None
    slot = ledger.planner.again(asked.when, hours=person.hours, now=ledger.now)
    rows = read_planned(ledger.connection, asked.about)
    take_away(
        ledger.connection,
        [
            row
            for row in rows
            if row.rung == Rung.AGAIN and row.account_id == person.account
            if row.status != "queued"
        ],
    )
    again = Entry(
        person.account,
        asked.about,
        subject.matter,
        due=subject.due or slot.on_day,
        rung=Rung.AGAIN,
        on_day=slot.on_day,
        at=slot.at,
        words=words_to_text(subject.words),
    )
    add_planned(ledger.connection, [again])
    return slot.at
