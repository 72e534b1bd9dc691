"""Rules of which office receives what, as both databases keep them; by whom they are set."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from flows.model import Person, Unit, UnitRole
from flows.proposals.asked import FindOffice, ReadProposal, TakeStep
from flows.proposals.course import State
from flows.proposals.moves import Step
from flows.proposals.routing import Routed
from storage.register import NotThere
from storage.routes import NewRoute
from tests.storage.office import Office
from tests.storage.parts import rows
from tests.storage.proposing import SNAPSHOT, draft_of, read, send, take

FIRST = date(2026, 1, 1)
TODAY = date(2026, 11, 16)


def add(office: Office, unit: str, to: str, **rest: Any) -> int:
    made = NewRoute(office.units[unit], office.units[to], **{"since": FIRST, **rest})
    found = office.storage.routes.add(made)
    assert found is not None
    return found


def goes(
    office: Office, unit: str = "unit", kind: str = "surprise", level: str = "province"
) -> str | None:
    found = office.storage.routes.office_for(office.units[unit], kind=kind, level=level, on=TODAY)
    return found.office_name if found else None


def test_a_unit_takes_its_own_rule_then_one_above_then_its_one_office(office: Office) -> None:
    people, units = office.storage.people, office.units
    for name, parent in (("province", None), ("district", "province"), ("village", "district")):
        above = units[parent] if parent else None
        level = "province" if name == "province" else "commune"
        units[name] = people.add_unit(name, level=level, parent=above)
    assert goes(office, "village") is None
    people.set_office(units["village"], units["office"])
    assert goes(office, "village") == "office"
    add(office, "province", "province", level="province")
    assert goes(office, "village") == "province", "two units above"
    assert goes(office, "village", level="commune") == "office"
    assert goes(office, "province") is None, "no unit sends to itself"
    add(office, "village", "other office", kind="surprise")
    assert goes(office, "village") == "other office"
    assert goes(office, "village", kind="thematic") == "province"
    assert goes(office, "district") == "province"


def test_units_above_one_another_in_a_ring_are_no_trap(office: Office) -> None:
    unit, other = office.units["unit"], office.units["other unit"]
    with office.storage.turn() as turn:
        for one, above in ((unit, other), (other, unit)):
            turn._connection.exec_driver_sql(
                f"UPDATE units SET parent_id = {above} WHERE id = {one}"
            )
    add(office, "other unit", "other office")
    assert goes(office) == "other office"


def test_the_officer_is_told_by_kind_and_level_of_the_draft(office: Office) -> None:
    add(office, "unit", "other office", kind="surprise", level="district", basis="QĐ 7")
    draft = draft_of(office, award_level="district")
    found = office.ask("an", FindOffice(draft))
    assert isinstance(found, Routed)
    assert (found.office_name, found.why.values["basis"]) == ("other office", "QĐ 7")
    assert office.ask("head", FindOffice(draft)) == found
    for who in ("binh", "other", "reviewer", "foreign"):
        assert office.ask(who, FindOffice(draft)) is None
    at_province = office.ask("an", FindOffice(draft_of(office, award_level="province")))
    assert (at_province.office_name, at_province.why.key) == ("office", "route.why.one")


def test_it_goes_to_the_office_that_was_seen_or_nowhere(office: Office) -> None:
    draft = draft_of(office)
    office.come("an", "head")
    seen = TakeStep(draft, Step.SEND, 1, snapshot=SNAPSHOT, office=office.units["office"])
    add(office, "unit", "other office")
    taken = office.ask("an", seen)
    assert taken.why_not.key == "send.office_moved"
    assert rows(office.storage, "SELECT count(*) FROM proposals") == [(0,)]
    taken = take(office, "an", Step.SEND, draft)
    assert taken is not None
    assert taken.proposal is not None
    assert taken.proposal.office == office.units["other office"]


def test_a_changed_rule_moves_nothing_that_was_sent(office: Office) -> None:
    sent, with_head = draft_of(office), draft_of(office)
    send(office, sent)
    take(office, "an", Step.SEND, with_head)
    add(office, "unit", "other office")
    assert read(office, "reviewer", sent).office == office.units["office"]
    assert office.ask("foreign", ReadProposal(sent)) is None
    take(office, "head", Step.CONFIRM, with_head)
    confirmed = read(office, "head", with_head)
    assert (confirmed.state, confirmed.office_name) == (State.SUBMITTED, "office")
    send(office, new := draft_of(office))
    assert read(office, "foreign", new).office_name == "other office"


def test_a_rule_of_the_same_day_is_set_anew_and_an_ended_one_is_kept(office: Office) -> None:
    add(office, "unit", "office")
    again = add(office, "unit", "other office")
    assert [one.id for one in office.storage.routes.listed()] == [again]
    ended = office.storage.routes.end(again, last=TODAY - timedelta(days=1))
    assert ended is not None
    assert ended.until == TODAY - timedelta(days=1)
    assert office.storage.routes.listed(office.units["unit"]) == (ended,)
    assert office.storage.routes.listed(office.units["other unit"]) == ()
    assert goes(office) == "office"
    with pytest.raises(ValueError, match="2025"):
        office.storage.routes.end(again, last=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("made", "error"),
    [
        ({"kind": "revocation"}, ValueError),
        ({"level": "unit"}, ValueError),
        ({"unit": 99}, NotThere),
        ({"office": 99}, NotThere),
    ],
)
def test_what_there_is_not_is_refused(
    office: Office, made: dict[str, Any], error: type[Exception]
) -> None:
    wanted = {"unit": office.units["unit"], "office": office.units["office"], "since": FIRST}
    with pytest.raises(error):
        office.storage.routes.add(NewRoute(**(wanted | made)))
    for call in (
        lambda: office.storage.routes.end(99, last=TODAY),
        lambda: office.storage.routes.listed(99),
    ):
        with pytest.raises(NotThere):
            call()
    assert office.storage.routes.listed() == ()


def person(office: Office, unit: str, role: UnitRole) -> Person:
    held = Unit(office.units[unit], unit, "commune", letters=frozenset())
    return Person(office.accounts["an"], "x", held, frozenset({role}))


def test_only_administrators_over_the_unit_or_of_its_office_set_and_end_rules(
    office: Office,
) -> None:
    units, routes = office.units, office.storage.routes
    units["above"] = office.storage.people.add_unit("above", level="province")
    with office.storage.turn() as turn:
        turn._connection.exec_driver_sql(
            f"UPDATE units SET parent_id = {units['above']} WHERE id = {units['unit']}"
        )
    made = NewRoute(units["unit"], units["other office"], FIRST)
    allowed = {
        (unit, role)
        for unit in ("unit", "above", "office", "other unit", "other office")
        for role in UnitRole
        if routes.add(made, by=person(office, unit, role)) is not None
    }
    assert allowed == {(one, UnitRole.ADMINISTRATOR) for one in ("unit", "above", "office")}
    (one,) = routes.listed()
    assert routes.end(one.id, last=TODAY, by=person(office, "unit", UnitRole.HEAD)) is None
    assert routes.end(one.id, last=TODAY, by=Person()) is None
    assert routes.end(77, last=TODAY, by=person(office, "unit", UnitRole.ADMINISTRATOR)) is None
    assert routes.listed()[0].until is None
    ended = routes.end(one.id, last=TODAY, by=person(office, "above", UnitRole.ADMINISTRATOR))
    assert ended is not None
    assert routes.listed() == (ended,)


def test_who_set_and_ended_a_rule_stands_in_the_trail(office: Office) -> None:
    administrator = person(office, "office", UnitRole.ADMINISTRATOR)
    number = add(office, "unit", "other office", kind="surprise")
    office.storage.routes.end(number, last=TODAY, by=administrator)
    office.storage.routes.end(number, last=TODAY, by=person(office, "office", UnitRole.REVIEWER))
    found = rows(
        office.storage,
        "SELECT event, account_id, payload FROM audit WHERE event LIKE 'route%' ORDER BY id",
    )
    units = {"unit": office.units["unit"], "office": office.units["other office"]}
    told = {**units, "kind": "surprise", "level": "", "since": "2026-01-01", "until": None}
    assert [(event, who, json.loads(payload)) for event, who, payload in found] == [
        ("route_set", None, told),
        ("route_ended", administrator.account, told | {"until": TODAY.isoformat()}),
    ]
