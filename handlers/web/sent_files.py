"""The board's way to what was sent: a dossier's papers in one file, and each file attached."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from flows.model import Download, Person
from flows.proposals.matter import Proposal
from handlers.files import Sources
from handlers.web import session
from handlers.web.board_desk import NUMBER, html
from handlers.web.proposals_board import ProposalRoutes
from handlers.web.proposals_page import attached_to, papers_of
from handlers.web.sse import CHANNEL
from handlers.web.uploads import handed


@dataclass(frozen=True, slots=True)
class SentFileRoutes:
    """For whoever may see the proposal on the board; the papers are made when they are fetched."""

    proposals: ProposalRoutes
    sources: Sources

    def routes(self) -> list[web.AbstractRouteDef]:
        one, shown = f"/board/proposals/{{draft:{NUMBER}}}", self.proposals.desk.shown
        return [
            web.get(f"{one}/papers", shown(self.papers)),
            web.get(f"{one}/files/{{file:{NUMBER}}}", shown(self.file)),
        ]

    async def papers(self, request: web.Request) -> web.Response:
        """The ZIP of its papers, with what is attached."""
        found = await self._read(request)
        return await self._given(request, papers_of(found[1], found[0]) if found else None)

    async def file(self, request: web.Request) -> web.Response:
        """One file attached to it, by its place among them."""
        found, place = await self._read(request), int(request.match_info["file"])
        files = attached_to(found[1]) if found else []
        if place >= len(files):
            return await self._given(request, None)
        _, file = files[place]
        media = file.media or "application/octet-stream"
        return await self._given(request, Download(file.name, media, kept=file))

    async def _read(self, request: web.Request) -> tuple[Person, Proposal] | None:
        draft, address = int(request.match_info["draft"]), session.address_of(request) or ""
        read = self.proposals.boards.read
        found: tuple[Person, Proposal] | None = await self.proposals.desk.asked(
            read, CHANNEL, address, draft=draft
        )
        return found

    async def _given(self, request: web.Request, file: Download | None) -> web.Response:
        desk = self.proposals.desk
        if file is None:
            matter = {"draft": int(request.match_info["draft"])}
            return await desk.denied(request, "sent file", matter, status=404)
        answer = await handed(file, self.sources)
        if answer.status == HTTPStatus.OK:
            return answer
        return html(desk.frame(request).gone(), status=answer.status)
