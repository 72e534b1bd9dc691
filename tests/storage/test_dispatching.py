"""Due reminders become messages in one transaction; what does not arrive is planned anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from flows import asking
from flows.model import Draft, UnitRole
from flows.reminder_ports import Slot
from flows.reminding import About, Hours, Matter, Rung
from storage.returned import STILL_ON_ITS_WAY
from storage.session import open_storage
from tests.databases import HandClock
from tests.reminders.days import PLANS
from tests.storage.conftest import MONDAY_MORNING
from tests.storage.office import DAY, DUE, REPLY, THREE, Office, plan_of, planned
from tests.storage.parts import incoming, join, rows

HOUR = timedelta(hours=1)


def due_now(office: Office, who: str = "an", *, kind: str = "surprise", ago: int = 0) -> Draft:
    """A draft of this person's with a reminder due now, or so many hours ago."""
    at = office.clock.now() - ago * HOUR
    matter = Matter.DOSSIER if kind == "thematic" else Matter.WINDOW
    return office.keep(who, Draft(kind), plan_of(planned(Rung.DAY, at, due=DUE, matter=matter)))


def test_the_longest_waiting_comes_first_with_all_that_is_due(office: Office) -> None:
    due_now(office, "an")
    due_now(office, "binh", ago=2)
    due_now(office, "an", kind="thematic", ago=1)
    office.keep("an", Draft("surprise"), plan_of(DAY))

    found = office.due()
    assert [person.account for person in found] == [office.accounts[one] for one in ("binh", "an")]
    assert [one.matter for one in found[1].due] == [Matter.DOSSIER, Matter.WINDOW]
    assert [person.account for person in office.due(accounts=1)] == [office.accounts["binh"]]


def test_one_person_s_many_reminders_hide_nobody(office: Office) -> None:
    for _ in range(20):
        due_now(office, "an", ago=1)
    due_now(office, "binh")

    assert len(office.due(accounts=2)) == 2


def test_all_that_it_takes_to_reach_somebody(office: Office) -> None:
    due_now(office)
    office.ask("an", asking.SetHours(480, 1020))
    office.clock.pass_by(HOUR)
    join(office.storage, office.accounts["an"], channel="web", sender="an")

    (person,) = office.due()
    assert person.hours == Hours(480, 1020)
    assert [chat.channel for chat in person.chats] == ["web", "telegram"]
    assert person.chats[0].used_at == office.clock.now()
    (one,) = person.due
    assert (one.rung, one.words.title.values, one.whose) == (Rung.DAY, {"name": "Dân quân"}, None)


def test_whose_matter_it_is_is_told_to_another(office: Office) -> None:
    due_now(office)
    office.give("2026-11-16")
    office.ask("an", asking.ConfirmTask(office.task().id))
    with office.storage._engine.begin() as connection:
        head = office.accounts["head"]
        connection.exec_driver_sql(f"UPDATE reminders SET account_id = {head}")
    office.clock.pass_by(timedelta(days=9))

    (person,) = office.due()
    assert {(one.rung, one.whose) for one in person.due} >= {
        (Rung.DAY, "an"),
        (Rung.HEAD, "unit"),
        (Rung.OFFICE, "unit"),
        (Rung.AFTER, "unit"),
    }


def test_a_unit_s_own_report_says_no_name(office: Office) -> None:
    office.give("2026-11-19")
    office.clock.pass_by(timedelta(days=4))

    officers = {office.accounts["an"], office.accounts["binh"]}
    found = [one for person in office.due() if person.account in officers for one in person.due]
    assert {one.whose for one in found} == {None}
    assert {one.rung for one in found} >= {Rung.TOLD, Rung.DAY, Rung.AFTER}


def test_the_heads_stand_by_for_who_has_no_chat(office: Office) -> None:
    draft = due_now(office)
    second = office.storage.people.add_account(
        "second head", unit=office.units["unit"], role=UnitRole.HEAD
    )
    heads = (office.accounts["head"], second)
    assert office.due()[0].heads == (), "left out while a chat is left"
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE identities SET reachable = false")
    assert office.due()[0].heads == heads

    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        (person,) = dispatching.due(office.clock.now(), accounts=5)
        dispatching.hand_up([one.id for one in person.due], heads[0])
        (head,) = dispatching.due(office.clock.now(), accounts=5)
    assert (head.account, head.heads, head.chats) == (heads[0], heads, ())
    assert head.due[0].whose == "an"
    assert head.due[0].about.draft == draft.id


def test_a_message_carries_its_reminders_and_wakes_the_sender(office: Office) -> None:
    due_now(office)
    woken: list[bool] = []
    office.storage.wait_for_outbox(lambda: woken.append(True))
    (message,) = office.queue()

    assert woken == [True]
    assert office.due() == ()
    (envelope,) = office.storage.outbox.due("telegram", now=office.clock.now(), limit=9)
    assert (envelope.id, envelope.lane, envelope.address) == (message, 1, "an")
    assert envelope.reply.text == REPLY.text
    office.sent(message)
    assert office.reminders() == [("an", "day", "sent")]


