"""Proposals of a unit and of its receiving office: seen and moved on by those concerned."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select, update

from flows.model import Person
from flows.proposals.asked import Mark, ReadProposal, Taken, TakeStep
from flows.proposals.course import State, course_to_json, reopened
from flows.proposals.matter import Proposal, Snapshot
from flows.proposals.moves import Move, Step
from flows.proposals.moving import SENDING, WRITTEN, marked, stepped
from flows.proposals.reviewing import is_marked
from flows.proposals.routing import Routed
from flows.reminding import Colleague
from rules.calendar import load_calendar
from rules.message import Message, say
from storage.drafts import may_see
from storage.ledger import Ledger
from storage.persons import Members, members_of
from storage.proposal_news import tell_step
from storage.proposal_rows import (
    add_step,
    read_proposal,
    write_names,
    write_proposal,
)
from storage.proposal_words import write_words
from storage.proposals_alike import with_alike
from storage.routing import office_of_draft
from storage.tables import accounts, drafts, units
from storage.values import clean, compact

# a turn that changes the draft meanwhile finds another version
_DRAFT = (
    select(
        drafts.c.version,
        drafts.c.kind,
        drafts.c.answers,
        drafts.c.unit_id,
        drafts.c.account_id,
        accounts.c.name.label("owner_name"),
        units.c.name.label("unit_name"),
        units.c.letters,
    )
    .join(accounts, accounts.c.id == drafts.c.account_id)
    .join(units, units.c.id == drafts.c.unit_id)
    .where(drafts.c.id == bindparam("draft"))
    .with_for_update(of=drafts, key_share=True)
)
_KEEP = update(drafts).where(drafts.c.id == bindparam("draft"))


def read_one(ledger: Ledger, person: Person, asked: ReadProposal) -> Proposal | None:
    """Its owner sees it, their head, and the office it was sent to."""
    found = read_proposal(ledger.connection, asked.draft)
    if found is None or not found.is_seen_by(person):
        return None
    return with_alike(ledger, person, found)


def take_step(ledger: Ledger, person: Person, asked: TakeStep) -> Taken | None:
    """The step taken, its history written, all concerned told; None who may see no such thing."""
    draft = ledger.connection.execute(_DRAFT, {"draft": asked.draft}).first()
    before = _before(ledger, asked, draft) if draft is not None else None
    if draft is None or (before is None and not _begins(asked)):
        return None
    if before is None:
        is_theirs = may_see(person, unit=draft.unit_id, account=draft.account_id)
        return Taken(None, say("send.no_office")) if is_theirs else None
    if not before.is_seen_by(person):
        return None
    people = members_of(ledger.connection, {before.unit, before.office})
    found = _why_not(asked, before, draft.version, people=people) or stepped(
        before, person, asked, today=ledger.today
    )
    if isinstance(found, Message):
        return Taken(before, found)
    return Taken(_kept(ledger, person, asked, moved=found, draft=draft, people=people))


def _why_not(
    asked: TakeStep, before: Proposal, draft_version: int, *, people: Members
) -> Message | None:
    """What has moved since it was seen, or who is missing."""
    if asked.version != (draft_version if asked.step in SENDING else before.version):
        return say("proposal.moved_on")
    if asked.office not in (None, before.office):
        return say("send.office_moved", office=before.office_name)
    if asked.step is Step.SEND and not people.heads(before.unit):
        return say("proposal.no_head")
    return None


def mark(ledger: Ledger, person: Person, asked: Mark) -> Proposal | None:
    """A mark is the reviewer's own note: it tells nobody and moves nothing.

    Only what its checklist holds is marked.
    """
    before = read_proposal(ledger.connection, asked.draft, lock=True)
    if before is None or not is_marked(before, asked, ledger.today, load_calendar()):
        return None
    after = marked(before, person, asked.clause, asked.mark)
    if after is not None:
        write_proposal(ledger.connection, after, changed_at=ledger.now)
    return after


def _before(ledger: Ledger, asked: TakeStep, draft: Any) -> Proposal | None:
    """The proposal, locked, or one begun; what lies in its unit goes to the office there is now.

    None where there is none to go to.
    """
    found = read_proposal(ledger.connection, asked.draft, lock=True)
    if not _begins(asked) or (found is not None and found.state is not State.DRAFT):
        return found
    office = office_of_draft(ledger.connection, draft, on=ledger.today)
    if office is None or asked.snapshot is None:
        return None
    if found is not None:
        return replace(found, office=office.office, office_name=office.office_name)
    return _begun(draft, asked.draft, asked.snapshot, office=office)


def _begins(asked: TakeStep) -> bool:
    return asked.step in SENDING and asked.snapshot is not None


def _begun(draft: Any, number: int, snapshot: Snapshot, *, office: Routed) -> Proposal:
    return Proposal(
        number,
        State.DRAFT,
        unit=draft.unit_id,
        unit_name=draft.unit_name,
        office=office.office,
        office_name=office.office_name,
        owner=Colleague(draft.account_id, draft.owner_name),
        snapshot=snapshot,
        letters=frozenset(json.loads(draft.letters)),
    )


def _kept(
    ledger: Ledger,
    person: Person,
    asked: TakeStep,
    *,
    moved: tuple[Proposal, Move],
    draft: Any,
    people: Members,
) -> Proposal:
    after, move = moved
    after = replace(after, version=after.version + 1, since=after.since or ledger.today)
    number = write_proposal(ledger.connection, after, changed_at=ledger.now)
    payload: dict[str, Any] = {"words": clean(asked.details.words)}
    if asked.details.flags:
        payload["flags"] = [[one.path, one.remark] for one in asked.details.flags]
    add_step(
        ledger.connection,
        number,
        at=ledger.now,
        account_id=person.account,
        step=asked.step.value,
        payload=compact(payload),
    )
    if asked.snapshot is not None:
        write_names(ledger.connection, number, asked.snapshot)
    if asked.snapshot is not None or asked.step is Step.DECIDE:
        write_words(ledger.connection, number, after)
    _keep_course(ledger, asked, after, draft=draft)
    tell_step(ledger, person, after, move=move, people=people)
    found = read_proposal(ledger.connection, after.draft)
    assert found is not None
    return with_alike(ledger, person, found)


def _keep_course(ledger: Ledger, asked: TakeStep, after: Proposal, *, draft: Any) -> None:
    """What the draft keeps of its way; one returned waits for new answers to what is flagged."""
    values: dict[str, Any] = {"course": compact(course_to_json(after.course))}
    if asked.step not in WRITTEN:
        # where the day is written, that moves it
        values["version"] = draft.version + 1
    if asked.step is Step.RETURN:
        # what was sent in time is planned anew in passing: its clock runs again
        answers = reopened(after.course, json.loads(draft.answers))
        values |= {"answers": compact(answers), "past": "[]", "plan": ""}
    ledger.connection.execute(_KEEP, {"draft": asked.draft, **values})
