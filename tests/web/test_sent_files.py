"""What was sent is fetched from the board: the papers in one file, and each file attached."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from flows.reminding import File
from flows.wire import file_to_json
from tests.access.places import Place, place
from tests.storage.proposing import WITH_FILE
from tests.web.test_proposals import HERE, as_, shown

PHOTO = b"\x89PNG\r\n\x1a\n" + b"x" * 99
KEPT = "ab" * 32
GIVEN = File("web", KEPT, "<b>ảnh.png", size=len(PHOTO), media="image/png")


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    """With a proposal that has a nominee, a file on the shelf and one that is lost."""
    for made in place(sqlite_url, tmp_path):
        files = [file_to_json(GIVEN), *WITH_FILE.answers["note.files.photos"]]
        answers = {**WITH_FILE.answers, "note.files.photos": files}
        made.send(snapshot=replace(WITH_FILE, answers=answers))
        path = tmp_path / "files" / KEPT[:2] / KEPT
        path.parent.mkdir(parents=True)
        path.write_bytes(PHOTO)
        yield made


async def test_the_page_leads_to_the_papers_and_to_each_file(here: Place) -> None:
    one = f"/board/proposals/{here.sent}"
    async with as_("reviewer", here) as client:
        async with client.get(one, headers=HERE) as answer:
            read = await answer.text()
        for path in ("papers", "files/0", "files/1"):
            assert f'href="{one}/{path}"' in read
        assert f'href="{one}/files/2"' not in read
        assert "Tải giấy tờ của hồ sơ (ZIP)" in read
        assert "&lt;b&gt;ảnh.png" in read
        async with client.get(f"{one}/files/0", headers=HERE) as answer:
            assert (answer.status, await answer.read()) == (200, PHOTO)
            assert answer.headers["Content-Disposition"].startswith("attachment")
        async with client.get(f"{one}/papers", headers=HERE) as answer:
            assert (answer.status, answer.content_type) == (200, "application/zip")
            assert answer.headers["Content-Disposition"].startswith("attachment")
            names = zipfile.ZipFile(io.BytesIO(await answer.read())).namelist()
    assert any(name.endswith(".docx") for name in names)


async def test_a_file_that_is_not_there_and_one_that_is_lost_are_told(here: Place) -> None:
    one = f"/board/proposals/{here.sent}"
    async with as_("reviewer", here) as client:
        for path, status, told in (
            ("files/1", 410, "Không còn đọc được tệp này"),
            ("files/2", 404, "Không có trang này"),
        ):
            async with client.get(f"{one}/{path}", headers=HERE) as answer:
                assert (answer.status, told in await answer.text()) == (status, True)


async def test_without_nominees_there_are_no_papers_to_make(here: Place) -> None:
    here.send()
    one = f"/board/proposals/{here.sent}"
    async with as_("reviewer", here) as client:
        assert "Tải giấy tờ" not in await shown(client, one)
        async with client.get(f"{one}/papers", headers=HERE) as answer:
            assert answer.status == 404
