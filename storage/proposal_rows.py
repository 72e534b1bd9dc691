"""Proposals as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from flows.figures import told_by
from flows.model import Json
from flows.proposals.course import Flag, State
from flows.proposals.matter import Line, Proposal, Snapshot, Stepped
from flows.proposals.moves import Step
from flows.reminding import Colleague
from flows.wire import file_from_json, file_to_json, message_from_json, message_to_json
from language.fold import fold
from storage.proposal_tables import proposal_names, proposal_steps, proposals
from storage.tables import accounts, drafts, units
from storage.values import AnyRow, clean, compact

_offices = units.alias("offices")
_owners = accounts.alias("owners")
_senders = accounts.alias("senders")
_heads = accounts.alias("heads")
_reviewers = accounts.alias("reviewers")

_OF_DRAFT = proposals.c.draft_id == bindparam("draft")
_READ = (
    select(
        proposals,
        drafts.c.account_id.label("owner_id"),
        drafts.c.maker_id,
        _owners.c.name.label("owner_name"),
        units.c.name.label("unit_name"),
        units.c.letters,
        _offices.c.name.label("office_name"),
        _senders.c.name.label("sender_name"),
        _heads.c.name.label("head_name"),
        _reviewers.c.name.label("reviewer_name"),
    )
    .join(drafts, drafts.c.id == proposals.c.draft_id)
    .join(_owners, _owners.c.id == drafts.c.account_id)
    .join(units, units.c.id == proposals.c.unit_id)
    .join(_offices, _offices.c.id == proposals.c.office_id)
    .outerjoin(_senders, _senders.c.id == proposals.c.sender_id)
    .outerjoin(_heads, _heads.c.id == proposals.c.head_id)
    .outerjoin(_reviewers, _reviewers.c.id == proposals.c.reviewer_id)
    .where(_OF_DRAFT)
)
_LOCK = select(proposals.c.id).where(_OF_DRAFT).with_for_update(key_share=True)
_STEPS = (
    select(proposal_steps, accounts.c.name)
    .join(accounts, accounts.c.id == proposal_steps.c.account_id)
    .join(proposals, proposals.c.id == proposal_steps.c.proposal_id)
    .where(_OF_DRAFT)
    .order_by(proposal_steps.c.id)
)
_ADD = insert(proposals).returning(proposals.c.id)
_CHANGE = update(proposals).where(_OF_DRAFT).returning(proposals.c.id)
_ADD_STEP = insert(proposal_steps)
_DROP_NAMES = delete(proposal_names).where(proposal_names.c.proposal_id == bindparam("proposal"))
_ADD_NAMES = insert(proposal_names)


def read_proposal(connection: Connection, draft: int, *, lock: bool = False) -> Proposal | None:
    """Whoever asks: whether they may is for the caller to see to."""
    if lock and connection.execute(_LOCK, {"draft": draft}).first() is None:
        return None
    row = connection.execute(_READ, {"draft": draft}).first()
    if row is None:
        return None
    return proposal_from_row(row, connection.execute(_STEPS, {"draft": draft}).all())


def proposal_from_row(row: AnyRow, steps: Any = ()) -> Proposal:
    return Proposal(
        row.draft_id,
        State(row.state),
        unit=row.unit_id,
        unit_name=row.unit_name,
        office=row.office_id,
        office_name=row.office_name,
        owner=Colleague(row.owner_id, row.owner_name),
        snapshot=snapshot_from_json(json.loads(row.snapshot)),
        letters=frozenset(json.loads(row.letters)),
        maker=row.maker_id,
        version=row.version,
        sender=_colleague(row.sender_id, row.sender_name),
        head=_colleague(row.head_id, row.head_name),
        reviewer=_colleague(row.reviewer_id, row.reviewer_name),
        first_sent_on=row.first_sent_on,
        sent_on=row.sent_on,
        since=row.since,
        flags=tuple(Flag(*flag) for flag in json.loads(row.flags)),
        words=row.words,
        number=row.number,
        decided_on=row.decided_on,
        file=file_from_json(json.loads(row.file)) if row.file else None,
        marks=json.loads(row.marks),
        steps=tuple(
            Stepped(one.at, one.name, Step(one.step), json.loads(one.payload).get("words", ""))
            for one in steps
        ),
    )


def _colleague(account: int | None, name: str | None) -> Colleague | None:
    return None if account is None else Colleague(account, str(name))


def write_proposal(connection: Connection, proposal: Proposal, **rest: Any) -> int:
    """The row's id; made where there was none. `rest` is the time of the change."""
    values = {**_columns(proposal), **rest}
    if proposal.version > 1:
        draft = {"draft": proposal.draft}
        return int(connection.execute(_CHANGE, {**values, **draft}).scalar_one())
    return int(connection.execute(_ADD, {**values, "draft_id": proposal.draft}).scalar_one())


