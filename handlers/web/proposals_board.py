"""The board's routes of proposals: listed, read, and answered by the office's reviewers."""

from __future__ import annotations

import asyncio
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
from flows.proposals.seeking import LONGEST as MOST_SOUGHT
from flows.proposals.waiting import overdue_from
from handlers.web import session
from handlers.web.board_desk import NUMBER, BoardDesk, html, is_number, read_json
from handlers.web.proposals_list import ProposalsList
from handlers.web.proposals_page import ProposalPage
from handlers.web.sse import CHANNEL
from language.fold import clean
from rules.calendar import load_calendar
from rules.case import CaseError
from rules.message import Message
from rules.parameters import ParameterError
from rules.verdict import Assessment

LONGEST: Final = 1000
MOST_FLAGS: Final = 200
FIELDS: Final = {
    "proposal.needs_number": "number",
    "proposal.long_number": "number",
    "proposal.needs_day": "day",
    "proposal.day_ahead": "day",
    "proposal.day_before": "day",
    "proposal.needs_words": "words",
    "proposal.needs_override": "words",
}
"""Where on the page it stands what a refusal is about."""


@dataclass(frozen=True, slots=True)
class ProposalRoutes:
    """The proposals sent to an office."""

    desk: BoardDesk
    boards: ProposalBoards

    def routes(self) -> list[web.AbstractRouteDef]:
        shown, done = self.desk.shown, self.desk.done
        return [
            web.get("/board/proposals", shown(self.listed)),
            web.get(f"/board/proposals/{{draft:{NUMBER}}}", shown(self.one)),
            web.post("/api/board/step", done(self.step)),
            web.post("/api/board/mark", done(self.mark)),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        """The office's proposals, filtered by the address."""
        wanted, late = _wanted(request), overdue_from(self.desk.clock.today(), load_calendar())
        asked = (CHANNEL, session.address_of(request) or "", wanted)
        found = await self.desk.asked(self.boards.listed, *asked, overdue_from=late)
        if found is None:
            return await self.desk.denied(request, "board", {})
        drawn = ProposalsList(self.desk.frame(request), late)
        return html(await asyncio.to_thread(drawn.listed, found, wanted))

    async def one(self, request: web.Request) -> web.Response:
        """One proposal, with the steps there are for who looks."""
        draft = int(request.match_info["draft"])
        address = session.address_of(request) or ""
        found = await self.desk.asked(self.boards.read, CHANNEL, address, draft=draft)
        if found is None:
            matter = {"draft": draft}
            return await self.desk.denied(request, "board proposal", matter, status=404)
        drawn = ProposalPage(self.desk.frame(request), self.desk.registers.zone)
        return html(await asyncio.to_thread(self._draw, drawn, _wanted(request), *found))

    def _draw(self, drawn: ProposalPage, wanted: Wanted, person: Person, proposal: Proposal) -> str:
        return drawn.one(person, proposal, self._assessed(proposal), wanted)

    def _assessed(self, proposal: Proposal) -> Assessment | None:
        try:
            return assessed(proposal, self.desk.clock.today(), load_calendar())
        except (CaseError, ParameterError):
            return None

    async def step(self, request: web.Request) -> web.Response:
        """A step of the reviewer's, on the version they saw."""
        asked = read_step(read_json(await request.text()))
        return await self.act(request, self.boards.step, asked)

    async def mark(self, request: web.Request) -> web.Response:
        """A clause marked."""
        asked = _mark(read_json(await request.text()))
        return await self.act(request, self.boards.mark, asked)

    async def act(
        self, request: web.Request, do: Callable[..., Any], asked: TakeStep | Mark | None
    ) -> web.Response:
        """What is done by whoever may, and what became of it."""
        desk, address = self.desk, session.address_of(request)
        if address is None:
            return desk.answer(request, "session", status=401)
        if asked is None:
            return desk.answer(request, "body", status=400)
        found = await desk.asked(do, CHANNEL, address, asked=asked)
        if found is None:
            return await desk.act_refused(request, type(asked).__name__, {"draft": asked.draft})
        why_not = getattr(found, "why_not", None)
        if why_not is not None:
            return self.not_taken(request, why_not)
        desk.registers.committed()
        return web.json_response({"done": True})

    def not_taken(self, request: web.Request, why: Message) -> web.Response:
        """Why nothing was changed, and the field of the page that it is about."""
        place = FIELDS.get(why.key, "")
        return self.desk.told(request, "not taken", why, status=409, field=place)


def _wanted(request: web.Request) -> Wanted:
    query = request.query
    first = query.get("first", "")
    return Wanted(
        query.get("state", ""),
        query.get("kind", ""),
        overdue=query.get("overdue") == "1",
        first=int(first) if first.isdecimal() and len(first) < 8 else 0,  # noqa: PLR2004
        sought=clean(query.get("q", ""))[:MOST_SOUGHT],
    )


def read_step(raw: Mapping[str, Any]) -> TakeStep | None:
    """The step asked for; None where anything of it is not as it must be."""
    # a list: what was sent need not be hashable
    steps = [step.value for step in REVIEWING]
    texts = [raw.get(name, "") for name in ("words", "number", "day")]
    flags = raw.get("flags", [])
    if raw.get("step") not in steps or not is_number(raw.get("draft")):
        return None
    if not is_number(raw.get("version")) or not all(_is_text(one) for one in texts):
        return None
    if not isinstance(flags, list) or len(flags) > MOST_FLAGS or not all(map(_is_text, flags)):
        return None
    words, number, day = (one.strip() for one in texts)
    try:
        decided = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    details = Details(tuple(map(Flag, flags)), words=words, number=number, day=decided)
    return TakeStep(raw["draft"], Step(raw["step"]), raw["version"], details)


def _mark(raw: Mapping[str, Any]) -> Mark | None:
    clause, mark = raw.get("clause"), raw.get("mark")
    known = isinstance(clause, str) and isinstance(mark, str) and is_mark(clause, mark)
    return (
        Mark(raw["draft"], str(clause), str(mark))
        if known and is_number(raw.get("draft"))
        else None
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
