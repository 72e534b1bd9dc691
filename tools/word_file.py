"""A Word document as a file that is the same each time it is made."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Final

from docx.document import Document

MADE_ON: Final = datetime(2026, 1, 1, tzinfo=UTC)


def packed(paper: Document) -> bytes:
    """The file; the same template always makes the same bytes."""
    properties = paper.core_properties
    properties.author, properties.comments, properties.language = "Kịp Thời", "", "vi-VN"
    properties.created = properties.modified = MADE_ON
    saved, made = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as one, zipfile.ZipFile(made, "w") as other:
        for entry in one.infolist():
            there = zipfile.ZipInfo(entry.filename)
            other.writestr(there, one.read(entry), zipfile.ZIP_DEFLATED)
    return made.getvalue()
