"""Where a proposal goes: by the rules of its unit or of those above it, else its one office."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, literal_column, select

from flows.model import Person
from flows.proposals.asked import FindOffice
from flows.proposals.routing import Route, Routed, route_of, routed
from rules.message import say
from storage.drafts import may_see
from storage.ledger import Ledger
from storage.persons import OFFICES
from storage.proposal_tables import routes
from storage.tables import drafts, units
from storage.values import AnyRow

MOST_ABOVE: Final = 20
"""So many units stand above one another at the most: a ring of parents ends here."""

_above = (
    select(units.c.id, units.c.parent_id, literal_column("0").label("depth"))
    .where(units.c.id == bindparam("unit"))
    .cte("above", recursive=True)
)
_above = _above.union_all(
    select(units.c.id, units.c.parent_id, _above.c.depth + 1)
    .join(_above, units.c.id == _above.c.parent_id)
    .where(_above.c.depth < MOST_ABOVE)
)
_LINE = select(_above.c.id).order_by(_above.c.depth)
_OFFICE = (
    select(OFFICES.c.id, OFFICES.c.name, units.c.name.label("unit_name"))
    .select_from(units.join(OFFICES, OFFICES.c.id == units.c.receiving_office_id))
    .where(units.c.id == bindparam("unit"))
)
_DRAFT = select(drafts.c.unit_id, drafts.c.account_id, drafts.c.kind, drafts.c.answers).where(
    drafts.c.id == bindparam("draft")
)


def rules_of(*conditions: Any) -> Select[Any]:
    """The rules with the names of their units and offices."""
    return (
        select(routes, units.c.name.label("unit_name"), OFFICES.c.name.label("office_name"))
        .join(units, units.c.id == routes.c.unit_id)
        .join(OFFICES, OFFICES.c.id == routes.c.office_id)
        .where(*conditions)
        .order_by(routes.c.unit_id, routes.c.since, routes.c.id)
    )


_OF_UNITS = rules_of(routes.c.unit_id.in_(bindparam("units", expanding=True)))


def line_of(connection: Connection, unit: int) -> Sequence[int]:
    """The unit and those above it, the nearest first; none where there is no such unit."""
    return connection.execute(_LINE, {"unit": unit}).scalars().all()


def rules_for(connection: Connection, line: Sequence[int]) -> tuple[Route, ...]:
    """The rules of these units, the ended ones too."""
    return tuple(route_from_row(row) for row in connection.execute(_OF_UNITS, {"units": line}))


def one_office(connection: Connection, unit: int) -> AnyRow | None:
    """The one office of a unit for all that no rule names: id, name and the unit's name."""
    return connection.execute(_OFFICE, {"unit": unit}).first()


def office_for(
    connection: Connection, unit: int, *, kind: str, level: str, on: date
) -> Routed | None:
    """By the rule of the unit or the nearest above, else the unit's one office, else none."""
    line = line_of(connection, unit)
    rule = route_of(rules_for(connection, line), line, kind=kind, level=level, on=on)
    if rule is not None:
        return routed(rule)
    row = one_office(connection, unit)
    if row is None:
        return None
    return Routed(row.id, row.name, say("route.why.one", unit=row.unit_name))


def find_office(ledger: Ledger, person: Person, asked: FindOffice) -> Routed | None:
    """Where a draft of the person's unit would go today."""
    row = ledger.connection.execute(_DRAFT, {"draft": asked.draft}).first()
    if row is None or not may_see(person, unit=row.unit_id, account=row.account_id):
        return None
    return office_of_draft(ledger.connection, row, on=ledger.today)


def office_of_draft(connection: Connection, draft: Any, *, on: date) -> Routed | None:
    """Of a row that has a draft's unit, kind and answers."""
    level = str(json.loads(draft.answers).get("award_level") or "")
    return office_for(connection, draft.unit_id, kind=draft.kind, level=level, on=on)


def route_from_row(row: AnyRow) -> Route:
    return Route(
        row.unit_id,
        row.unit_name,
        office=row.office_id,
        office_name=row.office_name,
        since=row.since,
        until=row.until,
        kind=row.kind,
        level=row.level,
        basis=row.basis,
        id=row.id,
    )
