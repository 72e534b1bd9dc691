"""A report taken over from a colleague: today's rung goes along once, and the colleague is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows import asking
from flows.model import UnitRole
from flows.reminding import About, Rung
from tests.storage.office import Office
from tests.storage.parts import rows


@pytest.fixture
def five(office: Office) -> Office:
    """A report taken on by An; today, Friday 20/11, is five working days before its last day."""
    office.come("an", "binh", "head")
    office.give("2026-11-30")
    office.ask("an", asking.ConfirmTask(office.task().id))
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM reminders WHERE rung = 'told'")
    office.clock.pass_by(timedelta(days=3, hours=22, minutes=5))
    return office


def take_over(office: Office, way: str) -> None:
    number = office.task().id
    asked = asking.HandOver(About(task=number), office.accounts["binh"])
    office.ask(*(("an", asked) if way == "handed" else ("binh", asking.ConfirmTask(number))))


@pytest.mark.parametrize("way", ["handed", "taken"])
@pytest.mark.parametrize("stage", ["planned", "queued", "failed"])
def test_todays_rung_is_the_new_owners_alone(five: Office, way: str, stage: str) -> None:
    assert five.whom(Rung.FIVE) == ["an"]
    if stage != "planned":
        five.queue("an")
    if stage == "failed":
        with five.storage._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE reminders SET status = 'failed' WHERE rung = 'five'")

    take_over(five, way)

    assert five.whom(Rung.FIVE) == ["binh"]
    assert {name for name, rung, _ in five.reminders() if rung == Rung.FIVE} == {"binh"}
    if stage == "queued":
        assert five.outbox()[0] == ("replaced", "closed")
    (words,) = rows(five.storage, "SELECT words FROM reminders WHERE rung = 'five'")
    assert '"binh"' in words[0], "it says who has taken it on now"
    five.sent(*five.queue())
    assert five.whom(Rung.FIVE, "sent") == ["binh"]


def test_what_was_sent_to_the_first_is_not_sent_to_the_second(five: Office) -> None:
    five.sent(*five.queue("an"))
    take_over(five, "handed")
    assert five.whom(Rung.FIVE) == []
    assert five.whom(Rung.THREE) == ["binh"]


def test_who_had_today_s_rung_already_does_not_get_it_again(office: Office) -> None:
    office.come("an", "binh", "head")
    office.give("2026-11-30")
    office.clock.pass_by(timedelta(days=3, hours=22, minutes=5))
    office.sent(*office.queue("binh"))
    number = office.task().id
    office.ask("an", asking.ConfirmTask(number))
    assert office.whom(Rung.FIVE) == ["an"]
    office.ask("binh", asking.ConfirmTask(number))
    assert office.whom(Rung.FIVE) == []
    assert office.whom(Rung.FIVE, "sent") == ["binh"]


@pytest.mark.parametrize("is_same_day", [True, False])
def test_a_nudge_goes_along_unless_the_new_owner_had_one_that_day(
    office: Office, *, is_same_day: bool
) -> None:
    nudged(office, is_same_day=is_same_day)
    office.ask("binh", asking.ConfirmTask(office.task().id))
    assert office.whom(Rung.NUDGE) == ([] if is_same_day else ["binh"])
    assert office.whom(Rung.NUDGE, "sent") == ["an", "binh", "head"]


@pytest.mark.parametrize("is_same_day", [True, False])
def test_a_nudge_of_who_leaves_goes_to_the_head_unless_she_had_one_that_day(
    office: Office, *, is_same_day: bool
) -> None:
    nudged(office, is_same_day=is_same_day)
    people, unit = office.storage.people, office.units["unit"]
    assert people.remove_role(office.accounts["an"], unit=unit, role=UnitRole.OFFICER)
    assert office.whom(Rung.NUDGE) == ([] if is_same_day else ["head"])


def nudged(office: Office, *, is_same_day: bool) -> None:
    """All were on a day; An has taken the report on, and one waits for An that day or the next."""
    office.come("an", "binh", "head")
    duty = office.give("2026-12-14")
    assert office.ask("reviewer", asking.NudgeMissing(duty.id or 0))
    office.sent(*office.queue())
    office.ask("an", asking.ConfirmTask(office.task().id))
    if is_same_day:
        with office.storage._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE tasks SET nudged_on = NULL")
    else:
        office.clock.pass_by(timedelta(days=1))
    assert office.ask("reviewer", asking.NudgeMissing(duty.id or 0))
    assert office.whom(Rung.NUDGE) == ["an"]


def test_the_colleague_whose_report_is_taken_on_is_told(five: Office) -> None:
    take_over(five, "taken")
    assert five.whom(Rung.TOLD) == ["an"]
    (words,) = rows(five.storage, "SELECT words FROM reminders WHERE rung = 'told'")
    assert "told.taken_on" in words[0]
    assert '"binh"' in words[0]
    five.ask("binh", asking.AskTime(five.task().id, five.task().due + timedelta(3), "Bận"))
    assert "an" in five.whom(Rung.TOLD), "another change of the report does not take it away"


def test_who_hands_over_is_told_nothing_and_who_loses_it_is(five: Office) -> None:
    take_over(five, "handed")
    assert five.whom(Rung.TOLD) == ["binh"]
    number = five.task().id
    five.ask("head", asking.HandOver(About(task=number), five.accounts["an"]))
    assert five.whom(Rung.TOLD) == ["an", "binh"]
    five.ask("an", asking.ReportTask(number, "Xong"))
    assert five.whom(Rung.TOLD) == ["reviewer"]
