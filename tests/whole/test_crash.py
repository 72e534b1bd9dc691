"""kill -9 inside turns of the real conversation: nothing committed is lost or applied twice."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Any

import pytest
from sqlalchemy import Connection, text

from flows.wire import message_from_json
from rules.message import Message
from storage.session import SqlStorage
from tests.storage.crash_child import CHANNEL, SENDER, update
from tests.storage.crashes import launcher
from tests.storage.parts import join, officer
from tests.whole.crash_talk import begin, correct

PLAY = "tests.whole.crash_talk:correct"
KILLS = 200
TURNS_EACH = 10_000


@pytest.fixture
def talked(storage: SqlStorage) -> SqlStorage:
    """A storage in which an officer's proposal is open."""
    join(storage, officer(storage), channel=CHANNEL, sender=SENDER)
    begin(storage)
    return storage


def newest(storage: SqlStorage) -> int:
    """The last correction applied; draft, replies and audit agree on every one before it."""
    with storage._engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return _agreed(connection)


def _agreed(connection: Connection) -> int:
    ((answers, version),) = _rows(connection, "SELECT answers, version FROM drafts")
    heads = int(json.loads(answers)["nominees[0].participants"])
    told = list(_corrections(connection))
    assert [before for before, _ in told] == [0, *(after for _, after in told)][: len(told)]
    assert all(after > before for before, after in told)
    assert heads == (told[-1][1] if told else 0)
    ((events,),) = _rows(connection, "SELECT count(*) FROM audit WHERE event = 'answered'")
    first = events - len(told)
    assert first == len(["ground", "heads", "total"])
    assert version >= len(told)
    return heads


def _corrections(connection: Connection) -> Iterator[tuple[int, int]]:
    """What the officer was told, in order: from which number to which."""
    for (payload,) in _rows(connection, "SELECT payload FROM outbox ORDER BY id"):
        for raw in json.loads(payload)["text"]:
            message = message_from_json(raw)
            if message.key == "note.corrected":
                yield _number(message.values["before"]), _number(message.values["after"])


def _number(shown: Any) -> int:
    assert isinstance(shown, Message)
    return int(str(shown.values["value"]))


def _rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text(query))]


def test_death_after_any_statement_loses_and_doubles_nothing(
    talked: SqlStorage, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    deaths = 0
    with launcher(database_url, play=PLAY) as launch:
        for number in count(1):
            if launch.die_at_statement(number, update=number).finished:
                break
            deaths += 1
            assert newest(talked) == number - 1, "nothing of a turn without its COMMIT"
            correct(talked, update(number))
            correct(talked, update(number))
            assert newest(talked) == number
        assert not launch.die_at_statement(-1, update=10_000).finished
    assert newest(talked) == deaths + 1
    assert deaths >= 6
    with capsys.disabled():
        name = talked._engine.dialect.name
        sys.stdout.write(f"\n{name}: the talk killed after each of {deaths} statements\n")


@pytest.mark.slow
def test_two_hundred_deaths_at_any_moment_lose_and_double_nothing(
    talked: SqlStorage, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = known = last = 0
    seen: list[int] = [0]
    with launcher(database_url, play=PLAY) as launch:
        for _ in range(KILLS):
            first = last + 1
            death = launch.die_any_time(first=first, last=first + TURNS_EACH, within=0.04)
            inside += death.inside_a_turn
            known = max(known, death.committed)
            assert known <= newest(talked) <= death.begun
            for number in (death.begun, death.begun):
                correct(talked, update(number))
            last = death.begun
            assert newest(talked) == last
            seen.append(last)
    assert all(before < after for before, after in pairwise(seen))
    assert inside >= KILLS // 2
    with capsys.disabled():
        name = talked._engine.dialect.name
        figures = f"{KILLS} kills, {inside} inside a turn, {last} turns"
        sys.stdout.write(f"\n{name}: the talk, {figures}, none lost or doubled\n")
