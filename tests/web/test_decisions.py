"""A decision recorded on the board: number, day and file together, checked, and handed out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from flows.proposals.asked import TakeStep
from flows.proposals.moves import Step
from handlers.files import MOST_BYTES
from tests.access.places import Place, place
from tests.access.table import REVIEWER
from tests.storage.parts import rows
from tests.web.test_proposals import HERE, as_, look, post, shown

PDF = b"%PDF-1.7\n" + b"x" * 500
Client = TestClient[Any, Any]


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    """With a proposal that was accepted."""
    for made in place(sqlite_url, tmp_path):
        for step, version in ((Step.TAKE, 2), (Step.ACCEPT, 3)):
            assert made.ask(REVIEWER, TakeStep(made.sent, step, version)).why_not is None
        yield made


async def decide(
    client: Client, here: Place, content: bytes = PDF, name: str = "qd.pdf", **changed: Any
) -> tuple[int, dict[str, Any]]:
    """What a decision with a file is answered."""
    today = here.program.clock.today().isoformat()
    line = {"draft": here.sent, "version": 4, "step": "decide", "number": "5/QĐ", "day": today}
    body = json.dumps({**line, **changed}).encode() + b"\n" + content
    headers = {**HERE, "Content-Type": "application/octet-stream", "X-File-Name": name}
    async with client.post("/api/board/decide", data=body, headers=headers) as answer:
        return answer.status, await answer.json()


def state(here: Place) -> tuple[str, str, bool]:
    """The state, the number, and whether there is a file."""
    found = rows(here.storage, "SELECT state, number, file FROM proposals")[0]
    return found[0], found[1], found[2] is not None


async def test_number_day_and_file_are_recorded_and_the_file_handed_out(here: Place) -> None:
    async with as_("reviewer", here) as client:
        assert (await decide(client, here, name="..%2F..%2Fquyết.pdf"))[0] == 200
        read = await shown(client, f"/board/proposals/{here.sent}")
        assert "Quyết định số 5/QĐ" in read
        assert "Tệp quyết định: quyết.pdf" in read
        path = f"/board/proposals/{here.sent}/decision"
        async with client.get(path, headers=HERE) as answer:
            assert (answer.status, await answer.read()) == (200, PDF)
            assert answer.headers["Content-Disposition"].startswith("attachment")
    assert state(here) == ("decided", "5/QĐ", True)
    told = rows(here.storage, "SELECT words FROM reminders WHERE kind = 'proposal' ORDER BY id")
    assert "told.proposal.decide.unit.file" in told[-1][0]
    assert "quyết.pdf" in told[-1][0]


@pytest.mark.parametrize(
    ("changed", "status", "field", "told"),
    [
        ({"number": ""}, 409, "number", "Cần số quyết định"),
        ({"number": "x" * 61}, 409, "number", "dài 61 ký tự; tối đa 60"),
        ({"day": ""}, 409, "day", "Cần ngày quyết định"),
        ({"day": "2099-01-01"}, 409, "day", "chưa tới"),
        ({"day": "2020-01-01"}, 409, "day", "không thể trước ngày đơn vị gửi"),
        ({"version": 3}, 409, None, "đã sang bước khác"),
        ({"step": "accept"}, 400, None, "chưa đúng"),
        ({"day": "31/12"}, 400, None, "chưa đúng"),
        ({"number": "x" * 20_000}, 400, None, "chưa đúng"),
        ({"draft": 999}, 404, None, "Không có mục này"),
    ],
    ids=lambda one: None if isinstance(one, int) else str(one)[:20],
)
async def test_what_lacks_is_refused_with_its_place_and_nothing_is_kept(
    here: Place, changed: dict[str, Any], status: int, *, field: str | None, told: str
) -> None:
    async with as_("reviewer", here) as client:
        found, answer = await decide(client, here, **changed)
        assert (found, answer.get("field")) == (status, field)
        assert told in answer["text"]
    assert state(here) == ("accepted", "", False)
    assert not list((here.folder / "files").glob("*/*")), "no file of a decision that is none"


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"MZ\x90\0" + b"\0" * 99, "qd.jpg", 415),
        (b"", "qd.pdf", 422),
        (b"%PDF-" + b"x" * MOST_BYTES, "qd.pdf", 413),
        (b"%PDF-" + b"x" * (MOST_BYTES + 64 * 1024), "qd.pdf", 413),
    ],
    ids=["a program called a picture", "empty", "a little too large", "too large at once"],
)
async def test_a_file_is_checked_as_every_other(
    here: Place, content: bytes, name: str, status: int
) -> None:
    async with as_("reviewer", here) as client:
        found, answer = await decide(client, here, content, name)
        assert (found, answer["field"]) == (status, "file")
        assert answer["text"]
    assert state(here) == ("accepted", "", False)


async def test_a_number_that_is_too_long_is_refused_without_a_file_too(here: Place) -> None:
    async with as_("reviewer", here) as client:
        today = here.program.clock.today().isoformat()
        body = {"draft": here.sent, "version": 4, "step": "decide", "day": today}
        status, told = await post(client, "/api/board/step", {**body, "number": "y" * 61})
        assert (status, "tối đa 60" in told) == (409, True)
    assert state(here) == ("accepted", "", False)


async def test_so_many_files_an_hour_are_taken_and_no_more(here: Place) -> None:
    async with as_("reviewer", here) as client:
        for _ in range(40):
            assert (await decide(client, here, number=""))[0] == 409
        assert (await decide(client, here))[0] == 429


async def test_what_is_decided_takes_no_other_file(here: Place) -> None:
    async with as_("reviewer", here) as client:
        assert (await decide(client, here))[0] == 200
        found, _ = await decide(client, here, PDF + b"other", version=5, number="6/QĐ")
    assert found == 409
    assert state(here) == ("decided", "5/QĐ", True)
    assert len(list((here.folder / "files").glob("*/*"))) == 1


async def test_a_decision_without_a_file_and_one_that_is_lost_are_told(here: Place) -> None:
    path = f"/board/proposals/{here.sent}/decision"
    async with as_("reviewer", here) as client:
        status, media, read = await look(client, path)
        assert (status, media, "Không có trang này" in read) == (404, "text/html", True)
        assert (await decide(client, here))[0] == 200
        for kept in (here.folder / "files").glob("*/*"):
            kept.unlink()
        status, _, read = await look(client, path)
        assert (status, "Không còn đọc được tệp này" in read) == (410, True)
