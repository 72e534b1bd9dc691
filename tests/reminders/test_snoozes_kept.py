"""A reminder asked for outlives a draft closed by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows import asking
from flows.model import Draft
from flows.reminding import About, Rung
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.reminders.talked import Talks
from tests.reminders.test_talked_through import RESCUE
from tests.storage.office import Office, plan_of
from tests.storage.parts import rows


@pytest.fixture
def talks(database_url: str) -> Iterator[Talks]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Talks(Office(storage, clock))
    storage.close()


AGAIN = "SELECT account_id, kind, due, on_day, at FROM reminders WHERE rung = 'again'"


def test_a_snooze_is_there_again_after_submitted_was_undone(talks: Talks) -> None:
    talks.say("an", *RESCUE, "mai nhắc lại")
    asked = rows(talks.office.storage, AGAIN)
    assert len(asked) == 1

    talks.say("an", "đã trình")
    assert talks.office.reminders() == [], "what is closed reminds of nothing"
    talks.say("an", "hoàn tác")

    assert rows(talks.office.storage, AGAIN) == asked
    assert rows(talks.office.storage, "SELECT count(*) FROM snoozes") == [(0,)]


def test_the_snooze_of_a_draft_without_a_last_day_ends_and_is_there_again(talks: Talks) -> None:
    """Its plan is empty before and after: that it is closed changes it all the same."""
    office, none = talks.office, plan_of()
    draft = office.keep("an", Draft("surprise"), none)
    assert office.ask("an", asking.RemindAgain(About(draft=draft.id), "tomorrow"))
    sent = office.keep("an", replace(draft, answers={"submitted_on": "2026-11-16"}), none)
    assert office.whom(Rung.AGAIN) == []
    office.keep("an", replace(sent, answers={}), none)
    assert office.whom(Rung.AGAIN) == ["an"]


def test_what_was_asked_for_is_forgotten_once_the_draft_is_another_s(talks: Talks) -> None:
    office, none = talks.office, plan_of()
    draft = office.keep("an", Draft("surprise"), none)
    about = About(draft=draft.id)
    office.ask("an", asking.RemindAgain(about, "tomorrow"))
    sent = office.keep("an", replace(draft, answers={"submitted_on": "2026-11-16"}), none)
    office.ask("an", asking.HandOver(about, office.accounts["binh"]))
    assert rows(office.storage, "SELECT count(*) FROM snoozes") == [(0,)]
    office.keep("binh", replace(sent, answers={}), none)
    assert office.whom(Rung.AGAIN) == []


def test_a_snooze_that_fell_due_while_its_draft_was_closed_comes_after_the_undo(
    talks: Talks,
) -> None:
    talks.say("an", *RESCUE, "nhắc lại sau 1 giờ", "đã trình")
    talks.office.clock.pass_by(timedelta(hours=3))
    talks.tick()
    talks.say("an", "hoàn tác")
    talks.tick()
    assert talks.office.whom(Rung.AGAIN, "queued") == ["an"]


def test_a_snooze_whose_message_has_not_left_is_kept_too(talks: Talks) -> None:
    talks.say("an", *RESCUE, "nhắc lại sau 1 giờ")
    talks.office.clock.pass_by(timedelta(hours=1))
    talks.office.queue("an")
    talks.say("an", "đã trình", "hoàn tác")
    assert talks.office.whom(Rung.AGAIN) == ["an"]
