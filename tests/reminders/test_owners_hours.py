"""A draft's reminders come in its owner's hours, whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from flows import asking
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS, at
from tests.reminders.talked import Talks
from tests.reminders.test_talked_through import RESCUE
from tests.storage.office import Office
from tests.storage.parts import rows


@pytest.fixture
def talks(database_url: str) -> Iterator[Talks]:
    """Monday 16/11, nine o'clock."""
    clock = HandClock(datetime(2026, 11, 16, 2, tzinfo=UTC))
    storage = open_storage(database_url, clock, PLANS)
    yield Talks(Office(storage, clock))
    storage.close()


def planned(talks: Talks) -> list[tuple[Any, ...]]:
    return rows(talks.office.storage, "SELECT rung, at FROM reminders ORDER BY at, id")


def test_a_head_who_opens_a_draft_leaves_its_reminders_where_they_are(talks: Talks) -> None:
    talks.say("an", *RESCUE)
    before = planned(talks)
    assert talks.office.ask("head", asking.SetHours(600, 960))
    talks.say("head", "hồ sơ của tôi")
    talks.tap("head", "g:open:1")

    assert planned(talks) == before
    assert talks.office.storage.reminders.next_due() == at("2026-11-18 07:00")
