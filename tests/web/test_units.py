"""The page of units: the tree and its forms for an administrator, refusals at their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access.places import Place, place
from tests.access.table import ADMINISTRATOR, REVIEWER
from tests.storage.parts import rows
from tests.web.test_proposals import HERE, as_, look, post, shown


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Place]:
    yield from place(sqlite_url, tmp_path)


async def test_the_tree_and_the_forms_of_a_unit_are_shown(here: Place) -> None:
    people = here.storage.people
    below = people.add_unit("Thôn <Hạ>", level="commune", parent=here.unit)
    people.add_unit("Tổ một", level="commune", parent=1, letters=("LS2022",), office=1)
    people.add_unit("Đơn vị khác", level="commune")
    async with as_(ADMINISTRATOR, here) as client:
        told = await shown(client, "/board/units")
        assert "Sở Nội vụ sở, ban, ngành · 2 người" in told
        assert "UBND xã cấp xã · 2 người · gửi đến Sở Nội vụ" in told
        assert "Đơn vị khác" not in told
        assert "Hạ" not in told, "below a unit that only sends to them: not theirs"
        one = await shown(client, f"/board/units/{here.unit}")
        for words in ("Lưu tên mới", "Chuyển", "Đổi nơi tiếp nhận", "Thôi dùng đơn vị này"):
            assert words in one
        own = await shown(client, "/board/units/1")
        assert "Thêm đơn vị bên dưới" in own
        assert "Thôi dùng" not in own
        assert "Chưa ghi công văn nào áp dụng" in own
        assert "Công văn UBND tỉnh 5/2022" in await shown(client, f"/board/units/{below + 1}")
        for unit in (below, 999):
            status, _, read = await look(client, f"/board/units/{unit}")
            assert (status, "Không có trang này" in read) == (404, True)


async def test_names_on_the_page_are_never_markup(here: Place) -> None:
    here.storage.people.add_unit("<b>Tổ</b>", level="commune", parent=1)
    async with as_(ADMINISTRATOR, here) as client:
        for path in ("/board/units", f"/board/units/{here.unit}"):
            async with client.get(path, headers=HERE) as answer:
                markup = await answer.text()
            assert "&lt;b&gt;Tổ&lt;/b&gt;" in markup
            assert "<b>Tổ" not in markup


async def test_a_change_is_done_or_refused_at_its_field(here: Place) -> None:
    async with as_(ADMINISTRATOR, here) as client:
        body = {"change": "add", "unit": 1, "name": "Tổ một", "level": "department"}
        assert (await post(client, "/api/board/unit", body))[0] == 200
        async with client.post("/api/board/unit", json=body, headers=HERE) as answer:
            refused = await answer.json()
        assert (answer.status, refused["field"]) == (409, "name")
        assert "Đã có đơn vị tên Tổ một" in refused["text"]
        retire = {"change": "retire", "unit": here.unit}
        status, told = await post(client, "/api/board/unit", retire)
        assert status == 409
        assert "còn 2 người có vai trò; còn 2 hồ sơ chưa xong;" in told


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"change": "erase", "unit": 1},
        {"change": [], "unit": 1},
        {"change": "rename", "unit": "1", "name": "x"},
        {"change": "rename", "unit": 1, "name": 5},
        {"change": "rename", "unit": 1, "name": "x" * 1001},
        {"change": "move", "unit": 1, "to": "2"},
        {"change": "add", "unit": 1, "letters": "LS2022"},
        {"change": "add", "unit": 1, "letters": [1]},
        {"change": "add", "unit": 1, "letters": ["x"] * 21},
    ],
)
async def test_what_is_no_change_is_refused(here: Place, body: object) -> None:
    async with as_(ADMINISTRATOR, here) as client:
        assert (await post(client, "/api/board/unit", body))[0] == 400


async def test_another_s_unit_and_another_s_rights_are_refused_and_noted(here: Place) -> None:
    here.settle(" khác")
    theirs = here.unit
    async with as_(ADMINISTRATOR, here) as client:
        body = {"change": "rename", "unit": theirs, "name": "x"}
        assert (await post(client, "/api/board/unit", body))[0] == 404
    async with as_(REVIEWER, here) as client:
        _, _, read = await look(client, "/board/units")
        assert "dành cho người quản trị của đơn vị" in read
    assert rows(here.storage, f"SELECT name FROM units WHERE id = {theirs}") == [("UBND xã khác",)]
    assert len(here.refusals()) == 2


async def test_who_receives_what_is_shown_set_and_ended_on_the_page(here: Place) -> None:
    rule = {"change": "set", "unit": here.unit, "to": 1, "since": "2026-01-05", "kind": "thematic"}
    page = f"/board/units/{here.unit}"
    async with as_(ADMINISTRATOR, here) as client:
        assert "Chưa có quy tắc riêng" in await shown(client, page)
        assert (await post(client, "/api/board/route", {**rule, "basis": "QĐ <5>"}))[0] == 200
        told = await shown(client, page)
        assert "Sở Nội vụ nhận đề nghị khen chuyên đề" in told
        assert "QĐ &lt;5&gt;" in told
        assert "Kết thúc hết hôm nay" in told
        (number,) = rows(here.storage, "SELECT id FROM routes")[0]
        assert (await post(client, "/api/board/route", {"change": "end", "route": number}))[
            0
        ] == 200
        assert "đến hết" in await shown(client, page)
        for wrong in (
            {"since": "x"}, {"since": 5}, {"unit": None}, {"to": "1"}, {"kind": 1},
            {"change": "end"}, {"change": "end", "route": True}, {"change": []},
        ):  # fmt: skip
            assert (await post(client, "/api/board/route", {**rule, **wrong}))[0] == 400, wrong
        status, told = await post(client, "/api/board/route", {**rule, "to": None})
        assert (status, "Nơi tiếp nhận này không có" in told) == (409, True)
        assert (await post(client, "/api/board/route", {"change": "end", "route": 999}))[0] == 404
