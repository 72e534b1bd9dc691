"""A year of reminders, each compared with what the oracle says must be sent, and when."""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from flows.reminding import Rung
from rules.message import Message as Sentence
from storage.schema import migrate
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.reminders.days import CALENDAR, PLANS, ZONE
from tests.reminders.oracle import Expected, World, expected
from tests.reminders.year_people import settle
from tests.reminders.year_played import Player
from tests.reminders.year_story import DOWN, END, SMALL, WHOLE, Size, Story
from tests.reminders.year_watched import Message

LADDER = {"five", "three", "one", "day", "after", "head", "office"}
WORLD = World(CALENDAR.is_working_day, ZONE, END, DOWN)


def played(url: str, size: Size, seed: int = 11) -> tuple[Player, Story]:
    story = Story(size, seed)
    migrate(url)
    clock = HandClock(story.events[0].at - timedelta(days=1))
    storage = open_storage(url, clock, planner=PLANS)
    hurry(storage)
    try:
        settle(storage, size.units)
        player = Player(storage, clock)
        player.play(story.events)
    finally:
        storage.close()
    return player, story


def hurry(storage: SqlStorage) -> None:
    """What outlives a crash is proved elsewhere: a year does not wait for the disk."""
    wish = "PRAGMA synchronous = OFF"
    if storage._engine.dialect.name == "postgresql":
        wish = "SET synchronous_commit = off"

    def connected(connection: Any, _: object) -> None:
        connection.execute(wish)
        connection.commit()

    event.listen(storage._engine, "connect", connected)


def sent(messages: list[Message]) -> list[Expected]:
    """What was sent by the ladder, as the oracle would write it."""
    return sorted(
        Expected(
            message.account, message.at, str(one.about), one.matter.value, one.due,
            one.rung.value, message.at.astimezone(ZONE).date(),
        )
        for message in messages
        for one in message.due
        if one.rung.value in LADDER
    )  # fmt: skip


def bare(wanted: list[Expected]) -> list[Expected]:
    """Without what only words can show."""
    return sorted(
        Expected(one.account, one.at, one.about, one.matter, one.due, one.rung, one.day)
        for one in wanted
    )


def says(message: Message, key: str) -> int:
    """How often a sentence stands in a message."""

    def within(sentence: object) -> int:
        if not isinstance(sentence, Sentence):
            return 0
        return (sentence.key == key) + sum(within(value) for value in sentence.values.values())

    return sum(within(line) for line in message.reply.text)


def check(player: Player) -> dict[str, int]:
    messages = player.watched.messages
    wanted = expected(player.lives.concerns, player.lives.lives, WORLD)
    found = sent(messages)
    missing = Counter(bare(wanted)) - Counter(found)
    beyond = Counter(found) - Counter(bare(wanted))
    assert not missing + beyond, report(player, missing, beyond)

    ids = [one.id for message in messages for one in message.due]
    assert len(ids) == len(set(ids)), "one reminder, one message"
    for message in messages:
        _check_moment(player, message)
    late = {(one.account, one.at) for one in wanted if one.late and one.shown}
    marked = {(one.account, one.at) for one in messages if says(one, "remind.late")}
    assert late <= marked
    assert all(_of_no_ladder(player, place) for place in marked - late)
    return {"reminders": len(ids), "of a ladder": len(found), "messages": len(messages)} | {
        "late": len(marked)
    }


def _of_no_ladder(player: Player, place: tuple[int, object]) -> bool:
    """Whether what is marked late in this message is news, which the oracle does not know."""
    (message,) = (m for m in player.watched.messages if (m.account, m.at) == place)
    return any(one.rung is Rung.TOLD for one in message.due)


def _check_moment(player: Player, message: Message) -> None:
    """On a working day, within the person's hours, in no pause."""
    local = message.at.astimezone(ZONE)
    life = player.lives.lives.get(message.account)
    start, end, until = 420, 1200, None
    for since, first, last in life.hours if life else ():
        start, end = (first, last) if since <= message.at else (start, end)
    for since, paused in life.pauses if life else ():
        until = paused if since <= message.at else until
    assert CALENDAR.is_working_day(local.date())
    assert start <= local.hour * 60 + local.minute < end
    assert until is None or local.date() >= until


def report(player: Player, missing: Counter[Expected], beyond: Counter[Expected]) -> str:
    lines = [f"{len(missing)} missing, {len(beyond)} beyond"]
    for name, some in (("missing", missing), ("beyond", beyond)):
        for one in sorted(some)[:6]:
            histories = [
                concern for concern in player.lives.concerns
                if (concern.account, concern.about, concern.matter)
                == (one.account, one.about, one.matter)
            ]  # fmt: skip
            lines += [f"{name} {one}", f"  {histories}", f"  {player.lives.lives.get(one.account)}"]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("database", "seed"), [("sqlite_url", 1), ("sqlite_url", 2), ("postgresql_url", 3)]
)
def test_a_small_year_on_both_databases(
    request: pytest.FixtureRequest, database: str, seed: int
) -> None:
    player, _ = played(request.getfixturevalue(database), SMALL, seed)
    assert check(player)["of a ladder"] > 100


@pytest.mark.slow
def test_a_year_of_five_hundred_units_five_thousand_drafts_and_duties(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    player, story = played(sqlite_url, WHOLE)
    took = time.monotonic() - began
    figures = check(player)
    assert figures["of a ladder"] > 20_000
    with capsys.disabled():
        told = ", ".join(f"{count} {name}" for name, count in figures.items())
        sys.stdout.write(
            f"\na year: {len(story.events)} events, {told}; "
            f"{took:.0f} s, then {time.monotonic() - began - took:.0f} s of checking\n"
        )
