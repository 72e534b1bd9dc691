"""The page's walls: this machine only, its own origin only, no script but its own."""

from __future__ import annotations

import re

import pytest
from aiohttp.test_utils import TestClient, TestServer

from handlers.web.app import web_app
from handlers.web.doorbell import Doorbell
from handlers.web.guard import is_loopback, is_loopback_host
from handlers.web.page import STATIC, chat_page
from locales import catalog
from tests.web.clients import browser
from tests.web.demo_server import demo_app
from tests.web.fake_chat import FakeChat, FixedClock, Letters

FORWARDING = [
    {"X-Forwarded-For": "127.0.0.1"},
    {"X-Forwarded-Host": "localhost"},
    {"x-forwarded-proto": "https"},
    {"Forwarded": "for=127.0.0.1"},
    {"X-Real-IP": "127.0.0.1"},
    {"Via": "1.1 proxy"},
]


@pytest.mark.parametrize(
    "headers", [*FORWARDING, {"Host": "kipthoi.example"}, {"Host": "10.0.0.1"}]
)
@pytest.mark.parametrize("path", ["/", "/api/lines", "/static/chat.js", "/api/events"])
async def test_another_machine_or_a_proxy_is_refused_kindly(
    headers: dict[str, str], path: str
) -> None:
    async with (
        TestClient(TestServer(demo_app(FakeChat()))) as client,
        client.get(path, headers=headers) as answer,
    ):
        assert answer.status == 403
        body = await answer.text()
    assert "Set-Cookie" not in answer.headers
    if path == "/":
        assert "chính máy" in body


async def test_a_proxied_message_has_no_effect() -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        body = {"update": "one", "text": "12"}
        assert await visitor.post(body, **{"X-Forwarded-For": "127.0.0.1"}) == 403
    assert chat.taken == []


async def test_health_and_open_paths_answer_through_a_proxy() -> None:
    app = web_app(
        turns=FakeChat(), outbox=FakeChat(), clauses=Letters(), clock=FixedClock(),
        doorbell=Doorbell(), open_paths=("/static/icon.svg",),
    )  # fmt: skip
    async with TestClient(TestServer(app)) as client:
        for path in ("/healthz", "/static/icon.svg"):
            async with client.get(path, headers={"X-Forwarded-For": "8.8.8.8"}) as answer:
                assert answer.status == 200


async def test_without_the_demonstration_a_proxy_may_pass() -> None:
    app = web_app(
        turns=FakeChat(), outbox=FakeChat(), clauses=Letters(), clock=FixedClock(),
        doorbell=Doorbell(), demonstration=False,
    )  # fmt: skip
    async with (
        TestClient(TestServer(app)) as client,
        client.get("/", headers={"X-Forwarded-For": "8.8.8.8", "Host": "a.example"}) as answer,
    ):
        assert answer.status == 200


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True), ("localhost:8080", True), ("127.0.0.1:8080", True),
        ("127.9.9.9", True), ("[::1]:8080", True), ("LOCALHOST", True),
        ("", False), ("localhost.example", False), ("127.0.0.1.example", False),
        ("user@localhost", False), ("localhost:x", False), ("[::1", False),
        ("0.0.0.0", False), ("192.168.1.2", False), ("localhost/x", False),
    ],
)  # fmt: skip
def test_a_host_names_this_machine(host: str, *, local: bool) -> None:
    assert is_loopback_host(host) is local


@pytest.mark.parametrize(
    ("address", "local"),
    [("127.0.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True), ("fe80::1%lo", False),
     ("::ffff:8.8.8.8", False), ("10.0.0.1", False), ("", False)],
)  # fmt: skip
def test_a_peer_is_this_machine(address: str, *, local: bool) -> None:
    assert is_loopback(address) is local


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "{own}"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "{own}"}, 200),
        ({}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, 403),
    ],
)
async def test_only_the_pages_own_posts_are_taken(headers: dict[str, str], status: int) -> None:
    chat = FakeChat()
    async with browser(chat) as visitor:
        own = str(visitor.client.make_url("/")).rstrip("/")
        sent = {name: value.format(own=own) for name, value in headers.items()}
        body = {"update": "one", "text": "12"}
        async with visitor.client.post("/api/say", json=body, headers=sent) as answer:
            assert answer.status == status
    assert len(chat.taken) == (status == 200)


async def test_a_form_of_another_site_is_no_json() -> None:
    async with browser(FakeChat()) as visitor:
        for kind in ("text/plain", "application/x-www-form-urlencoded"):
            headers = visitor.headers | {"Content-Type": kind}
            raw = '{"update": "one", "text": "12"}'
            async with visitor.client.post("/api/say", data=raw, headers=headers) as answer:
                assert answer.status == 415


@pytest.mark.parametrize("path", ["/", "/api/lines", "/static/chat.js", "/nowhere", "/healthz"])
async def test_every_answer_carries_the_strict_headers(path: str) -> None:
    async with browser(FakeChat()) as visitor, visitor.client.get(path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("language", catalog.languages())
def test_the_page_holds_no_inline_script_or_style(language: str) -> None:
    page = chat_page(language)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=|javascript:", page)
    assert "$" not in page


def test_the_scripts_build_elements_from_text_only() -> None:
    for path in STATIC.glob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", source
        )


async def test_static_gives_out_nothing_but_its_own_files() -> None:
    async with browser(FakeChat()) as visitor:
        for path in ("/static/%2e%2e/routes.py", "/static/..%2fpage.html", "/static/"):
            async with visitor.client.get(path) as answer:
                assert answer.status in {403, 404}
