"""kipthoi admin route: rules set, listed, ended at the machine, and in the units' spreadsheet."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from bot.route_cells import RouteCell, read_routes
from storage.session import SqlStorage, open_storage
from tests.bot.test_unit_import import HEAD, TREE, admin, faults
from tests.databases import HandClock
from tests.handlers.test_sheets import book

PROVINCE = RouteCell("surprise", "province", "Sở Nội vụ", date(2026, 1, 1))


@pytest.fixture
def storage(sqlite_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> SqlStorage:
    monkeypatch.setitem(os.environ, "DATABASE_URL", sqlite_url)
    found = open_storage(sqlite_url, clock)
    for name, level in (("Sở Nội vụ", "department"), ("Huyện", "district"), ("Xã", "commune")):
        assert admin("unit", "add", name, "--level", level)[0] == 0
    return found


def test_a_rule_is_set_listed_with_what_it_comes_to_and_ended(storage: SqlStorage) -> None:
    since = ("--from", "01/01/2026")
    told = admin("route", "add", "3", "2", *since, "--basis", "QĐ  7")[1]
    assert "Đã khai: 1. Huyện nhận mọi đề nghị khen thưởng, mọi cấp quyết định của Xã" in told
    assert "đang áp dụng (QĐ 7)" in told
    wanted = ("--kind", "surprise", "--level", "province")
    assert admin("route", "add", "3", "1", *since, *wanted)[0] == 0
    listed = admin("route", "list", "--unit", "3")[1]
    assert "Hôm nay đề nghị khen đột xuất, cấp tỉnh: Sở Nội vụ" in listed
    assert "Hôm nay đề nghị khen chuyên đề, cấp tỉnh: Huyện" in listed
    assert "đến hết thứ Sáu 30/01/2026" in admin("route", "end", "1", "--on", "30/1/2026")[1]
    listed = admin("route", "list", "--unit", "3")[1]
    assert "Hôm nay đề nghị khen chuyên đề, cấp tỉnh: không có" in listed
    assert len(admin("route", "list")[1].splitlines()) == 2


def test_without_days_a_rule_begins_and_ends_today(storage: SqlStorage) -> None:
    assert "Chưa có phân công nào" in admin("route", "list")[1]
    admin("route", "add", "3", "1")
    admin("route", "end", "1")
    (rule,) = storage.routes.listed()
    assert rule.since == rule.until


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "3", "1", "--kind", "revocation"), "revocation"),
        (("add", "3", "1", "--level", "unit"), "unit"),
        (("add", "3", "9"), "Không có đơn vị số 9"),
        (("add", "3", "1", "--from", "31/02/2026"), "31/02/2026"),
        (("end", "4"), "Không có phân công số 4"),
        (("end", "1", "--on", "01/01/2025"), "không thể hết hiệu lực"),
        (("list", "--unit", "9"), "Không có đơn vị số 9"),
    ],
)
def test_what_cannot_be_set_is_said_and_changes_nothing(
    storage: SqlStorage, words: tuple[str, ...], told: str
) -> None:
    admin("route", "add", "2", "1", "--from", "01/01/2026")
    before = storage.routes.listed()
    code, said = admin("route", *words)
    assert code != 0
    assert told in said
    assert storage.routes.listed() == before


@pytest.mark.parametrize(
    ("cell", "rules"),
    [
        ("Đột xuất, cấp tỉnh: Sở Nội vụ từ 01/01/2026", (PROVINCE,)),
        ("khen đột xuất tỉnh : Sở Nội vụ từ ngày 1/1/2026;", (PROVINCE,)),
        ("chuyên đề: Huyện", (RouteCell("thematic", "", "Huyện"),)),
        ("cấp xã: Phòng A", (RouteCell("", "commune", "Phòng A"),)),
        ("tất cả: A; đột xuất: B", (RouteCell("", "", "A"), RouteCell("surprise", "", "B"))),
        ("", ()),
        ("Sở Nội vụ", "Sở Nội vụ"),
        (": Sở Nội vụ", ": Sở Nội vụ"),
        ("đột xuất:", "đột xuất:"),
        ("thường xuyên: Sở", "thường xuyên: Sở"),
        ("đột xuất: A từ 31/02/2026", "đột xuất: A từ 31/02/2026"),
    ],
)
def test_a_cell_is_read_whole_or_told(cell: str, rules: tuple[RouteCell, ...] | str) -> None:
    assert read_routes(cell) == rules


def test_the_spreadsheet_brings_rules_with_its_units(storage: SqlStorage, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.xlsx"
    head = [*HEAD, "Phân công tiếp nhận"]
    rows = [["Tỉnh", "tỉnh", None, None, None, "cấp tỉnh: Tỉnh; đột xuất: Phòng từ 2/1/2026"]]
    rows += [["Phòng", "sở", "Tỉnh"], ["Xã A", "xã", "Tỉnh"]]
    file.write_bytes(book(head, *rows))
    assert admin("unit", "import", str(file), "--dry-run")[0] == 0
    assert storage.routes.listed() == ()
    assert admin("unit", "import", str(file))[0] == 0
    found = [
        (one.unit_name, one.office_name, one.kind, one.level) for one in storage.routes.listed()
    ]
    assert found == [("Tỉnh", "Phòng", "surprise", ""), ("Tỉnh", "Tỉnh", "", "province")]
    named, unnamed = (one.since for one in storage.routes.listed())
    assert named == date(2026, 1, 2) < unnamed


def test_a_fault_of_a_rule_is_told_by_its_place() -> None:
    tree = [[*row, *[None] * (5 - len(row)), None] for row in TREE]
    tree[0][5] = "thường xuyên: Sở Nội vụ"
    assert (
        "Ô F2: không hiểu phân công «thường xuyên: Sở Nội vụ»"
        in faults(*tree, head=[*HEAD, "Phân công tiếp nhận"])[0]
    )
    tree[0][5] = "đột xuất: Sở X"
    (fault,) = faults(*tree, head=[*HEAD, "Phân công tiếp nhận"])
    assert "Dòng 2: không có cơ quan tiếp nhận «Sở X»" in fault
