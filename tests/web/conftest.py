"""A Chromium and a running chat for the browser tests."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from handlers.web.app import Extras
from handlers.web.shelf import Shelf
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat
from tests.web.registers import FakeRegisters, others, review

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}


@dataclass
class Site:
    """A chat served from a thread of its own, and its address."""

    chat: FakeChat
    url: str
    seen: FakeRegisters


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    chat, seen = FakeChat(), FakeRegisters((review(), *others()))
    extras = Extras(registers=seen.registers(), shelf=Shelf(tmp_path / "files", room_left=0))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    runner = web.AppRunner(demo_app(chat, heartbeat_s=1.0, extras=extras), shutdown_timeout=1.0)
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]

    async def start() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()

    asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    yield Site(chat, f"http://127.0.0.1:{port}/", seen)
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
    loop.close()


def find_chromium() -> str:
    """The system's Chromium; the test is skipped, and says why, where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium on this machine: the page is not tested in a browser")
    return found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser for a module's tests."""
    found = find_chromium()
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the page's console said and threw; a test that ends with any has failed."""
    return []


@pytest.fixture
def phone(chromium: Any, site: Site, complaints: list[str]) -> Iterator[Any]:
    """The page on a phone, the menu shown."""
    yield from _opened(chromium, site, complaints, viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def desk(chromium: Any, site: Site, complaints: list[str]) -> Iterator[Any]:
    """The page on a desk, the menu shown."""
    yield from _opened(chromium, site, complaints, viewport=DESK)


def _opened(chromium: Any, site: Site, complaints: list[str], **options: Any) -> Iterator[Any]:
    context = chromium.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(8000)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.goto(site.url)
    page.get_by_role("button", name="Đề nghị khen đột xuất").wait_for()
    yield page
    context.close()
    assert not [line for line in complaints if "Failed to load resource" not in line]
