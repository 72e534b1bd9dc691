"""A decision's file on the board: taken with its number and day in one request, and handed out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote

from aiohttp import web

from flows.model import Download
from flows.proposals.asked import TakeStep
from flows.proposals.moves import Step, steps_open
from flows.proposals.moving import what_lacks
from flows.reminding import File
from handlers.files import FILES_AN_HOUR, MOST_BYTES, FileRefused, Sources
from handlers.limiter import Limiter
from handlers.web import session
from handlers.web.board_desk import NUMBER, BoardDesk, html, read_json
from handlers.web.proposals_board import ProposalRoutes, read_step
from handlers.web.shelf import Shelf
from handlers.web.sse import CHANNEL
from handlers.web.uploads import NAME_BYTES, PATIENCE_S, STATUS, handed
from rules.message import say

LINE_BYTES: Final = 16 * 1024


class Refused(Exception):  # noqa: N818 - named by what it says
    """The file is not taken: what the page is answered."""

    def __init__(self, answer: web.Response) -> None:
        super().__init__(answer.status)
        self.answer = answer


def _limiter() -> Limiter:
    return Limiter(FILES_AN_HOUR, period_s=3600)


@dataclass(frozen=True, slots=True)
class DecisionRoutes:
    """Nothing is kept of a file before its decision could be recorded; without a shelf none is."""

    proposals: ProposalRoutes
    shelf: Shelf | None
    sources: Sources
    limiter: Limiter = field(default_factory=_limiter)

    @property
    def desk(self) -> BoardDesk:
        return self.proposals.desk

    def routes(self) -> list[web.AbstractRouteDef]:
        path = f"/board/proposals/{{draft:{NUMBER}}}/decision"
        give = web.get(path, self.desk.shown(self.give))
        take = web.post("/api/board/decide", self.desk.done(self.take))
        return [give, take] if self.shelf else [give]

    async def give(self, request: web.Request) -> web.Response:
        """The file of a decision, for whoever may see its proposal."""
        draft, address = int(request.match_info["draft"]), session.address_of(request) or ""
        found = await self.desk.asked(self.proposals.boards.read, CHANNEL, address, draft=draft)
        file = found[1].file if found else None
        if file is None:
            matter = {"draft": draft}
            return await self.desk.denied(request, "decision file", matter, status=404)
        media = file.media or "application/octet-stream"
        answer = await handed(Download(file.name, media, kept=file), self.sources)
        if answer.status == HTTPStatus.OK:
            return answer
        return html(self.desk.frame(request).gone(), status=answer.status)

    async def take(self, request: web.Request) -> web.Response:
        """A line with the number and the day, then the file; what lacks is told first."""
        try:
            address = self._admitted(request)
            asked = await _read_line(request)
            if asked is None:
                return self.desk.answer(request, "body", status=400)
            if await self._is_open(request, address, asked):
                file = await self._kept(request)
                asked = replace(asked, details=replace(asked.details, file=file))
        except Refused as refused:
            return refused.answer
        return await self.proposals.act(request, self.proposals.boards.step, asked)

    def _admitted(self, request: web.Request) -> str:
        """The session. Raises Refused."""
        address = session.address_of(request)
        if address is None:
            raise Refused(self.desk.answer(request, "session", status=401))
        if (request.content_length or 0) > MOST_BYTES + LINE_BYTES:
            raise self._refused(request, "large")
        if self.limiter.is_over(address):
            raise self._refused(request, "often")
        self.limiter.count(address)
        return address

    async def _is_open(self, request: web.Request, address: str, asked: TakeStep) -> bool:
        """Whether the decision can be recorded; the register tells why not. Raises Refused."""
        boards = self.proposals.boards
        found = await self.desk.asked(boards.read, CHANNEL, address, draft=asked.draft)
        if found is None:
            return False
        person, proposal = found
        if asked.version != proposal.version:
            return False
        if Step.DECIDE not in steps_open(proposal.state, proposal.parts_of(person)):
            return False
        today = self.desk.clock.today()
        why_not = what_lacks(proposal, asked.step, asked.details, today=today)
        if why_not is not None:
            raise Refused(self.proposals.not_taken(request, why_not))
        return True

    async def _kept(self, request: web.Request) -> File:
        """The file on the shelf. Raises Refused."""
        name = unquote(request.headers.get("X-File-Name", "")[:NAME_BYTES], errors="replace")
        assert self.shelf is not None
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await self.shelf.put(_rest(request), name)
        except FileRefused as error:
            raise self._refused(request, error.why) from None
        except TimeoutError:
            raise self._refused(request, "failed", status=408) from None

    def _refused(self, request: web.Request, why: str, *, status: int | None = None) -> Refused:
        status = status or STATUS.get(why, HTTPStatus.TOO_MANY_REQUESTS)
        told = say(f"web.file.{why}")
        return Refused(self.desk.told(request, why, told, status=status, field="file"))


async def _read_line(request: web.Request) -> TakeStep | None:
    """What stands before the file; None where it is not as it must be."""
    try:
        line = await request.content.readline()
        said = line.decode() if len(line) <= LINE_BYTES else ""
    except ValueError:
        return None
    asked = read_step(read_json(said))
    return asked if asked is not None and asked.step is Step.DECIDE else None


async def _rest(request: web.Request) -> AsyncIterator[bytes]:
    async for chunk in request.content.iter_any():
        yield chunk
