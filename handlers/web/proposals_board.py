"""The board's routes of proposals: listed, read, and answered by the office's reviewers."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from aiohttp import web

from flows.model import Person
from flows.proposals.asked import Mark, TakeStep
from flows.proposals.board import ProposalBoards, Wanted
from flows.proposals.course import Flag
from flows.proposals.matter import Details, Proposal
from flows.proposals.moves import REVIEWING, Step
from flows.proposals.reviewing import assessed, is_mark
from flows.proposals.waiting import overdue_from
from handlers.web import session
from handlers.web.board_page import BoardPage
from handlers.web.ports import Clock, Registers, Words
from handlers.web.proposals_page import ProposalsPage
from handlers.web.refusing import refused
from handlers.web.sse import CHANNEL
from rules.calendar import load_calendar
from rules.case import CaseError
from rules.parameters import ParameterError
from rules.verdict import Assessment

log = logging.getLogger(__name__)
NUMBER: Final = "\\d{1,18}"
LONGEST: Final = 1000
MOST_FLAGS: Final = 200


@dataclass(frozen=True, slots=True)
class ProposalRoutes:
    """Denied is the default: storage says who may see and do what, for each request anew."""

    boards: ProposalBoards
    registers: Registers
    clock: Clock
    words: Words
    languages: tuple[str, ...]

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/board/proposals", self.listed),
            web.get(f"/board/proposals/{{draft:{NUMBER}}}", self.one),
            web.post("/api/board/step", self.step),
            web.post("/api/board/mark", self.mark),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        """The office's proposals, filtered by the address."""
        wanted, drawn = _wanted(request), self._drawn(request)
        asked = (CHANNEL, session.address_of(request) or "", wanted)
        found = await self._asked(self.boards.listed, *asked, overdue_from=drawn.overdue_from)
        if isinstance(found, web.Response):
            return found
        if found is None:
            return await self._denied(request, "board", {})
        return _page(await asyncio.to_thread(drawn.listed, found, wanted))

    async def one(self, request: web.Request) -> web.Response:
        """One proposal, with the steps there are for who looks."""
        draft = int(request.match_info["draft"])
        address = session.address_of(request) or ""
        found = await self._asked(self.boards.read, CHANNEL, address, draft=draft)
        if isinstance(found, web.Response):
            return found
        if found is None:
            return await self._denied(request, "board proposal", {"draft": draft}, status=404)
        return _page(await asyncio.to_thread(self._draw, self._drawn(request), *found))

    def _draw(self, drawn: ProposalsPage, person: Person, proposal: Proposal) -> str:
        return drawn.one(person, proposal, self._assessed(proposal))

    def _assessed(self, proposal: Proposal) -> Assessment | None:
        try:
            return assessed(proposal, self.clock.today(), load_calendar())
        except (CaseError, ParameterError):
            return None

    async def step(self, request: web.Request) -> web.Response:
        """A step of the reviewer's, on the version they saw."""
        asked = _step(_json(await request.text()))
        return await self._done(request, self.boards.step, asked)

    async def mark(self, request: web.Request) -> web.Response:
        """A clause marked."""
        asked = _mark(_json(await request.text()))
        return await self._done(request, self.boards.mark, asked)

    async def _done(
        self, request: web.Request, do: Callable[..., Any], asked: TakeStep | Mark | None
    ) -> web.Response:
        address = session.address_of(request)
        if address is None or asked is None:
            return _refused("body" if address else "session", 400 if address else 401)
        found = await self._asked(do, CHANNEL, address, asked=asked)
        if isinstance(found, web.Response):
            return found
        if found is None:
            name, matter = type(asked).__name__, {"draft": asked.draft}
            await refused(self.registers.refusals, address, asked=name, matter=matter)
            return _refused("no such proposal", 404)
        why_not = getattr(found, "why_not", None)
        if why_not is not None:
            text = self.words(why_not, session.language_of(request, self.languages))
            return web.json_response({"error": "not taken", "text": text}, status=409)
        self.registers.committed()
        return web.json_response({"done": True})

    async def _asked(self, ask: Callable[..., Any], *args: Any, **named: Any) -> Any:
        """The register's answer, or a page that says that there is none now."""
        try:
            return await asyncio.to_thread(ask, *args, **named)
        except Exception as error:  # noqa: BLE001 - whatever the database says
            log.warning("proposals could not be read: %s", type(error).__name__)
            return _refused("not now", 503)

    async def _denied(
        self, request: web.Request, asked: str, matter: Mapping[str, int], *, status: int = 403
    ) -> web.Response:
        address = session.address_of(request)
        await refused(self.registers.refusals, address, asked=asked, matter=matter)
        return _page(self._drawn(request).frame.denied(), status=status)

    def _drawn(self, request: web.Request) -> ProposalsPage:
        zone, today = self.registers.zone, self.clock.today()
        language = session.language_of(request, self.languages)
        now = self.clock.now()
        frame = BoardPage(self.words, language, today=today, now=now, zone=zone)
        return ProposalsPage(frame, overdue_from(today, load_calendar()), zone)


def _wanted(request: web.Request) -> Wanted:
    query = request.query
    first = query.get("first", "")
    return Wanted(
        query.get("state", ""),
        query.get("kind", ""),
        overdue=query.get("overdue") == "1",
        first=int(first) if first.isdecimal() and len(first) < 8 else 0,  # noqa: PLR2004
    )


def _json(body: str) -> Mapping[str, Any]:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _step(raw: Mapping[str, Any]) -> TakeStep | None:
    """The step asked for; None where anything of it is not as it must be."""
    # a list: what was sent need not be hashable
    steps = [step.value for step in REVIEWING]
    texts = [raw.get(name, "") for name in ("words", "number", "day")]
    flags = raw.get("flags", [])
    if raw.get("step") not in steps or not _is_number(raw.get("draft")):
        return None
    if not _is_number(raw.get("version")) or not all(_is_text(one) for one in texts):
        return None
    if not isinstance(flags, list) or len(flags) > MOST_FLAGS or not all(map(_is_text, flags)):
        return None
    words, number, day = (one.strip() for one in texts)
    try:
        decided = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    details = Details(tuple(map(Flag, flags)), words=words, number=number[:60], day=decided)
    return TakeStep(raw["draft"], Step(raw["step"]), raw["version"], details)


def _mark(raw: Mapping[str, Any]) -> Mark | None:
    clause, mark = raw.get("clause"), raw.get("mark")
    known = isinstance(clause, str) and isinstance(mark, str) and is_mark(clause, mark)
    return (
        Mark(raw["draft"], str(clause), str(mark))
        if known and _is_number(raw.get("draft"))
        else None
    )


def _is_number(value: object) -> bool:
    return type(value) is int and 0 < value < 2**62


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _page(text: str, *, status: int = 200) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error}, status=status)