def test_a_dispatch_that_fails_leaves_nothing(office: Office) -> None:
    due_now(office)

    def fail() -> None:
        with office.storage.reminders.dispatching() as dispatching:
            assert dispatching is not None
            (person,) = dispatching.due(office.clock.now(), accounts=5)
            chat = person.chats[0].identity
            dispatching.queue([person.due[0].id], identity=chat, reply=REPLY, now=MONDAY_MORNING)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert office.reminders() == [("an", "day", "planned")]
    assert office.outbox() == []


def test_a_reminder_put_off_comes_later(office: Office) -> None:
    due_now(office)
    later = office.clock.now() + HOUR
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        (person,) = dispatching.due(office.clock.now(), accounts=5)
        dispatching.move([person.due[0].id], Slot(later.date(), later))

    assert office.due() == ()
    assert office.storage.reminders.next_due() == later


def test_what_a_chat_refused_goes_to_another(office: Office) -> None:
    due_now(office)
    (message,) = office.queue()
    office.storage.outbox.give_up(message, why="403", unreachable=True)

    assert office.take_back() == 1
    (person,) = office.due()
    assert person.due[0].tried == (person.chats[0].identity,)
    assert person.due[0].at == MONDAY_MORNING


def test_what_waits_behind_a_refused_message_is_taken_back_too(office: Office) -> None:
    due_now(office)
    (first,) = office.queue()
    due_now(office, kind="thematic")
    office.queue()
    office.storage.outbox.give_up(first, why="403", unreachable=True)

    assert office.take_back() == 2
    assert office.outbox() == [("failed", "403"), ("failed", "unreachable")]


def test_what_stays_unread_on_the_page_goes_elsewhere(office: Office) -> None:
    due_now(office)
    join(office.storage, office.accounts["an"], channel="web", sender="an")
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        (person,) = dispatching.due(office.clock.now(), accounts=5)
        web = next(chat for chat in person.chats if chat.channel == "web")
        ids = [one.id for one in person.due]
        dispatching.queue(ids, identity=web.identity, reply=REPLY, now=office.clock.now())
    assert office.take_back(office.clock.now()) == 0
    office.clock.pass_by(HOUR)

    assert office.take_back(office.clock.now()) == 1
    assert office.due()[0].due[0].tried == (web.identity,)
    assert office.outbox() == [("failed", "unread")]
    shown = office.storage.outbox.after("web", "an", 0)
    assert [envelope.lane for envelope in shown] == [1], "it stays to be read on the page"


def fail_due(office: Office) -> None:
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        for person in dispatching.due(office.clock.now(), accounts=9):
            dispatching.fail([one.id for one in person.due], "no chat")


def test_what_failed_is_seen_and_comes_once_there_is_a_chat(office: Office) -> None:
    due_now(office)
    (message,) = office.queue()
    office.storage.outbox.give_up(message, why="403", unreachable=True)
    office.take_back()
    fail_due(office)

    assert office.storage.reminders.health(office.clock.now()).failed == 1
    assert office.take_back() == 0
    office.clock.pass_by(HOUR)
    office.talk("an")  # who writes has unblocked the bot
    assert office.take_back() == 1
    assert office.due()[0].due[0].tried == ()


def test_a_failed_reminder_comes_by_a_chat_that_is_new(office: Office) -> None:
    due_now(office)
    (message,) = office.queue()
    office.storage.outbox.give_up(message, why="403", unreachable=True)
    office.take_back()
    fail_due(office)
    join(office.storage, office.accounts["an"], channel="web", sender="an")

    assert office.take_back() == 1


def test_a_failed_reminder_of_a_closed_matter_does_not_come_back(office: Office) -> None:
    draft = due_now(office)
    fail_due(office)
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-16"}), plan_of(digest="2"))

    assert office.take_back() == 0
    assert office.reminders() == []


def test_what_was_given_up_and_read_after_all_is_sent(office: Office) -> None:
    due_now(office)
    (message,) = office.queue()
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE reminders SET status = 'failed'")
    office.sent(message)

    assert office.reminders() == [("an", "day", "sent")]


def test_health_counts_what_waits(office: Office) -> None:
    due_now(office)
    created = office.clock.now()
    office.queue()
    office.keep("an", Draft("surprise"), plan_of(THREE, DAY))
    office.clock.pass_by(HOUR)

    health = office.storage.reminders.health(office.clock.now())
    assert (health.queued, health.oldest_queued) == (1, created)
    assert (health.planned, health.failed, health.next_due) == (2, 0, THREE.at)


