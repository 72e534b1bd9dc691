"""kill -9 anywhere: what was committed stays, what is delivered again is applied once."""

from __future__ import annotations

import json
from itertools import count

import pytest

from storage.schema import migrate
from storage.session import SqlStorage
from tests.storage.crash_child import CHANNEL, SENDER, note_number, update
from tests.storage.crashes import launcher
from tests.storage.parts import join, officer, rows

KILLS = 200
TURNS_EACH = 10_000


def applied(storage: SqlStorage) -> list[int]:
    """The numbers in the state, which the draft, the replies and the audit must agree with."""
    (state,) = rows(storage, "SELECT state FROM conversations")
    numbers = [int(number) for number in json.loads(state[0]).get("numbers", [])]
    drafts = rows(storage, "SELECT answers, version FROM drafts")
    kept = [int(number) for number in json.loads(drafts[0][0])["numbers"]] if drafts else []
    replies = rows(storage, "SELECT payload FROM outbox ORDER BY id")
    said = [int(json.loads(payload)["text"][0][1]["n"]) for (payload,) in replies]
    events = rows(storage, "SELECT payload FROM audit ORDER BY id")
    noted = [int(json.loads(payload)["n"]) for (payload,) in events]
    assert numbers == kept == said == noted
    assert not drafts or drafts[0][1] == len(numbers)
    return numbers


def bind(storage: SqlStorage) -> None:
    join(storage, officer(storage), channel=CHANNEL, sender=SENDER)


def test_death_after_any_statement_of_a_turn_loses_and_doubles_nothing(
    storage: SqlStorage, database_url: str
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
    print(f"{storage._engine.dialect.name}: killed after each of {deaths} statements")


@pytest.mark.slow
def test_two_hundred_deaths_at_any_moment_lose_and_double_nothing(
    storage: SqlStorage, database_url: str
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
    name = storage._engine.dialect.name
    print(f"{name}: {KILLS} kills, {inside} inside a turn, {next_one} turns, none lost or doubled")
