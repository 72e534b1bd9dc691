"""kill -9 anywhere: what was committed stays, what is delivered again is applied once."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, text

from storage.session import SqlStorage
from tests.storage.crash_child import CHANNEL, FIRST_DAY, SENDER, note_number, update
from tests.storage.crashes import launcher
from tests.storage.parts import join, officer

KILLS = 200
TURNS_EACH = 10_000


def applied(storage: SqlStorage) -> list[int]:
    """The numbers in the state, which the draft, the replies and the audit must agree with.

    Read in one snapshot: PostgreSQL may still be ending what the dead player asked for.
    """
    with storage._engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return agreed(connection)


def agreed(connection: Connection) -> list[int]:
    def rows(query: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in connection.execute(text(query))]

    (state,) = rows("SELECT state FROM conversations")
    numbers = [int(number) for number in json.loads(state[0]).get("numbers", [])]
    drafts = rows("SELECT answers, version FROM drafts")
    kept = [int(number) for number in json.loads(drafts[0][0])["numbers"]] if drafts else []
    replies = rows("SELECT payload FROM outbox ORDER BY id")
    said = [int(json.loads(payload)["text"][0][1]["n"]) for (payload,) in replies]
    events = rows("SELECT payload FROM audit WHERE event <> 'role_given' ORDER BY id")
    noted = [int(json.loads(payload)["n"]) for (payload,) in events]
    assert numbers == kept == said == noted
    assert not drafts or drafts[0][1] == len(numbers)
    planned = [str(due) for (due,) in rows("SELECT due FROM reminders")]
    assert planned == [str(FIRST_DAY + timedelta(days=number)) for number in numbers[-1:]]
    return numbers


def bind(storage: SqlStorage) -> None:
    join(storage, officer(storage), channel=CHANNEL, sender=SENDER)


def test_death_after_any_statement_of_a_turn_loses_and_doubles_nothing(
    storage: SqlStorage, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bind(storage)
    deaths = 0
    with launcher(database_url) as launch:
        for place in count(1):
            number = place
            death = launch.die_at_statement(place, update=number)
            if death.finished:
                break
            deaths += 1
            assert number not in applied(storage), "nothing of a turn without its COMMIT"
            note_number(storage, update(number))
            note_number(storage, update(number))
        death = launch.die_at_statement(-1, update=10_000)
        assert not death.finished

    assert 10_000 not in applied(storage)
    assert applied(storage) == list(range(1, deaths + 2))
    assert deaths >= 6, "a turn has at least six statements"
    with capsys.disabled():
        name = storage._engine.dialect.name
        sys.stdout.write(f"\n{name}: killed after each of {deaths} statements and before COMMIT\n")


@pytest.mark.slow
def test_two_hundred_deaths_at_any_moment_lose_and_double_nothing(
    storage: SqlStorage, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bind(storage)
    inside = known = next_one = 0
    with launcher(database_url) as launch:
        for _ in range(KILLS):
            first = next_one + 1
            death = launch.die_any_time(first=first, last=first + TURNS_EACH, within=0.04)
            assert not death.finished
            inside += death.inside_a_turn
            known = max(known, death.committed)
            done = applied(storage)
            assert done == list(range(1, len(done) + 1))
            assert known <= len(done) <= death.begun
            for number in range(max(1, death.begun - 2), death.begun + 1):
                note_number(storage, update(number))
            next_one = death.begun

    assert applied(storage) == list(range(1, next_one + 1))
    assert inside >= KILLS // 2
    with capsys.disabled():
        name = storage._engine.dialect.name
        figures = f"{KILLS} kills, {inside} inside a turn, {next_one} turns"
        sys.stdout.write(f"\n{name}: {figures}, none lost or doubled\n")
