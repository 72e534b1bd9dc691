"""A browser's part without a browser: same-origin requests and a reader of event streams."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from handlers.web.app import Extras
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat


class Browser:
    """Speaks to the chat as its page does."""

    def __init__(self, client: TestClient[Any, Any]) -> None:
        self.client = client
        self.headers = {"Sec-Fetch-Site": "same-origin"}

    async def lines(self) -> dict[str, Any]:
        async with self.client.get("/api/lines", headers=self.headers) as answer:
            assert answer.status == 200
            found: dict[str, Any] = await answer.json()
            return found

    async def post(self, body: object, **headers: str) -> int:
        sent = {**self.headers, **headers}
        async with self.client.post("/api/say", json=body, headers=sent) as answer:
            return answer.status

    async def say(self, text: str, update: str) -> int:
        return await self.post({"update": update, "text": text})

    async def tap(self, choice: str, update: str, token: str = "") -> int:
        return await self.post({"update": update, "tap": {"choice": choice, "token": token}})

    async def events(self, count: int, last: int | None = None) -> list[dict[str, Any]]:
        """The first `count` replies of a stream that is then left."""
        headers = dict(self.headers) | ({"Last-Event-ID": str(last)} if last is not None else {})
        async with self.client.get("/api/events", headers=headers) as answer:
            assert answer.status == 200
            async with asyncio.timeout(5):
                return [event async for event in replies(answer, count)]


async def replies(answer: ClientResponse, count: int) -> AsyncIterator[dict[str, Any]]:
    """Parse `count` reply events; each carries its outbox id as the event's id."""
    fields: dict[str, str] = {}
    while count:
        line = (await answer.content.readline()).decode().rstrip("\n")
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
            continue
        if fields.get("event") == "reply":
            event = json.loads(fields["data"])
            assert fields["id"] == str(event["id"])
            yield event
            count -= 1
        fields = {}


@asynccontextmanager
async def browser(
    chat: FakeChat, *, heartbeat_s: float = 15.0, extras: Extras | None = None
) -> AsyncIterator[Browser]:
    """A browser with a session, before a server of its own."""
    app = demo_app(chat, heartbeat_s=heartbeat_s, extras=extras)
    async with TestClient(TestServer(app)) as client:
        visitor = Browser(client)
        await visitor.lines()
        yield visitor
