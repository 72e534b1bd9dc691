"""The tree of units as its administrators see and change it on the board (flows.tree.Units)."""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from flows.model import Json, Person
from flows.ports import Clock
from flows.proposals.moves import ENDED
from flows.tree import (
    Change,
    EditUnit,
    Node,
    Ties,
    Unchanged,
    UnitTree,
    may_edit,
    tied,
    tree_of,
    unchanged,
)
from language.fold import clean as told
from storage.persons import person_of_chat
from storage.proposal_tables import proposals, routes
from storage.reminder_tables import duties, tasks
from storage.sessions import Sessions
from storage.tables import drafts, identities, roles, units
from storage.task_rows import OWED
from storage.trail import NOBODY, Trail
from storage.values import clean, compact

_PEOPLE = (
    select(roles.c.unit_id, func.count(roles.c.account_id.distinct()).label("people"))
    .group_by(roles.c.unit_id)
    .subquery()
)
_READ = (
    select(units, _PEOPLE.c.people)
    .outerjoin(_PEOPLE, _PEOPLE.c.unit_id == units.c.id)
    .where(units.c.retired_on.is_(None), units.c.is_demonstration.is_(False))
    .order_by(units.c.id)
)
# who changes the tree does so after whoever is changing it; who only refers to a unit waits not
_LOCK = select(units.c.id).order_by(units.c.id).with_for_update(key_share=True)
_CHAT = select(identities.c.conversation_id).where(
    identities.c.channel == bindparam("channel"), identities.c.external == bindparam("external")
)
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
            person = self._person(connection, channel, sender)
            return None if person is None else _tree(connection, person)

    def edit(self, channel: str, sender: str, *, asked: EditUnit) -> int | Unchanged | None:
        """The unit's number once it is changed, noted in the trail."""
        with self._sessions.writing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_LOCK).all()
            person = self._person(connection, channel, sender)
            tree = None if person is None else _tree(connection, person)
            if person is None or tree is None or asked.unit not in tree.nodes:
                return None
            why_not = unchanged(tree, asked)
            if why_not is None and asked.change is Change.RETIRE:
                why_not = tied(self._ties(connection, asked.unit))
            if why_not is not None:
                return why_not
            unit, what = self._changed(connection, tree, asked)
            here = {"channel": channel, "external": clean(sender)}
            conversation = connection.execute(_CHAT, here).scalar() or NOBODY
            now, account = self._clock.now(), person.account
            trail = Trail(connection, now, conversation=conversation, account=account)
            trail.note([(_EVENTS[asked.change], {"unit": unit, **what})])
            return unit

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
                values, was = {"name": told(asked.name)}, {"was": before.name}
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
        people, open_drafts, reports, sending, routed, received, given = (
            int(connection.execute(query, asked).scalar_one())
            for query in (_HELD, _OPEN_DRAFTS, _REPORTS, _SENDING, _ROUTED, _RECEIVED, _ASKED)
        )
        return Ties(people, open_drafts, reports, sends=sending + routed, received=received + given)

    def _person(self, connection: Connection, channel: str, sender: str) -> Person | None:
        person = person_of_chat(connection, channel, clean(sender), now=self._clock.now())
        return person if may_edit(person) else None


def _added(connection: Connection, asked: EditUnit) -> tuple[int, dict[str, Json]]:
    row = {
        "name": told(asked.name),
        "level": asked.level,
        "letters": compact(sorted(set(asked.letters))),
        "parent_id": asked.unit,
        "receiving_office_id": asked.to,
    }
    made = int(connection.execute(_ADD, row).scalar_one())
    return made, {"now": row["name"], "parent": asked.unit, "office": asked.to}


def _tree(connection: Connection, person: Person) -> UnitTree:
    assert person.unit is not None
    nodes = (
        Node(
            row.id,
            row.name,
            row.level,
            letters=tuple(json.loads(row.letters)),
            parent=row.parent_id,
            office=row.receiving_office_id,
            people=row.people or 0,
        )
        for row in connection.execute(_READ)
    )
    return tree_of(nodes, person.unit.id)