def _columns(proposal: Proposal) -> Mapping[str, Any]:
    snapshot = proposal.snapshot
    people = {"sender_id": proposal.sender, "head_id": proposal.head}
    people["reviewer_id"] = proposal.reviewer
    counted = told_by(snapshot.kind, snapshot.answers)
    return {
        "unit_id": proposal.unit,
        "office_id": proposal.office,
        "kind": snapshot.kind,
        "state": proposal.state.value,
        **{column: one.account if one else None for column, one in people.items()},
        "first_sent_on": proposal.first_sent_on,
        "sent_on": proposal.sent_on,
        "since": proposal.since,
        "title": compact(message_to_json(snapshot.title)),
        "verdict": snapshot.verdict,
        "timing": snapshot.timing,
        "snapshot": compact(snapshot_to_json(snapshot)),
        "deed_on": counted.deed_on,
        "types": " ".join(counted.types),
        "grassroots": counted.grassroots,
        "grassroots_asked": counted.grassroots_asked,
        "flags": compact([[one.path, one.remark, one.was] for one in proposal.flags]),
        "words": clean(proposal.words),
        "number": clean(proposal.number),
        "decided_on": proposal.decided_on,
        "file": compact(file_to_json(proposal.file)) if proposal.file else None,
        "marks": compact(dict(proposal.marks)),
        "version": proposal.version,
    }


def add_step(connection: Connection, proposal: int, **columns: Any) -> None:
    connection.execute(_ADD_STEP, {"proposal_id": proposal, **columns})


def write_names(connection: Connection, proposal: int, snapshot: Snapshot) -> None:
    """Whom it proposes, in place of those of the sending before."""
    connection.execute(_DROP_NAMES, {"proposal": proposal})
    rows = [
        {"proposal_id": proposal, "place": place, "name": fold(name), "deed": snapshot.deed}
        for place, name in enumerate(snapshot.names)
    ]
    if rows:
        connection.execute(_ADD_NAMES, rows)


def line_from_row(row: AnyRow, *, mine: bool) -> Line:
    return Line(
        row.draft_id,
        State(row.state),
        row.kind,
        title=message_from_json(json.loads(row.title)),
        unit_name=row.unit_name,
        verdict=row.verdict,
        timing=row.timing,
        since=row.since,
        sent_on=row.sent_on,
        mine=mine,
        decided_on=row.decided_on,
    )


def snapshot_to_json(snapshot: Snapshot) -> Json:
    return {
        "kind": snapshot.kind,
        "answers": dict(snapshot.answers),
        "title": message_to_json(snapshot.title),
        "verdict": snapshot.verdict,
        "timing": snapshot.timing,
        "explanation": message_to_json(snapshot.explanation),
        "rulebook": snapshot.rulebook,
        "names": list(snapshot.names),
        "deed": snapshot.deed,
    }


def snapshot_from_json(raw: Json) -> Snapshot:
    return Snapshot(
        raw["kind"],
        raw["answers"],
        title=message_from_json(raw["title"]),
        verdict=raw["verdict"],
        timing=raw["timing"],
        explanation=message_from_json(raw["explanation"]),
        rulebook=raw["rulebook"],
        names=tuple(raw["names"]),
        deed=raw["deed"],
    )
