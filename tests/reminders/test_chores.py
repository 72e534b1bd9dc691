"""What is done in passing: a little at each tick, then a rest, and no other is stopped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from reminders.chores import Chore, Chores
from tests.databases import HandClock

HOUR = timedelta(hours=1)


def counted(done: list[datetime], more: Callable[[], bool]) -> Callable[[datetime], bool]:
    def work(now: datetime) -> bool:
        done.append(now)
        return more()

    return work


def test_it_goes_on_while_something_is_left_and_then_rests(clock: HandClock) -> None:
    done: list[datetime] = []
    chores = Chores((Chore("x", counted(done, lambda: len(done) < 3), rest=HOUR),), clock)
    for _ in range(10):
        chores.work()
        clock.pass_by(timedelta(seconds=5))
    assert len(done) == 3
    clock.pass_by(HOUR)
    chores.work()
    assert len(done) == 4


def test_a_clock_put_back_ends_the_rest(clock: HandClock) -> None:
    done: list[datetime] = []
    chores = Chores((Chore("x", counted(done, lambda: False), rest=HOUR),), clock)
    chores.work()
    clock.pass_by(-timedelta(days=9))
    chores.work()
    assert len(done) == 2


def test_one_that_fails_stops_no_other_and_is_tried_at_the_next_tick(
    clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []
    tried: list[datetime] = []

    def fails(now: datetime) -> bool:
        tried.append(now)
        msg = "the name of a person"
        raise OSError(msg)

    good = Chore("good", counted(done, lambda: False))
    chores = Chores((Chore("bad", fails, rest=HOUR), good), clock)
    chores.work()
    chores.work()
    assert (len(tried), len(done)) == (2, 2)
    assert [record.getMessage() for record in caplog.records] == ["bad failed: OSError"] * 2
