"""What a process does in passing, as its ticker does it, by a clock that a test moves."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.program import Program
from bot.settings import Settings
from bot.upkeep import chores_of
from flows import asking
from flows.reminding import File
from flows.wire import file_to_json
from handlers.files import FileGone
from handlers.web.shelf import Shelf
from reminders.catching_up import CatchingUp
from reminders.dispatch import Dispatcher
from reminders.scheduler import Ticker
from storage.session import SqlStorage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.office import Office
from tests.storage.parts import incoming, join, play, rows

A_DAY = timedelta(days=1)


@pytest.fixture
def office(storage: SqlStorage, clock: HandClock) -> Office:
    return Office(storage, clock)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "files", room_left=0)


def tick(office: Office, shelf: Shelf, **settings: Any) -> None:
    """One tick that comes of itself."""
    storage, clock = office.storage, office.clock
    program = Program(
        Settings.model_construct(**{"keep_days": 90, "files_days": 30, **settings}),
        cast("Any", clock),
        storage,
        take=lambda _: True,
        dispatcher=Dispatcher(storage.reminders, PLANS, clock),
        catching_up=CatchingUp(storage.drafts, storage.owed, PLANS, clock=clock),
    )
    chores = chores_of(program, shelf)
    ticker = Ticker(program.dispatcher, clock, queued=lambda: None, catch_up=chores.work)
    ticker._work(only_if_due=False)


async def pdf(text: str) -> AsyncIterator[bytes]:
    yield b"%PDF-1.4\n" + text.encode() + b"\n%%EOF\n"


def take(office: Office, shelf: Shelf, text: str) -> File:
    """A file that the page takes now, by the test's clock."""
    file = asyncio.run(shelf.put(pdf(text), f"{text}.pdf"))
    seconds = office.clock.now().timestamp()
    os.utime(shelf._path(file.reference), (seconds, seconds))
    return file


def is_there(shelf: Shelf, file: File) -> bool:
    try:
        asyncio.run(shelf.read(file))
    except FileGone:
        return False
    return True


def test_a_file_in_no_report_is_swept_after_its_days_and_one_handed_in_or_in_hand_is_not(
    office: Office, shelf: Shelf
) -> None:
    left, handed_in, in_hand = (take(office, shelf, name) for name in ("left", "in", "hand"))
    office.give()
    report = asking.ReportTask(office.task().id, "Báo cáo", (handed_in,))
    assert office.ask("an", report) is not None
    state = {"at": {"files": [file_to_json(in_hand)]}}
    play(office.storage, "u", channel="telegram", sender="binh", state=state)

    office.clock.pass_by(30 * A_DAY - timedelta(hours=1))
    young = take(office, shelf, "young")
    tick(office, shelf)
    assert is_there(shelf, left), "not yet"

    office.clock.pass_by(timedelta(hours=2))
    tick(office, shelf)
    assert not is_there(shelf, left)
    assert [is_there(shelf, file) for file in (handed_in, in_hand, young)] == [True] * 3
    assert not list(shelf.folder.glob("*/*.old"))


def test_a_file_sent_once_more_is_young_again(office: Office, shelf: Shelf) -> None:
    take(office, shelf, "again")
    office.clock.pass_by(29 * A_DAY)
    file = take(office, shelf, "again")
    office.clock.pass_by(29 * A_DAY)
    tick(office, shelf)
    assert is_there(shelf, file)


def test_a_file_sent_while_it_is_swept_stays(office: Office, shelf: Shelf) -> None:
    file = take(office, shelf, "race")
    office.clock.pass_by(31 * A_DAY)

    def in_use() -> frozenset[str]:
        take(office, shelf, "race")
        return frozenset()

    assert shelf.sweep(office.clock.now() - 30 * A_DAY, in_use) == 0
    assert is_there(shelf, file)


def test_a_file_handed_in_once_more_in_its_place_frees_the_first(
    office: Office, shelf: Shelf
) -> None:
    first, second = take(office, shelf, "first"), take(office, shelf, "second")
    office.give()
    for file in (first, second):
        office.ask("an", asking.ReportTask(office.task().id, "Báo cáo", (file,)))
    office.clock.pass_by(31 * A_DAY)
    tick(office, shelf)
    assert [is_there(shelf, file) for file in (first, second)] == [False, True]


def test_other_files_of_the_folder_are_left_alone(office: Office, shelf: Shelf) -> None:
    take(office, shelf, "x")
    (shelf.folder / "note").mkdir()
    strange = shelf.folder / "note" / "readme.txt"
    strange.write_text("x")
    office.clock.pass_by(3650 * A_DAY)
    tick(office, shelf)
    assert strange.exists()


def test_the_days_are_settings(office: Office, shelf: Shelf) -> None:
    join(office.storage, office.accounts["an"], channel="web", sender="an")
    for number in range(60):
        play(office.storage, f"u{number}", sender="an")
    file = take(office, shelf, "x")
    office.clock.pass_by(20 * A_DAY)
    tick(office, shelf)
    assert is_there(shelf, file)
    tick(office, shelf, files_days=19)
    assert not is_there(shelf, file)
    before = rows(office.storage, "SELECT count(*) FROM inbox")
    storage = office.storage
    while storage.upkeep.prune(office.clock.now(), keep=19 * A_DAY):
        pass
    assert rows(storage, "SELECT count(*) FROM inbox") < before


def test_a_shelf_that_took_nothing_yet_is_swept_in_peace(office: Office, shelf: Shelf) -> None:
    assert shelf.sweep(office.clock.now(), frozenset) == 0


def test_a_tick_links_the_trail_forgets_strangers_and_empties_old_events_where_that_is_set(
    office: Office, shelf: Shelf
) -> None:
    play(office.storage, "stranger", sender="stranger")
    with office.storage.turn() as turn:
        talk = turn.begin(incoming("told", channel="telegram", sender="other"))
        assert talk is not None
        turn.save(talk, state={}, draft=None, replies=(), events=[("told", {"a": 1})])
    tick(office, shelf)
    noted = rows(office.storage, "SELECT event FROM audit ORDER BY id")
    assert noted[-1] == ("told",)
    verified = office.storage.audit.verify()
    assert (verified.count, verified.waiting) == (len(noted), 0)
    office.clock.pass_by(40 * A_DAY)
    tick(office, shelf, strangers_days=50)
    assert rows(office.storage, "SELECT count(*) FROM identities") == [(2,)]
    tick(office, shelf, strangers_days=30, audit_days=30)
    assert rows(office.storage, "SELECT count(*) FROM identities") == [(0,)]
    assert rows(office.storage, "SELECT payload FROM audit WHERE event = 'told'") == [(None,)]
