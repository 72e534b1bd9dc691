"""The board's routes: for the reviewers and administrators of a receiving office."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from flows.model import Download
from flows.ports import StorageUnavailable
from flows.reminder_ports import Board
from flows.reminding import File
from handlers.files import Sources
from handlers.web import session
from handlers.web.board_page import BoardPage, nudged_lines
from handlers.web.health import HealthReader
from handlers.web.ports import Clock, Registers, Words
from handlers.web.refusing import refused
from handlers.web.sse import CHANNEL
from handlers.web.uploads import handed

log = logging.getLogger(__name__)
NUMBER = "\\d{1,18}"


@dataclass(frozen=True, slots=True)
class BoardRoutes:
    """Denied is the default: storage says who may see what, for each request anew."""

    registers: Registers
    health: HealthReader
    clock: Clock
    words: Words
    languages: tuple[str, ...]
    sources: Sources

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/board", self.page),
            web.get(f"/board/files/{{task:{NUMBER}}}/{{file:{NUMBER}}}", self.file),
            web.post("/api/board/nudge", self.nudge),
        ]

    async def page(self, request: web.Request) -> web.Response:
        """The board, or a page that says for whom it is."""
        drawn = BoardPage(
            self.words,
            session.language_of(request, self.languages),
            today=self.clock.today(),
            now=self.clock.now(),
            zone=self.registers.zone,
        )
        try:
            board = await self._board(request)
        except Exception as error:  # noqa: BLE001 - whatever the database says
            log.warning("the board could not be read: %s", type(error).__name__)
            return _page(drawn.failed(), status=503)
        if board is None:
            await self._refused(request, "board", {})
            return _page(drawn.denied(), status=403)
        return _page(await asyncio.to_thread(drawn.page, board, await self.health()))

    async def _board(self, request: web.Request) -> Board | None:
        address = session.address_of(request)
        if address is None:
            return None
        return await asyncio.to_thread(self.registers.boards.read, CHANNEL, address)

    async def nudge(self, request: web.Request) -> web.Response:
        """Remind all who have not reported on one duty."""
        address = session.address_of(request)
        duty = _duty(await request.text())
        if address is None or duty is None:
            return _refused("body" if address else "session", 400 if address else 401)
        try:
            boards = self.registers.boards
            found = await asyncio.to_thread(boards.nudge, CHANNEL, address, duty=duty)
        except Exception as error:  # noqa: BLE001 - whatever the database says
            log.warning("units could not be reminded: %s", type(error).__name__)
            return _refused("not saved", 503)
        if found is None:
            await self._refused(request, "nudge", {"duty": duty})
            return _refused("no such duty", 404)
        self.registers.committed()
        language = session.language_of(request, self.languages)
        told = [self.words(line, language) for line in nudged_lines(found, self.registers.zone)]
        return web.json_response({"text": " ".join(told)})

    async def _refused(self, request: web.Request, asked: str, matter: Mapping[str, int]) -> None:
        address = session.address_of(request)
        await refused(self.registers.refusals, address, asked=asked, matter=matter)

    async def file(self, request: web.Request) -> web.Response:
        """A file of a report to this office."""
        try:
            board = await self._board(request)
        except StorageUnavailable:
            return _refused("not read", 503)
        task, number = int(request.match_info["task"]), int(request.match_info["file"])
        file = _file(board, task, number)
        if file is None:
            await self._refused(request, "board file", {"task": task})
            return _refused("no such file", 404)
        media = file.media or "application/octet-stream"
        return await handed(Download(file.name, media, kept=file), self.sources)


def _file(board: Board | None, task: int, number: int) -> File | None:
    tasks = [one for _, tasks in board.duties for one in tasks] if board else []
    files = next((one.files for one in tasks if one.id == task), ())
    return files[number] if number < len(files) else None


def _duty(body: str) -> int | None:
    try:
        raw: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    duty = raw.get("duty") if isinstance(raw, dict) and set(raw) == {"duty"} else None
    return duty if type(duty) is int and 0 < duty < 2**62 else None


def _page(text: str, *, status: int = 200) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error}, status=status)
