"""What goes out: in order, in place, at Telegram's pace, through its refusals."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

import pytest

from flows.model import Choice, Reply
from flows.ports import StorageUnavailable
from handlers.sender import Tempo
from handlers.telegram.limits import Limits, Pace
from rules.message import say
from tests.telegram.conftest import QUICK, Office, until
from tests.telegram.emulator import Flood

OFFICER, OTHER = 42, 43


def line(text: str, *, slot: str | None = None, choice: str | None = None) -> Reply:
    choices = ((Choice(choice, say("test.line", text=choice)),),) if choice else ()
    return Reply((say("test.line", text=text),), choices=choices, token="a", slot=slot)


async def test_many_replies_keep_the_order_of_each_chat_and_are_marked_in_batches(
    office: Office,
) -> None:
    for number in range(60):
        office.outbox.say(str(OFFICER + number % 20), str(number))
    async with office.polling(tempo=Tempo(mark_every=1.0)):
        await until(lambda: all(row.state == "sent" for row in office.outbox.rows))
    for chat in range(20):
        assert office.tg.texts(OFFICER + chat) == [str(n) for n in range(chat, 60, 20)]
    assert len(office.outbox.marked) < 20


async def test_a_reply_with_a_slot_is_edited_in_place(office: Office) -> None:
    async with office.polling():
        office.outbox.put("42", line("12 người", slot="card", choice="edit"))
        card = await office.tg.seen(OFFICER, "12 người")
        office.outbox.put("42", line("13 người", slot="card", choice="back"))
        await office.tg.seen(OFFICER, "13 người")
        await until(lambda: office.outbox.row(2).state == "sent")
    assert office.tg.chats[OFFICER] == [card]
    assert (card.edits, card.labels) == (1, [["back"]])


async def test_an_edit_that_changes_nothing_counts_as_sent(office: Office) -> None:
    async with office.polling():
        for _ in range(2):
            office.outbox.put("42", line("12 người", slot="card"))
        await until(lambda: office.outbox.row(2).state == "sent")
    assert ("editMessageText", 400) in office.tg.refused
    assert office.tg.texts(OFFICER) == ["12 người"]


async def test_a_card_the_officer_deleted_is_sent_anew(office: Office) -> None:
    async with office.polling():
        office.outbox.put("42", line("12 người", slot="card"))
        card = await office.tg.seen(OFFICER, "12 người")
        await until(lambda: office.outbox.row(1).state == "sent")
        office.tg.forget(OFFICER, card.id)
        office.outbox.put("42", line("13 người", slot="card"))
        again = await office.tg.seen(OFFICER, "13 người")
        await until(lambda: office.outbox.row(2).state == "sent")
    assert office.outbox.row(2).message == str(again.id) != str(card.id)


async def test_a_wait_that_telegram_tells_is_kept_and_hinders_no_other_chat(
    office: Office,
) -> None:
    office.tg.chat_flood[OFFICER] = Flood(1, 1.0, retry_after=1)
    loop = asyncio.get_running_loop()
    async with office.polling():
        for number in range(3):
            office.outbox.say("42", f"một {number}")
            office.outbox.say("43", f"hai {number}")
        begun = loop.time()
        await office.tg.seen(OTHER, "hai 2", within=0.9)
        await until(lambda: len(office.tg.chats[OFFICER]) == 3)
    times = [at - begun for at, chat, _ in office.tg.sends if chat == OFFICER]
    assert office.tg.texts(OFFICER) == ["một 0", "một 1", "một 2"]
    assert times[1] - times[0] >= 1.0
    assert len([r for r in office.tg.refused if r[1] == 429]) <= 3


async def test_a_chat_may_burst_three_and_is_then_paced_without_a_single_429(
    office: Office,
) -> None:
    office.tg.chat_flood[OFFICER] = Flood(7, 0.5)
    limits = Limits(overall=Pace(1000, burst=50), chat=Pace(6, burst=3))
    async with office.polling(limits=limits):
        for number in range(8):
            office.outbox.say("42", str(number))
        await until(lambda: len(office.tg.chats[OFFICER]) == 8)
    times = [at for at, _, _ in office.tg.sends]
    assert times[2] - times[0] < 0.15
    assert times[7] - times[0] >= 5 / 6 - 0.05
    assert office.tg.refused == []


async def test_all_chats_together_keep_the_overall_pace(office: Office) -> None:
    office.tg.overall_flood = Flood(15, 0.2)
    limits = Limits(overall=Pace(50), chat=Pace(100, burst=3))
    async with office.polling(limits=limits):
        for number in range(40):
            office.outbox.say(str(100 + number), "x")
        await until(lambda: len(office.tg.sends) == 40)
    assert office.tg.refused == []


async def test_an_officer_who_blocked_the_bot_is_unreachable(office: Office) -> None:
    office.tg.blocked.add(OFFICER)
    async with office.polling():
        office.outbox.say("42", "một")
        office.outbox.say("43", "hai")
        await office.tg.seen(OTHER, "hai")
        await until(lambda: office.outbox.row(1).state == "failed")
    assert office.outbox.row(1).unreachable
    assert office.tg.chats[OFFICER] == []


async def test_a_reminder_withdrawn_while_it_waits_for_its_turn_is_not_sent(
    office: Office,
) -> None:
    numbers = [office.outbox.say(str(100 + n), f"nhắc {n}", lane=1) for n in range(8)]
    async with office.polling(limits=Limits(overall=Pace(8, burst=1), for_replies=1)):
        await until(lambda: office.tg.sends)
        gone = [number for number in numbers[4:] if office.outbox.row(number).state == "queued"]
        assert gone
        for number in gone:
            office.outbox.row(number).state = "replaced"
        await until(lambda: "queued" not in {row.state for row in office.outbox.rows})
        office.outbox.say("107", "trả lời")
        await office.tg.seen(107, "trả lời")
    assert [office.outbox.row(number).state for number in gone] == ["replaced"] * len(gone)
    assert len(office.tg.sends) == len(numbers) - len(gone) + 1


async def test_a_reminder_that_waits_for_its_turn_past_its_time_is_not_sent(
    office: Office,
) -> None:
    end = office.clock.now() + timedelta(seconds=0.6)
    for number in range(8):
        office.outbox.say(str(100 + number), f"nhắc {number}", lane=1, not_after=end)
    async with office.polling(limits=Limits(overall=Pace(8, burst=1), for_replies=1)):
        await until(lambda: office.clock.now() > end + timedelta(seconds=0.1))
        sent = len(office.tg.sends)
        assert 0 < sent < 8
        await asyncio.sleep(0.6)
    assert len(office.tg.sends) == sent
    assert {row.state for row in office.outbox.rows} == {"sent", "queued"}


async def test_a_database_away_when_a_reminder_would_go_only_puts_it_off(office: Office) -> None:
    number = office.outbox.say("42", "nhắc", lane=1)
    away, true = 2, office.outbox.is_queued

    def is_queued(envelope: int, *, now: datetime) -> bool:
        nonlocal away
        away -= 1
        if away >= 0:
            raise StorageUnavailable
        return true(envelope, now=now)

    office.outbox.is_queued = is_queued  # type: ignore[method-assign]
    async with office.polling():
        await office.tg.seen(OFFICER, "nhắc")
        await until(lambda: office.outbox.row(number).state == "sent")
    assert office.outbox.row(number).envelope.attempts == 0
    assert len(office.tg.sends) == 1


async def test_a_server_error_is_tried_again_with_back_off(office: Office) -> None:
    office.tg.faults = 3
    async with office.polling():
        office.outbox.say("42", "một")
        await office.tg.seen(OFFICER, "một")
        await until(lambda: office.outbox.row(1).state == "sent")
    assert office.tg.texts(OFFICER) == ["một"]
    assert office.outbox.row(1).envelope.attempts == 3


async def test_after_so_many_failures_it_is_given_up_though_the_chat_is_not(
    office: Office,
) -> None:
    office.tg.faults = 4
    tempo = Tempo(idle=0.02, mark_every=0.01, first_wait=0.01, attempts=4)
    async with office.polling(tempo=tempo):
        office.outbox.say("42", "một")
        office.outbox.say("42", "hai")
        await office.tg.seen(OFFICER, "hai")
    row = office.outbox.row(1)
    assert (row.state, row.unreachable) == ("failed", False)
    assert office.tg.texts(OFFICER) == ["hai"]


async def test_marks_telegram_cannot_read_go_as_plain_text(office: Office) -> None:
    office.tg.unparsable = True
    async with office.polling():
        office.outbox.put("42", Reply((say("test.bold", text="a<b"),)))
        message = await office.tg.seen(OFFICER, "Đã ghi a<b.")
    assert message.html == "Đã ghi a<b."


async def test_one_envelope_that_cannot_be_rendered_stops_no_other(office: Office) -> None:
    async with office.polling():
        office.outbox.put("42", Reply((say("no.such.text"),)))
        office.outbox.put("43", line("x", choice="c" * 63))
        office.outbox.say("42", "hai")
        await office.tg.seen(OFFICER, "hai")
        await until(lambda: office.outbox.row(2).state == "failed")
    assert [row.why for row in office.outbox.rows] == ["MissingText", "DataTooLong", None]


async def test_an_outbox_that_fails_sends_nothing_twice(office: Office) -> None:
    office.tg.latency = 0.1
    async with office.polling():
        office.outbox.say("42", "một")
        await until(lambda: office.tg.requests)
        office.outbox.broken = True
        await office.tg.seen(OFFICER, "một")
        await asyncio.sleep(0.3)
        assert office.outbox.row(1).state == "queued"
        office.outbox.broken = False
        await until(lambda: office.outbox.row(1).state == "sent")
        office.outbox.say("42", "hai")
        await office.tg.seen(OFFICER, "hai")
    assert office.tg.texts(OFFICER) == ["một", "hai"]


async def test_what_is_on_its_way_at_the_stop_arrives_and_is_marked(office: Office) -> None:
    office.tg.latency = 0.4
    async with office.polling():
        office.outbox.say("42", "một")
        await asyncio.sleep(0.15)
    assert office.tg.texts(OFFICER) == ["một"]
    assert office.outbox.row(1).state == "sent"


async def test_a_long_text_arrives_in_parts_with_the_buttons_under_the_last(
    office: Office,
) -> None:
    text = "\n".join(f"{number} cán bộ <b>&" for number in range(400))
    async with office.polling():
        office.outbox.put("42", line(text, choice="back"))
        await until(lambda: office.outbox.row(1).state == "sent")
    first, last = office.tg.chats[OFFICER]
    assert f"{first.text}\n{last.text}" == text
    assert (first.labels, last.labels) == ([], [["back"]])


async def test_parts_already_sent_are_not_sent_again_after_a_429(office: Office) -> None:
    office.tg.chat_flood[OFFICER] = Flood(1, 0.9, retry_after=1)
    text = "\n".join("x" * 100 for _ in range(100))
    async with office.polling():
        office.outbox.put("42", line(text))
        await until(lambda: office.outbox.row(1).state == "sent")
    assert "\n".join(office.tg.texts(OFFICER)) == text


async def test_neither_the_token_nor_a_word_of_a_message_is_logged(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.tg.faults = 2
    with caplog.at_level(logging.DEBUG):
        async with office.polling():
            office.outbox.say("42", "đồng chí Nguyễn Văn A")
            await office.tg.seen(OFFICER, "Nguyễn")
            await office.tg.say(OFFICER, "đồng chí Trần B")
            await office.tg.seen(OFFICER, "Trần")
    for hidden in (office.tg.token, "Nguyễn", "Trần"):
        assert hidden not in caplog.text


def test_back_off_doubles_up_to_five_minutes() -> None:
    tempo = Tempo()
    assert [tempo.back_off(n) for n in range(10)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert QUICK.attempts == 12


async def test_an_answered_question_loses_its_buttons(office: Office) -> None:
    async with office.polling():
        office.outbox.put("42", line("bao nhiêu người?", choice="c:unknown"))
        first = await office.tg.seen(OFFICER, "bao nhiêu người?")
        office.outbox.put("42", line("ngày nào?", choice="c:why"))
        second = await office.tg.seen(OFFICER, "ngày nào?")
        await until(lambda: first.labels == [])
        await until(lambda: office.outbox.row(2).state == "sent")
    assert second.labels == [["c:why"]]
    assert office.tg.texts(OFFICER) == ["bao nhiêu người?", "ngày nào?"]


async def test_a_menu_keeps_its_buttons_and_takes_none_away(office: Office) -> None:
    async with office.polling():
        for text, choice in (("một", "g:help"), ("hai", "c:why"), ("ba", "g:menu"), ("bốn", "g:x")):
            office.outbox.put("42", line(text, choice=choice))
        await until(lambda: office.outbox.row(4).state == "sent")
    assert all(message.labels for message in office.tg.chats[OFFICER])


async def test_a_question_edited_in_place_keeps_its_buttons(office: Office) -> None:
    async with office.polling():
        for text in ("một", "hai"):
            office.outbox.put("42", line(text, slot="set", choice="t:scope"))
            shown = await office.tg.seen(OFFICER, text)
        await until(lambda: office.outbox.row(2).state == "sent")
    assert shown.labels == [["t:scope"]]


async def test_buttons_of_a_deleted_message_hinder_nothing(office: Office) -> None:
    async with office.polling():
        office.outbox.put("42", line("một", choice="c:why"))
        gone = await office.tg.seen(OFFICER, "một")
        await until(lambda: office.outbox.row(1).state == "sent")
        office.tg.forget(OFFICER, gone.id)
        office.outbox.put("42", line("hai", choice="c:why"))
        await until(lambda: office.outbox.row(2).state == "sent")
    assert office.tg.texts(OFFICER) == ["hai"]
