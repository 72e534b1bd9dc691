"""Matters handed from one officer of a unit to another."""

from __future__ import annotations

from datetime import date

from flows import asking
from flows.model import Person
from flows.reminding import About, Colleague, Matter, Rung, Words
from rules.message import Message, say
from storage.drafts import give_draft
from storage.ledger import Ledger
from storage.persons import Member, members_of
from storage.planned import (
    Entry,
    add_planned,
    change_planned,
    read_planned,
    reword_planned,
    take_away,
    withdraw,
)
from storage.snoozes import keep_only_of
from storage.subjects import Subject, draft_subject
from storage.tasks import open_task, take_on
from storage.telling import given_from, tell
from storage.values import AnyRow
from storage.wording import words_to_text


def list_colleagues(
    ledger: Ledger, person: Person, _: asking.ListColleagues
) -> tuple[Colleague, ...]:
    """The officers and heads of the unit, without the person."""
    return tuple(
        Colleague(one.account, one.name)
        for one in _writers(ledger, person)
        if one.account != person.account
    )


def _writers(ledger: Ledger, person: Person) -> tuple[Member, ...]:
    assert person.unit is not None
    return members_of(ledger.connection, [person.unit.id]).writers(person.unit.id)


def hand_over(ledger: Ledger, person: Person, asked: asking.HandOver) -> Colleague | None:
    """The colleague is told, unless it is the person; reminders to come are for the colleague."""
    to = next((one for one in _writers(ledger, person) if one.account == asked.account), None)
    if to is None:
        return None
    if asked.about.task is not None:
        handed = _task(ledger, person, task=asked.about.task, to=to)
    else:
        handed = _draft(ledger, person, draft=asked.about.draft or 0, to=to)
    return Colleague(to.account, to.name) if handed else None


def _task(ledger: Ledger, person: Person, *, task: int, to: Member) -> bool:
    found = open_task(ledger, person, task)
    if found is None:
        return False
    kept = take_on(ledger, found, to.account, by=int(person.account or 0))
    if to.account != person.account:
        line = _handed_by(person, kept.task.due)
        tell(ledger, kept, (to,), line=line, rung=Rung.TOLD)
    return True


def _handed_by(person: Person, due: date | None) -> Message:
    """Who hands it on, and its last day where one is known."""
    name = str(person.name or "")
    return say("told.handed.due", name=name, due=due) if due else say("told.handed", name=name)


def _draft(ledger: Ledger, person: Person, *, draft: int, to: Member) -> bool:
    subject = draft_subject(ledger, person, draft)
    if subject is None or not give_draft(ledger.connection, person, draft, account=to.account):
        return False
    about = About(draft=draft)
    give_reminders(ledger, about, to=to)
    if to.account != person.account:
        line = _handed_by(person, subject.due)
        tell_of_draft(ledger, about, subject, to=to, line=line)
    return True


def tell_of_draft(
    ledger: Ledger, about: About, subject: Subject, *, to: Member, line: Message
) -> None:
    """Say something of a draft at once, or at their next hour."""
    slot = ledger.soon(to.hours)
    told = Entry(
        to.account,
        about,
        subject.matter,
        due=subject.due or slot.on_day,
        rung=Rung.TOLD,
        on_day=slot.on_day,
        at=slot.at,
        words=words_to_text(Words(subject.words.title, lines=(line,))),
    )
    add_planned(ledger.connection, [told])


def give_reminders(ledger: Ledger, about: About, *, to: Member) -> None:
    """What the others are to be reminded of is for the new owner, who asked for nothing yet."""
    withdraw(ledger.connection, _of_others(ledger, about, to))
    others = _of_others(ledger, about, to)
    own = {Rung.AGAIN, Rung.TOLD}
    take_away(ledger.connection, [row for row in others if row.rung in own])
    ladder = [row for row in others if row.rung not in own]
    waiting = [row for row in ladder if row.status in {"planned", "failed"}]
    given = {row.id: given_from(ledger, row, to) for row in waiting}
    change_planned(ledger.connection, given)
    # what is just being sent comes to the new owner where its chat refuses it
    keep_only_of(ledger.connection, about, to.account)
    leaving = [row for row in ladder if row.status == "queued"]
    reword_planned(ledger.connection, leaving, account_id=to.account)


def _of_others(ledger: Ledger, about: About, to: Member) -> list[AnyRow]:
    """Reminders of others; news of a proposal's way are whom they were meant for."""
    rows = read_planned(ledger.connection, about)
    return [row for row in rows if row.account_id != to.account and row.kind != Matter.PROPOSAL]
