"""Spreadsheets as rows of plain text: .xlsx and .csv, within bounds, formulas refused by place."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

from flows.broken import BROKEN_ZIP
from flows.table import Row, Table, cell_name
from rules.message import Message, say

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_UNPACKED: Final = 60 * 1024 * 1024
MOST_PARTS: Final = 2000
MOST_TAGS: Final = 1_500_000
"""The largest list has 900 000; each is some hundred bytes once it is read."""
MOST_ROWS: Final = 5000
MOST_LINES: Final = 50_000
"""With the empty ones: a single cell may stand millions of rows further down."""
MOST_COLUMNS: Final = 30
LONGEST_CELL: Final = 2000
SEPARATORS: Final = ",;\t"
_ZIP: Final = b"PK\x03\x04"
_FORMULA: Final = ("=", "+", "-", "@")
CHUNK: Final = 1 << 20


class SheetRefused(Exception):  # noqa: N818 - a state of affairs, told to whoever sent it
    """The file is no spreadsheet that is read; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def read_sheet(content: bytes) -> Table:
    """The first sheet of a file, known by its content. Raises SheetRefused."""
    if len(content) > MOST_BYTES:
        raise SheetRefused(say("sheet.large", most=MOST_BYTES // 1024 // 1024))
    if not content.strip():
        raise SheetRefused(say("sheet.empty"))
    read = _of_workbook(content) if content.startswith(_ZIP) else _of_text(content)
    rows: list[Row] = []
    faults: list[tuple[int, Message]] = []
    for number, values in enumerate(read, start=1):
        if number > MOST_LINES:
            raise SheetRefused(say("sheet.long", most=MOST_ROWS))
        cells = _cells_of(values)
        if not cells:
            continue
        if len(rows) > MOST_ROWS:
            raise SheetRefused(say("sheet.long", most=MOST_ROWS))
        rows.append(Row(number, cells))
        faults += ((number, fault) for fault in _faults(number, cells))
    if not rows:
        raise SheetRefused(say("sheet.empty"))
    return Table(tuple(rows), tuple(faults))


def _cells_of(values: Sequence[Any]) -> tuple[str, ...]:
    """As text, without what is empty at the end."""
    cells = [_text_of(value) for value in values[:MOST_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _faults(number: int, cells: tuple[str, ...]) -> Iterator[Message]:
    for column, cell in enumerate(cells):
        if cell.startswith(_FORMULA) and not _is_number(cell):
            yield say("sheet.formula", place=cell_name(number, column))
        elif len(cell) > LONGEST_CELL:
            yield say("sheet.long_cell", place=cell_name(number, column), most=LONGEST_CELL)


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isdecimal() and cell[0] in "+-"


def _text_of(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _of_workbook(content: bytes) -> Iterator[tuple[Any, ...]]:
    # heavy, and rarely needed: a start does not wait for it
    from openpyxl import load_workbook  # noqa: PLC0415

    _bounded(content)
    try:
        # formulas as they are written, never the value that was last worked out
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    except SheetRefused:
        raise
    except Exception as error:
        # whatever openpyxl meets in a broken file, the file is refused and nothing else
        raise SheetRefused(say("sheet.broken")) from error


def _bounded(content: bytes) -> None:
    """What it would unpack to, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except BROKEN_ZIP as error:
        raise SheetRefused(say("sheet.broken")) from error
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names or any("vbaProject" in name for name in names):
        raise SheetRefused(say("sheet.kind"))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetRefused(say("sheet.bomb"))
    try:
        tags = sum(_tags(content))
    except BROKEN_ZIP as error:
        raise SheetRefused(say("sheet.broken")) from error
    if tags > MOST_TAGS:
        raise SheetRefused(say("sheet.bomb"))


def _tags(content: bytes) -> Iterator[int]:
    """How many begin in each piece: a row of millions of cells is a few kilobytes, packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for part in packed.infolist():
            with packed.open(part) as file:
                while piece := file.read(CHUNK):
                    yield piece.count(b"<")


def _of_text(content: bytes) -> Iterator[tuple[str, ...]]:
    text = _decoded(content)
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield tuple(cells)
    except csv.Error as error:
        raise SheetRefused(say("sheet.broken")) from error


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in content:
        raise SheetRefused(say("sheet.kind"))
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SheetRefused(say("sheet.letters")) from error
    if any(not sign.isprintable() and not sign.isspace() for sign in text[:4000]):
        raise SheetRefused(say("sheet.kind"))
    return text
