"""By polling: what is said is taken once, in order, and confirmed only when committed."""

from __future__ import annotations

import asyncio
import logging

import pytest

from flows.model import Tap
from handlers.telegram.commands import COMMANDS
from handlers.telegram.polling import Window
from tests.telegram.conftest import Office, until

OFFICER, OTHER, GROUP = 42, 43, -77


async def test_what_an_officer_says_is_taken_and_answered(office: Office) -> None:
    async with office.polling():
        await office.tg.say(OFFICER, "12 người")
        await office.tg.seen(OFFICER, "12 người")
        await office.tg.confirmed()
    (taken,) = office.turns.taken
    assert (taken.channel, taken.sender, taken.text) == ("telegram", "42", "12 người")


async def test_a_tap_carries_its_token_however_old_and_is_answered_once_taken(
    office: Office,
) -> None:
    async with office.polling():
        await office.tg.tap_data(OFFICER, "1f|participation.direct")
        await until(lambda: office.tg.answered)
        await office.tg.confirmed()
    assert office.turns.taken[0].tap == Tap("participation.direct", "1f")


async def test_a_cell_that_answers_nothing_takes_no_turn_but_stops_spinning(
    office: Office,
) -> None:
    async with office.polling():
        await office.tg.tap_data(OFFICER, "-")
        await until(lambda: office.tg.answered)
        await office.tg.confirmed()
    assert office.turns.taken == []


async def test_a_photo_is_an_attachment_and_an_edited_message_a_message_of_its_own(
    office: Office,
) -> None:
    async with office.polling():
        await office.tg.send_photo(OFFICER)
        await office.tg.say(OFFICER, "18")
        await office.tg.edit(OFFICER, "19")
        await until(lambda: len(office.turns.taken) == 3)
    photo, said, edited = office.turns.taken
    assert (photo.attachment, photo.text) == ("photo", None)
    assert (said.text, edited.text) == ("18", "19")
    assert said.update != edited.update


async def test_a_group_is_refused_politely_and_once(office: Office) -> None:
    async with office.polling():
        await office.tg.say_in_group(GROUP, "/menu")
        await office.tg.say_in_group(GROUP, "12")
        await office.tg.seen(GROUP, "riêng")
        await office.tg.confirmed()
    assert office.turns.taken == []
    assert len(office.tg.chats[GROUP]) == 1


async def test_the_same_update_delivered_three_times_has_one_effect(office: Office) -> None:
    async with office.polling():
        number = await office.tg.say(OFFICER, "12")
        await office.tg.confirmed()
        update = {"update_id": number, "message": office.tg._message(OFFICER, {"text": "12"})}
        for _ in range(2):
            await office.tg.redeliver(update)
            await office.tg.confirmed()
    assert office.turns.texts("42") == ["12"]
    assert office.turns.attempts == 3


async def test_eight_quick_messages_of_one_chat_are_taken_in_order(office: Office) -> None:
    said = [str(number) for number in range(8)]
    office.turns.delays = {"0": 0.2, "3": 0.1}
    for text in said:
        await office.tg.say(OFFICER, text)
    async with office.polling():
        await office.tg.seen(OFFICER, "7")
    assert office.turns.texts("42") == said
    assert office.tg.texts(OFFICER) == said


async def test_a_stuck_chat_delays_no_other_and_is_not_confirmed(office: Office) -> None:
    gate = asyncio.Event()
    office.turns.stuck["42"] = gate
    async with office.polling():
        stuck = await office.tg.say(OFFICER, "chờ")
        for number in range(30):
            await office.tg.say(OTHER, str(number))
            await office.tg.seen(OTHER, str(number), within=2)
        assert office.tg.pending[0] == stuck
        gate.set()
        await office.tg.seen(OFFICER, "chờ")
        await office.tg.confirmed()
    assert office.turns.texts("43") == [str(number) for number in range(30)]


async def test_a_database_that_fails_while_telegram_polls_loses_no_update(
    office: Office,
) -> None:
    async with office.polling():
        office.turns.broken = office.outbox.broken = True
        for number in range(20):
            await office.tg.say(OFFICER + number % 4, str(number))
        await asyncio.sleep(1.0)  # many tries, far more than an ordinary error is granted
        assert office.turns.taken == []
        assert len(office.tg.pending) == 20
        office.turns.broken = office.outbox.broken = False
        await office.tg.confirmed()
        await until(lambda: sum(map(len, office.tg.chats.values())) == 20)
    assert office.turns.attempts > 40
    for chat in range(4):
        said = [str(number) for number in range(chat, 20, 4)]
        assert office.turns.texts(str(OFFICER + chat)) == said
        assert office.tg.texts(OFFICER + chat) == said


