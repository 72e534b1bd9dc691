"""By webhook: 200 only after the commit, and nothing without the secret."""

from __future__ import annotations

import json

import aiohttp
import aiohttp.web

from handlers.telegram.webhook import HEADER, Webhook, WebhookDoor
from tests.telegram.conftest import SECRET, Office, until

OFFICER, OTHER = 42, 43
UPDATE = {"update_id": 1_000, "message": {
    "message_id": 1, "date": 1, "text": "12", "chat": {"id": OFFICER, "type": "private"},
}}  # fmt: skip


async def post(url: str, body: str, *, secret: bytes | None = SECRET.encode()) -> int:
    headers = {} if secret is None else {HEADER: secret.decode("latin-1")}
    async with aiohttp.ClientSession() as client, client.post(
        url, data=body, headers=headers
    ) as answer:  # fmt: skip
        return answer.status


async def test_what_an_officer_says_and_taps_is_taken_and_answered(office: Office) -> None:
    async with office.called():
        await office.tg.say(OFFICER, "12 người")
        await office.tg.seen(OFFICER, "12 người")
        await office.tg.tap_data(OFFICER, "2|back")
        await until(lambda: office.tg.answered)
        assert office.tg.pending == []
    assert [taken.text for taken in office.turns.taken] == ["12 người", None]


async def test_the_same_update_three_times_has_one_effect(office: Office) -> None:
    async with office.called() as url:
        assert [await post(url, json.dumps(UPDATE)) for _ in range(3)] == [200, 200, 200]
        await office.tg.seen(OFFICER, "12")
    assert office.turns.texts("42") == ["12"]
    assert office.tg.texts(OFFICER) == ["12"]


async def test_without_the_secret_nothing_is_taken(office: Office) -> None:
    body = json.dumps(UPDATE)
    async with office.called() as url:
        assert await post(url, body, secret=None) == 401
        assert await post(url, body, secret=b"wrong") == 401
        assert await post(url, body, secret="bí mật".encode()) == 401
    assert office.turns.attempts == 0


async def test_what_is_no_update_is_refused(office: Office) -> None:
    async with office.called() as url:
        for body in ("", "not json", "[]", "12", '{"update_id": "1"}', "[" * 100_000):
            assert await post(url, body) == 400, body[:20]
    assert office.turns.attempts == 0


async def test_an_update_of_a_form_not_known_is_not_asked_for_again(office: Office) -> None:
    async with office.called() as url:
        assert await post(url, '{"update_id": 5, "message": {"text": 7}}') == 200
        assert await post(url, '{"update_id": 6, "poll_answer_of_2031": {}}') == 200
    assert office.turns.attempts == 0


async def test_a_database_that_fails_has_the_update_delivered_again(office: Office) -> None:
    async with office.called() as url:
        office.turns.broken = True
        assert await post(url, json.dumps(UPDATE)) == 503
        await office.tg.say(OTHER, "13")
        assert office.tg.pending
        office.turns.broken = False
        await office.tg.confirmed()
        assert await post(url, json.dumps(UPDATE)) == 200
        await office.tg.seen(OTHER, "13")
        await office.tg.seen(OFFICER, "12")
    assert office.turns.texts("43") == ["13"]


async def test_an_update_that_cannot_be_handled_is_given_up_and_told(office: Office) -> None:
    office.turns.bug = RuntimeError
    async with office.called() as url:
        answers = [await post(url, json.dumps(UPDATE)) for _ in range(3)]
        await office.tg.seen(OFFICER, "gửi lại")
    assert answers == [503, 503, 200]


async def test_eight_quick_messages_are_taken_in_order(office: Office) -> None:
    said = [str(number) for number in range(8)]
    office.turns.delays = {"0": 0.2, "3": 0.1}
    async with office.called():
        for text in said:
            await office.tg.say(OFFICER, text)
        await office.tg.seen(OFFICER, "7")
    assert office.turns.texts("42") == said
    assert office.tg.texts(OFFICER) == said


async def test_a_door_with_nothing_behind_it_yet_asks_to_be_called_again() -> None:
    door = WebhookDoor(Webhook("https://example.org/hook", SECRET))
    app = aiohttp.web.Application()
    app.add_routes(door.routes())
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        assert await post(url, json.dumps(UPDATE)) == 503
    finally:
        await runner.cleanup()
