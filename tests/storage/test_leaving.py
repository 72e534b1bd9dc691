"""Who loses a role is reminded no more of what they may not see; the head is, of what is owed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from flows import asking
from flows.model import Draft, UnitRole
from flows.reminder_ports import Slot
from flows.reminding import About, Rung, TaskState
from tests.storage.office import DAY, THREE, Office, plan_of
from tests.storage.parts import rows

TO_FIVE = timedelta(days=3, hours=22, minutes=5)
"""From Monday, nine o'clock, to Friday 20/11, five past seven: five days before 30/11."""


def take(office: Office, who: str, role: UnitRole = UnitRole.OFFICER, unit: str = "unit") -> bool:
    remove = office.storage.people.remove_role
    return remove(office.accounts[who], unit=office.units[unit], role=role)


def names(office: Office) -> set[str]:
    """Who has any reminder that is not sent."""
    return {name for name, _, status in office.reminders() if status != "sent"}


def test_a_role_not_held_is_not_taken(office: Office) -> None:
    office.give()
    before = office.reminders()
    assert not take(office, "an", UnitRole.HEAD)
    assert not take(office, "an", UnitRole.OFFICER, "other unit")
    assert office.reminders() == before


def test_a_report_nobody_has_taken_on_is_for_those_who_are_left(office: Office) -> None:
    office.give("2026-11-30")
    assert take(office, "an")
    assert "an" not in names(office)
    assert office.whom(Rung.DAY) == ["binh", "head"]
    assert office.whom(Rung.TOLD) == ["binh", "head"]
    assert not take(office, "an"), "only once"


@pytest.mark.parametrize("is_queued", [True, False])
def test_a_report_taken_on_is_open_again_and_todays_rung_goes_to_the_head(
    office: Office, *, is_queued: bool
) -> None:
    office.come("an", "binh", "head")
    office.give("2026-11-30")
    number = office.task().id
    office.ask("an", asking.ConfirmTask(number))
    office.clock.pass_by(TO_FIVE)
    if is_queued:
        office.queue("an")

    assert take(office, "an")

    assert names(office) == {"binh", "head", "reviewer"}
    assert office.whom(Rung.FIVE) == ["head"]
    assert office.whom(Rung.THREE) == ["binh", "head"]
    task = office.task("head")
    assert (task.state, task.responsible) == (TaskState.OPEN, None)
    told = rows(office.storage, "SELECT words FROM reminders WHERE rung = 'told'")
    assert sum("told.left" in words for (words,) in told) == 2
    assert office.whom(Rung.TOLD)[-2:] == ["binh", "head"]


def test_who_left_may_do_nothing_with_what_is_the_units(office: Office) -> None:
    office.give()
    number = office.task().id
    take(office, "an")
    assert not office.ask("an", asking.ListTasks())
    assert office.ask("an", asking.ConfirmTask(number)) is None
    assert office.ask("an", asking.ReportTask(number, "Xong")) is None
    assert office.ask("an", asking.RemindAgain(About(task=number), "hour")) is None
    assert not office.ask("an", asking.ListDeadlines())


def test_more_time_asked_for_stays_asked_for(office: Office) -> None:
    office.give()
    task = office.task()
    office.ask("an", asking.ConfirmTask(task.id))
    office.ask("an", asking.AskTime(task.id, task.due + timedelta(3), "Bận"))
    take(office, "an")
    left = office.task("binh")
    assert (left.state, left.responsible) == (TaskState.ASKED, None)


def test_a_head_who_stays_an_officer_keeps_what_is_an_officers(office: Office) -> None:
    people, unit = office.storage.people, office.units["unit"]
    people.add_role(office.accounts["an"], unit=unit, role=UnitRole.HEAD)
    office.come("an")
    office.give()
    number = office.task().id
    office.ask("an", asking.ConfirmTask(number))
    assert office.whom(Rung.HEAD) == ["an", "head"]
    assert take(office, "an", UnitRole.HEAD)
    assert office.whom(Rung.HEAD) == ["head"]
    assert office.whom(Rung.DAY) == ["an"]
    assert office.task().responsible is not None


