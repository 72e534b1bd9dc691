"""Days of the month in words, short ways of saying them too: hai mốt, hai lăm, hăm ba."""

from __future__ import annotations

import re
from typing import Final

from language.numbers import UP_TO_39, to_int

_TAIL: Final = "mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin"
# `hai mốt` leaves `mươi` out; where months follow only, for `hai ba ngày` is two or three
DAY_NUMBER: Final = rf"(?:\d{{1,2}}|(?:hai|ba|bam) (?:{_TAIL})\b|{UP_TO_39})"
_SHORT: Final = re.compile(rf"(?P<tens>hai|ba|bam) (?P<unit>{_TAIL})")


def day_number(text: str) -> int | None:
    """The number of digits or words; `hai mốt` is 21. Folded text."""
    text = re.sub("^ham ", "hai muoi ", text)
    short = _SHORT.fullmatch(text)
    if short is None:
        return to_int(text)
    tens = short["tens"].replace("bam", "ba")
    unit = short["unit"].replace("nam", "lam")
    return to_int(f"{tens} muoi {unit}")
