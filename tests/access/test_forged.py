"""What is another unit's is asked for with a forged request: refused, and in the audit trail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from flows import asking
from flows.asking import Asked
from flows.model import Download, Reply, Tap
from flows.reminding import About
from handlers.web.feed import MISSES_A_MINUTE
from handlers.web.session import COOKIE
from rules.message import say
from tests.access.places import Place, address, page, place
from tests.access.table import ADMINISTRATOR, HEAD, LEFT, NOBODY, OFFICER, REVIEWER
from tests.storage.parts import rows

ELSEWHERE = " of another unit"


@pytest.fixture
def both(migrated_sqlite_url: str, tmp_path: Path) -> Iterator[tuple[Place, Place]]:
    """Two offices, each with its unit; the second is whose matters are asked for."""
    for here in place(migrated_sqlite_url, tmp_path):
        there = Place(here.program, here.folder)
        there.settle(ELSEWHERE)
        yield here, there


def noted(here: Place, role: str) -> list[dict[str, Any]]:
    return [json.loads(told) for account, told in here.refusals() if account == here.accounts[role]]


@pytest.mark.parametrize(
    "command", ["open", "copy", "rename", "ask_delete", "attachments", "papers"]
)
@pytest.mark.parametrize("role", [OFFICER, HEAD])
def test_a_draft_of_another_unit(both: tuple[Place, Place], role: str, command: str) -> None:
    here, there = both
    before = rows(here.storage, "SELECT id, unit_id, version FROM drafts")

    replies = here.tap(role, Tap(f"g:{command}:{there.draft}"))

    assert "note.no_such_draft" in {line.key for one in replies for line in one.text}
    assert noted(here, role) == [{"asked": "OpenDraft", "draft": there.draft}]
    assert rows(here.storage, "SELECT id, unit_id, version FROM drafts") == before


def test_a_draft_of_another_unit_is_not_deleted(both: tuple[Place, Place]) -> None:
    here, there = both
    here.tap(OFFICER, Tap("g:drafts"))
    (asked,) = here.tap(OFFICER, Tap(f"g:ask_delete:{here.draft}"))

    here.tap(OFFICER, Tap(f"c:delete:{there.draft}", asked.token))

    assert (there.draft,) in rows(here.storage, "SELECT id FROM drafts")
    assert {"asked": "DeleteDraft", "draft": there.draft} in noted(here, OFFICER)


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (OFFICER, lambda there: asking.ReadTask(there.task)),
        (OFFICER, lambda there: asking.ConfirmTask(there.task)),
        (OFFICER, lambda there: asking.ReportTask(there.task, "Xong")),
        (OFFICER, lambda there: asking.RemindAgain(About(draft=there.draft), "hour")),
        (HEAD, lambda there: asking.HandOver(About(draft=there.draft), 1)),
        (HEAD, lambda there: asking.NudgeMissing(there.duty)),
        (REVIEWER, lambda there: asking.ReadDuty(there.duty)),
        (REVIEWER, lambda there: asking.ReadTask(there.task)),
        (REVIEWER, lambda there: asking.AnswerTime(there.task, granted=True)),
        (ADMINISTRATOR, lambda there: asking.EndDuty(there.duty)),
        (LEFT, lambda there: asking.ReadTask(there.task)),
    ],
)
def test_a_report_or_duty_of_another(both: tuple[Place, Place], role: str, asked: Any) -> None:
    here, there = both
    request: Asked = asked(there)
    before = rows(here.storage, "SELECT id, state FROM tasks"), there.storage.people.accounts()

    assert not here.ask(role, request)

    (told,) = noted(here, role)
    assert told.pop("asked") == type(request).__name__
    assert set(told.values()) <= {there.draft, there.task, there.duty}
    assert told
    assert before == (
        rows(here.storage, "SELECT id, state FROM tasks"),
        there.storage.people.accounts(),
    )


def test_what_there_is_not_and_what_is_one_s_own_is_no_refusal(both: tuple[Place, Place]) -> None:
    here, _ = both
    here.tap(OFFICER, Tap("g:open:999"))
    here.tap(OFFICER, Tap(f"g:open:{here.draft}"))
    here.ask(OFFICER, asking.ReadTask(999))
    here.ask(REVIEWER, asking.ReadTask(here.task))
    here.tap(NOBODY, Tap(f"g:open:{here.draft}"))

    assert here.refusals() == []


PAGES = [
    (OFFICER, "/board", "board", 403),
    (HEAD, "/board", "board", 403),
    (LEFT, "/board", "board", 403),
    (REVIEWER, "/board/files/{there.task}/0", "board file", 404),
    (OFFICER, "/board/files/{there.task}/0", "board file", 404),
    (HEAD, "/api/files/{envelope}", "file", 404),
    (REVIEWER, "/api/files/{envelope}", "file", 404),
]


@pytest.mark.parametrize(("role", "path", "asked", "status"), PAGES)
async def test_a_page_or_file_of_another(
    both: tuple[Place, Place], role: str, path: str, asked: str, status: int
) -> None:
    here, there = both
    given = Reply((say("menu.title"),), file=Download("a.ics", "text/calendar", "x"))
    envelope = there.show(OFFICER + ELSEWHERE, given)
    async with page(here) as app, TestClient(TestServer(app)) as client:
        client.session.cookie_jar.update_cookies({COOKIE: address(role)}, client.make_url("/"))
        async with client.get(path.format(there=there, envelope=envelope)) as answer:
            assert answer.status == status
            assert "a.ics" not in await answer.text()

    (told,) = noted(here, role)
    assert told["asked"] == asked


async def test_units_of_another_office_are_not_nudged(both: tuple[Place, Place]) -> None:
    here, there = both
    async with page(here) as app, TestClient(TestServer(app)) as client:
        client.session.cookie_jar.update_cookies({COOKIE: address(REVIEWER)}, client.make_url("/"))
        headers = {"Sec-Fetch-Site": "same-origin"}
        body = {"duty": there.duty}
        async with client.post("/api/board/nudge", json=body, headers=headers) as answer:
            assert answer.status == 404

    assert noted(here, REVIEWER) == [{"asked": "nudge", "duty": there.duty}]


async def test_a_stranger_s_knocking_writes_nothing(both: tuple[Place, Place]) -> None:
    here, _ = both
    async with page(here) as app, TestClient(TestServer(app)) as client:
        client.session.cookie_jar.update_cookies({COOKIE: address(NOBODY)}, client.make_url("/"))
        for path in ("/board", f"/board/files/{here.task}/0", "/api/files/1"):
            async with client.get(path) as answer:
                assert answer.status in (403, 404)

    assert here.refusals() == []


async def test_guessed_calendar_addresses_are_noted_once_their_share_is_had(
    both: tuple[Place, Place],
) -> None:
    here, there = both
    secret = there.ask(OFFICER + ELSEWHERE, asking.MakeFeed())
    async with page(here) as app, TestClient(TestServer(app)) as client:
        for number in range(MISSES_A_MINUTE + 3):
            guess = f"{secret[:-2]}-{number}"
            async with client.get(f"/calendar/{guess}.ics") as answer:
                assert answer.status == (404 if number < MISSES_A_MINUTE else 429)

    guesses = f'{{"asked":"calendar","guesses":{MISSES_A_MINUTE}}}'
    assert here.refusals() == [(None, guesses)]
