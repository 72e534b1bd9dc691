"""Makes the papers of a draft when a channel fetches the file that its message promised."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Final

import structlog

from flows.model import Draft, Unit
from flows.ports import StorageUnavailable
from flows.reminding import File
from handlers.files import Fetch, FileGone
from storage.papers import SqlPapers

log = structlog.get_logger()
_REFERENCE: Final = re.compile(r"(\d{1,18})-(\d{1,18})")


def fetch_papers(papers: SqlPapers, templates: Path | None = None) -> Fetch:
    """Reads a file of `papers`: a ZIP of the answers as they are now. Raises FileGone."""

    async def fetch(file: File) -> bytes:
        return await asyncio.to_thread(made, papers, file, templates)

    return fetch


def made(papers: SqlPapers, file: File, templates: Path | None = None) -> bytes:
    """In a worker thread; whose draft it is is looked at anew each time. Raises FileGone."""
    named = _REFERENCE.fullmatch(file.reference)
    try:
        found = papers.read(int(named[1]), int(named[2])) if named else None
    except StorageUnavailable as error:
        raise FileGone from error
    if found is None:
        raise FileGone
    return _zip(*found, templates=templates)


def _zip(draft: Draft, unit: Unit, *, templates: Path | None) -> bytes:
    """By the office's own templates where they can be filled, else by the program's.

    Imported here: Word's libraries are heavy, and the page answers first.
    """
    from documents.bundle import bundle  # noqa: PLC0415
    from documents.from_draft import dossier_of  # noqa: PLC0415
    from documents.render import TooManyNominees, make  # noqa: PLC0415
    from documents.template import TemplateBroken  # noqa: PLC0415

    dossier = dossier_of(draft, unit)
    try:
        try:
            return bundle(dossier, make(dossier, templates), folder=templates)
        except TemplateBroken as error:
            log.warning("a template of the office is broken", why=error.message.key)
            return bundle(dossier, make(dossier))
    except TooManyNominees as error:
        raise FileGone from error
