"""Every route against every role and no session: answered, or refused, as the table says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from flows.asking import MakeFeed
from flows.model import Download, Expects, Reply
from flows.proposals.asked import TakeStep
from flows.proposals.matter import Details
from flows.proposals.moves import Step
from flows.reminding import File
from handlers.telegram.webhook import HEADER
from handlers.web.session import COOKIE
from rules.message import say
from tests.access.places import SECRET, Place, address, page
from tests.access.table import BROWSERS, NO_SESSION, OFFICER, REVIEWER, ROUTES, OfRoute
from tests.storage.proposing import WITH_FILE

Send = Callable[[TestClient[Any, Any], Place, str], Any]
HERE: Final = {"Sec-Fetch-Site": "same-origin"}
FILE: Final = {**HERE, "Content-Type": "application/octet-stream", "X-File-Name": "a.pdf"}
DOOR: Final = ("POST", "/telegram")
"""Telegram's own way in: it has no roles, only a secret."""


def get(path: str) -> Send:
    return lambda client, here, who: client.get(path.format(here=here), headers=HERE)


def say_something(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    body = {"update": f"say-{who.replace(' ', '-')}", "text": "/help"}
    return client.post("/api/say", json=body, headers=HERE)


def nudge(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    return client.post("/api/board/nudge", json={"duty": here.duty}, headers=HERE)


def send_file(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    asked = Reply((say("menu.title"),), expects=Expects.FILES, token="1")
    here.show(OFFICER, asked)
    headers = {**FILE, "X-Update": f"file-{who.replace(' ', '-')}"}
    return client.post("/api/files", data=b"%PDF-1.7\n" + b"x" * 99, headers=headers)


def take_file(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    given = Reply((say("menu.title"),), file=Download("a.ics", "text/calendar", "x"))
    return client.get(f"/api/files/{here.show(OFFICER, given)}", headers=HERE)


def take_up(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    if who == REVIEWER:
        here.send()
    body = {"draft": here.sent, "version": 2, "step": "take"}
    return client.post("/api/board/step", json=body, headers=HERE)


def mark(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    if who == REVIEWER:
        here.send()
        here.ask(REVIEWER, TakeStep(here.sent, Step.TAKE, 2))
    body = {"draft": here.sent, "clause": "LS2022.2.b.1", "mark": "met"}
    return client.post("/api/board/mark", json=body, headers=HERE)


def accepted(here: Place) -> None:
    """A proposal that waits for its decision."""
    here.send()
    for step, version in ((Step.TAKE, 2), (Step.ACCEPT, 3)):
        here.ask(REVIEWER, TakeStep(here.sent, step, version))


def decide(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    if who == REVIEWER:
        accepted(here)
    line = {"draft": here.sent, "version": 4, "step": "decide", "number": "1/QĐ"}
    line |= {"day": here.program.clock.today().isoformat()}
    body = json.dumps(line).encode() + b"\n%PDF-1.7\n" + b"x" * 99
    return client.post("/api/board/decide", data=body, headers=FILE)


def decision_file(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    if who == NO_SESSION:
        accepted(here)
        file = File("telegram", "of a decision", "a.pdf", size=1, media="application/pdf")
        details = Details(number="1/QĐ", day=here.program.clock.today(), file=file)
        here.ask(REVIEWER, TakeStep(here.sent, Step.DECIDE, 4, details))
    return client.get(f"/board/proposals/{here.sent}/decision", headers=HERE)


def sent(path: str) -> Send:
    """Of a proposal with a nominee and a file."""

    def send(client: TestClient[Any, Any], here: Place, who: str) -> Any:
        if who == NO_SESSION:
            here.send(snapshot=WITH_FILE)
        return client.get(f"/board/proposals/{here.sent}/{path}", headers=HERE)

    return send


def rename(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    body = {"change": "rename", "unit": here.unit, "name": f"UBND xã {who}"}
    return client.post("/api/board/unit", json=body, headers=HERE)


def rule(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    body = {"change": "set", "unit": here.unit, "to": 1, "since": "2026-01-01"}
    return client.post("/api/board/route", json=body, headers=HERE)


def calendar(client: TestClient[Any, Any], here: Place, who: str) -> Any:
    return client.get(f"/calendar/{here.ask(OFFICER, MakeFeed())}.ics")


SENDS: Final[Mapping[tuple[str, str], Send]] = {
    ("GET", "/"): get("/"),
    ("GET", "/static"): get("/static/icon.svg"),
    ("GET", "/healthz"): get("/healthz"),
    ("GET", "/metrics"): get("/metrics"),
    ("GET", "/api/lines"): get("/api/lines"),
    ("GET", "/api/clauses/{clause}"): get("/api/clauses/LS2022.2.b.2"),
    ("GET", "/calendar/{secret}.ics"): calendar,
    ("GET", "/calendar/{cut}"): get("/calendar/abc"),
    ("POST", "/api/say"): say_something,
    ("GET", "/api/events"): get("/api/events"),
    ("GET", "/api/files/{envelope}"): take_file,
    ("POST", "/api/files"): send_file,
    ("GET", "/board"): get("/board"),
    ("GET", "/board/files/{task}/{file}"): get("/board/files/{here.task}/0"),
    ("POST", "/api/board/nudge"): nudge,
    ("GET", "/board/proposals"): get("/board/proposals"),
    ("GET", "/board/proposals/{draft}"): get("/board/proposals/{here.sent}"),
    ("POST", "/api/board/step"): take_up,
    ("POST", "/api/board/mark"): mark,
    ("POST", "/api/board/decide"): decide,
    ("GET", "/board/proposals/{draft}/decision"): decision_file,
    ("GET", "/board/proposals/{draft}/papers"): sent("papers"),
    ("GET", "/board/proposals/{draft}/files/{file}"): sent("files/0"),
    ("GET", "/board/units"): get("/board/units"),
    ("GET", "/board/units/{unit}"): get("/board/units/{here.unit}"),
    ("POST", "/api/board/unit"): rename,
    ("POST", "/api/board/route"): rule,
    ("GET", "/board/statistics"): get("/board/statistics"),
    ("GET", "/board/{rest}"): get("/board/nothing/here"),
}


def routes_of(app: web.Application) -> set[tuple[str, str]]:
    """Each way in; HEAD is GET without the body."""
    found = {
        (route.method, route.resource.canonical) for route in app.router.routes() if route.resource
    }
    return {(method, path) for method, path in found if method != "HEAD"}


async def test_the_table_names_every_route(here: Place) -> None:
    async with page(here) as app:
        assert routes_of(app) == {*ROUTES, DOOR}
    assert set(SENDS) == set(ROUTES)


def expected(route: OfRoute, who: str) -> int:
    if who in route.answers:
        return 200
    return route.without if who == NO_SESSION else route.refused


@pytest.mark.parametrize(("method", "path"), sorted(ROUTES))
async def test_a_route_answers_whom_it_is_for(here: Place, method: str, path: str) -> None:
    answered = {}
    async with page(here) as app, TestClient(TestServer(app)) as client:
        for who in BROWSERS:
            client.session.cookie_jar.clear()
            if who != NO_SESSION:
                client.session.cookie_jar.update_cookies(
                    {COOKIE: address(who)}, client.make_url("/")
                )
            async with SENDS[method, path](client, here, who) as answer:
                # Telegram, which keeps this file, is not there
                answered[who] = 200 if answer.status == 410 else answer.status
    assert answered == {who: expected(ROUTES[method, path], who) for who in BROWSERS}


@pytest.mark.parametrize(("shown", "status"), [("", 401), ("x", 401), (SECRET, 503)])
async def test_telegram_s_door_asks_for_its_secret(here: Place, shown: str, status: int) -> None:
    async with page(here) as app, TestClient(TestServer(app)) as client:
        headers = {HEADER: shown}
        async with client.post(DOOR[1], json={"update_id": 1}, headers=headers) as answer:
            assert answer.status == status
