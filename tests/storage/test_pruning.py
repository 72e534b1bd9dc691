"""What is long done goes, a few rows at a time; what is unsent, of use or on record stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import insert, update

from flows.model import Draft
from flows.reminding import Rung
from storage.pruning import AT_ONCE, KEPT_LINES
from storage.session import SqlStorage
from storage.tables import outbox
from tests.databases import HandClock
from tests.storage.office import DAY, THREE, Office, plan_of
from tests.storage.parts import play, reply, rows

KEEP = timedelta(days=90)
A_DAY = timedelta(days=1)
SAID = KEPT_LINES + 12


@pytest.fixture
def office(storage: SqlStorage, clock: HandClock) -> Office:
    return Office(storage, clock)


def prune(storage: SqlStorage, clock: HandClock) -> int:
    """A whole pass; how many steps it took."""
    steps = 1
    while storage.upkeep.prune(clock.now(), keep=KEEP):
        steps += 1
    return steps


def count(storage: SqlStorage, table: str) -> int:
    return int(rows(storage, f"SELECT count(*) FROM {table}")[0][0])


def talk_long_ago(storage: SqlStorage, clock: HandClock) -> None:
    """Chat `a` said much and `b` little; then all is older than what is kept."""
    for number in range(SAID):
        play(storage, f"a{number}", sender="a", replies=(reply(),))
    play(storage, "b", sender="b", replies=(reply(),))
    with storage._engine.begin() as connection:
        connection.execute(update(outbox).values(status="sent", sent_at=clock.now()))
        changed = update(outbox).where(outbox.c.id.in_([1, 2, 3]))
        connection.execute(changed.where(outbox.c.id == 1).values(status="queued"))
        connection.execute(changed.where(outbox.c.id == 2).values(status="failed"))
        connection.execute(changed.where(outbox.c.id == 3).values(status="replaced"))
    clock.pass_by(KEEP + A_DAY)


def test_old_lines_go_but_the_last_of_each_chat_and_whatever_was_not_sent(
    storage: SqlStorage, clock: HandClock
) -> None:
    talk_long_ago(storage, clock)
    shown = storage.outbox.transcript("web", "a", KEPT_LINES)
    prune(storage, clock)

    left = rows(storage, "SELECT id, status FROM outbox ORDER BY id")
    assert left[:2] == [(1, "queued"), (2, "failed")]
    assert [number for number, _ in left[2:]] == [*range(SAID - KEPT_LINES + 1, SAID + 2)]
    updates = [one for (one,) in rows(storage, 'SELECT "update" FROM inbox ORDER BY id')]
    assert updates == ["a0", "a1", *(f"a{n}" for n in range(SAID - KEPT_LINES, SAID)), "b"]
    assert storage.outbox.transcript("web", "a", KEPT_LINES) == shown


def test_what_is_younger_stays_and_so_does_every_record_of_what_was_done(
    office: Office, clock: HandClock
) -> None:
    storage = office.storage
    talk_long_ago(storage, clock)
    clock.pass_by(-2 * A_DAY)
    office.keep("an", Draft("surprise"), plan_of(DAY))
    before = {name: count(storage, name) for name in ("inbox", "outbox", "audit", "reminders")}
    prune(storage, clock)
    assert {name: count(storage, name) for name in before} == before

    clock.pass_by(3 * KEEP)
    prune(storage, clock)
    assert count(storage, "audit") == before["audit"]
    assert count(storage, "inbox") < before["inbox"]
    assert count(storage, "reminders") == before["reminders"], "it was never sent"


def test_reminders_sent_go_once_their_last_day_is_long_past_and_not_before(
    office: Office, clock: HandClock
) -> None:
    far = replace(DAY, due=date(2027, 3, 31), rung=Rung.FIVE)
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY, far))
    clock.pass_by(A_DAY)
    office.sent(*office.queue("an"))
    assert {state for *_, state in office.reminders()} == {"sent"}

    clock.pass_by(KEEP + A_DAY)
    prune(office.storage, clock)
    assert office.reminders() == [("an", "five", "sent")]
    again = office.keep("an", draft, plan_of(far, digest="2"))
    assert office.reminders() == [("an", "five", "sent")], "it is not planned a second time"
    assert office.outbox() == [("sent", None)], "nor is the message gone that told it"

    clock.pass_by(2 * KEEP)
    prune(office.storage, clock)
    assert office.reminders() == []
    assert again.id is not None


def test_a_pass_takes_few_rows_at_a_step_and_reaches_all(
    storage: SqlStorage, clock: HandClock
) -> None:
    play(storage, "b", sender="b", replies=(reply(),))
    row = {"identity_id": 1, "channel": "web", "payload": "{}", "status": "sent", "attempts": 0}
    many = [{**row, "created": clock.now()}] * (3 * AT_ONCE)
    with storage._engine.begin() as connection:
        connection.execute(insert(outbox), many)
    clock.pass_by(KEEP + A_DAY)
    left = [count(storage, "outbox")]
    while storage.upkeep.prune(clock.now(), keep=KEEP):
        left.append(count(storage, "outbox"))
    assert all(before - after <= AT_ONCE for before, after in pairwise(left))
    assert count(storage, "outbox") == KEPT_LINES + 1, "the first is not marked as sent"
    assert prune(storage, clock) == 3
