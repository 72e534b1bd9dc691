"""Due reminders leave once, when they may, to a chat where the person is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from flows.ports import StorageUnavailable
from flows.reminder_ports import Chat
from flows.reminding import About, Hours, Rung, Words
from locales.catalog import text
from reminders.dispatch import ACCOUNTS, MOST_IN_ONE, Dispatcher
from tests.databases import HandClock
from tests.reminders.days import PLANS, at, local, on
from tests.reminders.kept import BOTH, TELEGRAM, WEB, Kept, due

OFFICER, HEAD, DEPUTY = 1, 2, 3


def tick(kept: Kept, now: str) -> int:
    return Dispatcher(kept, PLANS, HandClock(at(now)), breathe=lambda: None).tick()


def test_what_is_due_is_one_message_and_never_comes_again() -> None:
    kept = Kept()
    one, other, ahead = due(), due("2026-11-24"), due(when="2026-11-23 07:00")
    kept.plan(OFFICER, one, other, ahead)

    assert tick(kept, "2026-11-20 07:00") == 1
    ((chat, carried, _),) = kept.queued
    assert (chat, set(carried)) == (TELEGRAM, {one.id, other.id})
    assert tick(kept, "2026-11-20 07:00") == 0
    assert kept.rows[OFFICER] == [ahead]


def test_nothing_leaves_outside_hours_on_days_off_or_in_a_pause() -> None:
    for now, hours, until in (
        ("2026-11-20 20:00", Hours(), "2026-11-23 07:00"),
        ("2026-11-21 09:00", Hours(), "2026-11-23 07:00"),
        ("2026-11-23 20:30", Hours(), "2026-11-25 07:00"),
        ("2026-11-20 07:00", Hours(480, 1020), "2026-11-20 08:00"),
        ("2026-11-20 07:00", Hours(paused_until=on("2026-11-28")), "2026-11-30 07:00"),
    ):
        kept = Kept(hours={OFFICER: hours})
        kept.plan(OFFICER, due(when="2026-11-20 06:59"))
        assert tick(kept, now) == 0
        assert kept.queued == []
        assert [local(one.at) for one in kept.rows[OFFICER]] == [until]


def test_what_falls_due_in_a_pause_comes_together_after_it_and_is_not_late() -> None:
    kept = Kept(hours={OFFICER: Hours(paused_until=on("2026-11-25"))})
    kept.plan(OFFICER, due(when="2026-11-20 07:00"), due("2026-11-30", "2026-11-23 07:00"))
    tick(kept, "2026-11-20 07:00")
    tick(kept, "2026-11-23 07:00")
    assert kept.queued == []

    assert tick(kept, "2026-11-25 07:00") == 1
    ((_, carried, reply),) = kept.queued
    assert len(carried) == 2
    assert not any("đến muộn" in text(line) for line in reply.text)


def test_after_a_day_down_rungs_are_merged_and_marked_late() -> None:
    kept = Kept()
    kept.plan(OFFICER, due("2026-11-20", "2026-11-19 07:00", rung=Rung.ONE))
    kept.plan(OFFICER, due("2026-11-20", "2026-11-20 07:00", rung=Rung.DAY))

    tick(kept, "2026-11-20 08:00")
    ((_, carried, reply),) = kept.queued
    assert len(carried) == 2
    assert not any("đến muộn" in text(line) for line in reply.text), "an hour is no delay"

    kept.plan(OFFICER, due("2026-11-27", "2026-11-20 07:00", rung=Rung.FIVE))
    tick(kept, "2026-11-20 08:01")
    assert "07:00 thứ Sáu 20/11" in text(kept.queued[-1][2].text[-1])


def test_what_comes_up_late_on_a_day_off_is_still_late_on_the_next_working_day() -> None:
    kept = Kept()
    kept.plan(OFFICER, due("2026-11-27", "2026-11-20 07:00"), due("2026-11-28", "2026-11-23 07:00"))
    tick(kept, "2026-11-21 10:00")
    tick(kept, "2026-11-21 12:00")

    tick(kept, "2026-11-23 07:00")
    ((_, _, reply),) = kept.queued
    lines = [text(line) for line in reply.text]
    assert "07:00 thứ Sáu 20/11" in lines[1]
    assert "đến muộn" not in lines[2]


def test_a_chat_that_was_tried_or_cannot_be_reached_is_passed_over() -> None:
    kept = Kept(chats={OFFICER: (Chat(9, "telegram", reachable=False), *BOTH)})
    kept.plan(OFFICER, due(tried=(TELEGRAM,)), due("2026-11-25"))
    assert tick(kept, "2026-11-20 07:00") == 2
    assert [chat for chat, _, _ in kept.queued] == [WEB, TELEGRAM]


def test_what_reaches_an_officer_nowhere_goes_from_head_to_head_and_then_fails() -> None:
    none = {OFFICER: (), HEAD: (), DEPUTY: ()}
    heads = dict.fromkeys(none, (HEAD, DEPUTY))
    kept = Kept(chats={**none, DEPUTY: BOTH}, heads=heads)
    kept.plan(OFFICER, due(tried=(TELEGRAM, WEB)))
    assert tick(kept, "2026-11-20 07:00") == 1
    assert kept.queued[0][0] == TELEGRAM

    lost = Kept(chats=dict(none), heads=heads)
    one = due()
    lost.plan(OFFICER, one)
    assert tick(lost, "2026-11-20 07:00") == 0
    assert set(lost.failed) == {one.id}


def test_very_many_matters_of_one_person_come_in_several_messages() -> None:
    kept = Kept()
    kept.plan(OFFICER, *(due(about=About(draft=n)) for n in range(2 * MOST_IN_ONE + 1)))
    assert tick(kept, "2026-11-20 07:00") == 3
    assert [len(carried) for _, carried, _ in kept.queued] == [MOST_IN_ONE, MOST_IN_ONE, 1]


def test_many_people_are_served_in_several_transactions_with_a_breath_between() -> None:
    kept, breaths = Kept(), []
    for account in range(2 * ACCOUNTS + 1):
        kept.plan(account, due())
    clock = HandClock(at("2026-11-20 07:00"))
    Dispatcher(kept, PLANS, clock, breathe=lambda: breaths.append(1)).tick()
    assert len(kept.queued) == 2 * ACCOUNTS + 1
    assert (len(breaths), kept.transactions) == (3, 4)


def test_a_tick_takes_back_what_is_unread_and_repeats_duties_first() -> None:
    kept = Kept()
    tick(kept, "2026-11-20 07:00")
    assert kept.asked == [
        ("take_back", at("2026-11-20 07:00") - timedelta(hours=3)),
        ("repeat_duties", on("2026-11-20")),
    ]


def test_a_process_that_is_not_alone_leaves_it_to_the_other() -> None:
    kept = Kept(is_held=True)
    kept.plan(OFFICER, due())
    assert tick(kept, "2026-11-20 07:00") == 0
    assert kept.asked == []


def test_a_process_that_loses_its_turn_half_way_stops() -> None:
    kept = Kept()
    for account in range(ACCOUNTS + 1):
        kept.plan(account, due())

    def other_comes() -> None:
        kept.is_held = True

    clock = HandClock(at("2026-11-20 07:00"))
    assert Dispatcher(kept, PLANS, clock, breathe=other_comes).tick() == ACCOUNTS


def test_between_two_transactions_others_are_let_in() -> None:
    kept, clock = Kept(), HandClock(at("2026-11-20 07:00"))
    for account in range(ACCOUNTS + 1):
        kept.plan(account, due())
    assert Dispatcher(kept, PLANS, clock).tick() == ACCOUNTS + 1


def test_a_look_says_whether_anything_is_due() -> None:
    kept, clock = Kept(), HandClock(at("2026-11-20 06:59"))
    dispatcher = Dispatcher(kept, PLANS, clock)
    assert not dispatcher.is_due()
    kept.plan(OFFICER, due())
    assert not dispatcher.is_due()
    clock.pass_by(timedelta(minutes=1))
    assert dispatcher.is_due()
    kept.is_away = True
    with pytest.raises(StorageUnavailable):
        dispatcher.is_due()


def test_a_message_may_leave_until_the_end_of_its_persons_hours_on_that_day() -> None:
    for hours, end in ((Hours(), "2026-11-20 20:00"), (Hours(0, 1440), "2026-11-21 00:00")):
        kept = Kept(hours={OFFICER: hours})
        kept.plan(OFFICER, due())
        assert tick(kept, "2026-11-20 07:00") == 1
        assert kept.ends == [at(end)]


def test_what_cannot_be_written_fails_and_the_others_are_served() -> None:
    kept, bad, good = Kept(), due(), due()
    kept.plan(OFFICER, replace(bad, words=cast("Words", None)))
    kept.plan(HEAD, good)

    assert tick(kept, "2026-11-20 07:00") == 1
    assert kept.failed == {bad.id: "unreadable"}
    assert [carried for _, carried, _ in kept.queued] == [(good.id,)]
