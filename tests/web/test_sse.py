"""The stream: every reply once and in order, resumed where it broke off, ended on shutdown."""

from __future__ import annotations

import asyncio

from aiohttp.test_utils import TestClient, TestServer

from flows.model import Reply
from handlers.web.marks import Marks
from handlers.web.session import COOKIE
from rules.message import say
from tests.web.clients import Browser, browser, replies
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat, FixedClock


def note(number: int) -> Reply:
    return Reply((say("d.noted", day=str(number)),))


def words(event: dict[str, object]) -> str:
    paragraphs = event["paragraphs"]
    assert isinstance(paragraphs, list)
    return "".join(span["text"] for span in paragraphs[0])


async def test_a_stream_resumes_after_last_event_id_without_loss_or_duplicate() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        await visitor.say("/start", "start")
        address = chat.taken[0].sender
        for number in range(2, 7):
            chat.put(address, note(number))
        first = await visitor.events(3)
        rest = await visitor.events(3, last=first[-1]["id"])
    assert [event["id"] for event in [*first, *rest]] == [1, 2, 3, 4, 5, 6]
    assert words(rest[-1]) == "Ghi 6."


async def test_replies_come_while_the_stream_is_open_and_are_marked_as_sent() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor, visitor.client.get("/api/events") as answer:
        for number in range(20):
            assert await visitor.say(f"câu {number}", f"u{number}") == 200
        async with asyncio.timeout(5):
            found = [event["id"] async for event in replies(answer, 20)]
    assert found == sorted(found)
    assert sorted(chat.sent) == found  # the stream's last act, once its browser has left
    assert chat.marked < 5  # gathered: marking slows no turn


async def test_what_is_read_by_opening_the_page_is_marked_as_sent() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        await visitor.say("/start", "start")
        chat.put(chat.taken[0].sender, note(2))
        found = await visitor.lines()
    assert set(chat.sent) >= {1, found["last"]}


async def test_a_reply_nobody_rang_for_comes_with_the_next_heartbeat() -> None:
    chat = FakeChat()
    async with browser(chat, heartbeat_s=0.05) as visitor:
        await visitor.say("/start", "start")
        async with visitor.client.get("/api/events?after=1") as answer:
            await answer.content.readline()
            chat.put(chat.taken[0].sender, note(2))
            async with asyncio.timeout(3):
                found = [event["id"] async for event in replies(answer, 1)]
    assert found == [2]


async def test_a_stream_survives_a_database_that_is_away() -> None:
    chat = FakeChat()
    async with browser(chat, heartbeat_s=0.05) as visitor:
        await visitor.say("/start", "start")
        async with visitor.client.get("/api/events?after=1") as answer:
            chat.failing = True
            await asyncio.sleep(0.2)
            chat.put(chat.taken[0].sender, note(2))
            chat.failing = False
            async with asyncio.timeout(3):
                found = [event["id"] async for event in replies(answer, 1)]
    assert found == [2]


async def test_a_stream_ends_when_the_service_stops() -> None:
    server = TestServer(demo_app(FakeChat()))
    async with TestClient(server) as client:
        await Browser(client).lines()
        async with client.get("/api/events") as answer:
            await answer.content.readline()
            async with asyncio.timeout(3):
                await server.app.shutdown()
                while await answer.content.readline():
                    pass
                assert answer.content.at_eof()


async def test_a_last_event_id_that_is_none_is_refused() -> None:
    async with browser(FakeChat()) as visitor:
        for wrong in ("x", "-1", "1" * 30, "²"):
            async with visitor.client.get("/api/events", params={"after": wrong}) as answer:
                assert answer.status == 400


async def test_one_chats_replies_never_reach_another() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        chat.put("f" * 32, note(1))
        await visitor.say("/start", "start")
        assert [event["id"] for event in await visitor.events(1)] == [2]
        assert visitor.client.session.cookie_jar.filter_cookies(visitor.client.make_url("/"))[
            COOKIE
        ]


async def test_what_was_shown_is_marked_while_the_stream_stays_open() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor, visitor.client.get("/api/events") as answer:
        await visitor.say("câu", "u1")
        await visitor.say("hai", "u2")
        async with asyncio.timeout(5):
            assert [event["id"] async for event in replies(answer, 2)] == [1, 2]
            await asyncio.sleep(1.5)
            assert chat.sent == [1, 2]


async def test_marks_that_could_not_be_written_are_written_later() -> None:
    chat = FakeChat(failing=True)
    marks = Marks(chat, FixedClock(), every_s=0)
    marks.add([1, 2])
    await marks.write()
    chat.failing = False
    marks.add([3])
    await marks.write()
    assert chat.sent == [1, 2, 3]
