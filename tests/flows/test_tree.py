"""The tree of units: what an administrator sees, and each change with what is refused of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from flows.model import Person, Unit, UnitRole
from flows.proposals.routing import Route, line
from flows.tree import (
    BASIS_LENGTH,
    NAME_LENGTH,
    Change,
    EditUnit,
    Node,
    SetRoute,
    Ties,
    Unchanged,
    may_edit,
    parents_for,
    tree_of,
)
from flows.tree_refusals import route_wrong, tied, unchanged
from rules.message import say

OWN, BELOW, DEEP, SENDER, OF_SENDER, OTHER = 1, 2, 3, 4, 5, 6
NODES = (
    Node(OWN, "Sở Nội vụ", "department", parent=OTHER),
    Node(BELOW, "Phòng Thi đua", "department", parent=OWN),
    Node(DEEP, "Tổ một", "department", parent=BELOW, office=BELOW),
    Node(SENDER, "UBND xã Đồng Tiến", "commune", office=OWN),
    Node(OF_SENDER, "Thôn Hạ", "commune", parent=SENDER),
    Node(OTHER, "UBND tỉnh", "province"),
)
TREE = tree_of(NODES, OWN)


def refused(change: Change, unit: int, to: int | None = None, **rest: str) -> tuple[str, str]:
    """Why not, by its key, and the field; nothing where it may be done."""
    level = rest.pop("level", "commune")
    letters = tuple(rest.pop("letters", "").split())
    asked = EditUnit(change, unit, to, level=level, letters=letters, **rest)
    found = unchanged(TREE, asked)
    return (found.why[0].key, found.field) if found else ("", "")


def test_an_administrator_sees_what_is_below_and_what_sends_to_them() -> None:
    assert sorted(TREE.nodes) == [OWN, BELOW, DEEP, SENDER]
    assert [one.id for one in TREE.roots()] == [OWN, SENDER], "their own first"
    assert [one.id for one in TREE.children(OWN)] == [BELOW]
    ring = (Node(7, "a", "commune", parent=8), Node(8, "b", "commune", parent=7))
    assert sorted(tree_of((*NODES, *ring), OWN).nodes) == sorted(TREE.nodes)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ((Change.RENAME, OWN, None, "Sở Nội vụ tỉnh"), ("", "")),
        ((Change.RENAME, BELOW, None, "phong thi dua"), ("", "")),
        ((Change.RENAME, BELOW, None, " \u200b "), ("unit.no_name", "name")),
        ((Change.RENAME, BELOW, None, "x" * (NAME_LENGTH + 1)), ("unit.long_name", "name")),
        ((Change.RENAME, BELOW, None, "UBND XÃ ĐỒNG TIẾN"), ("unit.there", "name")),
        ((Change.ADD, BELOW, OWN, "Tổ hai"), ("", "")),
        ((Change.ADD, BELOW, None, "Tổ hai"), ("", "")),
        ((Change.ADD, SENDER, OWN, "Thôn Thượng"), ("", "")),
        ((Change.ADD, SENDER, None, "Thôn Thượng"), ("unit.given_away", "to")),
        ((Change.ADD, OWN, OTHER, "Tổ hai"), ("unit.no_office", "to")),
        ((Change.ADD, OWN, None, "Tổ một"), ("unit.there", "name")),
        ((Change.MOVE, DEEP, OWN, ""), ("", "")),
        ((Change.MOVE, SENDER, BELOW, ""), ("", "")),
        ((Change.MOVE, SENDER, SENDER, ""), ("unit.ring.itself", "to")),
        ((Change.MOVE, BELOW, DEEP, ""), ("unit.ring", "to")),
        ((Change.MOVE, BELOW, SENDER, ""), ("unit.given_away", "to")),
        ((Change.MOVE, BELOW, OTHER, ""), ("unit.no_parent", "to")),
        ((Change.MOVE, BELOW, None, ""), ("unit.no_parent", "to")),
        ((Change.MOVE, OWN, BELOW, ""), ("unit.own", "")),
        ((Change.OFFICE, BELOW, SENDER, ""), ("", "")),
        ((Change.OFFICE, BELOW, None, ""), ("", "")),
        ((Change.OFFICE, BELOW, BELOW, ""), ("unit.office_itself", "to")),
        ((Change.OFFICE, BELOW, OTHER, ""), ("unit.no_office", "to")),
        ((Change.OFFICE, SENDER, OWN, ""), ("", "")),
        ((Change.OFFICE, SENDER, BELOW, ""), ("unit.given_away", "to")),
        ((Change.OFFICE, OWN, BELOW, ""), ("unit.own", "")),
        ((Change.RETIRE, DEEP, None, ""), ("", "")),
        ((Change.RETIRE, BELOW, None, ""), ("unit.has_children", "")),
        ((Change.RETIRE, OWN, None, ""), ("unit.own", "")),
    ],
)
def test_each_change_is_done_or_refused_with_its_place(
    asked: tuple[Change, int, int | None, str], why: tuple[str, str]
) -> None:
    change, unit, to, name = asked
    assert refused(change, unit, to, name=name) == why


def test_a_new_unit_has_a_level_and_letters_that_there_are() -> None:
    named = {"name": "Tổ hai"}
    assert refused(Change.ADD, OWN, None, **named, level="ward") == ("unit.no_level", "level")
    assert refused(Change.ADD, OWN, None, **named, letters="LS1999") == (
        "unit.no_letter",
        "letters",
    )
    assert refused(Change.ADD, OWN, None, **named, letters="LS2022 CL2023") == ("", "")
    assert refused(Change.ADD, OWN, None, **named, level="district") == ("", "")


def test_what_hangs_on_a_unit_keeps_it_and_is_told() -> None:
    assert tied(Ties()) is None
    found = tied(Ties(people=2, reports=1))
    assert isinstance(found, Unchanged)
    assert [one.key for one in found.why] == [
        "unit.tied",
        "unit.tied.people",
        "unit.tied.reports",
    ]


def test_it_cannot_be_moved_below_itself() -> None:
    assert {one.id for one in parents_for(TREE, BELOW)} == {OWN, SENDER}


@pytest.mark.parametrize("role", UnitRole)
def test_only_an_administrator_changes_the_tree(role: UnitRole) -> None:
    unit = Unit(OWN, "Sở Nội vụ", level="department", letters=frozenset())
    shown = Unit(OWN, "x", level="commune", letters=frozenset(), is_demonstration=True)
    roles = frozenset({role})
    assert may_edit(Person(1, "A", unit=unit, roles=roles)) is (role is UnitRole.ADMINISTRATOR)
    assert not may_edit(Person(1, "A", unit=shown, roles=roles))
    assert not may_edit(Person(None, "A", unit=unit, roles=roles))
    assert not may_edit(Person(1, "A", roles=roles))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, ("", "")),
        ({"kind": "thematic", "level": "province", "basis": "QĐ 5"}, ("", "")),
        ({"kind": "revocation"}, ("unit.no_kind", "kind")),
        ({"level": "unit"}, ("unit.no_level", "level")),
        ({"office": SENDER}, ("unit.office_itself", "to")),
        ({"office": OTHER}, ("unit.no_office", "to")),
        ({"office": None}, ("unit.no_office", "to")),
        ({"basis": "x" * (BASIS_LENGTH + 1)}, ("unit.long_basis", "basis")),
    ],
)
def test_a_rule_is_set_or_refused_with_its_place(
    changed: dict[str, Any], why: tuple[str, str]
) -> None:
    asked = SetRoute(SENDER, changed.pop("office", OWN), date(2026, 1, 1), **changed)
    found = route_wrong(TREE, asked)
    assert ((found.why[0].key, found.field) if found else ("", "")) == why


def test_a_rule_is_told_with_its_days_and_its_basis() -> None:
    rule = Route(2, "UBND xã", office=1, office_name="Sở Nội vụ", since=date(2026, 1, 5), id=7)
    assert line(rule).key == "route.line"
    assert "until" in line(rule).values
    ended = replace(rule, until=date(2026, 2, 1), basis="QĐ 5", kind="thematic")
    assert line(ended).key == "route.line.basis"
    assert line(ended).values["until"] == say("route.until", day=date(2026, 2, 1))
    assert line(rule).values["until"] == say("route.on")