def test_an_empty_register_has_no_next(office: Office) -> None:
    assert office.storage.reminders.next_due() is None
    assert office.due() == ()


def test_the_newest_reminder_sent_is_what_is_spoken_about(office: Office) -> None:
    draft = due_now(office)
    messages = office.queue()
    assert office.ask("an", asking.LastReminded()) == (), "it has not arrived yet"
    office.sent(*messages)

    assert office.ask("an", asking.LastReminded()) == (About(draft=draft.id),)
    due_now(office, kind="thematic")
    due_now(office, kind="thematic")
    office.sent(*office.queue())
    assert len(office.ask("an", asking.LastReminded())) == 2, "two matters in one message"


@pytest.fixture
def two(migrated_postgresql_url: str) -> tuple[Office, Office]:
    """Two processes on one database."""
    clock, url = HandClock(MONDAY_MORNING), migrated_postgresql_url
    office = Office(open_storage(url, clock, PLANS), clock)
    second = Office.__new__(Office)
    second.__dict__.update(office.__dict__, storage=open_storage(url, clock, PLANS))
    return office, second


def test_of_two_processes_one_dispatches(two: tuple[Office, Office]) -> None:
    office, second = two
    with office.storage.reminders.dispatching() as first:
        assert first is not None
        with second.storage.reminders.dispatching() as other:
            assert other is None
    with second.storage.reminders.dispatching() as other:
        assert other is not None


def test_who_is_in_a_turn_is_left_for_the_next_time(two: tuple[Office, Office]) -> None:
    office, second = two
    due_now(office, "an")
    due_now(office, "binh")
    with second.storage.turn() as turn:
        talk = turn.begin(incoming("x", channel="telegram", sender="an"))
        assert talk is not None
        assert [person.account for person in office.due()] == [office.accounts["binh"]]
        turn.save(talk, state={}, draft=None, replies=(), events=())

    assert len(office.due()) == 2


def test_a_reminder_that_is_just_being_queued_is_withdrawn_by_the_turn_that_closes_it(
    two: tuple[Office, Office],
) -> None:
    office, _ = two
    draft = due_now(office)
    office.queue()
    office.keep("an", replace(draft, answers={"submitted_on": "2026-11-16"}), plan_of(digest="2"))

    assert rows(office.storage, "SELECT status FROM outbox WHERE lane = 1") == [("replaced",)]


def test_a_chat_that_refuses_is_tried_once_for_each_time_that_its_person_wrote(
    office: Office,
) -> None:
    due_now(office)
    office.clock.pass_by(HOUR)
    office.talk("an")  # after the reminder's own time
    for _ in range(2):
        office.clock.pass_by(HOUR)
        (message,) = office.queue()
        office.storage.outbox.give_up(message, why="400")
        office.take_back()
        fail_due(office)
        assert office.take_back() == 0, "nothing was written since it was tried"
        office.clock.pass_by(HOUR)
        office.talk("an")
        assert office.take_back() == 1


def test_what_was_not_sent_in_its_time_is_planned_anew_for_the_same_chat(office: Office) -> None:
    due_now(office)
    now = office.clock.now()
    with office.storage.reminders.dispatching() as dispatching:
        assert dispatching is not None
        (person,) = dispatching.due(now, accounts=5)
        ids, chat = [one.id for one in person.due], person.chats[0].identity
        dispatching.queue(ids, identity=chat, reply=REPLY, now=now, not_after=now + HOUR)
    office.clock.pass_by(HOUR)
    assert office.take_back(now) == 0, "it may still be on its way"
    office.clock.pass_by(STILL_ON_ITS_WAY)

    assert office.take_back(now) == 1
    assert office.outbox() == [("replaced", "too late")]
    (again,) = office.due()[0].due
    assert (again.tried, again.at) == ((), MONDAY_MORNING)


@pytest.mark.parametrize("bad", ["words = '{'", "tried = '['", "words = '[]'", "rung = 'x'"])
def test_a_row_that_cannot_be_read_fails_alone_and_for_good(office: Office, bad: str) -> None:
    due_now(office, kind="thematic")
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE reminders SET {bad}")
    due_now(office)
    due_now(office, "binh")

    assert {person.account: len(person.due) for person in office.due()} == {
        office.accounts["an"]: 1,
        office.accounts["binh"]: 1,
    }
    why = "SELECT why FROM reminders WHERE status = 'failed'"
    assert rows(office.storage, why) == [("unreadable",)]
    assert office.take_back() == 0, "no chat can take it"


def test_chats_tried_that_cannot_be_read_keep_nothing_from_being_planned_anew(
    office: Office,
) -> None:
    due_now(office)
    (message,) = office.queue()
    with office.storage._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE reminders SET tried = '['")
    office.storage.outbox.give_up(message, why="400")

    assert office.take_back() == 1
    assert len(office.due()[0].due[0].tried) == 1
