"""kill -9 in the middle of a burst: each reminder arrives, and only what was in flight twice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.session import SqlStorage
from tests.reminders.bursts import Arrived, burst, launcher, left, settle_people

PEOPLE = 2000
KILLS = 50


def messages(storage: SqlStorage) -> dict[int, int]:
    """How many reminders each message of the outbox carries."""
    query = "SELECT outbox.id, count(reminders.id) FROM outbox LEFT JOIN reminders "
    query += "ON outbox_id = outbox.id GROUP BY outbox.id"
    with storage._engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(text(query))}


@pytest.mark.slow
def test_fifty_deaths_in_bursts_of_two_thousand_lose_no_reminder(
    storage: SqlStorage, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle_people(storage, PEOPLE)
    far, bursts = tmp_path / "far", 0
    with launcher(database_url, far) as launch:
        for _ in range(KILLS):
            if left(storage) < PEOPLE // 4:
                bursts += 1
                burst(storage, PEOPLE, number=bursts)
            launch.kill_somewhere()
        launch.drain()

    arrived, carried = Arrived.read(far), messages(storage)
    assert sum(carried.values()) == bursts * PEOPLE, "each reminder is in one message"
    assert set(arrived.times) == set(carried), "each message has arrived"
    assert left(storage) == 0
    assert all(n <= most for n, most in zip(arrived.twice, arrived.in_flight, strict=True))
    assert sum(n > 0 for n in arrived.in_flight) > KILLS // 2, "most deaths fell into the sending"
    with capsys.disabled():
        name = storage._engine.dialect.name
        sys.stdout.write(
            f"\n{name}: {KILLS} kills in {bursts} bursts of {PEOPLE}: none lost; in flight at the "
            f"kills {sum(arrived.in_flight)} (at most {max(arrived.in_flight)}), "
            f"of these sent twice {sum(arrived.twice)} (at most {max(arrived.twice)})\n"
        )
