"""The time of storage and the day of the officers."""

from __future__ import annotations

from datetime import UTC, timedelta

from bot.clock import OFFICERS_ZONE, SystemClock


def test_now_is_aware_and_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_today_is_the_day_in_viet_nam() -> None:
    clock = SystemClock()
    days = {(clock.now() + timedelta(hours=7)).date() for _ in range(2)}
    assert clock.today() in days
    assert OFFICERS_ZONE.utcoffset(clock.now().replace(tzinfo=None)) == timedelta(hours=7)
