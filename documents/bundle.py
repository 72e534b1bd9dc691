"""A dossier as one ZIP: its papers, what is attached, and the index that names them all."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from documents.dossier import Dossier
from documents.index import INDEX_FILE, index_context
from documents.papers import Paper, plain_name
from documents.render import Papers
from documents.template import template_of
from language.fold import clean
from locales.catalog import text

FOLDER: Final = "dinh-kem"
_ENDING: Final = re.compile(r"\.([A-Za-z0-9]{1,5})\Z")
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the dossier, under the name that the officer gave it."""

    name: str
    content: bytes


def bundle(
    dossier: Dossier,
    papers: Papers,
    attachments: Sequence[Attachment] = (),
    left_out: Sequence[tuple[str, str]] = (),
    *,
    folder: Path | None = None,
) -> bytes:
    """The ZIP; the same papers always make the same bytes. Raises TemplateBroken.

    `left_out` are pairs of what is not in it and why: they stand in the index.
    """
    places = list(_places(attachments))
    called = [clean(one.name) or place for one, place in zip(attachments, places, strict=True)]
    context = index_context(
        dossier,
        [one.sheet for one in papers.made],
        missing=[text(blank.told()) for blank in papers.missing],
        attached=[*zip(called, places, strict=True), *_plain(left_out)],
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        _add(archive, INDEX_FILE, template_of(Paper.INDEX, folder).fill(context))
        for one in papers.made:
            _add(archive, one.sheet.file, one.content)
        for attachment, place in zip(attachments, places, strict=True):
            _add(archive, place, attachment.content)
    return made.getvalue()


def _plain(left_out: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, why in left_out:
        yield clean(name), why


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content)


def _places(attachments: Sequence[Attachment]) -> Iterator[str]:
    """Numbered, of plain letters: what a name holds is never a path."""
    for number, one in enumerate(attachments, 1):
        ending = _ENDING.search(one.name)
        stem = one.name[: ending.start()] if ending else one.name
        tail = f".{ending[1].lower()}" if ending else ""
        yield f"{FOLDER}/{number:02d}-{plain_name(stem)}{tail}"
