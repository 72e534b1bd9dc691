"""Puts the web chat together: one aiohttp application, nothing global."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from aiohttp import web

from handlers.calendar_file import CalendarFiles
from handlers.files import Sources
from handlers.web.board import BoardRoutes
from handlers.web.board_desk import BoardDesk
from handlers.web.decisions import DecisionRoutes
from handlers.web.doorbell import Doorbell
from handlers.web.feed import FeedRoutes
from handlers.web.figures_board import FigureRoutes
from handlers.web.guard import add_headers, same_origin_posts, this_machine_only
from handlers.web.health import HealthReader, HealthRoutes
from handlers.web.marks import Marks
from handlers.web.measures import Measures
from handlers.web.ports import ClauseSource, Clock, Outbox, Registers, Turns, Words
from handlers.web.proposals_board import ProposalRoutes
from handlers.web.render import Renderer
from handlers.web.routes import ChatRoutes
from handlers.web.sent_files import SentFileRoutes
from handlers.web.shelf import Shelf
from handlers.web.sse import CHANNEL, Streams
from handlers.web.units_board import UnitRoutes
from handlers.web.uploads import FileRoutes
from locales import catalog

BODY_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands beside the chat, each where it is given.

    `registers`: the board, the calendar feeds, health and metrics. `shelf`: files may be sent;
    `sources` reads what other channels keep. `metrics_token` opens /metrics to other machines.
    `calendars` writes what the feeds show.
    """

    registers: Registers | None = None
    shelf: Shelf | None = None
    sources: Sources = field(default_factory=dict)
    measures: Measures = field(default_factory=Measures)
    metrics_token: str | None = None
    calendars: CalendarFiles = field(default_factory=CalendarFiles)


def web_app(
    *,
    turns: Turns,
    outbox: Outbox,
    clauses: ClauseSource,
    clock: Clock,
    doorbell: Doorbell,
    languages: tuple[str, ...] = (),
    words: Words = catalog.text,
    demonstration: bool = True,
    open_paths: Collection[str] = (),
    heartbeat_s: float = 15.0,
    extras: Extras | None = None,
) -> web.Application:
    """The chat as an application to run, or to add other routes to.

    `doorbell` is rung by whoever commits outbox rows; the chat rings it for its own turns.
    With `demonstration` all but `open_paths` answer this machine only.
    """
    streams = Streams(
        outbox=outbox,
        renderer=Renderer(words=words, clauses=clauses),
        clock=clock,
        marks=Marks(outbox, clock),
        doorbell=doorbell,
        heartbeat_s=heartbeat_s,
    )
    guards = [this_machine_only(open_paths)] if demonstration else []
    app = web.Application(middlewares=[*guards, same_origin_posts], client_max_size=BODY_BYTES)
    extras = extras or Extras()
    chat = ChatRoutes(
        turns=turns,
        streams=streams,
        languages=languages or catalog.languages(),
        boards=extras.registers.boards if extras.registers else None,
        devices=extras.registers.devices if extras.registers else None,
    )
    app.add_routes(chat.routes())
    app.add_routes(_beside(chat, extras))
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(lambda _: _close(doorbell))
    return app


def _beside(chat: ChatRoutes, extras: Extras) -> Iterator[web.AbstractRouteDef]:
    clock, words = chat.streams.clock, chat.streams.renderer.words
    sources = dict(extras.sources)
    if extras.shelf is not None:
        sources[CHANNEL] = extras.shelf.read
    registers = extras.registers
    refusals = registers.refusals if registers else None
    files = FileRoutes(chat.turns, chat.streams, extras.shelf, sources=sources, refusals=refusals)
    yield from files.routes()
    health = HealthReader(registers.health if registers else None)
    token = extras.metrics_token
    yield from HealthRoutes(health, clock, measures=extras.measures, token=token).routes()
    if registers is not None:
        feed = FeedRoutes(registers.feeds, clock, refusals, files=extras.calendars)
        yield from feed.routes()
        desk = BoardDesk(registers, clock, words=words, languages=chat.languages)
        yield from BoardRoutes(desk, health, sources=sources).routes()
        if registers.proposals is not None:
            proposals = ProposalRoutes(desk, registers.proposals)
            yield from proposals.routes()
            yield from DecisionRoutes(proposals, extras.shelf, sources=sources).routes()
            yield from SentFileRoutes(proposals, sources).routes()
        if registers.units is not None:
            yield from UnitRoutes(desk, registers.units).routes()
        if registers.figures is not None:
            yield from FigureRoutes(desk, registers.figures).routes()
        yield web.get("/board/{rest:.*}", desk.shown(desk.nothing))


async def _close(doorbell: Doorbell) -> None:
    doorbell.close()
