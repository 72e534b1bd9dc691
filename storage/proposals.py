"""Proposals of a unit and of its receiving office: seen and moved on by those concerned."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Boolean, Select, bindparam, or_, select, update

from flows.model import Person, UnitRole
from flows.proposals.asked import ListProposals, Mark, ReadProposal, Taken, TakeStep
from flows.proposals.course import SENT_ON, Course, State, course_to_json
from flows.proposals.matter import Line, Proposal, Snapshot
from flows.proposals.moves import ENDED, Move, Step
from flows.proposals.moving import SENDING, WRITTEN, marked, stepped
from flows.proposals.reviewing import is_marked
from flows.reminding import Colleague
from rules.calendar import load_calendar
from rules.message import Message, say
from storage.ledger import Ledger
from storage.persons import Members, members_of
from storage.proposal_news import tell_step
from storage.proposal_rows import (
    add_step,
    line_from_row,
    read_proposal,
    write_names,
    write_proposal,
)
from storage.proposal_tables import proposals
from storage.proposals_alike import with_alike
from storage.tables import accounts, drafts, units
from storage.values import clean, compact

MOST_LISTED = 200

_offices = units.alias("offices")
# a turn that changes the draft meanwhile finds another version
_DRAFT = (
    select(
        drafts.c.version,
        drafts.c.answers,
        drafts.c.unit_id,
        drafts.c.account_id,
        accounts.c.name.label("owner_name"),
        units.c.name.label("unit_name"),
        units.c.letters,
        units.c.receiving_office_id,
        _offices.c.name.label("office_name"),
    )
    .join(accounts, accounts.c.id == drafts.c.account_id)
    .join(units, units.c.id == drafts.c.unit_id)
    .outerjoin(_offices, _offices.c.id == units.c.receiving_office_id)
    .where(drafts.c.id == bindparam("draft"))
    .with_for_update(of=drafts, key_share=True)
)
_KEEP = update(drafts).where(drafts.c.id == bindparam("draft"))


def _lines(*conditions: Any) -> Select[Any]:
    return (
        select(proposals, units.c.name.label("unit_name"), drafts.c.account_id.label("owner_id"))
        .join(units, units.c.id == proposals.c.unit_id)
        .join(drafts, drafts.c.id == proposals.c.draft_id)
        .where(*conditions)
        .order_by(proposals.c.since, proposals.c.id)
        .limit(MOST_LISTED)
    )


_OPEN = proposals.c.state.not_in(sorted(ENDED))
_OF_UNIT = _lines(
    proposals.c.unit_id == bindparam("unit"),
    _OPEN,
    or_(drafts.c.account_id == bindparam("account"), bindparam("whole_unit", type_=Boolean)),
)
_OF_OFFICE = _lines(
    proposals.c.office_id == bindparam("unit"), _OPEN, proposals.c.first_sent_on.is_not(None)
)


def read_one(ledger: Ledger, person: Person, asked: ReadProposal) -> Proposal | None:
    """Its owner sees it, their head, and the office it was sent to."""
    found = read_proposal(ledger.connection, asked.draft)
    if found is None or not found.is_seen_by(person):
        return None
    return with_alike(ledger, person, found)


def list_proposals(ledger: Ledger, person: Person, _: ListProposals) -> tuple[Line, ...]:
    """What is not ended, what waits longest first."""
    assert person.unit is not None
    asked: dict[str, Any] = {"unit": person.unit.id}
    found: list[Line] = []
    if person.may_store:
        whole = {"whole_unit": UnitRole.HEAD in person.roles, "account": person.account}
        rows = ledger.connection.execute(_OF_UNIT, {**asked, **whole})
        found += [line_from_row(row, mine=row.owner_id == person.account) for row in rows]
    if person.may_ask_reports:
        rows = ledger.connection.execute(_OF_OFFICE, asked)
        found += [line_from_row(row, mine=False) for row in rows]
    return tuple(found)


def take_step(ledger: Ledger, person: Person, asked: TakeStep) -> Taken | None:
    """The step taken, its history written, all concerned told; None who may see no such thing."""
    draft = ledger.connection.execute(_DRAFT, {"draft": asked.draft}).first()
    before = _before(ledger, asked, draft) if draft is not None else None
    if draft is None or before is None or not before.is_seen_by(person):
        return None
    people = members_of(ledger.connection, {before.unit, before.office})
    if asked.version != (draft.version if asked.step in SENDING else before.version):
        return Taken(before, say("proposal.moved_on"))
    if asked.step is Step.SEND and not people.heads(before.unit):
        return Taken(before, say("proposal.no_head"))
    found = stepped(before, person, asked, today=ledger.today)
    if isinstance(found, Message):
        return Taken(before, found)
    return Taken(_kept(ledger, person, asked, moved=found, draft=draft, people=people))


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
    """The proposal, locked, or one begun; what lies in its unit goes to the office there is now."""
    found = read_proposal(ledger.connection, asked.draft, lock=True)
    office = draft.receiving_office_id
    if found is None and asked.step in SENDING and office is not None and asked.snapshot:
        return _begun(draft, asked.draft, asked.snapshot)
    if found is not None and found.state is State.DRAFT and office is not None:
        return replace(found, office=office, office_name=draft.office_name)
    return found


def _begun(draft: Any, number: int, snapshot: Snapshot) -> Proposal:
    return Proposal(
        number,
        State.DRAFT,
        unit=draft.unit_id,
        unit_name=draft.unit_name,
        office=draft.receiving_office_id,
        office_name=draft.office_name,
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
        values |= {"answers": reopened(draft.answers, after.course), "past": "[]", "plan": ""}
    ledger.connection.execute(_KEEP, {"draft": asked.draft, **values})


def reopened(answers: str, course: Course) -> str:
    """The answers without those flagged, and without the day of sending."""
    kept = {path: value for path, value in json.loads(answers).items() if path != SENT_ON}
    return compact({**kept, **{flag.path: None for flag in course.flags}})
