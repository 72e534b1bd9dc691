"""A head who hears of a report in her own right is not told of it again for those not reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from flows import asking
from flows.reminding import About, Rung
from locales import catalog
from reminders.dispatch import Dispatcher
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, at
from tests.storage.office import Office


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Office(storage, clock)
    storage.close()


def tick(office: Office, when: str | None = None) -> list[list[str]]:
    """What the head is sent then, the lines of each message."""
    if when:
        office.clock.pass_by(at(when) - office.clock.now())
    clock, storage = office.clock, office.storage
    Dispatcher(storage.reminders, PLANS, clock, breathe=lambda: None).tick()
    due = storage.outbox.due("telegram", now=clock.now(), limit=50)
    to_head = [one for one in due if one.address == "head"]
    office.sent(*(one.id for one in to_head))
    return [[catalog.text(line) for line in one.reply.text] for one in to_head]


def test_what_two_officers_without_a_chat_and_the_head_are_told_is_one_line(
    office: Office,
) -> None:
    office.come("head")
    office.give("2026-11-27")
    office.give("2026-11-30")
    (message,) = tick(office)
    assert message[0] == "**Sáng thứ Hai 16/11: 2 việc**"
    assert len(message) == 3

    (rung,) = tick(office, "2026-11-19 07:00")
    assert rung[0].startswith("⏳ **Còn 5 ngày làm việc")
    assert office.whom(Rung.FIVE, "sent") == ["head"] * 3, "also for those who were not reached"


@pytest.mark.parametrize("hours", [1, 30])
def test_what_a_chat_refuses_after_the_head_was_told_is_not_told_her_again(
    office: Office, hours: int
) -> None:
    office.come("head", "an")
    office.give("2026-11-27")
    tick(office)
    assert len(tick(office, "2026-11-19 07:00")) == 1
    for one in office.storage.outbox.due("telegram", now=office.clock.now(), limit=9):
        assert one.address == "an"
        office.storage.outbox.give_up(one.id, why="Forbidden", unreachable=True)

    office.clock.pass_by(timedelta(hours=hours))
    assert tick(office) == []
    assert set(office.whom(Rung.FIVE, "sent")) == {"head"}
    assert office.reminders("r.status = 'failed'") == []


def test_a_message_that_is_refused_takes_what_goes_with_it_along(office: Office) -> None:
    """Both are planned anew, and told once."""
    office.come("head", "an")
    office.give("2026-11-27")
    office.clock.pass_by(at("2026-11-19 07:00") - office.clock.now())
    Dispatcher(office.storage.reminders, PLANS, office.clock, breathe=lambda: None).tick()
    due = office.storage.outbox.due("telegram", now=office.clock.now(), limit=9)
    an, head = sorted(due, key=lambda one: one.address)[:2]
    office.storage.outbox.give_up(an.id, why="Forbidden", unreachable=True)
    Dispatcher(office.storage.reminders, PLANS, office.clock, breathe=lambda: None).tick()
    assert office.whom(Rung.FIVE, "queued") == ["head"] * 3
    office.storage.outbox.give_up(head.id, why="Forbidden", unreachable=True)
    Dispatcher(office.storage.reminders, PLANS, office.clock, breathe=lambda: None).tick()
    assert office.whom(Rung.FIVE, "failed") == ["head"] * 3, "nothing is lost, nothing counts sent"


def test_what_an_officer_asked_for_is_told_the_head_beside_her_own(office: Office) -> None:
    office.come("head", "an")
    office.give("2026-11-27")
    about = About(task=office.task().id)
    tick(office)
    office.ask("an", asking.RemindAgain(about, "tomorrow"))
    office.ask("head", asking.RemindAgain(about, "tomorrow"))
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE identities SET reachable = false WHERE external = 'an'")
    (message,) = tick(office, "2026-11-17 07:00")
    assert sum("hẹn tôi nhắc lại" in line for line in message) == 1
    assert office.whom(Rung.AGAIN, "sent") == ["head", "head"]
