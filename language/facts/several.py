"""Several cases in one message: the pieces, each of which tells a case of its own."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from language.all_dates import find_dates
from language.facts.announced import announced_cases
from language.facts.joined import joined_cases
from language.facts.kind import read_kind
from language.facts.passage import Passage, read_passage
from language.fold import REMEMBERED
from language.marked import cue
from language.searching import Cue

MOST: Final = 9
_FEWEST: Final = 2
_LEAST: Final = 30
"""Letters that a piece needs to be a case rather than a line of a list."""
_NUMBERED: Final = re.compile(
    r"(?:^|(?<=[\s.;:]))(?:\(?\d{1,2}[.)/]|[a-h][.)]|[-•*+])(?= ?[^\W\d])"
)
_NAMED: Final = cue(
    r"(?:vụ|trường hợp|việc|hồ sơ|ca)(?: (?:thứ|số))? (?:\d{1,2}|một|hai|ba|bốn|nhất|nhì|tư|năm)"
    r"|(?:vụ|trường hợp|việc|hồ sơ) (?:nữa|khác|kia|còn lại)"
)


@lru_cache(maxsize=REMEMBERED)
def several(text: str, today: date) -> tuple[str, ...]:
    """The cases of a message, in its order; empty where it tells one at most.

    Cases stand behind numbers, dashes, `vụ thứ hai`, or on lines of their own; each must
    name a day or a kind of award, so that a list of nominees is no list of cases. Or they are
    told in one breath, the second behind `còn`, `ngoài ra`, `và`. Or the message says how many.
    """
    passage = read_passage(text)
    announced = announced_cases(passage, today)
    if announced:
        return announced
    for cuts in (_starts(_NAMED, passage), _starts(_NUMBERED, passage), _lines(passage)):
        pieces = _pieces(passage, cuts)
        if len(pieces) >= _FEWEST and all(_tells(piece, today) for piece in pieces):
            return tuple(pieces[:MOST])
    return joined_cases(passage, today)[:MOST]


def _starts(pattern: Cue | re.Pattern[str], passage: Passage) -> list[int]:
    return [match.start() for match in pattern.finditer(passage.text)]


def _lines(passage: Passage) -> list[int]:
    original, origins = passage.folded.original, passage.folded.origins
    return [0, *(place for place, at in enumerate(origins) if original[at] == "\n")]


def _pieces(passage: Passage, cuts: list[int]) -> list[str]:
    found = (passage.piece(span).strip() for span in pairwise((*cuts, len(passage.text))))
    return [piece for piece in found if piece]


def _tells(piece: str, today: date) -> bool:
    if len(piece) < _LEAST:
        return False
    passage = read_passage(piece)
    return bool(find_dates(passage.folded, today)) and read_kind(passage) is not None
