"""What the chat's routes promise: one effect an update, 503 until committed, clear refusals."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestClient, TestServer

from flows.model import Reply
from handlers.web.session import COOKIE
from rules.message import say
from tests.web.clients import browser
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat


async def test_the_same_update_posted_three_times_has_one_effect() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        assert [await visitor.say("/start", "one") for _ in range(3)] == [200, 200, 200]
        assert len(chat.taken) == 1
        assert len((await visitor.lines())["lines"]) == 1


async def test_update_ids_of_two_sessions_do_not_clash() -> None:
    chat = FakeChat()
    async with browser(chat) as first:
        await first.say("/start", "one")
        first.client.session.cookie_jar.clear()
        await first.lines()
        await first.say("/start", "one")
    assert len(chat.taken) == 2
    assert len({incoming.update for incoming in chat.taken}) == 2
    assert all(one.update == f"{one.sender}:one" for one in chat.taken)


async def test_a_turn_that_is_not_saved_answers_503_and_can_be_sent_again() -> None:
    chat = FakeChat(failing=True)
    async with browser(chat) as visitor:
        assert await visitor.say("/start", "one") == 503
        chat.failing = False
        assert await visitor.say("/start", "one") == 200
        assert len(chat.taken) == 1


async def test_a_tap_carries_its_token() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        assert await visitor.tap("surprise", "one", token="menu") == 200
    tap = chat.taken[0].tap
    assert tap is not None
    assert (tap.choice, tap.token) == ("surprise", "menu")


async def test_a_transcript_shows_both_sides_and_the_last_id() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        await visitor.say("/start", "one")
        await visitor.tap("surprise", "two", token="menu")
        found = await visitor.lines()
    said = [line.get("said") for line in found["lines"]]
    assert said == [None, "Đề nghị khen đột xuất", None]  # the first visit's /start is not shown
    assert found["last"] == 2


async def test_the_session_is_random_strict_and_out_of_scripts_reach() -> None:
    async with TestClient(TestServer(demo_app(FakeChat()))) as client:
        async with client.get("/") as page:
            assert "Set-Cookie" not in page.headers
        async with client.get("/api/lines") as answer:
            cookie = answer.headers["Set-Cookie"]
    assert f"{COOKIE}=" in cookie
    for part in ("HttpOnly", "SameSite=Strict", "Path=/"):
        assert part in cookie
    assert len(answer.cookies[COOKIE].value) == 32


async def test_a_forged_session_is_replaced_and_speaks_for_nobody() -> None:
    chat = FakeChat()
    async with TestClient(TestServer(demo_app(chat)), cookies={COOKIE: "../someone"}) as client:
        headers = {"Sec-Fetch-Site": "same-origin"}
        body = {"update": "one", "text": "12"}
        async with client.post("/api/say", json=body, headers=headers) as answer:
            assert answer.status == 401
        async with client.get("/api/events") as answer:
            assert answer.status == 401
        async with client.get("/api/lines") as answer:
            assert answer.cookies[COOKIE].value != "../someone"
    assert chat.taken == []


@pytest.mark.parametrize(
    "body",
    [
        [],
        "12",
        {},
        {"text": "12"},
        {"update": "one"},
        {"update": "", "text": "12"},
        {"update": "a:b", "text": "12"},
        {"update": "x" * 65, "text": "12"},
        {"update": 1, "text": "12"},
        {"update": "one", "text": 12},
        {"update": "one", "text": "  "},
        {"update": "one", "text": "12", "tap": {"choice": "a"}},
        {"update": "one", "text": "12", "sender": "other"},
        {"update": "one", "tap": None},
        {"update": "one", "tap": {}},
        {"update": "one", "tap": {"choice": ""}},
        {"update": "one", "tap": {"choice": "x" * 65}},
        {"update": "one", "tap": {"choice": "a\n"}},
        {"update": "one", "tap": {"choice": "a", "token": None}},
        {"update": "one", "tap": {"choice": "a", "more": 1}},
    ],
)
async def test_a_body_the_page_would_not_send_is_refused(body: object) -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        assert await visitor.post(body) == 400
    assert chat.taken == []


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[" * 50_000])
async def test_broken_json_is_refused(raw: bytes) -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        headers = visitor.headers | {"Content-Type": "application/json"}
        async with visitor.client.post("/api/say", data=raw, headers=headers) as answer:
            assert answer.status == 400
    assert chat.taken == []


async def test_five_thousand_characters_reach_the_turn_and_64_kib_do_not() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        assert await visitor.say("ộ" * 5000, "one") == 200
        assert await visitor.say("x" * 70_000, "two") == 413
    assert [len(incoming.text or "") for incoming in chat.taken] == [5000]


async def test_half_a_surrogate_pair_becomes_text_that_a_database_takes() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        headers = visitor.headers | {"Content-Type": "application/json"}
        raw = b'{"update": "one", "text": "a\\ud83d"}'
        async with visitor.client.post("/api/say", data=raw, headers=headers) as answer:
            assert answer.status == 200
    assert chat.taken[0].text == "a?"


async def test_a_clause_opens_split_around_its_quotation_and_an_unknown_one_is_404() -> None:
    async with browser(FakeChat()) as visitor:
        async with visitor.client.get("/api/clauses/LS2022.2.b.2") as answer:
            found = await answer.json()
        assert found["paragraph"][1] == "chiếm 2/3 trong tổng số các lực lượng tham gia"
        assert found["paragraph"][0].endswith("nhiệm vụ ")
        async with visitor.client.get("/api/clauses/LS2022.9") as answer:
            assert answer.status == 404


async def test_the_page_comes_in_the_language_it_last_showed() -> None:
    async with browser(FakeChat()) as visitor:
        async with visitor.client.get("/") as page:
            assert '<html lang="vi">' in await page.text()
        cookies = {"kipthoi_language": "en"}
        async with visitor.client.get("/", cookies=cookies) as page:
            assert "Go to the answer box" in await page.text()
        cookies = {"kipthoi_language": "../etc"}
        async with visitor.client.get("/", cookies=cookies) as page:
            assert page.status == 200


async def test_a_page_says_nothing_of_one_chat_to_another() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        await visitor.say("/start", "one")
        visitor.client.session.cookie_jar.clear()
        assert (await visitor.lines())["lines"] == []
        chat.put("0" * 32, Reply((say("d.noted", day="x"),)))
        assert (await visitor.lines())["lines"] == []
