"""What is another unit's is asked for with a forged request: refused, and in the audit trail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from aiohttp.test_utils import TestClient, TestServer

from flows import asking, people_asked
from flows.asking import Asked
from flows.model import Download, Reply, Tap, UnitRole
from flows.proposals import asked as of_proposals
from flows.proposals.moves import Step
from flows.reminding import About, Duty
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


DAY = date(2026, 12, 9)
FORGED: list[tuple[str, Any]] = [
    (OFFICER, lambda there: asking.ReadTask(there.task)),
    (OFFICER, lambda there: asking.ConfirmTask(there.task)),
    (OFFICER, lambda there: asking.AskTime(there.task, date(2026, 12, 1), "Ốm")),
    (OFFICER, lambda there: asking.ReportTask(there.task, "Xong")),
    (OFFICER, lambda there: asking.RemindAgain(About(draft=there.draft), "hour")),
    (HEAD, lambda there: asking.HandOver(About(draft=there.draft), OWN)),
    (HEAD, lambda there: asking.HandOver(About(task=there.task), OWN)),
    (HEAD, lambda there: asking.HandOver(About(draft=OWN), there.accounts[OFFICER])),
    (HEAD, lambda there: asking.NudgeMissing(there.duty)),
    (REVIEWER, lambda there: asking.ReadDuty(there.duty)),
    (REVIEWER, lambda there: asking.NudgeMissing(there.duty)),
    (REVIEWER, lambda there: asking.ReadTask(there.task)),
    (REVIEWER, lambda there: asking.AnswerTime(there.task, granted=True)),
    (REVIEWER, lambda there: asking.MakeDuty(Duty("Rà soát", "", DAY, units=(there.unit,)))),
    (ADMINISTRATOR, lambda there: asking.EndDuty(there.duty)),
    (LEFT, lambda there: asking.ReadTask(there.task)),
    (OFFICER, lambda _: people_asked.Invite("Sáu", UnitRole.OFFICER)),
    (HEAD, lambda _: people_asked.Invite("Sáu", UnitRole.ADMINISTRATOR)),
    (HEAD, lambda there: people_asked.InviteAgain(there.accounts[OFFICER])),
    (OFFICER, lambda there: people_asked.EndDevice(there.chat)),
    (OFFICER, lambda there: people_asked.SignOut(there.chat)),
    (OFFICER, lambda there: of_proposals.ReadProposal(there.sent)),
    (REVIEWER, lambda there: of_proposals.ReadProposal(there.sent)),
    (HEAD, lambda there: of_proposals.FindOffice(there.draft)),
    (HEAD, lambda there: of_proposals.FindAlike(there.draft)),
    (REVIEWER, lambda there: of_proposals.FindAlike(there.sent)),
    (REVIEWER, lambda there: of_proposals.FindOffice(there.sent)),
    (HEAD, lambda there: of_proposals.FindAlike(there.draft)),
    (REVIEWER, lambda there: of_proposals.FindAlike(there.sent)),
    (REVIEWER, lambda there: of_proposals.TakeStep(there.sent, Step.ACCEPT, 2)),
    (REVIEWER, lambda there: of_proposals.TakeStep(there.sent, Step.ASK, 2)),
    (HEAD, lambda there: of_proposals.TakeStep(there.sent, Step.ANSWER, 2)),
    (HEAD, lambda there: of_proposals.TakeStep(there.sent, Step.CONFIRM, 2)),
    (REVIEWER, lambda there: of_proposals.TakeStep(there.sent, Step.TAKE, 2)),
    (REVIEWER, lambda there: of_proposals.Mark(there.sent, "LS2022.2.b.1", "met")),
]
"""Each kind of request that names something, by whom it is not for."""
NAMES = frozenset({"about", "draft", "task", "duty", "account", "device", "role"})
OWN = 1
"""The number of the first draft, and of the first account: one's own."""


def test_each_request_that_names_something_is_forged_here(both: tuple[Place, Place]) -> None:
    tried = {type(asked(both[1])) for _, asked in FORGED}
    naming = {one for one in get_args(Asked) if NAMES & {field.name for field in fields(one)}}
    assert tried == naming


@pytest.mark.parametrize(("role", "asked"), FORGED)
def test_what_is_another_s_is_refused_and_told(
    both: tuple[Place, Place], role: str, asked: Any
) -> None:
    here, there = both
    request: Asked = asked(there)
    before = everything(here)

    assert not here.ask(role, request)

    (told,) = noted(here, role)
    assert told.pop("asked") == type(request).__name__
    own = {OWN} if isinstance(request, asking.HandOver) else set()
    theirs = {there.draft, there.sent, there.task, there.duty, there.unit, there.chat}
    assert set(told.values()) <= {*theirs, there.accounts[OFFICER], *own}
    assert told or isinstance(request, people_asked.Invite)
    assert everything(here) == before


def everything(here: Place) -> list[Any]:
    tables = ("tasks", "duties", "drafts", "proposals", "identities", "codes", "accounts", "roles")
    found: list[Any] = [rows(here.storage, f"SELECT * FROM {table}") for table in tables]
    return found


@pytest.mark.parametrize("step", [Step.TAKE, Step.ACCEPT, Step.DECIDE])
def test_a_step_that_is_not_one_s_own_is_refused_and_told(
    both: tuple[Place, Place], step: Step
) -> None:
    here, _ = both
    before = everything(here)
    taken = here.ask(HEAD, of_proposals.TakeStep(here.sent, step, 2))
    assert taken.why_not is not None
    assert noted(here, HEAD) == [{"asked": "TakeStep", "draft": here.sent}]
    assert everything(here) == before


def test_a_step_that_comes_too_late_is_no_refusal(both: tuple[Place, Place]) -> None:
    here, _ = both
    taken = here.ask(OFFICER, of_proposals.TakeStep(here.sent, Step.WITHDRAW, 2))
    assert taken.why_not is not None
    assert here.refusals() == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/board/step", {"version": 2, "step": "take"}),
        ("/api/board/mark", {"clause": "LS2022.2.b.1", "mark": "met"}),
    ],
)
async def test_who_made_a_proposal_does_not_review_it_by_the_board(
    both: tuple[Place, Place], path: str, body: dict[str, Any]
) -> None:
    here, _ = both
    async with page(here) as app, TestClient(TestServer(app)) as client:
        client.session.cookie_jar.update_cookies({COOKIE: address(HEAD)}, client.make_url("/"))
        headers = {"Sec-Fetch-Site": "same-origin"}
        sent = {"draft": here.sent, **body}
        async with client.post(path, json=sent, headers=headers) as answer:
            assert answer.status == 404
    (told,) = noted(here, HEAD)
    assert told["draft"] == here.sent


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
    (REVIEWER, "/board/proposals/{there.sent}/papers", "sent file", 404),
    (OFFICER, "/board/proposals/{there.sent}/papers", "sent file", 404),
    (REVIEWER, "/board/proposals/{there.sent}/files/0", "sent file", 404),
    (OFFICER, "/board/proposals/{there.sent}/files/0", "sent file", 404),
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
            guess = f"{secret[:-3]}-{number:03}"
            async with client.get(f"/calendar/{guess}.ics") as answer:
                assert answer.status == (404 if number < MISSES_A_MINUTE else 429)

    guesses = f'{{"asked":"calendar","guesses":{MISSES_A_MINUTE}}}'
    assert here.refusals() == [(None, guesses)]
