"""A workbook of tables and charts, in which whatever somebody wrote is text and no formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

WIDEST: Final = 60
MOST_SIGNS: Final = 32_000
_FORMULA: Final = ("=", "+", "-", "@")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")

Value = str | int | float | date | None


class Share(float):
    """A part of one, shown as a percentage."""


class Book:
    """Sheets in the order in which they are added, each written at once: that is twice as fast."""

    def __init__(self) -> None:
        self._book = Workbook(write_only=True)

    def add(
        self,
        title: str,
        head: Sequence[str],
        rows: Iterable[Sequence[Value]],
        *,
        chart: tuple[str, int, int] | None = None,
    ) -> None:
        """A table with its head in bold, kept in sight, and a filter on each column.

        `chart`: its title, the column that it shows, and how many rows, named by the first column.
        """
        table = list(rows)
        sheet = self._book.create_sheet(_NOT_IN_TITLES.sub(" ", title)[:31])
        for place, name in enumerate(head):
            widths = (len(str(row[place])) for row in table if row[place] is not None)
            width = min(max((len(name), *widths)) + 2, WIDEST)
            sheet.column_dimensions[get_column_letter(place + 1)].width = width
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{len(table) + 1}"
        names = [_text(sheet, name) for name in head]
        for cell in names:
            cell.font = Font(bold=True)
        sheet.append(names)
        for row in table:
            sheet.append([_cell(sheet, value) for value in row])
        if chart is not None:
            named, column, count = chart
            sheet.add_chart(_bars(sheet, named, column=column, rows=count), f"A{len(table) + 4}")

    def content(self) -> bytes:
        kept = BytesIO()
        self._book.save(kept)
        return kept.getvalue()


def _bars(sheet: Any, title: str, *, column: int, rows: int) -> BarChart:
    chart = BarChart()
    chart.title, chart.legend, chart.type = title, None, "bar"
    chart.x_axis.delete = chart.y_axis.delete = False  # else newer Excel shows no axis
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.number_format, chart.y_axis.majorGridlines = "0%", None
    chart.add_data(Reference(sheet, min_col=column, min_row=2, max_row=rows + 1))
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=rows + 1))
    chart.height, chart.width = max(6, 1 + rows * 0.7), 18
    return chart


def _cell(sheet: Any, value: Value) -> Any:
    if isinstance(value, str):
        return _text(sheet, value)
    if isinstance(value, Share):
        cell = WriteOnlyCell(sheet, value=float(value))
        cell.number_format = "0.0%"
        return cell
    return value


def _text(sheet: Any, value: str) -> Any:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:MOST_SIGNS])
    cell.data_type = "s"  # a text that begins with = would be taken for a formula
    if value.lstrip().startswith(_FORMULA):
        cell.quotePrefix = True
    return cell
