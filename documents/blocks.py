"""The blocks that papers must have: how each is found in a file, its sizes, weight and slant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from documents.papers import Paper
from documents.reading import Line
from language.fold import clean

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
BODY: Final = (13.0, 14.0)
_DATED: Final = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b")
_NUMBER: Final = re.compile(r"Số:")
TITLES: Final = {
    "TỜ TRÌNH": Paper.SUBMISSION,
    "DANH SÁCH": Paper.LIST,
    "BÁO CÁO THÀNH TÍCH": Paper.PERSON,
    "BIÊN BẢN": Paper.MINUTES,
    "QUYẾT ĐỊNH": Paper.DECISION,
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block that papers must have: how it is found, its sizes, weight and slant."""

    name: str
    is_it: Callable[[Line], bool]
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    of: frozenset[Paper] = frozenset(TITLES.values())


HEADED: Final = frozenset({Paper.SUBMISSION, Paper.PERSON, Paper.MINUTES, Paper.DECISION})
_SENT: Final = frozenset({Paper.SUBMISSION})
_DECIDED: Final = frozenset({Paper.DECISION})
_FOUNDED: Final = _SENT | _DECIDED
NUMBERED: Final = frozenset({Paper.SUBMISSION, Paper.MINUTES, Paper.DECISION})


def _says(text: str) -> Callable[[Line], bool]:
    return lambda line: clean(line.text) == text


def _begins(text: str) -> Callable[[Line], bool]:
    """Of the running text: what stands in a table is somebody's name or title."""
    return lambda line: line.row is None and clean(line.text).startswith(text)


def _enacts(line: Line) -> bool:
    return line.row is None and line.is_centred and clean(line.text) == "QUYẾT ĐỊNH:"


def is_number(line: Line) -> bool:
    """The line of the paper's number, filled in or not."""
    return bool(_NUMBER.match(line.text))


def is_day(line: Line) -> bool:
    """The line of place and day, in the table at the top of a paper."""
    return line.row is not None and line.row[0] == 1 and bool(_DATED.search(line.text))


def is_title(line: Line) -> bool:
    """What the paper is called; a name in the table at the top may read the same."""
    return line.row is None and line.is_centred and clean(line.text) in TITLES


def title_of(line: Line) -> Paper:
    """Which paper a title is of. Raises KeyError."""
    return TITLES[clean(line.text)]


BLOCKS: Final = (
    Block("nation", _says(NATION), (12, 13), bold=True, italic=False, of=HEADED),
    Block("motto", _says(MOTTO), (13, 14), bold=True, italic=False, of=HEADED),
    Block("number", is_number, (12, 13), bold=False, of=NUMBERED),
    Block("dated", is_day, BODY, bold=False, italic=True, of=HEADED),
    Block("title", is_title, BODY, bold=True, italic=False),
    Block("addressed", _begins("Kính gửi"), BODY, bold=False, italic=False, of=_SENT),
    Block("bases", _begins("Căn cứ Luật"), BODY, bold=False, italic=True, of=_FOUNDED),
    Block("recipients", _says("Nơi nhận:"), (12, 12), bold=True, italic=True, of=_FOUNDED),
    Block("enacting", _enacts, BODY, bold=True, italic=False, of=_DECIDED),
    *(Block(f"article.{n}", _begins(f"Điều {n}. "), BODY, of=_DECIDED) for n in (1, 2, 3)),
    Block("end", lambda x: x.text.rstrip().endswith("./."), BODY, of=NUMBERED),
)
