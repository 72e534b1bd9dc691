"""Drafts of before the reminders, and all of them after a change of the calendar, get a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from flows import asking
from flows.model import Draft
from flows.ports import StorageUnavailable
from reminders.catching_up import AT_ONCE, REST, CatchingUp
from reminders.plan import Plans
from rules.calendar import load_calendar
from storage.schema import migrate, migrate_back
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, ZONE, at
from tests.reminders.talked import Talks
from tests.reminders.test_talked_through import RESCUE
from tests.storage.office import Office
from tests.storage.parts import rows

OFF = """2026:
  status: official
  source: "the office"
  checked: 2026-11-16
  days_off:
    2026-11-18: "Nghỉ"
"""


@pytest.fixture
def talks(database_url: str) -> Iterator[Talks]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Talks(Office(storage, clock))
    storage.close()


def catching_up(talks: Talks, plans: Plans = PLANS) -> CatchingUp:
    storage = talks.office.storage
    return CatchingUp(storage.drafts, storage.owed, plans, clock=talks.office.clock)


def moments(talks: Talks) -> list[tuple[Any, ...]]:
    return rows(talks.office.storage, "SELECT rung, at, words FROM reminders ORDER BY at, id")


def change(talks: Talks, statement: str) -> None:
    with talks.office.storage._engine.begin() as connection:
        connection.execute(text(statement))


def forget(talks: Talks, plan: str = "NULL") -> None:
    """As the drafts were stored before there were reminders, or as handing over leaves them."""
    change(talks, "DELETE FROM reminders")
    change(talks, f"UPDATE drafts SET plan = {plan}, verdict = NULL, last_day = NULL")


def head_of(talks: Talks) -> list[tuple[Any, ...]]:
    return rows(talks.office.storage, "SELECT version, changed_at FROM drafts ORDER BY id")


@pytest.mark.parametrize("plan", ["NULL", "''"])
def test_a_draft_of_before_gets_the_plan_that_a_turn_gives(talks: Talks, plan: str) -> None:
    talks.say("an", *RESCUE)
    whole = "SELECT verdict, last_day, plan FROM drafts"
    planned, judged, head = moments(talks), rows(talks.office.storage, whole), head_of(talks)
    forget(talks, plan)
    talks.office.clock.pass_by(timedelta(minutes=1))

    assert catching_up(talks).work() == 1
    assert moments(talks) == planned
    assert rows(talks.office.storage, whole) == judged
    assert head_of(talks) == head
    assert catching_up(talks).work() == 0


def test_a_draft_stored_before_0003_is_reminded_of_after_it(
    talks: Talks, database_url: str
) -> None:
    talks.say("an", *RESCUE)
    planned = moments(talks)
    talks.office.storage.close()
    migrate_back(database_url, "0002")
    migrate(database_url)
    assert moments(talks) == []

    assert catching_up(talks).work() == 1
    assert moments(talks) == planned


def test_it_is_planned_by_its_owners_hours(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    assert talks.office.ask("an", asking.SetHours(300, 1020))
    forget(talks)
    catching_up(talks).work()
    assert talks.office.storage.reminders.next_due() == at("2026-11-18 05:00")


def test_a_corrected_calendar_moves_a_rung_off_the_new_day_off(
    talks: Talks, tmp_path: Path
) -> None:
    talks.say("an", *RESCUE)
    assert talks.office.storage.reminders.next_due() == at("2026-11-18 07:00")
    before = len(moments(talks))
    file = tmp_path / "calendar.yaml"
    file.write_text(OFF)
    corrected = catching_up(talks, Plans(load_calendar(file), ZONE))

    assert corrected.work() == 1
    assert talks.office.storage.reminders.next_due() == at("2026-11-17 07:00")
    assert len(moments(talks)) == before


def test_many_are_planned_a_few_at_a_time_and_then_there_is_a_rest(talks: Talks) -> None:
    for _ in range(AT_ONCE + 2):
        talks.office.keep("an", Draft("surprise"))
    work = catching_up(talks)
    assert [work.work() for _ in range(3)] == [AT_ONCE, 2, 0]

    talks.office.keep("an", Draft("surprise"))
    assert work.work() == 0
    talks.office.clock.pass_by(REST)
    assert work.work() == 1


def test_one_draft_that_cannot_be_read_stops_no_other_and_is_logged_once(
    talks: Talks, caplog: pytest.LogCaptureFixture
) -> None:
    first = talks.office.keep("an", Draft("surprise", {"achieved_on": "no day"}))
    second = talks.office.keep("an", Draft("surprise"))
    talks.office.keep("an", Draft("surprise"))
    change(talks, f"UPDATE drafts SET answers = '{{' WHERE id = {second.id}")
    work = catching_up(talks)
    assert (work.work(), work.unreadable) == (1, 2)
    talks.office.clock.pass_by(REST)
    assert (work.work(), work.unreadable) == (0, 2)
    assert [one.getMessage() for one in caplog.records] == [
        f"reminders: draft {first.id} was not planned: CaseError",
        f"reminders: draft {second.id} was not planned: Unreadable",
    ]

    change(talks, "UPDATE drafts SET answers = '{}'")
    talks.office.clock.pass_by(REST)
    assert (work.work(), work.unreadable) == (2, 0)


def test_a_page_of_drafts_that_cannot_be_read_holds_nobody_up(talks: Talks) -> None:
    for _ in range(AT_ONCE + 1):
        talks.office.keep("an", Draft("surprise"))
    change(talks, f"UPDATE drafts SET past = '[' WHERE id <= {AT_ONCE}")
    work = catching_up(talks)
    assert [work.work(), work.unreadable] == [0, AT_ONCE]
    assert [work.work(), work.unreadable] == [1, AT_ONCE]


def test_a_database_that_is_gone_is_no_unreadable_draft(talks: Talks) -> None:
    talks.office.keep("an", Draft("surprise"))

    class Gone:
        behind = talks.office.storage.drafts.behind

        def catch_up(self, *_: object) -> bool:
            raise StorageUnavailable

    work = CatchingUp(Gone(), talks.office.storage.owed, PLANS, clock=talks.office.clock)
    with pytest.raises(StorageUnavailable):
        work.work()
    assert work.unreadable == 0


def test_a_draft_that_its_owner_may_see_no_more_is_left_alone(talks: Talks) -> None:
    talks.office.keep("an", Draft("surprise"))
    change(talks, f"DELETE FROM roles WHERE account_id = {talks.office.accounts['an']}")
    assert catching_up(talks).work() == 0


def test_what_a_turn_changed_meanwhile_is_left_to_the_turn(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    forget(talks)
    drafts = talks.office.storage.drafts
    (seen,) = drafts.behind(PLANS.mark, after=0, at_most=5)
    talks.say("an", "đã trình")

    class Slow:
        def behind(self, *_: object, **__: object) -> tuple[Any, ...]:
            return (seen,)

        catch_up = drafts.catch_up

    owed = talks.office.storage.owed
    stale = CatchingUp(Slow(), owed, PLANS, clock=talks.office.clock)
    assert stale.work() == 0
    assert moments(talks) == []
