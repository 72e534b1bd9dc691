"""Reports owed are planned anew when the calendar is corrected, as drafts are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from flows import asking
from flows.reminding import About, Rung
from reminders.catching_up import AT_ONCE, REST, CatchingUp
from reminders.plan import Plans
from rules.calendar import load_calendar
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, ZONE, at
from tests.storage.office import Office
from tests.storage.parts import rows

OFF = """2026:
  status: official
  source: "the office"
  checked: 2026-11-16
  days_off:
    2026-11-20: "Nghỉ"
"""
FIVE = "SELECT at, on_day, account_id FROM reminders WHERE rung = 'five' ORDER BY account_id"


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    """Monday 16/11, nine o'clock; Friday 20/11 is five working days before 30/11."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Office(storage, clock)
    storage.close()


@contextmanager
def corrected(office: Office, url: str, folder: Path) -> Iterator[CatchingUp]:
    """The program after a start with another calendar."""
    file = folder / "calendar.yaml"
    file.write_text(OFF)
    plans = Plans(load_calendar(file), ZONE)
    storage = open_storage(url, office.clock, plans)
    yield CatchingUp(storage.drafts, storage.owed, plans, clock=office.clock)
    storage.close()


def change(office: Office, statement: str) -> None:
    with office.storage._engine.begin() as connection:
        connection.execute(text(statement))


def reports(office: Office) -> CatchingUp:
    storage = office.storage
    return CatchingUp(storage.drafts, storage.owed, PLANS, clock=office.clock)


def test_a_report_just_given_or_changed_is_not_behind(office: Office) -> None:
    office.give("2026-11-30", "unit", "other unit")
    office.ask("an", asking.ConfirmTask(office.task().id))
    assert reports(office).work() == 0
    assert rows(office.storage, "SELECT count(*) FROM tasks WHERE plan IS NULL") == [(0,)]


def test_a_corrected_calendar_moves_the_rungs_of_reports_owed(
    office: Office, database_url: str, tmp_path: Path
) -> None:
    office.give("2026-11-30", "unit", "other unit")
    number = office.task().id
    office.ask("an", asking.ConfirmTask(number))
    office.ask("an", asking.RemindAgain(About(task=number), "tomorrow"))
    before = office.reminders()
    assert {day for _, day, _ in rows(office.storage, FIVE)} == {on("2026-11-20", office)}

    with corrected(office, database_url, tmp_path) as work:
        assert work.work() == 2
        office.clock.pass_by(REST)
        assert work.work() == 0

    assert {day for _, day, _ in rows(office.storage, FIVE)} == {on("2026-11-19", office)}
    assert sorted(office.reminders()) == sorted(before), "none is lost, none is planned twice"
    assert office.whom(Rung.AGAIN) == ["an"]


def test_what_was_sent_or_is_reported_is_not_planned_again(
    office: Office, database_url: str, tmp_path: Path
) -> None:
    office.come("an", "binh", "head")
    office.give("2026-11-30", "unit", "other unit")
    office.ask("other", asking.ReportTask(office.task("other").id, "Xong"))
    office.clock.pass_by(at("2026-11-20 07:30") - office.clock.now())
    office.sent(*office.queue("an"))
    sent = office.whom(Rung.FIVE, "sent")

    with corrected(office, database_url, tmp_path) as work:
        assert work.work() == 1

    assert sent == office.whom(Rung.FIVE, "sent") == ["an"]
    assert office.whom(Rung.FIVE) == ["binh", "head"], "what waits still comes"


def test_reports_of_before_get_their_plan_and_who_left_is_reminded_no_more(office: Office) -> None:
    office.give("2026-11-30")
    planned = office.reminders()
    change(office, "DELETE FROM reminders WHERE rung <> 'told'")
    change(office, "UPDATE tasks SET plan = NULL")
    assert reports(office).work() == 1
    assert office.reminders() == planned

    change(office, "UPDATE tasks SET plan = NULL")
    change(office, f"DELETE FROM roles WHERE account_id = {office.accounts['binh']}")
    assert reports(office).work() == 1
    assert "binh" not in {name for name, _, _ in office.reminders()}


def test_what_waits_for_the_head_in_an_officers_place_stays(office: Office) -> None:
    office.give("2026-11-30")
    office.ask("an", asking.ConfirmTask(office.task().id))
    (five,) = rows(office.storage, "SELECT id FROM reminders WHERE rung = 'five'")[0]
    office.clock.pass_by(at("2026-11-20 07:05") - office.clock.now())
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        dispatching.hand_up([five], office.accounts["head"])
    change(office, "UPDATE tasks SET plan = NULL")
    assert reports(office).work() == 1
    assert office.whom(Rung.FIVE) == ["head"]


def test_many_are_planned_a_few_at_a_time_and_one_unreadable_stops_no_other(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(AT_ONCE + 2):
        office.give(f"2026-12-{1 + number % 28:02}")
    change(office, "UPDATE tasks SET plan = NULL")
    change(office, "UPDATE tasks SET files = '[' WHERE id = 3")
    work = reports(office)
    assert [work.work() for _ in range(3)] == [AT_ONCE - 1, 2, 0]
    assert work.unreadable == 1
    assert [one.getMessage() for one in caplog.records] == [
        "reminders: report 3 was not planned: JSONDecodeError"
    ]


def on(day: str, office: Office) -> Any:
    """A day as the database gives it to a plain statement."""
    found = date.fromisoformat(day)
    return day if office.storage._engine.dialect.name == "sqlite" else found
