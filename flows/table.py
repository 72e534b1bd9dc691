"""A spreadsheet that came with a message: its rows as plain text, and what of it is not taken."""

from __future__ import annotations

from dataclasses import dataclass

from rules.message import Message


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds anything, by its number in the file (from 1), and its cells as text."""

    number: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """The cell of a column from 0; empty where the row ends before."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The first sheet of a file; `faults` are cells that are not taken, each with its row.

    `refused` says why nothing of the file is read.
    """

    rows: tuple[Row, ...] = ()
    faults: tuple[tuple[int, Message], ...] = ()
    refused: Message | None = None


def cell_name(row: int, column: int) -> str:
    """`B7`, as a spreadsheet names a cell; `column` from 0."""
    letters = ""
    left = column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
