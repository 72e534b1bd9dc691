"""A spreadsheet among the files of a message, read before its turn; shared by the channels."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Final

from flows.model import Incoming
from flows.reminding import File
from flows.table import Table
from handlers.files import Fetch, FileGone
from handlers.sheets import MOST_BYTES, SheetRefused, read_sheet
from rules.message import say

log = logging.getLogger(__name__)
PATIENCE_S: Final = 30.0
ENDINGS: Final = (".xlsx", ".csv")


async def with_table(incoming: Incoming, fetch: Fetch | None) -> Incoming:
    """The same with the first spreadsheet's rows, or why they are not read; never raises."""
    file = next((one for one in incoming.files if one.name.lower().endswith(ENDINGS)), None)
    if file is None or fetch is None:
        return incoming
    return replace(incoming, table=await _read(file, fetch))


async def _read(file: File, fetch: Fetch) -> Table:
    if (file.size or 0) > MOST_BYTES:
        return Table(refused=say("sheet.large", most=MOST_BYTES // 1024 // 1024))
    try:
        async with asyncio.timeout(PATIENCE_S):
            content = await fetch(file)
        return await asyncio.to_thread(read_sheet, content)
    except SheetRefused as refused:
        return Table(refused=refused.message)
    except (FileGone, TimeoutError):
        log.warning("a spreadsheet could not be fetched")
        return Table(refused=say("sheet.gone"))
