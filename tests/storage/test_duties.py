"""Reports that an office asks of its units: given, taken on, put off, made, nudged and ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows import asking
from flows.model import UnitRole
from flows.reminding import About, Colleague, Duty, File, Repeats, Rung, TaskState
from locales import catalog
from storage.series import next_day
from storage.wording import words_from_text
from tests.storage.office import Office
from tests.storage.parts import rows

DUE = date(2026, 11, 27)


def test_a_duty_is_given_to_each_unit_and_everybody_there_is_told(office: Office) -> None:
    duty = office.give("2026-11-27", "unit", "other unit")

    assert duty.id is not None
    assert office.whom(Rung.TOLD) == ["an", "binh", "head", "other"]
    assert office.whom(Rung.DAY) == ["an", "binh", "head", "other"]
    assert office.whom(Rung.HEAD) == ["head"]
    assert office.whom(Rung.OFFICE) == ["reviewer", "reviewer"]
    task = office.task("an")
    assert (task.duty.title, task.office, task.unit) == ("Rà soát", "office", "unit")
    assert (task.state, task.due, task.duty.units) == (TaskState.OPEN, DUE, (task.unit_id,))


def test_an_office_without_reviewers_hears_by_its_administrators(office: Office) -> None:
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM roles WHERE role = 'reviewer'")
    duty = Duty("Rà soát", "", due=DUE, units=(office.units["unit"],))
    assert office.ask("administrator", asking.MakeDuty(duty)) is not None

    assert office.whom(Rung.OFFICE) == ["administrator"]


@pytest.mark.parametrize(
    ("due", "units"),
    [
        ("2026-11-15", ["unit"]),
        ("2026-11-27", []),
        ("2026-11-27", ["unit", "other office"]),
        ("2026-11-27", ["office"]),
    ],
    ids=["past", "no units", "a unit of another office", "the office itself"],
)
def test_a_duty_that_makes_no_sense_is_not_given(
    office: Office, due: str, units: list[str]
) -> None:
    wanted = tuple(office.units[unit] for unit in units)
    duty = Duty("Rà soát", "", due=date.fromisoformat(due), units=wanted)

    assert office.ask("reviewer", asking.MakeDuty(duty)) is None
    assert rows(office.storage, "SELECT count(*) FROM duties") == [(0,)]


def test_who_takes_a_report_on_is_reminded_alone(office: Office) -> None:
    office.give()
    task = office.ask("an", asking.ConfirmTask(office.task().id))

    assert task.state is TaskState.CONFIRMED
    assert task.responsible == Colleague(office.accounts["an"], "an")
    assert office.whom(Rung.DAY) == ["an"]
    assert office.whom(Rung.HEAD) == ["head"]
    assert office.whom(Rung.OFFICE) == ["reviewer"]


def test_a_colleague_may_take_it_on_later(office: Office) -> None:
    office.give()
    number = office.task().id
    office.ask("an", asking.ConfirmTask(number))
    office.ask("binh", asking.ConfirmTask(number))

    assert office.whom(Rung.DAY) == ["binh"]


def test_what_was_sent_to_somebody_is_not_sent_to_them_again(office: Office) -> None:
    office.give("2026-11-24")
    number = office.task().id
    office.come("binh", "head")
    office.clock.pass_by(timedelta(days=2))
    office.sent(*office.queue())
    sent = office.whom(Rung.FIVE, "sent")
    office.ask("an", asking.ConfirmTask(number))
    office.ask("binh", asking.ConfirmTask(number))

    assert sent == office.whom(Rung.FIVE, "sent") == ["an", "binh", "head"]
    assert office.whom(Rung.FIVE) == []


def test_a_report_ends_its_reminders_and_the_office_is_told(office: Office) -> None:
    office.give()
    file = File("telegram", "x1", "bc.docx", size=10)
    task = office.ask("an", asking.ReportTask(office.task().id, "Đã xong", (file,)))

    assert (task.state, task.report, task.files) == (TaskState.REPORTED, "Đã xong", (file,))
    assert office.reminders() == [("reviewer", "told", "planned")]
    assert "told.reported" in rows(office.storage, "SELECT words FROM reminders")[0][0]


def test_a_report_may_be_made_anew_and_not_be_taken_on(office: Office) -> None:
    office.give()
    number = office.task().id
    office.ask("an", asking.ReportTask(number, "Một"))
    assert office.ask("binh", asking.ReportTask(number, "Hai")).report == "Hai"

    assert office.ask("an", asking.ConfirmTask(number)) is None
    assert office.ask("an", asking.AskTime(number, DUE + timedelta(days=9), "Bận")) is None
    assert office.ask("an", asking.RemindAgain(About(task=number), "hour")) is None
    assert office.whom(Rung.TOLD) == ["reviewer"]


def test_who_joins_later_is_reminded_of_what_nobody_has_taken_on(office: Office) -> None:
    office.give()
    office.give("2026-12-11")
    office.ask("an", asking.ConfirmTask(office.task().id))
    people = office.storage.people
    unit, other = office.units["unit"], office.units["other unit"]
    for name, home, role in (
        ("new", unit, UnitRole.OFFICER),
        ("elsewhere", other, UnitRole.OFFICER),
        ("second", office.units["office"], UnitRole.REVIEWER),
    ):
        office.accounts[name] = people.add_account(name, unit=home, role=role)
        office.come(name)

    assert office.whom(Rung.DAY).count("new") == 1
    assert office.whom(Rung.OFFICE) == ["reviewer"] * 2 + ["second"] * 2
    assert "elsewhere" not in {name for name, _, _ in office.reminders()}


@pytest.mark.parametrize(
    ("who", "role", "rung"), [("an", "head", Rung.HEAD), ("foreign", "officer", Rung.DAY)]
)
def test_a_role_given_to_who_has_joined_brings_its_reminders(
    office: Office, who: str, role: str, rung: Rung
) -> None:
    office.give()
    office.come(who)
    before = office.whom(rung)
    give_role = office.storage.people.add_role
    give_role(office.accounts[who], unit=office.units["unit"], role=UnitRole(role))
    give_role(office.accounts["administrator"], unit=office.units["unit"], role=UnitRole(role))

    assert office.whom(rung) == sorted([*before, who]), "who has no chat is reminded of nothing"


def test_time_asked_for_is_told_to_the_office(office: Office) -> None:
    office.give()
    until = DUE + timedelta(days=7)
    task = office.ask("an", asking.AskTime(office.task().id, until, "Đang kiểm tra"))

    assert (task.state, task.asked_until, task.reason) == (
        TaskState.ASKED,
        until,
        "Đang kiểm tra",
    )
    assert "reviewer" in office.whom(Rung.TOLD)
    assert office.whom(Rung.DAY) == ["an", "binh", "head"], "its reminders go on meanwhile"
    assert office.ask("an", asking.AskTime(task.id, DUE, "Bận")) is None


def test_time_granted_is_a_new_last_day(office: Office) -> None:
    office.give()
    number = office.task().id
    until = DUE + timedelta(days=7)
    office.ask("an", asking.ConfirmTask(number))
    office.ask("an", asking.AskTime(number, until, "Bận"))
    task = office.ask("reviewer", asking.AnswerTime(number, granted=True))

    assert (task.state, task.due, task.asked_until) == (TaskState.CONFIRMED, until, None)
    dues = rows(office.storage, "SELECT DISTINCT due FROM reminders WHERE rung = 'day'")
    assert [str(row[0]) for row in dues] == [until.isoformat()]
    assert office.whom(Rung.TOLD) == ["an"]
    assert office.ask("reviewer", asking.AnswerTime(number, granted=True)) is None


def test_time_granted_leaves_a_reminder_that_was_asked_for(office: Office) -> None:
    office.give()
    number = office.task().id
    until = DUE + timedelta(days=7)
    office.ask("an", asking.RemindAgain(About(task=number), "tomorrow"))
    office.ask("an", asking.AskTime(number, until, "Bận"))
    office.ask("reviewer", asking.AnswerTime(number, granted=True))

    assert office.whom(Rung.AGAIN) == ["an"]
    again = rows(office.storage, "SELECT due, words FROM reminders WHERE rung = 'again'")
    of_day = rows(office.storage, "SELECT due, words FROM reminders WHERE rung = 'day'")
    assert again == of_day[:1], "it says the new last day"
    office.ask("an", asking.ReportTask(number, "Đã xong"))
    assert office.whom(Rung.AGAIN) == []


def test_time_refused_leaves_the_last_day(office: Office) -> None:
    office.give()
    number = office.task().id
    office.ask("an", asking.AskTime(number, DUE + timedelta(days=7), "Bận"))
    task = office.ask("reviewer", asking.AnswerTime(number, granted=False))

    assert (task.state, task.due) == (TaskState.OPEN, DUE)
    told = rows(office.storage, "SELECT words FROM reminders WHERE rung = 'told'")
    assert all("told.refused" in row[0] or "told.asked_time" in row[0] for row in told)


def test_those_who_have_not_reported_are_nudged_once(office: Office) -> None:
    duty = office.give("2026-11-27", "unit", "other unit")
    office.ask("other", asking.ReportTask(office.task("other").id, "Đã xong"))

    at = office.clock.now()
    nudge = asking.NudgeMissing(duty.id or 0)
    assert office.ask("reviewer", nudge) == asking.Nudged(1)
    office.clock.pass_by(timedelta(hours=2))
    assert office.ask("administrator", nudge) == asking.Nudged(0, (("unit", at),))
    assert office.whom(Rung.NUDGE) == ["an", "binh", "head"]


def test_an_ended_duty_is_over_for_all(office: Office) -> None:
    duty = office.give("2026-11-27", "unit", "other unit")
    office.ask("other", asking.ReportTask(office.task("other").id, "Đã xong"))
    number = office.task().id

    assert office.ask("reviewer", asking.EndDuty(duty.id or 0))
    assert not office.ask("reviewer", asking.EndDuty(duty.id or 0))
    assert office.reminders() == []
    assert office.ask("reviewer", asking.ListDuties()) == ()
    assert office.ask("reviewer", asking.NudgeMissing(duty.id or 0)) is None
    states = {
        task.unit: task.state for task in office.ask("reviewer", asking.ReadDuty(duty.id or 0))
    }
    assert states == {"unit": TaskState.CLOSED, "other unit": TaskState.REPORTED}
    assert office.ask("an", asking.ListTasks()) == ()
    assert office.ask("an", asking.ReportTask(number, "Muộn")) is None


def test_the_office_sees_who_has_and_who_has_not(office: Office) -> None:
    later = office.give("2026-12-11", "unit")
    first = office.give("2026-11-27", "unit", "other unit")
    office.ask("an", asking.ReportTask(office.task().id, "Đã xong"))

    assert [duty.id for duty in office.ask("reviewer", asking.ListDuties())] == [first.id, later.id]
    assert office.ask("reviewer", asking.ListDuties())[0].units == first.units
    tasks = office.ask("reviewer", asking.ReadDuty(first.id or 0))
    assert {task.unit: task.state for task in tasks} == {
        "unit": TaskState.REPORTED,
        "other unit": TaskState.OPEN,
    }


def repeat(office: Office) -> int:
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        return dispatching.repeat_duties(office.clock.today(), now=office.clock.now())


def test_a_repeating_duty_is_given_anew_when_its_day_has_passed(office: Office) -> None:
    office.give("2026-11-27", "unit", "other unit", repeats=Repeats.MONTHLY)
    office.clock.pass_by(timedelta(days=11))
    assert repeat(office) == 0, "the last day is not past"
    office.clock.pass_by(timedelta(days=1))

    assert repeat(office) == 1
    assert repeat(office) == 0
    duties = office.ask("reviewer", asking.ListDuties())
    assert [duty.due for duty in duties] == [DUE, date(2026, 12, 27)]
    assert duties[1].units == duties[0].units
    assert len(office.ask("an", asking.ListTasks())) == 2


def test_an_ended_series_is_not_given_anew(office: Office) -> None:
    first = office.give(repeats=Repeats.MONTHLY)
    office.clock.pass_by(timedelta(days=12))
    repeat(office)
    office.ask("reviewer", asking.EndDuty(first.id or 0))
    office.clock.pass_by(timedelta(days=60))

    assert repeat(office) == 0


def test_a_duty_is_not_given_anew_to_a_unit_that_left_the_office(office: Office) -> None:
    office.give(repeats=Repeats.MONTHLY)
    office.clock.pass_by(timedelta(days=12))
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE units SET receiving_office_id = NULL")

    assert repeat(office) == 0


@pytest.mark.parametrize(
    ("first", "repeats", "after", "today", "found"),
    [
        ("2026-01-31", Repeats.MONTHLY, "2026-01-31", "2026-02-01", "2026-02-28"),
        ("2026-01-31", Repeats.MONTHLY, "2026-02-28", "2026-03-01", "2026-03-31"),
        ("2026-11-30", Repeats.QUARTERLY, "2026-11-30", "2026-12-01", "2027-02-28"),
        ("2024-02-29", Repeats.YEARLY, "2027-02-28", "2027-03-01", "2028-02-29"),
        ("2026-01-15", Repeats.MONTHLY, "2026-01-15", "2026-06-20", "2026-07-15"),
    ],
)
def test_a_series_keeps_its_day_of_the_month(
    first: str, repeats: Repeats, after: str, today: str, found: str
) -> None:
    day = next_day(
        date.fromisoformat(first),
        repeats=repeats,
        after=date.fromisoformat(after),
        today=date.fromisoformat(today),
    )

    assert day.isoformat() == found


@pytest.mark.parametrize(
    ("instructions", "told"),
    [
        ("Theo mẫu 1\nnộp bản ký số", "Hướng dẫn: Theo mẫu 1 nộp bản ký số"),
        ("rất dài " * 100, "rất dài rất…"),
    ],
)
def test_a_unit_is_told_the_instructions(office: Office, instructions: str, told: str) -> None:
    due = date(2026, 11, 27)
    duty = Duty("Rà soát", instructions, due=due, units=(office.units["unit"],))
    office.ask("reviewer", asking.MakeDuty(duty))
    assert told in first_line(office)


def test_a_unit_is_told_of_no_instructions_where_there_are_none(office: Office) -> None:
    duty = Duty("Rà soát", "", due=date(2026, 11, 27), units=(office.units["unit"],))
    office.ask("reviewer", asking.MakeDuty(duty))
    assert "Hướng dẫn" not in first_line(office)


def first_line(office: Office) -> str:
    """What the first message of the report says."""
    (words, *_) = rows(office.storage, "SELECT words FROM reminders WHERE rung = 'told'")
    (line,) = words_from_text(words[0]).lines
    return catalog.text(line, "vi")
