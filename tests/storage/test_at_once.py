"""On PostgreSQL many act on one report while its reminders leave, and nobody is refused."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from flows import asking
from flows.model import Draft, UnitRole
from flows.reminding import About, Plan, Rung
from reminders.dispatch import Dispatcher
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.conftest import MONDAY_MORNING
from tests.storage.office import DAY, Office, plan_of
from tests.storage.parts import incoming, rows

TURNS = 40


@pytest.fixture
def crowd(migrated_postgresql_url: str) -> Iterator[Office]:
    clock = HandClock(MONDAY_MORNING)
    storage = open_storage(migrated_postgresql_url, clock, PLANS)
    office = Office(storage, clock)
    office.come(*office.accounts)
    yield office
    storage.close()


def test_a_stale_view_does_not_plan_anew_a_draft_just_submitted(crowd: Office) -> None:
    """On SQLite who writes is alone, and reads what is there."""
    draft = crowd.keep("an", Draft("surprise"), plan_of(DAY))
    with crowd.storage.turn() as turn:
        talk = turn.begin(incoming("stale", channel="telegram", sender="head"))
        assert talk is not None
        seen = turn.draft(talk.person, draft.id or 0)
        submitted = replace(draft, answers={"submitted_on": "2026-11-16"})
        crowd.keep("an", submitted, Plan(digest="closed"))
        turn.save(talk, state={}, draft=seen, replies=(), events=(), plan=plan_of(DAY, digest="2"))

    assert crowd.reminders() == []
    assert rows(crowd.storage, "SELECT plan FROM drafts") == [("closed/",)]


def until_one_waits(office: Office) -> None:
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    for _ in range(500):
        if rows(office.storage, waiting):
            return
        time.sleep(0.01)
    raise AssertionError("nobody waits")


def while_reported(office: Office, task: int, act: Callable[[], object]) -> object:
    """What comes of an act that begins while a report is being made."""
    with ThreadPoolExecutor(1) as pool:
        with office.storage.turn() as turn:
            talk = turn.begin(incoming("reported", channel="telegram", sender="an"))
            assert talk is not None
            turn.ask(talk, asking.ReportTask(task, "Đã xong"))
            acted = pool.submit(act)
            until_one_waits(office)
            turn.save(talk, state={}, draft=None, replies=(), events=())
        return acted.result()


def test_a_report_just_made_is_not_nudged(crowd: Office) -> None:
    duty, task = crowd.give(), crowd.task("an").id
    nudge = asking.NudgeMissing(duty.id or 0)

    nudged = while_reported(crowd, task, lambda: crowd.ask("reviewer", nudge))
    assert nudged == asking.Nudged(0)
    assert crowd.whom(Rung.NUDGE) == []


def test_who_joins_is_not_reminded_of_a_report_just_made(crowd: Office) -> None:
    crowd.give()
    people, unit = crowd.storage.people, crowd.units["unit"]
    crowd.accounts["new"] = people.add_account("new", unit=unit, role=UnitRole.OFFICER)
    while_reported(crowd, crowd.task("an").id, lambda: crowd.come("new"))

    assert [row for row in crowd.reminders() if row[0] == "new"] == []


@pytest.mark.slow
def test_nobody_waits_for_one_another_in_a_ring(crowd: Office) -> None:
    duty = crowd.give("2026-11-18", "unit", "other unit")
    mine, others = crowd.task("an").id, crowd.task("other").id
    handed = asking.HandOver(About(task=mine), crowd.accounts["binh"])
    dispatcher = Dispatcher(crowd.storage.reminders, PLANS, crowd.clock)

    def asks(who: str, *asked: asking.Asked) -> Callable[[], None]:
        turns: Sequence[asking.Asked] = tuple(itertools.islice(itertools.cycle(asked), TURNS))
        return lambda: [crowd.ask(who, one) for one in turns] and None

    later = date(2026, 12, 9)
    people = (
        asks("an", asking.ConfirmTask(mine), handed),
        asks("binh", asking.ConfirmTask(mine), asking.AskTime(mine, later, "Bận")),
        asks("head", asking.ConfirmTask(mine), asking.RemindAgain(About(task=mine), "hour")),
        asks("other", asking.ConfirmTask(others), asking.SetHours(480, 1020)),
        asks("reviewer", asking.NudgeMissing(duty.id or 0), asking.AnswerTime(mine, granted=False)),
        lambda: [dispatcher.tick() for _ in range(TURNS)] and None,
    )
    with ThreadPoolExecutor(len(people)) as pool:
        for done in [pool.submit(play) for play in people]:
            done.result()

    days = rows(crowd.storage, "SELECT task_id, account_id FROM reminders WHERE rung = 'day'")
    assert len(days) == len(set(days)), "each last day is planned once for each person"
    assert crowd.whom(Rung.TOLD, "failed") == []
