"""Other proposals of the same names for the same deed, as far as the person may know of them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import and_, bindparam, or_, select

from flows.model import Person
from flows.proposals.course import State
from flows.proposals.matter import Alike, Proposal
from language.fold import fold
from storage.ledger import Ledger
from storage.proposal_tables import proposal_names, proposals
from storage.tables import units

MOST = 5

_FOUND = (
    select(
        proposals.c.draft_id,
        proposals.c.state,
        proposals.c.since,
        proposals.c.decided_on,
        proposal_names.c.name,
        units.c.name.label("unit_name"),
    )
    .join(proposals, proposals.c.id == proposal_names.c.proposal_id)
    .join(units, units.c.id == proposals.c.unit_id)
    .where(
        proposal_names.c.name.in_(bindparam("names", expanding=True)),
        proposal_names.c.deed == bindparam("deed"),
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
    .order_by(proposals.c.id.desc())
    .limit(MOST)
)


def with_alike(ledger: Ledger, person: Person, proposal: Proposal) -> Proposal:
    """A unit is told of its own alone, the office of all that were sent to it."""
    names = {fold(name): name for name in proposal.snapshot.names}
    if not names or not proposal.snapshot.deed or person.unit is None:
        return proposal
    here = person.unit.id
    asked = {
        "names": sorted(names),
        "deed": proposal.snapshot.deed,
        "draft": proposal.draft,
        "of_unit": here,
        "of_office": here if person.may_ask_reports else None,
    }
    found = (
        Alike(
            row.draft_id,
            names[row.name],
            row.unit_name,
            State(row.state),
            row.decided_on or row.since,
        )
        for row in ledger.connection.execute(_FOUND, asked)
    )
    return replace(proposal, alike=tuple(found))
