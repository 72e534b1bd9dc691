"""The index of a dossier: each paper and attachment with its file, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from documents import common
from documents.common import Context
from documents.dossier import Dossier
from documents.papers import Sheet
from documents.phrases import phrase

INDEX_FILE = "00-muc-luc.docx"


def index_context(
    dossier: Dossier,
    sheets: Sequence[Sheet],
    *,
    missing: Sequence[str],
    attached: Sequence[tuple[str, str]],
) -> Context:
    """Of the mục lục; `attached` are pairs of what a file is called and its place, or its lack."""
    rows = [*((sheet.title, sheet.file) for sheet in sheets), *attached]
    name = phrase("dossier", who=common.how_many(dossier.nominees))
    return {
        "du_thao": not dossier.decided,
        "chuyen_de": dossier.kind == "thematic",
        "ten_ho_so": name,
        "dong": [
            {"stt": str(number), "ten": title, "tep": file}
            for number, (title, file) in enumerate(rows, 1)
        ],
        "con_thieu": list(missing),
    }
