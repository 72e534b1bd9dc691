"""kipthoi chat: the same conversation on this terminal, one line in, the reply out."""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final

import typer

from bot.papers import fetch_papers
from bot.program import assemble
from bot.settings import Settings, load_settings
from bot.telegram import fetch_of
from flows.model import Download
from flows.papers.pages import CHANNEL as PAPERS
from handlers.files import Fetch, FileGone, Sources, content_of
from handlers.terminal import CHANNEL, Terminal
from handlers.web.shelf import Shelf
from locales import catalog

NO_SOURCES: Final[Sources] = MappingProxyType({})


def chat(
    name: Annotated[str, typer.Option(help="Tên cuộc trò chuyện; mỗi tên một cuộc.")] = "local",
    guest: Annotated[bool, typer.Option(help="Không thuộc đơn vị nào, chỉ xét thử.")] = False,  # noqa: FBT002
) -> None:
    """Trò chuyện ngay trên dòng lệnh; mỗi dòng một câu."""
    settings = load_settings()
    is_known = settings.demonstration and not guest
    program = assemble(settings, demonstration_on=CHANNEL if is_known else None)
    papers = fetch_papers(program.storage.papers, kept_by(settings), settings.templates)
    terminal = Terminal(
        name,
        take=program.take,
        outbox=program.storage.outbox,
        words=catalog.text,
        out=sys.stdout,
        save=partial(saved, settings, made={PAPERS: papers}),
    )
    try:
        terminal.run(sys.stdin)
    finally:
        program.storage.close()


def kept_by(settings: Settings) -> Sources:
    """How files are read that the channels keep."""
    sources: dict[str, Fetch] = {"web": Shelf(settings.files).read}
    if settings.telegram_token is not None:
        sources["telegram"] = fetch_of(settings)
    return sources


def saved(settings: Settings, file: Download, *, made: Sources = NO_SOURCES) -> str:
    """Put a file beside the others of this program; where it is, or its name where it is gone.

    `made` are those that are made when they are fetched.
    """
    sources = {**kept_by(settings), **made}
    try:
        content = asyncio.run(content_of(file, sources))
        place = settings.files.parent / "downloads" / Path(file.name).name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_bytes(content)
    except (FileGone, OSError, ValueError):
        return file.name
    return str(place)
