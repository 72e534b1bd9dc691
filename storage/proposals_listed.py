"""The open proposals that concern a person: of their own, of their unit, of their office."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Select, bindparam, or_, select

from flows.model import Person, UnitRole
from flows.proposals.asked import ListProposals
from flows.proposals.matter import Line
from flows.proposals.moves import ENDED
from storage.ledger import Ledger
from storage.proposal_rows import line_from_row
from storage.proposal_tables import proposals
from storage.tables import drafts, units

MOST_LISTED = 200


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
