"""Two days said where one is asked: from one to the other, or one or the other."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from language.answers import read_day
from language.fold import fold_with_origins

_LONGEST: Final = 100
_BEGIN: Final = re.compile(r"\s*(?:tu|from|between)\s+")
_BETWEEN: Final = re.compile(
    r"\s+(?:(?:keo dai )?(?:cho )?den(?: het)?|toi|hoac(?: la)?|hay(?: la)?|va|to|until|or|and)\s+"
    r"|\s*(?:-+>?|,|;)\s*"
)
_BARE: Final = re.compile(r"(?:ngay\s+)?(?P<day>\d{1,2})", flags=re.ASCII)


def read_two_days(text: str, today: date, *, ahead: bool = False) -> tuple[date, date] | None:
    """The two days that the whole text names (`từ 10/11 đến 12/11`, `10-12/11`), or None.

    Days that `read_day` would refuse, and the same day twice, are none.
    """
    if len(text) > _LONGEST:
        return None
    folded = fold_with_origins(text)
    begin = _BEGIN.match(folded.text)
    start = begin.end() if begin else 0
    for between in _BETWEEN.finditer(folded.text, start):
        first = folded.piece(start, between.start())
        last = folded.piece(between.end(), len(folded.text))
        days = _both(first, last, today, ahead=ahead)
        if days is not None:
            return days
    return None


def _both(first: str, last: str, today: date, *, ahead: bool) -> tuple[date, date] | None:
    to = _one(last, today, ahead=ahead)
    bare = _BARE.fullmatch(fold_with_origins(first).text.strip())
    if to is not None and bare:
        first = f"{bare['day']}/{to.month}/{to.year}"
    since = _one(first, today, ahead=ahead)
    return None if since is None or to is None or since == to else (since, to)


def _one(text: str, today: date, *, ahead: bool) -> date | None:
    found = read_day(text, today, ahead=ahead)
    return found.value if found.first == found.last else None
