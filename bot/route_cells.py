"""A cell that says which office receives what: `đột xuất, cấp tỉnh: Sở Nội vụ từ 01/01/2026`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from language.fold import fold

KINDS: Final[Mapping[str, str]] = {
    "dot xuat": "surprise",
    "chuyen de": "thematic",
    "surprise": "surprise",
    "thematic": "thematic",
    "tat ca": "",
    "moi loai": "",
    "all": "",
}
LEVELS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("xa", "phuong", "commune"), "commune"),
    **dict.fromkeys(("so", "so nganh", "department"), "department"),
    **dict.fromkeys(("huyen", "district"), "district"),
    **dict.fromkeys(("tinh", "province"), "province"),
    **dict.fromkeys(("nha nuoc", "trung uong", "state"), "state"),
}
_WHAT: Final = re.compile(
    rf"(?:khen )?(?P<kind>{'|'.join(KINDS)})?\s*(?:cap )?(?P<level>{'|'.join(LEVELS)})?"
)
_WHO: Final = re.compile(
    r"(?P<office>.+?)(?:\s+từ(?:\s+ngày)?\s+(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RouteCell:
    """One rule as it is written; without a day, from the day it is read in."""

    kind: str
    level: str
    office: str
    since: date | None = None


def read_routes(cell: str) -> tuple[RouteCell, ...] | str:
    """The rules of a cell, parted by semicolons or lines; the first piece that is none."""
    found = []
    for piece in filter(None, map(str.strip, re.split(r"[;\n]", cell))):
        one = _read(piece)
        if one is None:
            return piece
        found.append(one)
    return tuple(found)


def _read(piece: str) -> RouteCell | None:
    said, colon, to = piece.partition(":")
    folded = " ".join(fold(said).replace(",", " ").split())
    what, who = _WHAT.fullmatch(folded), _WHO.fullmatch(to.strip())
    if not colon or not folded or what is None or who is None:
        return None
    try:
        since = date(int(who["y"]), int(who["m"]), int(who["d"])) if who["d"] else None
    except ValueError:
        return None
    kind, level = KINDS.get(what["kind"] or "", ""), LEVELS.get(what["level"] or "", "")
    return RouteCell(kind, level, who["office"], since)
