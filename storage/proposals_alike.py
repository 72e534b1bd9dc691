"""Whom a proposal names in the register of proposals, as far as the person may know of it."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlalchemy import and_, bindparam, or_, select

from flows.model import Draft, Person
from flows.proposals.asked import FindAlike, Named
from flows.proposals.awarded import by_spelling, names_of
from flows.proposals.course import State
from flows.proposals.matter import Alike, Proposal
from flows.proposals.sending import deed_of
from storage.drafts import may_see
from storage.ledger import Ledger
from storage.proposal_tables import proposal_names, proposals
from storage.tables import drafts, units

MOST = 8

_FOUND = (
    select(
        proposals.c.draft_id,
        proposals.c.state,
        proposals.c.since,
        proposals.c.decided_on,
        proposals.c.number,
        proposals.c.snapshot,
        proposal_names.c.name,
        (proposal_names.c.deed == bindparam("deed")).label("same"),
        units.c.name.label("unit_name"),
    )
    .join(proposals, proposals.c.id == proposal_names.c.proposal_id)
    .join(units, units.c.id == proposals.c.unit_id)
    .where(
        proposal_names.c.name.in_(bindparam("names", expanding=True)),
        # the same deed in whatever state; of another only what was awarded
        or_(
            and_(proposal_names.c.deed == bindparam("deed"), proposal_names.c.deed != ""),
            proposals.c.state == State.DECIDED,
        ),
        proposals.c.draft_id != bindparam("draft"),
        proposals.c.state != State.DRAFT,
        or_(
            proposals.c.unit_id == bindparam("of_unit"),
            and_(
                proposals.c.office_id == bindparam("of_office"),
                proposals.c.first_sent_on.is_not(None),
            ),
        ),
    )
    .order_by((proposal_names.c.deed == bindparam("deed")).desc(), proposals.c.id.desc())
    .limit(MOST)
)
_DRAFT = select(drafts.c.unit_id, drafts.c.account_id, drafts.c.kind, drafts.c.answers).where(
    drafts.c.id == bindparam("draft")
)


def with_alike(ledger: Ledger, person: Person, proposal: Proposal) -> Proposal:
    """A unit is told of its own alone, the office of all that were sent to it."""
    snapshot = proposal.snapshot
    found = _alike(ledger, person, snapshot.names, deed=snapshot.deed, draft=proposal.draft)
    return replace(proposal, alike=found)


def find_alike(ledger: Ledger, person: Person, asked: FindAlike) -> Named | None:
    """Of whom a draft of the person's names, before it is sent."""
    row = ledger.connection.execute(_DRAFT, {"draft": asked.draft}).first()
    if row is None or not may_see(person, unit=row.unit_id, account=row.account_id):
        return None
    draft = Draft(row.kind, json.loads(row.answers))
    deed = deed_of(draft.answers)
    return Named(_alike(ledger, person, names_of(draft), deed=deed, draft=asked.draft))


def _alike(
    ledger: Ledger, person: Person, names: tuple[str, ...], *, deed: str, draft: int
) -> tuple[Alike, ...]:
    if not names or person.unit is None:
        return ()
    called, here = by_spelling(names), person.unit.id
    asked = {
        "names": sorted(called),
        "deed": deed,
        "draft": draft,
        "of_unit": here,
        "of_office": here if person.may_ask_reports else None,
    }
    return tuple(
        Alike(
            row.draft_id,
            called[row.name],
            row.unit_name,
            State(row.state),
            row.decided_on or row.since,
            number=row.number,
            form=str(json.loads(row.snapshot)["answers"].get("award_form") or ""),
            same=bool(deed and row.same),
        )
        for row in ledger.connection.execute(_FOUND, asked)
    )
