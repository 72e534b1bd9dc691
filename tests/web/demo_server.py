"""python -m tests.web.demo_server: the page over the fake chat, to be looked at by hand."""

from __future__ import annotations

import sys

from aiohttp import web

from handlers.web.app import web_app
from handlers.web.doorbell import Doorbell
from tests.web.fake_chat import FakeChat, FixedClock, Letters, demo_words


def demo_app(chat: FakeChat, *, heartbeat_s: float = 15.0) -> web.Application:
    """The page's application over a fake chat."""
    return web_app(
        turns=chat,
        outbox=chat,
        clauses=Letters(),
        clock=FixedClock(),
        doorbell=Doorbell(),
        words=demo_words,
        heartbeat_s=heartbeat_s,
    )


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8090
    web.run_app(demo_app(FakeChat()), host="127.0.0.1", port=port)