async def test_an_update_not_committed_at_the_stop_comes_again_at_the_next_start(
    office: Office,
) -> None:
    office.turns.broken = True
    async with office.polling():
        await office.tg.say(OFFICER, "12")
        await until(lambda: office.turns.attempts)
    assert office.tg.pending
    office.turns.broken = False
    async with office.polling():
        await office.tg.seen(OFFICER, "12")
    assert office.tg.pending == []


async def test_at_the_stop_no_later_message_overtakes_an_untaken_one(office: Office) -> None:
    office.turns.failing = {"một"}
    async with office.polling():
        await office.tg.say(OFFICER, "một")
        await office.tg.say(OFFICER, "hai")
        await until(lambda: office.turns.attempts > 2)
    assert office.turns.taken == []
    office.turns.failing = set()
    async with office.polling():
        await office.tg.seen(OFFICER, "hai")
    assert office.turns.texts("42") == ["một", "hai"]


async def test_a_turn_in_hand_at_the_stop_is_ended_answered_and_confirmed(
    office: Office,
) -> None:
    gate = asyncio.Event()
    office.turns.stuck["42"] = gate
    async with office.polling():
        await office.tg.say(OFFICER, "12")
        await until(lambda: office.turns.attempts)
        asyncio.get_running_loop().call_later(0.3, gate.set)
    assert office.turns.texts("42") == ["12"]
    assert office.tg.texts(OFFICER) == ["12"]
    assert office.tg.pending == []


async def test_an_update_that_cannot_be_handled_ends_with_not_saved_and_no_words_in_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.turns.bug = RuntimeError
    with caplog.at_level(logging.DEBUG):
        async with office.polling():
            await office.tg.say(OFFICER, "riêng tư")
            await office.tg.seen(OFFICER, "gửi lại")
            office.turns.bug = None
            await office.tg.say(OFFICER, "13")
            await office.tg.seen(OFFICER, "13")
            await office.tg.confirmed()
    assert office.turns.texts("42") == ["13"]
    assert "RuntimeError" in caplog.text
    assert "riêng tư" not in caplog.text
    assert office.tg.token not in caplog.text


async def test_an_update_of_a_form_not_known_closes_nothing(office: Office) -> None:
    async with office.polling():
        await office.tg.send_update({"message": {"text": 12, "date": "?"}})
        await office.tg.say(OFFICER, "12")
        await office.tg.seen(OFFICER, "12")
        await office.tg.confirmed()


async def test_the_command_menu_is_vietnamese_and_english_for_english(office: Office) -> None:
    async with office.polling():
        await until(lambda: len(office.tg.commands) == 2)
    names = [command["command"] for command in office.tg.commands[""]]
    assert names == list(COMMANDS)
    assert {"hoso", "han", "baocao"} <= set(names)
    assert office.tg.commands[""][4]["description"] == "Hồ sơ của tôi"
    assert office.tg.commands["en"][4]["description"] == "My proposals"


def test_the_offset_stops_at_the_oldest_open_update() -> None:
    window = Window()
    assert [window.admit(number) for number in (5, 6, 9)] == [True, True, True]
    window.settle(6)
    assert window.offset == 5
    assert not window.admit(6)
    window.settle(5)
    assert window.offset == 9
    window.settle(9)
    assert window.offset == 10
    assert window.quiet.is_set()


def test_numbers_that_start_anew_after_a_silent_week_are_taken() -> None:
    window = Window()
    window.admit(900)
    window.settle(900)
    assert window.admit(17)
    assert window.admit(18)
    window.settle(17)
    window.settle(18)
    assert window.offset == 19


async def test_stopping_just_as_a_turn_is_committed_comes_to_an_end(office: Office) -> None:
    async with asyncio.timeout(20):
        async with office.polling():
            await office.tg.say(OFFICER, "12")
            await until(lambda: office.turns.taken)
    assert office.turns.texts(str(OFFICER)) == ["12"]
