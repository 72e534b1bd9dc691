"""Rules of who receives what, set and ended on the board by who manages the unit."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam

from flows.proposals.routing import Route
from flows.tree import SetRoute, Unchanged
from flows.tree_refusals import route_wrong
from rules.message import say
from storage.managed_units import Managed
from storage.proposal_tables import routes
from storage.routes import NewRoute, end_route, list_routes, set_route
from storage.routing import route_from_row, rules_of

_ONE = rules_of(routes.c.id == bindparam("route"))


def standing(found: Managed, unit: int, today: date) -> tuple[Route, ...]:
    """Those of the unit and of the units above it that are not over."""
    if unit not in found.tree.nodes:
        return ()
    bearing = list_routes(found.connection, unit)
    return tuple(one for one in bearing if one.until is None or one.until >= today)


def put(found: Managed, asked: SetRoute) -> int | Unchanged | None:
    """The rule's number; None where the unit is not theirs."""
    if asked.unit not in found.tree.nodes:
        return None
    why_not = route_wrong(found.tree, asked)
    if why_not is not None or asked.office is None:
        return why_not
    made = NewRoute(asked.unit, asked.office, asked.since, asked.kind, asked.level, asked.basis)
    trail = found.trail
    return set_route(found.connection, made, now=trail.now, account=trail.account)


def ended(found: Managed, route: int, today: date) -> int | Unchanged | None:
    """The rule's number; None where there is none, or its unit is not theirs.

    One that is over already stays as it is: it would be in force again.
    """
    row = found.connection.execute(_ONE, {"route": route}).first()
    rule = None if row is None else route_from_row(row)
    if rule is None or rule.unit not in found.tree.nodes:
        return None
    if rule.until is not None and rule.until <= today:
        return route
    try:
        trail = found.trail
        end_route(found.connection, route, last=today, now=trail.now, account=trail.account)
    except ValueError:
        return Unchanged((say("unit.not_begun", since=rule.since),))
    return route
