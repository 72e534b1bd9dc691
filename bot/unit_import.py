"""kipthoi admin unit import: the tree of units from a spreadsheet, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import Refused
from bot.register import open_people, tell
from locales.catalog import text
from rules.message import Message, say

MOST_TOLD = 50


def import_units(
    path: Annotated[Path, typer.Argument(help=text(say("sheet.help.path")), metavar="FILE")],
    *,
    dry_run: Annotated[bool, typer.Option(help=text(say("sheet.help.dry_run")))] = False,
) -> None:
    # a spreadsheet's library is imported when one is read, not when help is
    from bot.unit_rows import read_units  # noqa: PLC0415
    from handlers.sheets import SheetRefused, read_sheet  # noqa: PLC0415

    try:
        sheet = read_sheet(_content(path))
    except SheetRefused as refused:
        raise Refused(text(refused.message)) from None
    with open_people() as people:
        found = read_units(sheet, people.units())
        if found.faults:
            raise Refused("\n".join(map(text, _told(found.faults))))
        if not dry_run:
            people.add_units(found.units)
    tell(say("sheet.unit.would" if dry_run else "sheet.unit.made", count=len(found.units)))


def _content(path: Path) -> bytes:
    from handlers.sheets import MOST_BYTES  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        raise Refused(text(say("sheet.unreadable", path=str(path)))) from None


def _told(faults: list[Message]) -> list[Message]:
    """The first of many, and how many more there are."""
    left = len(faults) - MOST_TOLD
    more = [say("sheet.more", count=left)] if left > 0 else []
    return [say("sheet.nothing_written", count=len(faults)), *faults[:MOST_TOLD], *more]
