"""The board's routes of the tree of units: for the administrators of a unit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from aiohttp import web

from flows.tree import Change, EditUnit, SetRoute, Unchanged, Units, UnitTree
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
            web.post("/api/board/route", self.desk.done(self.route)),
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
        address = session.address_of(request) or ""
        rules = await self.desk.asked(self.units.routes, CHANNEL, address, unit=unit)
        drawn = UnitsPage(self.desk.frame(request), found)
        return html(await asyncio.to_thread(drawn.one, found.nodes[unit], rules))

    async def _tree(self, request: web.Request) -> UnitTree | None:
        address = session.address_of(request) or ""
        found = await self.desk.asked(self.units.tree, CHANNEL, address)
        return found if isinstance(found, UnitTree) else None

    async def _for_others(self, request: web.Request) -> web.Response:
        why = "board.denied.units"
        return await self.desk.denied(request, "units", {}, why=why)

    async def edit(self, request: web.Request) -> web.Response:
        """A change, or the reason and the field why there is none."""
        asked = _edit(read_json(await request.text()))
        matter = {"unit": asked.unit} if asked else {}
        return await self._done(request, self.units.edit, matter, asked=asked)

    async def route(self, request: web.Request) -> web.Response:
        """A rule of who receives what, set or ended."""
        raw = read_json(await request.text())
        if raw.get("change") == "end":
            number = raw.get("route") if is_number(raw.get("route")) else None
            return await self._done(request, self.units.end_route, {}, route=number)
        asked = _rule(raw)
        matter = {"unit": asked.unit} if asked else {}
        return await self._done(request, self.units.set_route, matter, asked=asked)

    async def _done(
        self, request: web.Request, do: Callable[..., Any], matter: dict[str, int], **asked: Any
    ) -> web.Response:
        """What is asked for, which has one name."""
        desk, address = self.desk, session.address_of(request)
        if address is None:
            return desk.answer(request, "session", status=401)
        if None in asked.values():
            return desk.answer(request, "body", status=400)
        found = await desk.asked(do, CHANNEL, address, **asked)
        if found is None:
            return await desk.act_refused(request, "unit", matter)
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


def _rule(raw: Mapping[str, Any]) -> SetRoute | None:
    """The rule asked for; None where anything of it is not as it must be."""
    kind, level, basis, since = (raw.get(name, "") for name in ("kind", "level", "basis", "since"))
    unit, office = raw.get("unit"), raw.get("to")
    if raw.get("change") != "set" or not all(map(_is_text, (kind, level, basis, since))):
        return None
    if not is_number(unit) or not (office is None or is_number(office)):
        return None
    try:
        begins = date.fromisoformat(since)
    except ValueError:
        return None
    return SetRoute(int(unit or 0), office, begins, kind, level, basis)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
