"""Makes the papers of a draft when a channel fetches the file that its message promised."""

from __future__ import annotations

import asyncio
import re
from typing import Final

import structlog

from flows.model import Draft, Unit
from flows.ports import StorageUnavailable
from flows.reminding import File
from handlers.files import Fetch, FileGone
from storage.papers import SqlPapers

log = structlog.get_logger()
_REFERENCE: Final = re.compile(r"(\d{1,18})-(\d{1,18})")


def fetch_papers(papers: SqlPapers) -> Fetch:
    """Reads a file of `papers`: a ZIP of the answers as they are now. Raises FileGone."""

    async def fetch(file: File) -> bytes:
        return await asyncio.to_thread(made, papers, file)

    return fetch


def made(papers: SqlPapers, file: File) -> bytes:
    """In a worker thread; whose draft it is is looked at anew each time. Raises FileGone."""
    named = _REFERENCE.fullmatch(file.reference)
    try:
        found = papers.read(int(named[1]), int(named[2])) if named else None
    except StorageUnavailable as error:
        raise FileGone from error
    if found is None:
        raise FileGone
    return _zip(*found)


def _zip(draft: Draft, unit: Unit) -> bytes:
    """Imported here: Word's libraries are heavy, and the page answers first."""
    from documents.bundle import bundle  # noqa: PLC0415
    from documents.from_draft import dossier_of  # noqa: PLC0415
    from documents.render import TooManyNominees, make  # noqa: PLC0415
    from documents.template import TemplateBroken  # noqa: PLC0415

    try:
        dossier = dossier_of(draft, unit)
        return bundle(dossier, make(dossier))
    except (TemplateBroken, TooManyNominees) as error:
        log.warning("papers were not made", why=type(error).__name__)
        raise FileGone from error
