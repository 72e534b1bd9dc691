"""When a person is reminded, what they hand on, the calendar they share, the board they see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows import asking
from flows.model import Draft
from flows.reminder_ports import Slot
from flows.reminding import About, Colleague, Matter, Rung, TaskState
from tests.storage.office import DAY, FRIDAY, THREE, TUESDAY, Office, plan_of
from tests.storage.parts import join, rows


def put_off(office: Office, until: datetime) -> None:
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        for person in dispatching.due(office.clock.now(), accounts=9):
            dispatching.move([one.id for one in person.due], Slot(until.date(), until))


def test_a_person_keeps_their_hours_and_pause(office: Office) -> None:
    office.ask("an", asking.SetHours(480, 1020))
    office.ask("an", asking.PauseReminders(date(2026, 12, 25)))

    hours = office.talk("an").person.hours
    assert (hours.start, hours.end, hours.paused_until) == (480, 1020, date(2026, 12, 25))
    assert office.talk("binh").person.hours.start == 420


@pytest.mark.parametrize(("start", "end"), [(600, 600), (900, 600), (-1, 60), (0, 1441)])
def test_hours_that_are_none_change_nothing(office: Office, start: int, end: int) -> None:
    assert office.ask("an", asking.SetHours(start, end)) is None
    assert office.talk("an").person.hours.start == 420


def test_other_hours_move_the_coming_mornings(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    again = office.ask("an", asking.RemindAgain(About(draft=draft.id), "hour"))
    office.ask("an", asking.SetHours(480, 1020))

    ats = [again, TUESDAY + timedelta(hours=1), FRIDAY + timedelta(hours=1)]
    lines = office.ask("an", asking.ListDeadlines())
    assert lines[0].next_at == ats[0]
    office.clock.pass_by(timedelta(days=9))
    assert [one.at for one in office.due()[0].due] == ats


def test_the_end_of_a_pause_lets_come_what_waited(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.ask("an", asking.PauseReminders(date(2026, 11, 26)))
    office.clock.pass_by(timedelta(days=1))
    put_off(office, datetime(2026, 11, 26, tzinfo=UTC))
    assert office.storage.reminders.next_due() == DAY.at
    office.ask("an", asking.PauseReminders(None))

    assert office.storage.reminders.next_due() == office.clock.now()
    assert [one.rung for one in office.due()[0].due] == [Rung.THREE]


def test_a_shorter_pause_brings_it_forward(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE))
    office.clock.pass_by(timedelta(days=1))
    put_off(office, datetime(2026, 11, 26, tzinfo=UTC))
    office.ask("an", asking.PauseReminders(date(2026, 11, 19)))

    assert office.storage.reminders.next_due() == datetime(2026, 11, 19, tzinfo=UTC)


def test_deadlines_are_one_s_own_and_the_nearest_comes_first(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.keep("binh", Draft("surprise"), plan_of(DAY))
    office.give("2026-11-18")
    office.give("2026-11-27")
    office.ask("binh", asking.ConfirmTask(office.task().id))

    lines = office.ask("an", asking.ListDeadlines())
    assert [(line.matter, line.due.day, line.next_at) for line in lines] == [
        (Matter.WINDOW, 20, THREE.at),
        (Matter.DUTY, 27, FRIDAY - timedelta(days=1)),
    ]
    assert lines[0].about == About(draft=draft.id)
    assert lines[1].words.title.values == {"name": "Rà soát"}
    assert len(office.ask("binh", asking.ListDeadlines())) == 3
    assert office.ask("reviewer", asking.ListDeadlines()) == ()


def test_a_pause_shows_when_the_next_reminder_comes(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE))
    office.ask("an", asking.PauseReminders(date(2026, 11, 19)))

    (line,) = office.ask("an", asking.ListDeadlines())
    assert line.next_at == datetime(2026, 11, 19, tzinfo=UTC)


def test_a_handed_draft_and_its_reminders_are_the_colleague_s(office: Office) -> None:
    draft = office.keep("an", Draft("surprise", name="Dân quân"), plan_of(THREE, DAY))
    about = About(draft=draft.id)
    office.ask("an", asking.RemindAgain(about, "hour"))
    to = office.accounts["binh"]

    assert office.ask("an", asking.HandOver(about, to)) == Colleague(to, "binh")
    assert office.whom(Rung.DAY) == office.whom(Rung.THREE) == office.whom(Rung.TOLD) == ["binh"]
    assert office.whom(Rung.AGAIN) == []
    assert office.talk("an").draft is None
    assert office.ask("an", asking.HandOver(about, to)) is None
    person = office.talk("binh").person
    with office.storage.turn() as turn:
        assert turn.draft(person, draft.id or 0) is not None


def test_a_message_on_its_way_follows_the_draft_that_is_handed_over(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    other = office.keep("an", Draft("thematic"), plan_of(replace(THREE, matter=Matter.DOSSIER)))
    office.clock.pass_by(timedelta(days=1))
    office.queue("an")
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))

    assert office.outbox() == [("replaced", "closed")]
    handed = office.reminders(f"r.draft_id = {draft.id} AND r.rung <> 'told'")
    assert handed == [("binh", "three", "planned"), ("binh", "day", "planned")]
    assert office.reminders(f"r.draft_id = {other.id}") == [("an", "three", "planned")]


def test_a_message_just_refused_comes_to_who_has_taken_over(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE))
    office.clock.pass_by(timedelta(days=1))
    (message,) = office.queue("an")
    office.storage.outbox.give_up(message, why="403", unreachable=True)
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))

    assert office.take_back() == 1
    assert office.whom(Rung.THREE) == ["binh"]


def test_a_draft_without_reminders_can_be_handed_over(office: Office) -> None:
    draft = office.keep("an", Draft("thematic"))
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))

    assert rows(office.storage, "SELECT kind, rung FROM reminders") == [("asked", "told")]


def test_a_plan_is_made_anew_for_who_has_taken_over(office: Office) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))
    person = office.talk("binh").person
    with office.storage.turn() as turn:
        seen = turn.draft(person, draft.id or 0)
    assert seen is not None
    office.keep("binh", seen, plan_of(THREE, DAY))

    assert office.whom(Rung.DAY) == office.whom(Rung.THREE) == ["binh"]


@pytest.mark.parametrize("to", ["other", "reviewer"])
def test_a_matter_goes_to_nobody_outside_the_unit(office: Office, to: str) -> None:
    draft = office.keep("an", Draft("surprise"), plan_of(DAY))
    about = About(draft=draft.id)

    assert office.ask("an", asking.HandOver(about, office.accounts[to])) is None
    assert office.whom(Rung.DAY) == ["an"]
    names = [one.name for one in office.ask("an", asking.ListColleagues())]
    assert names == ["binh", "head"]


def test_a_report_handed_over_is_the_colleague_s(office: Office) -> None:
    office.give()
    about = About(task=office.task().id)
    office.ask("an", asking.HandOver(about, office.accounts["binh"]))

    task = office.task("binh")
    assert (task.state, task.responsible) == (
        TaskState.CONFIRMED,
        Colleague(office.accounts["binh"], "binh"),
    )
    assert office.whom(Rung.DAY) == office.whom(Rung.TOLD) == ["binh"]


def test_a_feed_shows_its_owner_s_last_days_until_it_is_revoked(office: Office) -> None:
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    secret = office.ask("an", asking.MakeFeed())
    feed = office.storage.feeds.read(secret)

    assert feed is not None
    assert (feed.language, [line.due for line in feed.lines]) == ("vi", [date(2026, 11, 20)])
    assert len(secret) >= 40
    assert secret not in str(rows(office.storage, "SELECT * FROM feeds"))
    for guess in ("", "x", secret[:-1], secret + "x", "x" * 5000, "\ud800"):
        assert office.storage.feeds.read(guess) is None
    assert office.ask("an", asking.RevokeFeeds()) == 1
    assert office.storage.feeds.read(secret) is None
    assert office.ask("an", asking.RevokeFeeds()) == 0


def test_a_new_feed_ends_the_earlier_one(office: Office) -> None:
    first = office.ask("an", asking.MakeFeed())
    other = office.ask("binh", asking.MakeFeed())
    second = office.ask("an", asking.MakeFeed())

    read = office.storage.feeds.read
    assert [read(one) is not None for one in (first, second, other)] == [False, True, True]


def test_a_feed_of_who_left_the_unit_shows_nothing(office: Office) -> None:
    secret = office.ask("an", asking.MakeFeed())
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM roles")

    assert office.storage.feeds.read(secret) is None


def test_a_board_is_for_those_who_ask_for_reports(office: Office) -> None:
    duty = office.give("2026-11-27", "unit", "other unit")
    join(office.storage, office.accounts["reviewer"], channel="web", sender="r")
    office.come("an", "foreign")

    board = office.storage.boards.read("web", "r")
    assert board is not None
    assert board.person.name == "reviewer"
    ((shown, tasks),) = board.duties
    assert (shown.id, [task.unit for task in tasks]) == (duty.id, ["unit", "other unit"])
    assert office.storage.boards.read("telegram", "an") is None
    assert office.storage.boards.read("web", "nobody") is None
    foreign = office.storage.boards.read("telegram", "foreign")
    assert foreign is not None
    assert foreign.duties == ()


def test_the_missing_are_nudged_from_the_board(office: Office) -> None:
    duty = office.give()
    join(office.storage, office.accounts["reviewer"], channel="web", sender="r")
    office.come("an", "foreign")
    nudge = office.storage.boards.nudge

    assert nudge("web", "r", duty=duty.id or 0) == asking.Nudged(1)
    assert nudge("web", "r", duty=99) is None
    assert nudge("telegram", "foreign", duty=duty.id or 0) is None
    assert nudge("telegram", "an", duty=duty.id or 0) is None
    assert office.whom(Rung.NUDGE) == ["an", "binh", "head"]


def put_off_by_a_pause(office: Office) -> Draft:
    """A draft of which a reminder has come, and waits for the end of its owner's pause."""
    draft = office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.ask("an", asking.PauseReminders(date(2026, 12, 25)))
    office.clock.pass_by(timedelta(days=1))
    put_off(office, datetime(2026, 12, 25, tzinfo=UTC))
    return draft


def test_a_pause_of_who_hands_a_draft_over_does_not_go_along(office: Office) -> None:
    draft = put_off_by_a_pause(office)
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))

    assert office.whom(Rung.THREE) == ["binh"]
    assert office.storage.reminders.next_due() == office.clock.now()


def test_what_was_put_off_waits_for_the_pause_of_who_takes_over(office: Office) -> None:
    draft = put_off_by_a_pause(office)
    office.ask("binh", asking.PauseReminders(date(2026, 11, 19)))
    office.ask("an", asking.HandOver(About(draft=draft.id), office.accounts["binh"]))

    (line,) = office.ask("binh", asking.ListDeadlines())
    assert line.next_at == datetime(2026, 11, 19, tzinfo=UTC)