@pytest.mark.parametrize("is_queued", [True, False])
def test_a_head_who_stays_the_officer_who_reports_keeps_what_is_due(
    office: Office, *, is_queued: bool
) -> None:
    people, unit = office.storage.people, office.units["unit"]
    people.add_role(office.accounts["an"], unit=unit, role=UnitRole.HEAD)
    office.come("an", "head")
    office.give("2026-11-30")
    office.ask("an", asking.ConfirmTask(office.task().id))
    office.clock.pass_by(TO_FIVE)
    if is_queued:
        office.queue("an")

    assert take(office, "an", UnitRole.HEAD)

    assert [one for one in office.reminders() if one[1] == Rung.FIVE] == [
        ("an", "five", "queued" if is_queued else "planned")
    ]
    assert office.whom(Rung.HEAD) == ["head"]


def test_without_its_last_reviewer_the_office_hears_by_its_administrators(office: Office) -> None:
    office.come("reviewer", "administrator")
    office.give("2026-11-17")
    office.clock.pass_by(timedelta(days=3, hours=22, minutes=5))
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE reminders SET at = '2026-11-19 00:00:00+00:00' WHERE rung = 'office'"
        )
    assert office.whom(Rung.OFFICE) == ["reviewer"]
    assert take(office, "reviewer", UnitRole.REVIEWER, "office")
    assert office.whom(Rung.OFFICE) == ["administrator"]
    assert not office.ask("reviewer", asking.ListDuties())


def test_drafts_of_who_left_are_the_heads_who_is_told(office: Office) -> None:
    office.come("head")
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    quiet = office.keep("an", Draft("thematic"))
    office.ask("an", asking.RemindAgain(About(draft=draft.id), "tomorrow"))

    take(office, "an")

    assert [(name, rung) for name, rung, _ in office.reminders()] == [
        ("head", "told"),
        ("head", "three"),
        ("head", "day"),
    ]
    owners = rows(office.storage, "SELECT id, account_id FROM drafts ORDER BY id")
    head = office.accounts["head"]
    assert owners == [(draft.id, head), (quiet.id, head)]
    assert "told.left.draft" in rows(office.storage, "SELECT words FROM reminders")[-1][0]
    assert {line.about.draft for line in office.ask("head", asking.ListDeadlines())} == {draft.id}


def test_without_a_head_drafts_of_who_left_remind_nobody_until_they_are_back(
    office: Office,
) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    take(office, "head", UnitRole.HEAD)
    take(office, "an")
    assert office.reminders() == []
    assert rows(office.storage, "SELECT account_id, plan FROM drafts") == [
        (office.accounts["an"], "")
    ]
    office.storage.people.add_role(
        office.accounts["an"], unit=office.units["unit"], role=UnitRole.OFFICER
    )
    (behind,) = office.storage.drafts.behind("x", after=0, at_most=5)
    assert behind.id == draft.id
    assert behind.owner is not None, "the next pass plans it anew"


def test_what_a_head_was_told_in_an_officers_place_goes_back_to_the_officer(
    office: Office,
) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.come("head")
    office.ask("head", asking.RemindAgain(About(draft=draft.id), "tomorrow"))
    (three,) = rows(office.storage, "SELECT id FROM reminders WHERE rung = 'three'")[0]
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        dispatching.hand_up([three], office.accounts["head"])
    assert office.whom(Rung.THREE) == ["head"]

    take(office, "head", UnitRole.HEAD)

    assert office.whom(Rung.THREE) == ["an"]
    assert office.whom(Rung.AGAIN) == []


def test_of_several_units_another_counts_from_then_on(office: Office) -> None:
    office.give("2026-11-27", "unit", "other unit")
    office.come("an")
    office.storage.people.add_role(
        office.accounts["an"], unit=office.units["other unit"], role=UnitRole.OFFICER
    )
    assert office.whom(Rung.DAY) == ["an", "binh", "head", "other"]
    take(office, "an")
    units = rows(
        office.storage,
        "SELECT t.unit_id FROM reminders r JOIN tasks t ON t.id = r.task_id"
        f" WHERE r.rung = 'day' AND r.account_id = {office.accounts['an']}",
    )
    assert units == [(office.units["other unit"],)]


def test_what_waits_for_a_heads_pause_goes_back_to_the_officer_at_once(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.come("head")
    (three,) = rows(office.storage, "SELECT id FROM reminders WHERE rung = 'three'")[0]
    office.clock.pass_by(timedelta(days=1))
    christmas = datetime(2026, 12, 25, tzinfo=UTC)
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        dispatching.hand_up([three], office.accounts["head"])
        dispatching.move([three], Slot(christmas.date(), christmas))

    take(office, "head", UnitRole.HEAD)

    assert office.whom(Rung.THREE) == ["an"]
    assert office.storage.reminders.next_due() == office.clock.now()
