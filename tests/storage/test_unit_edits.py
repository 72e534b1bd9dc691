"""Units changed on the board, on both databases: by whom may, noted, kept while in use."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from flows import asking
from flows.model import UnitRole
from flows.reminding import Duty
from flows.tree import Change, EditUnit, SetRoute, Unchanged
from storage.routes import NewRoute
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import draft_of


def edit(
    office: Office, change: Change, unit: str, to: str | None = None, **rest: Any
) -> int | Unchanged | None:
    who = rest.pop("who", "administrator")
    office.come(who)
    other = None if to is None else office.units[to]
    asked = EditUnit(change, office.units[unit], other, **rest)
    return office.storage.units.edit("telegram", who, asked=asked)


def keys(found: int | Unchanged | None) -> list[str]:
    assert isinstance(found, Unchanged)
    return [one.key for one in found.why]


def events(office: Office) -> list[tuple[str, Any]]:
    found = rows(
        office.storage,
        "SELECT event, payload, account_id FROM audit WHERE event LIKE 'unit%' ORDER BY id",
    )
    assert {row[2] for row in found} <= {office.accounts["administrator"]}
    return [(row[0], json.loads(row[1])) for row in found]


def emptied(office: Office, unit: str) -> None:
    """Without people."""
    with office.storage._engine.begin() as connection:
        gone = text("DELETE FROM roles WHERE unit_id = :unit")
        connection.execute(gone, {"unit": office.units[unit]})


def test_the_tree_is_the_administrators_alone(office: Office) -> None:
    seen = {}
    for who in ("administrator", "reviewer", "head", "an", "foreign"):
        office.come(who)
        tree = office.storage.units.tree("telegram", who)
        seen[who] = None if tree is None else sorted(tree.nodes)
        if tree is None:
            assert edit(office, Change.RENAME, "unit", name="x", who=who) is None
    units = office.units
    assert seen.pop("administrator") == [units["office"], units["unit"], units["other unit"]]
    assert set(seen.values()) == {None}
    assert edit(office, Change.RENAME, "other office", name="x") is None, "not theirs"
    assert events(office) == []


def test_a_unit_is_added_renamed_moved_and_retired_and_the_trail_tells_it(office: Office) -> None:
    made = edit(office, Change.ADD, "office", name=" Tổ  một ", level="department")
    assert isinstance(made, int)
    office.units["new"] = made
    assert edit(office, Change.RENAME, "new", name="Tổ hai") == made
    assert edit(office, Change.MOVE, "unit", to="office") == office.units["unit"]
    assert edit(office, Change.OFFICE, "new", to="office") == made
    assert edit(office, Change.OFFICE, "unit", to="new") == office.units["unit"]
    assert edit(office, Change.OFFICE, "unit", to=None) == office.units["unit"]
    assert edit(office, Change.RETIRE, "new") == made
    office_id, unit = office.units["office"], office.units["unit"]
    assert events(office) == [
        ("unit_added", {"unit": made, "now": "Tổ một", "parent": office_id, "office": None}),
        ("unit_renamed", {"unit": made, "was": "Tổ một", "now": "Tổ hai"}),
        ("unit_moved", {"unit": unit, "was": None, "now": office_id}),
        ("unit_office_changed", {"unit": made, "was": None, "now": office_id}),
        ("unit_office_changed", {"unit": unit, "was": office_id, "now": made}),
        ("unit_office_changed", {"unit": unit, "was": made, "now": None}),
        ("unit_retired", {"unit": made, "was": office_id}),
    ]
    gone = rows(office.storage, f"SELECT name, retired_on FROM units WHERE id = {made}")[0]
    assert (gone[0], str(gone[1])) == ("Tổ hai", str(office.clock.today()))
    again = edit(office, Change.ADD, "office", name="Tổ hai", level="department")
    assert isinstance(again, int), "the name of a retired unit is free"
    assert edit(office, Change.RENAME, "new", name="x") is None, (
        "what is retired is changed no more"
    )


def test_a_ring_and_a_name_twice_are_refused_and_nothing_is_changed(office: Office) -> None:
    office.units["new"] = int(
        str(edit(office, Change.ADD, "unit", to="office", name="Tổ", level="commune"))
    )
    assert keys(edit(office, Change.MOVE, "unit", to="new")) == ["unit.ring"]
    assert keys(edit(office, Change.RENAME, "new", name="OTHER unit")) == ["unit.there"]
    assert len(events(office)) == 1


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ("people", "unit.tied.people"),
        ("draft", "unit.tied.drafts"),
        ("report", "unit.tied.reports"),
        ("sender", "unit.tied.sends"),
        ("route", "unit.tied.sends"),
        ("given", "unit.tied.received"),
        ("below", "unit.tied.below"),
    ],
)
def test_a_unit_on_which_something_hangs_is_not_retired(
    office: Office, left: str, told: str
) -> None:
    unit, people = office.units["unit"], office.storage.people
    if left == "draft":
        draft_of(office)
    if left == "report":
        duty = Duty("Rà soát", "", due=office.clock.today(), units=(unit,))
        office.ask("reviewer", asking.MakeDuty(duty))
    if left == "sender":
        people.set_office(office.units["other unit"], unit)
    if left == "below":
        people.add_unit("not theirs", level="commune", parent=unit)
    if left in ("route", "given"):
        statement = (
            f"INSERT INTO routes (unit_id, office_id, since) VALUES (1, {unit}, '2020-01-01')"
            if left == "route"
            else "INSERT INTO duties (office_id, account_id, title, instructions, due, repeats,"
            f" made_at) VALUES ({unit}, 1, 'x', '', '2026-12-01', 'once', '2026-11-01')"
        )
        with office.storage._engine.begin() as connection:
            connection.execute(text(statement))
    if left != "people":
        emptied(office, "unit")
    assert keys(edit(office, Change.RETIRE, "unit")) == ["unit.tied", told]
    assert rows(office.storage, f"SELECT retired_on FROM units WHERE id = {unit}") == [(None,)]
    assert events(office) == []


def test_a_rule_ties_its_office_to_its_last_day_and_no_longer(office: Office) -> None:
    emptied(office, "other unit")
    to, last = office.units["other unit"], office.clock.today()
    office.storage.routes.add(NewRoute(office.units["unit"], to, last))
    office.storage.routes.end(1, last=last)
    assert keys(edit(office, Change.RETIRE, "other unit"))[1:] == ["unit.tied.sends"]
    office.clock.pass_by(timedelta(days=1))
    assert edit(office, Change.RETIRE, "other unit") == to


def test_a_retired_unit_is_given_no_report_any_more(office: Office) -> None:
    emptied(office, "other unit")
    assert isinstance(edit(office, Change.RETIRE, "other unit"), int)
    names = [one.name for one in office.ask("reviewer", asking.ListUnits())]
    assert names == ["unit"]
    (line,) = [one for one in office.storage.people.units() if one.name == "other unit"]
    assert (line.office, line.retired_on) == (None, office.clock.today())


def test_roles_below_an_administrator_change_nothing(office: Office) -> None:
    people = office.storage.people
    people.remove_role(
        office.accounts["administrator"], unit=office.units["office"], role=UnitRole.ADMINISTRATOR
    )
    assert edit(office, Change.RENAME, "unit", name="x") is None


def rules(office: Office) -> list[str]:
    found = office.storage.units.routes("telegram", "administrator", unit=office.units["unit"])
    return [f"{one.kind}/{one.level} {one.office_name} {one.until}" for one in found]


def test_a_rule_of_who_receives_what_is_set_ended_and_told_in_the_trail(office: Office) -> None:
    office.come("administrator", "reviewer")
    units, ids = office.storage.units, office.units
    today = office.clock.today()
    asked = SetRoute(ids["unit"], ids["office"], today, kind="thematic", level="province")
    number = units.set_route("telegram", "administrator", asked=asked)
    assert isinstance(number, int)
    assert rules(office) == ["thematic/province office None"]
    assert units.set_route("telegram", "reviewer", asked=asked) is None
    elsewhere = replace(asked, unit=ids["other office"])
    assert units.set_route("telegram", "administrator", asked=elsewhere) is None
    away = replace(asked, office=ids["other office"])
    assert keys(units.set_route("telegram", "administrator", asked=away)) == ["unit.no_office"]
    assert units.end_route("telegram", "reviewer", route=number) is None
    assert units.end_route("telegram", "administrator", route=99) is None
    later = replace(asked, since=today + timedelta(days=3), kind="")
    coming = units.set_route("telegram", "administrator", asked=later)
    assert isinstance(coming, int)
    assert keys(units.end_route("telegram", "administrator", route=coming)) == ["unit.not_begun"]
    assert units.end_route("telegram", "administrator", route=number) == number
    office.clock.pass_by(timedelta(days=1))
    assert rules(office) == ["/province office None"], "what is over is not shown"
    assert units.end_route("telegram", "administrator", route=number) == number
    assert rules(office) == ["/province office None"], "nor in force again by a page left open"
    assert office.storage.units.routes("telegram", "administrator", unit=99) == ()
    assert office.storage.units.routes("telegram", "reviewer", unit=ids["unit"]) == ()
    found = rows(office.storage, "SELECT event FROM audit WHERE event LIKE 'route%' ORDER BY id")
    assert [row[0] for row in found] == ["route_set", "route_set", "route_ended"]
