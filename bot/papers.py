"""Makes the papers of a draft when a channel fetches the file that its message promised."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

import structlog

from bot.attachments import LeftOut, attachments_of
from flows.model import Draft, Unit
from flows.ports import StorageUnavailable
from flows.reminding import File
from handlers.files import Fetch, FileGone, Sources
from locales.catalog import text
from rules.message import say
from storage.papers import SqlPapers

if TYPE_CHECKING:
    from documents.dossier import Dossier

log = structlog.get_logger()
_REFERENCE: Final = re.compile(r"(\d{1,18})-(\d{1,18})(?:-([1-9]))?")


ONE_PICTURE_AT_A_TIME: Final = Lock()
"""LibreOffice takes a whole core for seconds; it is ended after 40 s (documents.pictures)."""


def fetch_papers(papers: SqlPapers, sources: Sources, templates: Path | None = None) -> Fetch:
    """Reads a file of `papers`: a ZIP of the answers as they are now, with what is attached.

    `sources` reads the attachments, by the channel that keeps them. Raises FileGone.
    """

    async def fetch(file: File) -> bytes:
        found = await asyncio.to_thread(_read, papers, file)
        # the submission names what goes with it, so that a picture of it is told the same names
        attached, left_out = await attachments_of(found[0], sources)
        page = _REFERENCE.fullmatch(file.reference)
        if page is not None and page[3]:
            names = [name for name, _ in attached]
            return await asyncio.to_thread(_page, *found, names, templates, int(page[3]))
        content = await asyncio.to_thread(
            _zip, *found, attached, templates=templates, left_out=left_out
        )
        if left_out:
            await asyncio.to_thread(_tell, papers, file, left_out)
        return content

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


def _tell(papers: SqlPapers, file: File, left_out: Sequence[LeftOut]) -> None:
    """To who fetched it and to whose draft it is; the index says it as well."""
    named = _REFERENCE.fullmatch(file.reference)
    assert named is not None, "it was read"
    files = [say("left_out.file", name=one.name, why=one.told) for one in left_out]
    line = say("told.left_out", count=len(files), files=files)
    try:
        papers.tell(int(named[1]), int(named[2]), line)
    except StorageUnavailable:
        log.warning("nobody was told of attachments that are left out")


def _page(draft: Draft, unit: Unit, names: list[str], templates: Path | None, page: int) -> bytes:
    """A page of the submission as a picture. Raises FileGone where it cannot be drawn."""
    from documents.pictures import draw  # noqa: PLC0415 - as below
    from documents.render import submission  # noqa: PLC0415

    dossier = _dossier(draft, unit, names)
    content = _filled(lambda folder: submission(dossier, folder), templates)
    with ONE_PICTURE_AT_A_TIME:
        drawn = draw(content, most=page)
    if len(drawn) < page:
        raise FileGone
    return drawn[page - 1]


def _zip(
    draft: Draft,
    unit: Unit,
    attached: list[tuple[str, bytes]],
    *,
    templates: Path | None,
    left_out: Sequence[LeftOut] = (),
) -> bytes:
    """Imported here: Word's libraries are heavy, and the page answers first."""
    from documents.bundle import Attachment, bundle  # noqa: PLC0415
    from documents.render import make  # noqa: PLC0415

    files = [Attachment(name, content) for name, content in attached]
    lacks = [(text(say("left_out.index", name=one.name)), text(one.told)) for one in left_out]
    dossier = _dossier(draft, unit, [one.name for one in files])

    def fill(folder: Path | None) -> bytes:
        return bundle(dossier, make(dossier, folder), files, lacks, folder=folder)

    return _filled(fill, templates)


def _dossier(draft: Draft, unit: Unit, names: list[str]) -> Dossier:
    from documents.from_draft import dossier_of  # noqa: PLC0415

    return replace(dossier_of(draft, unit), attachments=tuple(names))


def _filled(fill: Callable[[Path | None], bytes], templates: Path | None) -> bytes:
    """By the office's own templates where they can be filled, else by the program's."""
    from documents.render import TooManyNominees  # noqa: PLC0415
    from documents.template import TemplateBroken  # noqa: PLC0415

    try:
        try:
            return fill(templates)
        except TemplateBroken as error:
            log.warning("a template of the office is broken", why=error.message.key)
            return fill(None)
    except TooManyNominees as error:
        raise FileGone from error
