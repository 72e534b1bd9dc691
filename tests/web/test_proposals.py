"""Proposals on the board: listed and filtered, read, and answered by a reviewer; refused else."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import text, update

from flows.people_asked import EndDevice, ListDevices
from handlers.web.session import COOKIE, LANGUAGE_COOKIE
from storage.tables import identities
from tests.access.places import Place, address, page, place
from tests.storage.parts import rows

HERE = {"Sec-Fetch-Site": "same-origin"}
Client = TestClient[Any, Any]


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    yield from place(sqlite_url, tmp_path)


@asynccontextmanager
async def as_(who: str, here: Place) -> AsyncIterator[Client]:
    async with page(here) as app, TestClient(TestServer(app)) as client:
        client.session.cookie_jar.update_cookies({COOKIE: address(who)}, client.make_url("/"))
        yield client


async def shown(client: Client, path: str) -> str:
    async with client.get(path, headers=HERE) as answer:
        assert answer.status == 200
        return words_of(await answer.text())


def words_of(markup: str) -> str:
    """What is read on a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


async def step(client: Client, here: Place, name: str, **rest: Any) -> tuple[int, str]:
    version = rows(here.storage, f"SELECT version FROM proposals WHERE draft_id = {here.sent}")
    body = {"draft": here.sent, "version": version[0][0], "step": name, **rest}
    async with client.post("/api/board/step", json=body, headers=HERE) as answer:
        return answer.status, str((await answer.json()).get("text", ""))


async def test_a_reviewer_leads_a_proposal_to_its_decision_on_the_board(here: Place) -> None:
    async with as_("reviewer", here) as client:
        assert "UBND xã · chờ người xét · hôm nay" in await shown(client, "/board/proposals")
        one = f"/board/proposals/{here.sent}"
        assert "Nhận xét hồ sơ" in await shown(client, one)
        assert (await step(client, here, "take"))[0] == 200
        read = await shown(client, one)
        for told in ("Kiểm tra theo công văn", "Các câu trả lời đã gửi", "Trả lại thì đánh dấu"):
            assert told in read
        async with client.get(one, headers=HERE) as answer:
            headings = re.findall(r"<h2>([^<]+)</h2>", await answer.text())
        assert len(headings) == 1
        assert headings[0].startswith("Hồ sơ")
        status, told = await step(client, here, "return")
        assert (status, "Chưa chọn mục nào" in told) == (409, True)
        flags = {"flags": ["forces_total"], "words": "Đếm lại"}
        assert (await step(client, here, "return", **flags))[0] == 200
        assert "Đếm lại" in await shown(client, one)
    events = rows(here.storage, "SELECT event FROM audit WHERE event LIKE 'proposal%' ORDER BY id")
    assert [row[0] for row in events][-2:] == ["proposal_take", "proposal_return"]


async def test_it_is_accepted_marked_and_decided(here: Place) -> None:
    async with as_("reviewer", here) as client:
        await step(client, here, "take")
        read = await (await client.get(f"/board/proposals/{here.sent}", headers=HERE)).text()
        clause = re.findall(r'data-clause="([^"]+)"', read)[0]
        body = {"draft": here.sent, "clause": clause, "mark": "met"}
        async with client.post("/api/board/mark", json=body, headers=HERE) as answer:
            assert answer.status == 200
        assert "☑ đạt" in await shown(client, f"/board/proposals/{here.sent}")
        assert (await step(client, here, "accept", words="Đủ"))[0] == 200
        status, told = await step(client, here, "decide", number="5/QĐ")
        assert (status, "Cần ngày quyết định" in told) == (409, True)
        today = here.program.clock.today().isoformat()
        assert (await step(client, here, "decide", number="5/QĐ", day=today))[0] == 200
        assert "Quyết định số 5/QĐ" in await shown(client, f"/board/proposals/{here.sent}")
        assert "Không có hồ sơ nào" in await shown(client, "/board/proposals")
        assert "đã quyết định" in await shown(client, "/board/proposals?state=decided")


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"draft": "1", "version": 1, "step": "take"},
        {"draft": 1, "version": True, "step": "take"},
        {"draft": 1, "version": 1, "step": "send"},
        {"draft": 1, "version": 1, "step": []},
        {"draft": 1, "version": 1, "step": "return", "flags": [1]},
        {"draft": 1, "version": 1, "step": "return", "flags": ["x"] * 201},
        {"draft": 1, "version": 1, "step": "decline", "words": "x" * 1001},
        {"draft": 1, "version": 1, "step": "decide", "day": "31/12"},
    ],
)
async def test_what_is_not_a_step_is_refused(here: Place, body: object) -> None:
    async with as_("reviewer", here) as client:
        async with client.post("/api/board/step", json=body, headers=HERE) as answer:
            assert answer.status == 400
        async with client.post("/api/board/mark", json=body, headers=HERE) as answer:
            assert answer.status == 400


