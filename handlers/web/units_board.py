"""The board's routes of the tree of units: for the administrators of a unit."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from flows.tree import Change, EditUnit, Unchanged, Units, UnitTree
from handlers.web import session
from handlers.web.board_desk import NUMBER, BoardDesk, html, is_number, read_json
from handlers.web.sse import CHANNEL
from handlers.web.units_page import UnitsPage

LONGEST: Final = 1000
MOST_LETTERS: Final = 20


@dataclass(frozen=True, slots=True)
class UnitRoutes:
    """The tree, one unit of it, and each change."""

    desk: BoardDesk
    units: Units

    def routes(self) -> list[web.AbstractRouteDef]:
        shown = self.desk.shown
        return [
            web.get("/board/units", shown(self.tree)),
            web.get(f"/board/units/{{unit:{NUMBER}}}", shown(self.one)),
            web.post("/api/board/unit", self.desk.done(self.edit)),
        ]

    async def tree(self, request: web.Request) -> web.Response:
        """All that are theirs."""
        found = await self._tree(request)
        if found is None:
            return await self._for_others(request)
        drawn = UnitsPage(self.desk.frame(request), found)
        return html(await asyncio.to_thread(drawn.listed))

    async def one(self, request: web.Request) -> web.Response:
        """What may be changed of one."""
        unit = int(request.match_info["unit"])
        found = await self._tree(request)
        if found is None:
            return await self._for_others(request)
        if unit not in found.nodes:
            return await self.desk.denied(request, "unit", {"unit": unit}, status=404)
        drawn = UnitsPage(self.desk.frame(request), found)
        return html(await asyncio.to_thread(drawn.one, found.nodes[unit]))

    async def _tree(self, request: web.Request) -> UnitTree | None:
        address = session.address_of(request) or ""
        found = await self.desk.asked(self.units.tree, CHANNEL, address)
        return found if isinstance(found, UnitTree) else None

    async def _for_others(self, request: web.Request) -> web.Response:
        why = "board.denied.units"
        return await self.desk.denied(request, "units", {}, why=why)

    async def edit(self, request: web.Request) -> web.Response:
        """A change, or the reason and the field why there is none."""
        desk, address = self.desk, session.address_of(request)
        asked = _edit(read_json(await request.text()))
        if address is None:
            return desk.answer(request, "session", status=401)
        if asked is None:
            return desk.answer(request, "body", status=400)
        found = await desk.asked(self.units.edit, CHANNEL, address, asked=asked)
        if found is None:
            return await desk.act_refused(request, f"unit {asked.change}", {"unit": asked.unit})
        if isinstance(found, Unchanged):
            language = session.language_of(request, desk.languages)
            text = " ".join(desk.words(line, language) for line in found.why)
            told = {"error": "not taken", "text": text, "field": found.field}
            return web.json_response(told, status=409)
        return web.json_response({"done": True, "unit": found})


def _edit(raw: Mapping[str, Any]) -> EditUnit | None:
    """The change asked for; None where anything of it is not as it must be."""
    changes = [one.value for one in Change]
    texts = [raw.get(name, "") for name in ("name", "level")]
    letters, to = raw.get("letters", []), raw.get("to")
    if raw.get("change") not in changes or not is_number(raw.get("unit")):
        return None
    if not all(map(_is_text, texts)) or not (to is None or is_number(to)):
        return None
    if not isinstance(letters, list) or len(letters) > MOST_LETTERS:
        return None
    if not all(map(_is_text, letters)):
        return None
    name, level = texts
    return EditUnit(
        Change(raw["change"]), raw["unit"], to, name=name, level=level, letters=tuple(letters)
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
