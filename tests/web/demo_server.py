"""python -m tests.web.demo_server: the page over the fake chat, to be looked at by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from handlers.web.app import Extras, web_app
from handlers.web.doorbell import Doorbell
from handlers.web.shelf import Shelf
from tests.web.fake_chat import FakeChat, FixedClock, Letters, demo_words
from tests.web.registers import FakeRegisters, others, review


def demo_app(
    chat: FakeChat, *, heartbeat_s: float = 15.0, extras: Extras | None = None
) -> web.Application:
    """The page's application over a fake chat."""
    return web_app(
        turns=chat,
        outbox=chat,
        clauses=Letters(),
        clock=FixedClock(),
        doorbell=Doorbell(),
        words=demo_words,
        heartbeat_s=heartbeat_s,
        extras=extras,
    )


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8090
    seen = FakeRegisters((review(), *others()), everybody=True)
    with TemporaryDirectory() as folder:
        extras = Extras(registers=seen.registers(), shelf=Shelf(Path(folder)))
        web.run_app(demo_app(FakeChat(), extras=extras), host="127.0.0.1", port=port)
