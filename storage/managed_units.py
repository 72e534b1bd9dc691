"""The units that an administrator manages, and what they do to them told to the trail."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from flows.model import Json, Person
from flows.ports import Clock
from flows.tree import Node, UnitTree, may_edit, tree_of
from storage.persons import person_of_chat
from storage.tables import identities, roles, units
from storage.trail import NOBODY, Trail
from storage.values import clean

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
_CHAT = select(identities.c.conversation_id).where(
    identities.c.channel == bindparam("channel"), identities.c.external == bindparam("external")
)


@dataclass(frozen=True, slots=True)
class Managed:
    """An administrator's units, in a transaction that is open."""

    connection: Connection
    trail: Trail
    tree: UnitTree

    def note(self, event: str, told: dict[str, Json]) -> None:
        self.trail.note([(event, told)])


def managed(connection: Connection, clock: Clock, channel: str, sender: str) -> Managed | None:
    """None where the chat is of nobody who manages units."""
    here, now = {"channel": channel, "external": clean(sender)}, clock.now()
    person = person_of_chat(connection, channel, here["external"], now=now)
    if not may_edit(person):
        return None
    conversation = connection.execute(_CHAT, here).scalar() or NOBODY
    trail = Trail(connection, now, conversation=conversation, account=person.account)
    return Managed(connection, trail, _tree(connection, person))


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
