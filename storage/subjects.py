"""What a reminder asked for or a matter handed over is about, as far as it is a person's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from flows.desk import At, Desk
from flows.headings import title
from flows.judging import judge
from flows.model import Draft, Person
from flows.reminding import About, Matter, Rung, Words
from rules.case import CaseError
from rules.parameters import ParameterError
from storage.draft_plans import is_closed, matter_of
from storage.drafts import read_draft
from storage.ledger import Ledger
from storage.reminder_tables import reminders
from storage.tables import drafts
from storage.task_plans import words_of_task
from storage.tasks import open_task
from storage.wording import words_from_text

_JUDGED = select(drafts.c.verdict, drafts.c.last_day).where(drafts.c.id == bindparam("draft"))
# the matter that the person was reminded of last, else the one that comes first
_REMINDED = (
    select(reminders.c.kind, reminders.c.due, reminders.c.words, reminders.c.status)
    .where(
        reminders.c.draft_id == bindparam("draft"), reminders.c.rung.not_in([Rung.TOLD, Rung.AGAIN])
    )
    .order_by(reminders.c.outbox_id.is_(None), reminders.c.outbox_id.desc(), reminders.c.at)
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter: its last day (None: not known), its words, and whether it is over."""

    matter: Matter
    due: date | None
    words: Words
    closed: bool = False


def read_subject(ledger: Ledger, person: Person, about: About) -> Subject | None:
    """None where it is not the person's own, is closed, or is not there."""
    if about.draft is None:
        kept = open_task(ledger, person, about.task or 0)
        return Subject(Matter.DUTY, kept.task.due, words_of_task(ledger, kept)) if kept else None
    subject = draft_subject(ledger, person, about.draft)
    return None if subject is None or subject.closed else subject


def draft_subject(ledger: Ledger, person: Person, draft: int) -> Subject | None:
    """A draft's matter, closed or not; None where it is not the person's own."""
    found = read_draft(ledger.connection, person, draft)
    if found is None:
        return None
    verdict, last_day = ledger.connection.execute(_JUDGED, {"draft": draft}).one()
    closed = is_closed(found.draft, verdict)
    rows = ledger.connection.execute(_REMINDED, {"draft": draft}).all()
    if not rows and last_day is None:
        return Subject(Matter.ASKED, None, _words(ledger, person, found.draft), closed=closed)
    if not rows:
        words = Words(title(found.draft))
        return Subject(matter_of(found.draft), last_day, words, closed=closed)
    of_kind = [row for row in rows if row.kind == rows[0].kind]
    # what is still planned says the newest words
    row = next((row for row in of_kind if row.status == "planned"), of_kind[0])
    return Subject(Matter(row.kind), row.due, words_from_text(row.words), closed=closed)


def _words(ledger: Ledger, person: Person, draft: Draft) -> Words:
    """What is said of a draft without a last day: whose it is, and what is missing."""
    if ledger.planner is None:
        return Words(title(draft))
    try:
        assessment = judge(Desk(person, ledger.today, draft, At()))
    except (CaseError, ParameterError):
        return Words(title(draft))
    plan = ledger.planner.of_draft(draft, assessment, hours=person.hours, now=ledger.now)
    return plan.words.get(Matter.ASKED) or Words(title(draft))
