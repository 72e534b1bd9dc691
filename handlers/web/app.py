"""Puts the web chat together: one aiohttp application, nothing global."""

from __future__ import annotations

from collections.abc import Collection

from aiohttp import web

from handlers.web.doorbell import Doorbell
from handlers.web.guard import add_headers, same_origin_posts, this_machine_only
from handlers.web.marks import Marks
from handlers.web.ports import ClauseSource, Clock, Outbox, Turns, Words
from handlers.web.render import Renderer
from handlers.web.routes import ChatRoutes
from handlers.web.sse import Streams
from locales import catalog

BODY_BYTES = 64 * 1024


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
    chat = ChatRoutes(turns=turns, streams=streams, languages=languages or catalog.languages())
    app.add_routes(chat.routes())
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(lambda _: _close(doorbell))
    return app


async def _close(doorbell: Doorbell) -> None:
    doorbell.close()
