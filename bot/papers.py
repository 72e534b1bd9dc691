"""Makes the papers of a draft when a channel fetches the file that its message promised."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Final

import structlog

from flows.attached import files_of
from flows.model import Draft, Unit
from flows.ports import StorageUnavailable
from flows.reminding import File
from handlers.files import Fetch, FileGone, Sources
from handlers.web.kinds import media_of, named
from locales.catalog import text
from rules.message import say
from storage.papers import SqlPapers

log = structlog.get_logger()
_REFERENCE: Final = re.compile(r"(\d{1,18})-(\d{1,18})(?:-([1-9]))?")


ONE_PICTURE_AT_A_TIME: Final = Lock()
"""LibreOffice takes a whole core for seconds; it is ended after 40 s (documents.pictures)."""
MOST_BUNDLED: Final = 45 * 1024 * 1024
"""Bytes of attachments in one file: a bot of Telegram may send fifty million."""


def fetch_papers(papers: SqlPapers, sources: Sources, templates: Path | None = None) -> Fetch:
    """Reads a file of `papers`: a ZIP of the answers as they are now, with what is attached.

    `sources` reads the attachments, by the channel that keeps them. Raises FileGone.
    """

    async def fetch(file: File) -> bytes:
        found = await asyncio.to_thread(_read, papers, file)
        page = _REFERENCE.fullmatch(file.reference)
        if page is not None and page[3]:
            return await asyncio.to_thread(_page, *found, templates, int(page[3]))
        attached = await _attached(found[0], sources)
        return await asyncio.to_thread(_zip, *found, attached, templates)

    return fetch


def _read(papers: SqlPapers, file: File) -> tuple[Draft, Unit]:
    """In a worker thread; whose draft it is is looked at anew each time. Raises FileGone."""
    named = _REFERENCE.fullmatch(file.reference)
    try:
        found = papers.read(int(named[1]), int(named[2])) if named else None
    except StorageUnavailable as error:
        raise FileGone from error
    if found is None:
        raise FileGone
    return found


async def _attached(draft: Draft, sources: Sources) -> list[tuple[str, bytes]]:
    """The files of the draft with their names.

    One that is gone, too much, or by its content no document or picture is left out.
    """
    found: list[tuple[str, bytes]] = []
    room = MOST_BUNDLED
    for paper, files in files_of(draft).items():
        for file in files:
            fetch = sources.get(file.channel)
            try:
                content = await fetch(file) if fetch is not None else b""
            except FileGone:
                content = b""
            # what came through Telegram is looked at here for the first time
            media = media_of(io.BytesIO(content), file.name) if content else None
            if media is None or len(content) > room:
                log.warning("an attachment is not in the file")
                continue
            room -= len(content)
            name = named(file.name, media)
            found.append((f"{text(say(f'paper.{paper}'))} - {name}", content))
    return found


def _page(draft: Draft, unit: Unit, templates: Path | None, page: int) -> bytes:
    """A page of the submission as a picture. Raises FileGone where it cannot be drawn."""
    from documents.papers import Paper  # noqa: PLC0415 - as below
    from documents.pictures import draw  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(_zip(draft, unit, [], templates))) as packed:
        names = (name for name in packed.namelist() if Paper.SUBMISSION.replace("_", "-") in name)
        with ONE_PICTURE_AT_A_TIME:
            drawn = draw(packed.read(next(names)), most=page)
    if len(drawn) < page:
        raise FileGone
    return drawn[page - 1]


def _zip(
    draft: Draft, unit: Unit, attached: list[tuple[str, bytes]], templates: Path | None
) -> bytes:
    """By the office's own templates where they can be filled, else by the program's.

    Imported here: Word's libraries are heavy, and the page answers first.
    """
    from documents.bundle import Attachment, bundle  # noqa: PLC0415
    from documents.from_draft import dossier_of  # noqa: PLC0415
    from documents.render import TooManyNominees, make  # noqa: PLC0415
    from documents.template import TemplateBroken  # noqa: PLC0415

    files = [Attachment(name, content) for name, content in attached]
    dossier = replace(dossier_of(draft, unit), attachments=tuple(one.name for one in files))
    try:
        try:
            return bundle(dossier, make(dossier, templates), files, folder=templates)
        except TemplateBroken as error:
            log.warning("a template of the office is broken", why=error.message.key)
            return bundle(dossier, make(dossier), files)
    except TooManyNominees as error:
        raise FileGone from error
