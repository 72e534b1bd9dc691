"""A part of the papers as it was typed: taken, or refused with what is expected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from flows.model import Json
from flows.papers import council
from flows.papers.facts import LONGEST, LONGEST_LINE, is_long
from flows.paths import fact_of
from language.fold import clean, clean_lines
from rules.message import Message, say

_YEAR: Final = re.compile(r"(?:.*\D)?((?:19|20)\d\d)\D*\Z")
FIRST_YEAR: Final = 1900


def taken(path: str, text: str, today: date, answers: Mapping[str, Json]) -> Json | Message:
    """The value to keep, or why there is none; `answers` are those it must agree with."""
    if council.is_of_council(path):
        return council.taken(path, text, answers)
    if fact_of(path) == "birth_year":
        return _year(clean(text), today)
    said = clean_lines(text) if is_long(path) else clean(text)
    most = LONGEST if is_long(path) else LONGEST_LINE
    if len(said) > most:
        return say("refuse.long_text", length=len(said), most=most)
    return said or say("expect.text")


def _year(said: str, today: date) -> Json | Message:
    """The year of a birth, also where its day is told."""
    found = _YEAR.match(said)
    year = int(found[1]) if found else 0
    if not FIRST_YEAR <= year <= today.year:
        return say("papers.expect.year", least=FIRST_YEAR, most=today.year)
    return year
