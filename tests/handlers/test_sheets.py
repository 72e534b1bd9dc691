"""Spreadsheets as text: by content, within bounds, never a formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from flows.table import Row, cell_name
from handlers.sheets import MOST_BYTES, MOST_ROWS, SheetRefused, read_sheet
from tests.documents.damage import badly_packed, of_later_version


def book(*rows: list[Any]) -> bytes:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def why(content: bytes) -> str:
    with pytest.raises(SheetRefused) as refused:
        read_sheet(content)
    return refused.value.message.key


def packed(*names: str, size: int = 1) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as into:
        for name in names:
            into.writestr(name, b"\0" * size)
    return whole.getvalue()


def test_cells_are_text_as_a_reader_sees_them() -> None:
    day = date(2026, 11, 12)
    found = read_sheet(book(["Tên", "Số"], [], [" Nông  Văn A ", 12.0, 0.5, day, True, None]))
    assert found.rows == (
        Row(1, ("Tên", "Số")),
        Row(3, ("Nông Văn A", "12", "0.5", "12/11/2026", "True")),
    )
    assert found.faults == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_by_its_separator(separator: str, encoding: str) -> None:
    text = f'Tên{separator}Cấp\r\n"Xã (A{separator}B)"{separator}xã\r\n'
    found = read_sheet(text.encode(encoding))
    quoted = " ".join(f"Xã (A{separator}B)".split())
    assert [row.cells for row in found.rows] == [("Tên", "Cấp"), (quoted, "xã")]


FORMULAS = ["=1+1", '=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-1+1"]


@pytest.mark.parametrize(
    "formula", ["=1+1", '=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "@SUM(A1)", "-1+1"]
)
def test_a_formula_is_named_by_its_cell_whether_typed_or_worked_out(formula: str) -> None:
    for content in (book(["Tên"], ["A", formula]), f"Tên;x\nA;{formula}\n".encode()):
        ((_, fault),) = read_sheet(content).faults
        assert (fault.key, fault.values["place"]) == ("sheet.formula", "B2")


def test_a_number_below_nothing_is_no_formula() -> None:
    assert read_sheet(b"A;B\n-1.5;+3\n").faults == ()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "sheet.empty"),
        (b" \n \n", "sheet.empty"),
        (b";;\n;;\n", "sheet.empty"),
        (b"\xff" * 40, "sheet.letters"),
        ("Tên,Cấp".encode("cp1258", "replace") + b"\xe3", "sheet.letters"),
        (b"MZ\x90\x00\x03" + b"\0" * 50, "sheet.kind"),
        (b"%PDF-1.7\n\0\0", "sheet.kind"),
        (b"PK\x03\x04" + b"x" * 50, "sheet.broken"),
        (packed("word/document.xml"), "sheet.kind"),
        (packed("xl/workbook.xml", "xl/vbaProject.bin"), "sheet.kind"),
        (packed("xl/workbook.xml"), "sheet.broken"),
        (packed("xl/workbook.xml", "xl/a.xml", size=40_000_000), "sheet.bomb"),
        (b"x" * (MOST_BYTES + 1), "sheet.large"),
        (b"A\n" * (MOST_ROWS + 2), "sheet.long"),
        (book(["A"])[:-60], "sheet.broken"),
        (badly_packed("xl/workbook.xml"), "sheet.broken"),
        (of_later_version(book(["A"])), "sheet.broken"),
    ],
)
def test_what_is_no_spreadsheet_of_ours_is_refused(content: bytes, key: str) -> None:
    assert why(content) == key


def test_as_many_rows_as_are_taken_are_taken() -> None:
    assert len(read_sheet(b"A\n" * (MOST_ROWS + 1)).rows) == MOST_ROWS + 1


def test_a_cell_without_end_is_a_fault() -> None:
    ((_, fault),) = read_sheet(f"Tên\n{'x' * 3000}\n".encode()).faults
    assert fault.key == "sheet.long_cell"


CELLS = [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")]


@pytest.mark.parametrize(("column", "name"), CELLS)
def test_a_cell_is_named_as_spreadsheets_do(column: int, name: str) -> None:
    assert cell_name(1, column) == name


def with_rows(rows: bytes) -> bytes:
    """A workbook whose sheet ends with these rows, as a hand could write them."""
    made = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(book(["Tên"])))
    with source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name in source.namelist():
            part = source.read(name)
            into.writestr(name, part.replace(b"</sheetData>", rows + b"</sheetData>"))
    return made.getvalue()


def test_rows_that_are_not_there_are_not_walked_through() -> None:
    cell = b'<c r="A%d" t="inlineStr"><is><t>x</t></is></c>'
    far = b'<row r="%d">' + cell + b"</row>"
    assert why(with_rows(far % (2_000_000_000, 2_000_000_000))) == "sheet.long"
    assert why(with_rows(b"<row/>" * 1_000_000)) == "sheet.long"
    assert len(read_sheet(with_rows(far % (40_000, 40_000))).rows) == 2, "far, and not too far"


def test_a_row_of_millions_of_cells_is_refused_before_it_is_read() -> None:
    content = with_rows(b"<row>" + b"<c/>" * 2_000_000 + b"</row>")
    assert len(content) < 50_000
    assert why(content) == "sheet.bomb"
