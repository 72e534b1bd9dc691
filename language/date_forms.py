"""Every way to write or say days, and where a text has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from re import Match
from typing import Final, NamedTuple

from language import (
    date_ranges,
    date_spans,
    date_spoken,
    date_tet,
    date_written,
    date_years,
)
from language.date_reading import SIGN, Candidate, Reading
from language.searching import Cue, Searched

Build = Callable[[Reading, Match[str]], Candidate | None]
FORMS: Final[tuple[tuple[Cue, Build], ...]] = (
    *date_ranges.FORMS,
    *date_tet.FORMS,
    *date_written.FORMS,
    *date_spoken.FORMS,
    *date_spans.FORMS,
    *date_years.FORMS,
)


class Formed(NamedTuple):
    """Words that have the form of days; `bare`: nothing but numbers and signs tell it."""

    match: Match[str]
    build: Build
    bare: bool


@lru_cache(maxsize=4)
def formed_in(text: str) -> tuple[Formed, ...]:
    """In no order, overlapping ones too. Remembered: a text is read for days behind and ahead."""
    searched = Searched(text, SIGN)
    return tuple(
        Formed(match, build, bare=cue is date_written.NUMERIC)
        for cue, build in FORMS
        for match in cue.finditer(searched)
    )