@pytest.mark.parametrize(
    ("clause", "status"),
    [("", 400), ("x", 400), ("LS2022.2.a", 400), ("LS2022.1.b.2", 404)],
    ids=["none", "no clause", "judged by a rule", "of the other kind of award"],
)
async def test_only_a_clause_on_its_checklist_can_be_marked(
    here: Place, clause: str, status: int
) -> None:
    async with as_("reviewer", here) as client:
        await step(client, here, "take")
        body = {"draft": here.sent, "clause": clause, "mark": "not_met"}
        async with client.post("/api/board/mark", json=body, headers=HERE) as answer:
            assert answer.status == status
        assert (await step(client, here, "accept"))[0] == 200, "nothing stands against it"


async def test_another_office_gets_nothing_and_it_is_noted(here: Place) -> None:
    here.settle(" khác")
    theirs, here.sent = here.sent, 2
    async with as_("reviewer", here) as client:
        async with client.get(f"/board/proposals/{theirs}", headers=HERE) as answer:
            assert answer.status == 404
        here.sent, sent = theirs, here.sent
        assert (await step(client, here, "take"))[0] == 404
        assert theirs != sent
    assert len(here.refusals()) == 2


async def post(client: Client, path: str, body: object) -> tuple[int, str]:
    async with client.post(path, json=body, headers=HERE) as answer:
        return answer.status, str((await answer.json()).get("text", ""))


async def look(client: Client, path: str) -> tuple[int, str, str]:
    async with client.get(path, headers=HERE) as answer:
        return answer.status, answer.content_type, words_of(await answer.text())


PAGES = ("/board", "/board/proposals", "/board/proposals/1", "/board/files/1/0", "/board/no")


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_what_is_not_there_is_a_page_in_the_readers_language(
    here: Place, language: str
) -> None:
    said = {"vi": "Không có trang này", "en": "There is no such page"}[language]
    async with as_("reviewer", here) as client:
        client.session.cookie_jar.update_cookies({LANGUAGE_COOKIE: language})
        for path in (
            "/board/proposals/999",
            "/board/files/999/0",
            "/board/proposals/x",
            "/board/no",
        ):
            status, media, read = await look(client, path)
            assert (status, media, said in read) == (404, "text/html", True), path


@pytest.mark.parametrize("path", PAGES)
async def test_a_database_that_is_away_is_told_on_every_page(here: Place, path: str) -> None:
    async with as_("reviewer", here) as client:
        here.lose_the_database()
        status, media, read = await look(client, path)
        assert (status, media) == (503, "text/html")
        assert "Chưa đọc được dữ liệu" in read
        body = {"draft": here.sent, "version": 2, "step": "take"}
        status, told = await post(client, "/api/board/step", body)
        assert (status, "chưa có gì thay đổi" in told) == (503, True)


@pytest.mark.parametrize("path", PAGES[:3])
async def test_a_session_that_is_over_opens_and_does_nothing(here: Place, path: str) -> None:
    """At its hour: the chore that ends sessions comes once in an hour."""
    async with as_("reviewer", here) as client:
        with here.storage._engine.begin() as connection:
            over = here.program.clock.now() - timedelta(seconds=1)
            connection.execute(update(identities).values(signed_until=over))
        status, media, read = await look(client, path.replace("/1", f"/{here.sent}"))
        assert (status in {403, 404}, media) == (True, "text/html")
        assert "Chưa mở được bảng theo dõi" in read
        assert (await step(client, here, "take"))[0] == 404
        body = {"draft": here.sent, "clause": "LS2022.2.b.1", "mark": "met"}
        assert (await post(client, "/api/board/mark", body))[0] == 404
        assert (await post(client, "/api/board/nudge", {"duty": here.duty}))[0] == 404
    assert rows(here.storage, "SELECT state FROM proposals") == [("submitted",)]


async def test_an_ended_device_opens_and_does_nothing(here: Place) -> None:
    async with as_("reviewer", here) as client:
        (device,) = here.ask("reviewer", ListDevices())
        assert here.ask("reviewer", EndDevice(device.id))
        assert (await look(client, "/board/proposals"))[0] == 403
        assert (await step(client, here, "take"))[0] == 404


async def test_the_list_is_narrowed_by_kind_and_to_what_waits_too_long(here: Place) -> None:
    line, none = "UBND xã · chờ người xét", "Không có hồ sơ nào"
    async with as_("reviewer", here) as client:
        assert line in await shown(client, "/board/proposals?kind=surprise")
        assert none in await shown(client, "/board/proposals?kind=thematic")
        assert none in await shown(client, "/board/proposals?overdue=1")
        with here.storage._engine.begin() as connection:
            connection.execute(text("UPDATE proposals SET since = '2020-01-01'"))
        assert line in await shown(client, "/board/proposals?overdue=1")
        async with client.get("/board/proposals?overdue=1&kind=surprise", headers=HERE) as answer:
            found = re.findall(r"<a [^>]*aria-current[^>]*>([^<]*)", await answer.text())
        assert len(found) == 3, "all states, the kind and the overdue are pressed"


