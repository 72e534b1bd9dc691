"""What the tests of reminders and duties start from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.office import Office

MONDAY_MORNING = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
"""Nine o'clock where the officers are."""


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    """A receiving office and its units, on each database in turn."""
    clock = HandClock(MONDAY_MORNING)
    storage = open_storage(database_url, clock, PLANS)
    yield Office(storage, clock)
    storage.close()
