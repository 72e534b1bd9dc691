"""What stands beside the chat on the page: the board, calendar feeds, files, health, metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.papers import fetch_papers
from bot.program import Service
from bot.telegram import fetch_of
from flows.health import Health
from flows.papers.pages import CHANNEL
from handlers.files import Fetch, Sources
from handlers.web.app import Extras
from handlers.web.ports import Registers


def extras_of(service: Service, last_tick: Callable[[], datetime | None]) -> Extras:
    """All of it, over the storage of the service; `last_tick` is this process's own."""
    token = service.program.settings.metrics_token
    return Extras(
        registers=_registers(service, last_tick),
        shelf=service.shelf,
        sources=_elsewhere(service),
        measures=service.measures,
        metrics_token=token.get_secret_value() if token else None,
        calendars=service.program.calendars,
    )


def _registers(service: Service, last_tick: Callable[[], datetime | None]) -> Registers:
    storage, clock = service.program.storage, service.program.clock

    def health() -> Health:
        unreadable = service.program.catching_up.unreadable
        found = storage.reminders.health(clock.now())
        return replace(found, last_tick=last_tick(), unreadable=unreadable)

    zone = service.program.settings.timezone
    return Registers(
        storage.feeds,
        storage.boards,
        health,
        zone,
        committed=service.wake,
        refusals=storage.refusals,
        proposals=storage.proposal_boards,
        devices=storage.devices,
        units=storage.units,
        figures=storage.figure_boards,
    )


def _elsewhere(service: Service) -> Sources:
    """How files are read that the page does not keep itself."""
    settings, papers = service.program.settings, service.program.storage.papers
    kept: dict[str, Fetch] = {"web": service.shelf.read}
    if settings.telegram_token is not None:
        kept["telegram"] = fetch_of(settings)
    return {**kept, CHANNEL: fetch_papers(papers, kept, settings.templates)}
