"""kill -9 in the middle of the real conversation: it ends as the one that nobody disturbed."""

from __future__ import annotations

import json
import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.storage.crash_child import CHANNEL, SENDER, update
from tests.storage.crash_talk import PLAY, talk_on
from tests.storage.crashes import launcher
from tests.storage.parts import join, officer, rows

KILLS = 200
TURNS_EACH = 10_000


def bind(storage: SqlStorage) -> None:
    join(storage, officer(storage), channel=CHANNEL, sender=SENDER)


def left(storage: SqlStorage) -> dict[str, Any]:
    """What a conversation left behind, without the ids that deaths may have used up."""
    payloads = rows(storage, "SELECT payload FROM outbox ORDER BY id")
    return {
        "serial": rows(storage, "SELECT serial FROM conversations"),
        "inbox": rows(storage, "SELECT count(*) FROM inbox"),
        "replies": [[line[0] for line in json.loads(payload)["text"]] for (payload,) in payloads],
        "events": rows(storage, "SELECT event FROM audit ORDER BY id"),
        "drafts": rows(storage, "SELECT kind, answers, version FROM drafts ORDER BY id"),
    }


def undisturbed(folder: Path, last: int) -> dict[str, Any]:
    url = f"sqlite:///{folder}/undisturbed.db"
    migrate(url)
    storage = open_storage(url, HandClock())
    bind(storage)
    for number in range(1, last + 1):
        talk_on(storage, update(number))
    found = left(storage)
    storage.close()
    return found


def test_death_after_any_statement_leaves_the_conversation_as_it_was(
    storage: SqlStorage, database_url: str, tmp_path: Path
) -> None:
    bind(storage)
    last = deaths = 0
    with launcher(database_url, play=PLAY) as launch:
        for number in range(1, 13):
            for place in count(1):
                death = launch.die_at_statement(place, update=number)
                if death.finished:
                    break
                deaths += 1
            last = number

    assert deaths >= 12 * 6
    assert left(storage) == undisturbed(tmp_path, last)


@pytest.mark.slow
def test_two_hundred_deaths_leave_the_conversation_as_it_was(
    storage: SqlStorage, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bind(storage)
    inside = next_one = 0
    with launcher(database_url, play=PLAY) as launch:
        for _ in range(KILLS):
            first = next_one + 1
            death = launch.die_any_time(first=first, last=first + TURNS_EACH, within=0.2)
            inside += death.inside_a_turn
            talk_on(storage, update(death.begun))
            next_one = death.begun

    assert inside >= KILLS // 2
    assert left(storage) == undisturbed(tmp_path, next_one)
    with capsys.disabled():
        figures = f"{KILLS} kills, {inside} inside a turn, {next_one} turns of the conversation"
        sys.stdout.write(f"\n{storage._engine.dialect.name}: {figures}, as if undisturbed\n")
