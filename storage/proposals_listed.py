"""The proposals that concern a person: of their own, of their unit, of their office."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Select, bindparam, or_, select

from flows.model import Person, UnitRole
from flows.proposals.asked import MOST_ENDED, ListProposals
from flows.proposals.matter import Line
from flows.proposals.moves import ENDED
from storage.ledger import Ledger
from storage.proposal_rows import line_from_row
from storage.proposal_tables import proposals
from storage.tables import drafts, units

MOST_LISTED = 200


def _lines(*conditions: Any, ended: bool) -> Select[Any]:
    """Of what is on its way the longest waiting first, of what is ended the latest."""
    state = proposals.c.state
    found = (
        select(proposals, units.c.name.label("unit_name"), drafts.c.account_id.label("owner_id"))
        .join(units, units.c.id == proposals.c.unit_id)
        .join(drafts, drafts.c.id == proposals.c.draft_id)
        .where(*conditions)
    )
    if ended:
        latest = (proposals.c.changed_at.desc(), proposals.c.id.desc())
        return found.where(state.in_(sorted(ENDED))).order_by(*latest).limit(MOST_ENDED)
    waiting = (proposals.c.since, proposals.c.id)
    return found.where(state.not_in(sorted(ENDED))).order_by(*waiting).limit(MOST_LISTED)


_IN_UNIT = (
    proposals.c.unit_id == bindparam("unit"),
    or_(drafts.c.account_id == bindparam("account"), bindparam("whole_unit", type_=Boolean)),
)
_AT_OFFICE = (
    proposals.c.office_id == bindparam("unit"),
    proposals.c.first_sent_on.is_not(None),
)
_OF_UNIT = {ended: _lines(*_IN_UNIT, ended=ended) for ended in (False, True)}
_OF_OFFICE = {ended: _lines(*_AT_OFFICE, ended=ended) for ended in (False, True)}


def list_proposals(ledger: Ledger, person: Person, asked: ListProposals) -> tuple[Line, ...]:
    """What is not ended, what waits longest first; or what is ended, the latest first."""
    assert person.unit is not None
    of: dict[str, Any] = {"unit": person.unit.id}
    found: list[Line] = []
    if person.may_store:
        whole = {"whole_unit": UnitRole.HEAD in person.roles, "account": person.account}
        rows = ledger.connection.execute(_OF_UNIT[asked.ended], {**of, **whole})
        found += [line_from_row(row, mine=row.owner_id == person.account) for row in rows]
    if person.may_ask_reports:
        rows = ledger.connection.execute(_OF_OFFICE[asked.ended], of)
        found += [line_from_row(row, mine=False) for row in rows]
    if asked.ended:
        return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:MOST_ENDED])
    return tuple(found)
