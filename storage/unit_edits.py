"""The tree of units as its administrators see and change it on the board (flows.tree.Units)."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from flows.model import Json
from flows.ports import Clock
from flows.proposals.moves import ENDED
from flows.proposals.routing import Route
from flows.tree import Change, EditUnit, SetRoute, Ties, Unchanged, UnitTree
from flows.tree_refusals import tied, unchanged
from language.fold import clean
from storage.managed_units import managed
from storage.proposal_tables import proposals, routes
from storage.reminder_tables import duties, tasks
from storage.route_edits import ended, put, standing
from storage.sessions import Sessions
from storage.tables import drafts, roles, units
from storage.task_rows import OWED
from storage.values import compact

# who changes the tree does so after whoever is changing it; who only refers to a unit waits not
_LOCK = select(units.c.id).order_by(units.c.id).with_for_update(key_share=True)
_ADD = insert(units).returning(units.c.id)
_CHANGE = update(units).where(units.c.id == bindparam("unit"))
_UNIT: Any = bindparam("unit")
_OPEN_DRAFTS = (
    select(func.count())
    .select_from(drafts.outerjoin(proposals, proposals.c.draft_id == drafts.c.id))
    .where(
        drafts.c.unit_id == _UNIT,
        or_(proposals.c.state.is_(None), proposals.c.state.not_in(sorted(ENDED))),
    )
)
_REPORTS = select(func.count()).where(
    tasks.c.unit_id == _UNIT, tasks.c.state.in_(sorted(state.value for state in OWED))
)
_SENDING = select(func.count()).where(
    units.c.receiving_office_id == _UNIT, units.c.retired_on.is_(None)
)
_ROUTED = select(func.count()).where(
    routes.c.office_id == _UNIT,
    or_(routes.c.until.is_(None), routes.c.until >= bindparam("today")),
)
_RECEIVED = select(func.count()).where(
    proposals.c.office_id == _UNIT, proposals.c.state.not_in(sorted(ENDED))
)
_ASKED = select(func.count()).where(duties.c.office_id == _UNIT, duties.c.ended_at.is_(None))
_BELOW = select(func.count()).where(units.c.parent_id == _UNIT, units.c.retired_on.is_(None))
_HELD = select(func.count(roles.c.account_id.distinct())).where(roles.c.unit_id == _UNIT)
_EVENTS: Final = {
    Change.ADD: "unit_added",
    Change.RENAME: "unit_renamed",
    Change.MOVE: "unit_moved",
    Change.OFFICE: "unit_office_changed",
    Change.RETIRE: "unit_retired",
}


class SqlUnits:
    """Every call may raise StorageUnavailable."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    def tree(self, channel: str, sender: str) -> UnitTree | None:
        """What they may see and change."""
        with self._sessions.reading() as connection:
            found = managed(connection, self._clock, channel, sender)
            return None if found is None else found.tree

    def edit(self, channel: str, sender: str, *, asked: EditUnit) -> int | Unchanged | None:
        """The unit's number once it is changed, noted in the trail."""
        with self._sessions.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_LOCK).all()
            found = managed(connection, self._clock, channel, sender)
            if found is None or asked.unit not in found.tree.nodes:
                return None
            why_not = unchanged(found.tree, asked)
            if why_not is None and asked.change is Change.RETIRE:
                why_not = tied(self._ties(connection, asked.unit))
            if why_not is not None:
                return why_not
            unit, what = self._changed(connection, found.tree, asked)
            found.note(_EVENTS[asked.change], {"unit": unit, **what})
            return unit

    def routes(self, channel: str, sender: str, *, unit: int) -> tuple[Route, ...]:
        """The rules that bear on a unit of theirs and are not over."""
        with self._sessions.reading() as connection:
            found = managed(connection, self._clock, channel, sender)
            return () if found is None else standing(found, unit, self._clock.today())

    def set_route(self, channel: str, sender: str, *, asked: SetRoute) -> int | Unchanged | None:
        """The rule's number, noted in the trail."""
        with self._sessions.writing() as connection:
            found = managed(connection, self._clock, channel, sender)
            return None if found is None else put(found, asked)

    def end_route(self, channel: str, sender: str, *, route: int) -> int | Unchanged | None:
        """A rule of one of their units, which holds today for the last time."""
        with self._sessions.writing() as connection:
            found = managed(connection, self._clock, channel, sender)
            return None if found is None else ended(found, route, self._clock.today())

    def _changed(
        self, connection: Connection, tree: UnitTree, asked: EditUnit
    ) -> tuple[int, dict[str, Json]]:
        """The unit, and what the trail tells of the change."""
        before = tree.nodes[asked.unit]
        if asked.change is Change.ADD:
            return _added(connection, asked)
        values: dict[str, Any]
        was: dict[str, Json]
        match asked.change:
            case Change.RENAME:
                values, was = {"name": clean(asked.name)}, {"was": before.name}
            case Change.MOVE:
                values, was = {"parent_id": asked.to}, {"was": before.parent}
            case Change.OFFICE:
                values, was = {"receiving_office_id": asked.to}, {"was": before.office}
            case _:
                values = {"retired_on": self._clock.today(), "receiving_office_id": None}
                was = {"was": before.office}
        connection.execute(_CHANGE.values(values), {"unit": asked.unit})
        now = {} if asked.change is Change.RETIRE else {"now": next(iter(values.values()))}
        return asked.unit, {**was, **now}

    def _ties(self, connection: Connection, unit: int) -> Ties:
        asked = {"unit": unit, "today": self._clock.today()}
        queries = (_HELD, _OPEN_DRAFTS, _REPORTS, _SENDING, _ROUTED, _RECEIVED, _ASKED, _BELOW)
        people, open_drafts, reports, sending, routed, received, given, below = (
            int(connection.execute(query, asked).scalar_one()) for query in queries
        )
        sends, received = sending + routed, received + given
        return Ties(people, open_drafts, reports, sends=sends, received=received, below=below)


def _added(connection: Connection, asked: EditUnit) -> tuple[int, dict[str, Json]]:
    row = {
        "name": clean(asked.name),
        "level": asked.level,
        "letters": compact(sorted(set(asked.letters))),
        "parent_id": asked.unit,
        "receiving_office_id": asked.to,
    }
    made = int(connection.execute(_ADD, row).scalar_one())
    return made, {"now": row["name"], "parent": asked.unit, "office": asked.to}
