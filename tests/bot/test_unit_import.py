"""kipthoi admin unit import: a tree from a spreadsheet, faults by their places, all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands.admin import app
from bot.unit_rows import Reading, read_units
from handlers.sheets import read_sheet
from locales.catalog import text
from storage.register import UnitLine
from storage.session import SqlStorage, open_storage
from tests.databases import HandClock
from tests.handlers.test_sheets import book

HEAD = ["Tên đơn vị", "Cấp", "Đơn vị cấp trên", "Cơ quan tiếp nhận", "Công văn"]
TREE = (
    ["Xã Cao Lâu", "xã", "Huyện Cao Lộc", "Sở Nội vụ", "LS2022, CL2023"],
    ["Huyện Cao Lộc", "huyện", "UBND tỉnh", None, "LS2022,CL2023"],
    ["Phường Tam Thanh", "Phường", "UBND tỉnh", "Sở Nội vụ", "LS2022"],
    ["UBND tỉnh", "tỉnh", None, None, None],
    ["Sở Nội vụ", "Sở", "UBND tỉnh", None, None],
)


RING = [["A", "xã", "B"], ["B", "xã", "C"], ["C", "xã", "A"], ["D", "xã", "A"]]


def of(*rows: list[object], known: tuple[UnitLine, ...] = (), head: list[str] = HEAD) -> Reading:
    return read_units(read_sheet(book(head, *map(list, rows))), known)


def faults(
    *rows: list[object], known: tuple[UnitLine, ...] = (), head: list[str] = HEAD
) -> list[str]:
    found = of(*rows, known=known, head=head)
    assert found.units == ()
    return [text(fault) for fault in found.faults]


def line(number: int, name: str) -> UnitLine:
    return UnitLine(
        number, name, "commune", letters=(), parent=None, office=None, is_demonstration=False
    )


def test_parents_come_first_in_whatever_order_the_rows_stand() -> None:
    found = of(*TREE)
    assert found.faults == []
    names = [one.name for one in found.units]
    assert names.index("UBND tỉnh") < names.index("Huyện Cao Lộc") < names.index("Xã Cao Lâu")
    assert {one.level for one in found.units} == {"commune", "district", "province", "department"}


def test_a_district_need_not_exist() -> None:
    rows = (["Xã Cao Lâu", "commune", "UBND tỉnh"], ["UBND tỉnh", "province"])
    assert [one.parent for one in of(*rows).units] == [None, "ubnd tinh"]


def test_a_parent_may_be_one_that_is_there_already() -> None:
    (made,) = of(["Xã Cao Lâu", "xã", "ubnd TỈNH"], known=(line(7, "UBND tỉnh"),)).units
    assert made.parent == 7


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["", "xã"], ["Xã B", "làng"]], ["Ô A2: tên", "Ô B3: cấp «làng» không có"]),
        ([["Xã B", "xã", None, None, "LS1999"]], ["Ô E2: công văn «LS1999» không có"]),
        ([["Xã B", "xã"], ["xã b", "xã"]], ["2: «Xã B» có hai lần", "3: «xã b» có hai lần"]),
        ([["Xã B", "xã", "Xã B"]], ["Dòng 2: đơn vị không thể là cấp trên của chính mình"]),
        ([["Xã B", "xã", None, "Xã B"]], ["Dòng 2: đơn vị không thể nộp cho chính mình"]),
        ([["Xã B", "xã", "Huyện X"]], ["Dòng 2: không có đơn vị cấp trên «Huyện X»"]),
        ([["Xã B", "xã", None, "Sở X"]], ["Dòng 2: không có cơ quan tiếp nhận «Sở X»"]),
        ([["Xã B", "=A1"]], ["Ô B2: công thức"]),
        (RING, ["Các dòng 2, 3, 4: cấp trên vòng"]),
        ([], ["không có dòng nào"]),
    ],
)  # fmt: skip
def test_every_fault_is_told_by_its_place(rows: list[list[object]], told: list[str]) -> None:
    found = faults(*rows)
    for words in told:
        assert any(words in one for one in found), found


def test_a_name_that_is_there_or_there_twice_is_no_new_unit_and_no_parent() -> None:
    known = (line(7, "Xã B"), line(8, "Xã C"), line(9, "Xã C"))
    assert "Dòng 2: đã có đơn vị «Xã B»." in faults(["Xã B", "xã"], known=known)
    assert "nhiều đơn vị tên «Xã C»" in faults(["Xã D", "xã", "Xã C"], known=known)[0]


def test_wrong_columns_are_named() -> None:
    found = read_units(read_sheet(book(["Họ tên", "Ngày sinh"], ["A", "1"])), ())
    assert "Dòng đầu thiếu cột: Tên đơn vị, Cấp" in text(found.faults[0])


@pytest.fixture
def storage(sqlite_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> SqlStorage:
    monkeypatch.setitem(os.environ, "DATABASE_URL", sqlite_url)
    return open_storage(sqlite_url, clock)


def admin(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.output + str(done.exception or "")


def test_the_tree_is_written_once_and_a_dry_run_writes_nothing(
    storage: SqlStorage, tmp_path: Path
) -> None:
    file = tmp_path / "don-vi.xlsx"
    file.write_bytes(book(HEAD, *TREE))
    assert admin("unit", "import", str(file), "--dry-run")[0] == 0
    assert storage.people.units() == ()

    assert admin("unit", "import", str(file)) == (0, "Đã thêm 5 đơn vị.\n")

    found = {one.name: one for one in storage.people.units()}
    assert found["Xã Cao Lâu"].parent == found["Huyện Cao Lộc"].id
    assert found["Xã Cao Lâu"].office == found["Sở Nội vụ"].id
    assert found["Xã Cao Lâu"].letters == ("CL2023", "LS2022")
    assert found["Huyện Cao Lộc"].parent == found["UBND tỉnh"].id
    code, told = admin("unit", "import", str(file))
    assert code != 0
    assert "Không ghi gì: 5 lỗi." in told
    assert len(storage.people.units()) == 5


def test_five_thousand_rows_with_one_fault_write_nothing_and_without_it_all(
    storage: SqlStorage, tmp_path: Path
) -> None:
    rows = ["Tên đơn vị,Cấp,Cấp trên", "Tỉnh,tỉnh,", *(f"Xã {n},xã,Tỉnh" for n in range(4998))]
    file = tmp_path / "don-vi.csv"
    file.write_text("\n".join([*rows, "Xã cuối,làng,Tỉnh"]))
    assert "B5001" in admin("unit", "import", str(file))[1]
    assert storage.people.units() == ()

    file.write_text("\n".join([*rows, "Xã cuối,xã,Tỉnh"]))
    assert admin("unit", "import", str(file)) == (0, "Đã thêm 5000 đơn vị.\n")
    assert len(storage.people.units()) == 5000


def test_many_faults_are_not_all_told(storage: SqlStorage, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.csv"
    file.write_text("Tên,Cấp\n" + "X,làng\n" * 80)
    told = admin("unit", "import", str(file))[1]
    assert "Còn 30 lỗi nữa." in told


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    assert "Không đọc được tệp" in admin("unit", "import", str(tmp_path / "no.xlsx"))[1]
