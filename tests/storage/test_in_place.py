"""What waits for a head in the place of one not reached outlives whatever plans the report anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text

from flows import asking
from flows.model import UnitRole
from flows.reminding import Rung
from reminders.catching_up import CatchingUp
from reminders.dispatch import Dispatcher
from tests.reminders.days import PLANS, at
from tests.storage.office import Office
from tests.storage.parts import join


def change(office: Office, statement: str) -> None:
    with office.storage._engine.begin() as connection:
        connection.execute(text(statement))


def tick(office: Office, when: str) -> None:
    office.clock.pass_by(at(when) - office.clock.now())
    Dispatcher(office.storage.reminders, PLANS, office.clock, breathe=lambda: None).tick()


@pytest.fixture
def waiting(office: Office) -> Office:
    """An has taken on the report and is not reached; it is eight, the head's hours begin at ten."""
    office.come("an", "head")
    assert office.ask("head", asking.SetHours(600, 1200))
    office.give("2026-11-30")
    office.ask("an", asking.ConfirmTask(office.task().id))
    change(office, "DELETE FROM reminders WHERE rung = 'told'")
    change(office, "UPDATE identities SET reachable = false WHERE external = 'an'")
    tick(office, "2026-11-20 08:00")
    assert office.whom(Rung.FIVE) == ["head"]
    return office


def officer_joins(office: Office) -> None:
    people = office.storage.people
    unit = office.units["unit"]
    new = people.add_account("new", unit=unit, role=UnitRole.OFFICER)
    join(office.storage, new, channel="telegram", sender="new")


def role_is_added(office: Office) -> None:
    office.come("binh")
    unit = office.units["unit"]
    office.storage.people.add_role(office.accounts["binh"], unit=unit, role=UnitRole.REVIEWER)


def role_is_taken(office: Office) -> None:
    unit = office.units["unit"]
    people = office.storage.people
    assert people.remove_role(office.accounts["binh"], unit=unit, role=UnitRole.OFFICER)


def pass_plans(office: Office) -> None:
    change(office, "UPDATE tasks SET plan = NULL")
    storage = office.storage
    assert CatchingUp(storage.drafts, storage.owed, PLANS, clock=office.clock).work() == 1


def time_is_refused(office: Office) -> None:
    task = office.task("head")
    office.ask("binh", asking.AskTime(task.id, at("2026-12-02 07:00").date(), "Bận"))
    office.ask("reviewer", asking.AnswerTime(task.id, granted=False))


@pytest.mark.parametrize(
    "planned_anew", [officer_joins, role_is_added, role_is_taken, pass_plans, time_is_refused]
)
def test_put_off_to_the_heads_hours_it_comes_all_the_same(
    waiting: Office, planned_anew: Callable[[Office], None]
) -> None:
    planned_anew(waiting)
    assert waiting.whom(Rung.FIVE) == ["head"]
    tick(waiting, "2026-11-20 10:00")
    assert waiting.whom(Rung.FIVE, "queued") == ["head"]


def test_put_off_it_goes_along_to_who_takes_the_report_over(waiting: Office) -> None:
    waiting.come("binh")
    waiting.ask("binh", asking.ConfirmTask(waiting.task("binh").id))
    assert waiting.whom(Rung.FIVE) == ["binh"], "once, and no more to the head"
    tick(waiting, "2026-11-20 08:05")
    assert waiting.whom(Rung.FIVE, "queued") == ["binh"]


def test_put_off_it_goes_to_another_head_where_this_one_leaves(waiting: Office) -> None:
    unit, people = waiting.units["unit"], waiting.storage.people
    people.add_role(waiting.accounts["binh"], unit=unit, role=UnitRole.HEAD)
    assert people.remove_role(waiting.accounts["head"], unit=unit, role=UnitRole.HEAD)
    assert waiting.whom(Rung.FIVE) == ["binh"]


def test_put_off_it_goes_back_to_who_reports_where_no_head_is_left(waiting: Office) -> None:
    unit, people = waiting.units["unit"], waiting.storage.people
    people.add_role(waiting.accounts["head"], unit=unit, role=UnitRole.OFFICER)
    assert people.remove_role(waiting.accounts["head"], unit=unit, role=UnitRole.HEAD)
    assert waiting.whom(Rung.FIVE) == ["an"]


def test_what_is_given_for_later_hours_can_be_given_on_before_them(waiting: Office) -> None:
    people, unit = waiting.storage.people, waiting.units["unit"]
    waiting.come("binh")
    waiting.ask("binh", asking.SetHours(540, 1200))
    waiting.ask("binh", asking.ConfirmTask(waiting.task("binh").id))
    assert people.remove_role(waiting.accounts["binh"], unit=unit, role=UnitRole.OFFICER)
    assert waiting.whom(Rung.FIVE) == ["head"], "whose hours begin later still"
    waiting.ask("an", asking.ConfirmTask(waiting.task("an").id))
    assert waiting.whom(Rung.FIVE) == ["an"]


def test_what_waits_for_the_offices_head_in_a_reviewers_place_stays_too(office: Office) -> None:
    people, unit = office.storage.people, office.units["office"]
    office.accounts["chief"] = people.add_account("chief", unit=unit, role=UnitRole.HEAD)
    office.come("chief", "an")
    assert office.ask("chief", asking.SetHours(600, 1200))
    office.give("2026-11-17")
    change(office, "DELETE FROM reminders WHERE rung <> 'office'")
    change(office, "UPDATE identities SET reachable = false WHERE external = 'reviewer'")
    tick(office, "2026-11-20 08:00")
    assert office.whom(Rung.OFFICE) == ["chief"]
    office.ask("an", asking.ConfirmTask(office.task().id))
    assert office.whom(Rung.OFFICE) == ["chief"]
