"""The board's route of statistics: an office's proposals of a period, of all units or of one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import Final

from aiohttp import web

from flows.figures import FigureBoards
from handlers.web import session
from handlers.web.board_desk import BoardDesk, html
from handlers.web.figures_page import Asked, FiguresPage
from handlers.web.sse import CHANNEL

MOST_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class FigureRoutes:
    """What was sent to an office, and by it and those below it."""

    desk: BoardDesk
    boards: FigureBoards

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/board/statistics", self.desk.shown(self.page))]

    async def page(self, request: web.Request) -> web.Response:
        """The figures; of a period that is none, those of this year, and why."""
        asked = _asked(request, self.desk.clock.today())
        address = session.address_of(request) or ""
        period = {"first": asked.first, "last": asked.last}
        found = await self.desk.asked(self.boards.sent, CHANNEL, address, **period)
        if found is None:
            return await self.desk.denied(request, "statistics", {})
        drawn = FiguresPage(self.desk.frame(request), asked)
        return html(await asyncio.to_thread(drawn.page, *found))


def _asked(request: web.Request, today: date) -> Asked:
    query = request.query
    unit = query.get("unit", "")
    known = unit.isascii() and unit.isdecimal() and len(unit) <= MOST_DIGITS
    chosen = int(unit) if known else None
    first, last = _day(query.get("from", "")), _day(query.get("to", ""))
    wrong = any(query.get(name) and day is None for name, day in (("from", first), ("to", last)))
    ends = last or today
    begins = first or ends.replace(month=1, day=1)
    if wrong or begins > ends:
        return Asked(today.replace(month=1, day=1), today, chosen, wrong=True)
    return Asked(begins, ends, chosen)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