async def test_what_the_list_is_narrowed_by_stays_in_every_link(here: Place) -> None:
    async with as_("reviewer", here) as client:
        path = "/board/proposals?q=d%C3%A2n+qu%C3%A2n&state=submitted&kind=surprise"
        async with client.get(path, headers=HERE) as answer:
            markup = await answer.text()
        links = re.findall(r'href="(/board/proposals[^"]*q=[^"]*)"', markup)
        assert all("q=d%C3%A2n+qu%C3%A2n" in one for one in links)
        kept = "q=d%C3%A2n+qu%C3%A2n&amp;state=submitted&amp;kind=surprise"
        assert f"/board/proposals/{here.sent}?{kept}" in links
        assert 'value="dân quân"' in markup
        assert '<input type="hidden" name="state" value="submitted">' in markup
        async with client.get(unescape(links[-1]), headers=HERE) as answer:
            assert f'href="/board/proposals?{kept}"' in await answer.text()


async def test_words_find_what_is_decided_too_and_are_never_markup(here: Place) -> None:
    async with as_("reviewer", here) as client:
        with here.storage._engine.begin() as connection:
            connection.execute(text("UPDATE proposals SET state = 'decided'"))
        assert "0 hồ sơ" in await shown(client, "/board/proposals")
        found = await shown(client, "/board/proposals?q=nguyen+van+on")
        assert "1 hồ sơ" in found
        assert "UBND xã · đã quyết định · 🟢" in found, "what is ended waits for nobody"
        async with client.get('/board/proposals?q="><script>', headers=HERE) as answer:
            assert 'value="&quot;&gt;&lt;script&gt;"' in await answer.text()
            assert answer.headers["Content-Security-Policy"].count("form-action 'self'") == 1


async def test_an_old_version_of_the_page_changes_nothing(here: Place) -> None:
    async with as_("reviewer", here) as client:
        await step(client, here, "take")
        body = {"draft": here.sent, "version": 2, "step": "decline", "words": "x"}
        async with client.post("/api/board/step", json=body, headers=HERE) as answer:
            assert answer.status == 409
            assert "đã sang bước khác" in (await answer.json())["text"]


def crowd(here: Place, count: int) -> None:
    """So many proposals more, spread over the states and the last weeks."""
    copied = (
        "INSERT INTO drafts (unit_id, account_id, kind, answers, past, version, changed_at)"
        " SELECT unit_id, account_id, kind, answers, past, version, changed_at FROM drafts"
        f" WHERE id = {here.sent}"
    )
    columns = (
        "unit_id, office_id, kind, sender_id, head_id, first_sent_on, sent_on, title, verdict,"
        " timing, snapshot, deed_on, types, grassroots,"
        " grassroots_asked, version, changed_at"
    )
    states = "CASE d.id % 4 WHEN 0 THEN 'submitted' WHEN 1 THEN 'under_review'"
    states += " WHEN 2 THEN 'decided' ELSE 'returned' END"
    with here.storage._engine.begin() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        back = "date('2026-11-20', '-' || (d.id % 60) || ' days')"
        since = back if is_sqlite else "date '2026-11-20' - CAST(d.id % 60 AS integer)"
        several = copied.replace("FROM drafts", f"FROM drafts, ({numbers(count)}) AS more")
        connection.execute(text(several))
        connection.execute(
            text(
                f"INSERT INTO proposals (draft_id, state, since, {columns})"
                f" SELECT d.id, {states}, {since},"
                f" {', '.join(f'p.{one.strip()}' for one in columns.split(','))}"
                f" FROM drafts d, proposals p WHERE p.draft_id = {here.sent} AND d.id > {here.sent}"
            )
        )
        kept = "SELECT p.id, (SELECT max(words) FROM proposal_words) FROM proposals p"
        without = "p.id NOT IN (SELECT proposal_id FROM proposal_words)"
        connection.execute(text(f"INSERT INTO proposal_words {kept} WHERE {without}"))


def numbers(count: int) -> str:
    grown = f"SELECT 1 AS n UNION ALL SELECT n + 1 FROM g WHERE n < {count}"
    return f"WITH RECURSIVE g AS ({grown}) SELECT n FROM g"


async def test_a_full_board_is_counted_and_shown_in_pages(here: Place) -> None:
    crowd(here, 1000)
    async with as_("reviewer", here) as client:
        assert "(250)" in await shown(client, "/board/proposals")
        first = await shown(client, "/board/proposals?state=submitted")
        assert first != await shown(client, "/board/proposals?state=submitted&first=100")
