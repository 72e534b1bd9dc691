"""The board's routes: for the reviewers and administrators of a receiving office."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from flows.model import Download
from flows.reminder_ports import Board
from flows.reminding import File
from handlers.files import Sources
from handlers.web import session
from handlers.web.board_desk import NUMBER, BoardDesk, html, is_number, read_json
from handlers.web.board_page import BoardPage, nudged_lines
from handlers.web.health import HealthReader
from handlers.web.sse import CHANNEL
from handlers.web.uploads import handed


@dataclass(frozen=True, slots=True)
class BoardRoutes:
    """The duties of an office: who has reported, and the files of their reports."""

    desk: BoardDesk
    health: HealthReader
    sources: Sources

    def routes(self) -> list[web.AbstractRouteDef]:
        shown = self.desk.shown
        return [
            web.get("/board", shown(self.page)),
            web.get(f"/board/files/{{task:{NUMBER}}}/{{file:{NUMBER}}}", shown(self.file)),
            web.post("/api/board/nudge", self.desk.done(self.nudge)),
        ]

    async def page(self, request: web.Request) -> web.Response:
        """The board, or a page that says for whom it is."""
        board = await self._board(request)
        if board is None:
            return await self.desk.denied(request, "board", {})
        drawn = BoardPage(self.desk.frame(request))
        return html(await asyncio.to_thread(drawn.page, board, await self.health()))

    async def _board(self, request: web.Request) -> Board | None:
        address = session.address_of(request)
        if address is None:
            return None
        found = await self.desk.asked(self.desk.registers.boards.read, CHANNEL, address)
        return found if isinstance(found, Board) else None

    async def nudge(self, request: web.Request) -> web.Response:
        """Remind all who have not reported on one duty."""
        desk, address = self.desk, session.address_of(request)
        raw = read_json(await request.text())
        duty = raw.get("duty") if set(raw) == {"duty"} else None
        if address is None:
            return desk.answer(request, "session", status=401)
        if not is_number(duty):
            return desk.answer(request, "body", status=400)
        found = await desk.asked(desk.registers.boards.nudge, CHANNEL, address, duty=duty)
        if found is None:
            return await desk.act_refused(request, "nudge", {"duty": int(duty or 0)})
        desk.registers.committed()
        language = session.language_of(request, desk.languages)
        told = [desk.words(line, language) for line in nudged_lines(found, desk.registers.zone)]
        return web.json_response({"text": " ".join(told)})

    async def file(self, request: web.Request) -> web.Response:
        """A file of a report to this office."""
        board = await self._board(request)
        task, number = int(request.match_info["task"]), int(request.match_info["file"])
        file = _file(board, task, number)
        if file is None:
            return await self.desk.denied(request, "board file", {"task": task}, status=404)
        media = file.media or "application/octet-stream"
        answer = await handed(Download(file.name, media, kept=file), self.sources)
        return (
            answer
            if answer.status == HTTPStatus.OK
            else html(self.desk.frame(request).gone(), status=410)
        )


def _file(board: Board | None, task: int, number: int) -> File | None:
    tasks = [one for _, tasks in board.duties for one in tasks] if board else []
    files = next((one.files for one in tasks if one.id == task), ())
    return files[number] if number < len(files) else None
