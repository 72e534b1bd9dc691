"""python -m tools.draw_papers [CASE.json …]: every page of the sample dossiers, drawn anew.

Wants LibreOffice and Poppler; the pictures are kept in docs/pictures/papers and looked at.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.papercase import dossier_of_case
from documents.bundle import Attachment, bundle
from documents.checks import check
from documents.pictures import can_draw, draw
from documents.render import make

ROOT: Final = Path(__file__).parents[1]
CASES: Final = ROOT / "docs" / "papers"
DRAWN: Final = ROOT / "docs" / "pictures" / "papers"
ATTACHED: Final = (
    Attachment("Giấy xác nhận của Công an xã.pdf", b""),
    Attachment("Ảnh hiện trường.jpg", b""),
)
PATIENCE_S: Final = 300.0


def papers_of(case: Path) -> Iterator[tuple[str, bytes]]:
    """The Word files of a sample by their names, the index first. Raises ValueError of a fault."""
    dossier = dossier_of_case(json.loads(case.read_text(encoding="utf-8")))
    dossier = replace(dossier, attachments=tuple(one.name for one in ATTACHED))
    made = make(dossier)
    faults = check({one.sheet.file: one.content for one in made.made})
    if faults or made.missing:
        raise ValueError(case.name, faults, made.missing)
    with zipfile.ZipFile(io.BytesIO(bundle(dossier, made, ATTACHED))) as packed:
        for name in packed.namelist():
            if name.endswith(".docx"):
                yield Path(name).stem, packed.read(name)


def main(cases: list[Path]) -> int:
    if not can_draw():
        print("soffice and pdftoppm are needed", file=sys.stderr)
        return 1
    for case in cases:
        drawn = {
            f"{case.stem}-{name}-{number}.png": page
            for name, content in papers_of(case)
            for number, page in enumerate(draw(content, seconds=PATIENCE_S), start=1)
        }
        for old in DRAWN.glob(f"{case.stem}-*.png"):
            old.unlink()
        for name, page in drawn.items():
            (DRAWN / name).write_bytes(page)
        print(f"{case.name}: {len(drawn)} pages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main([Path(one) for one in sys.argv[1:]] or sorted(CASES.glob("*.json"))))
