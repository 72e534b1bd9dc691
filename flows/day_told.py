"""A day told alone where something else is asked: the day of the deed, not told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from flows import sheet
from flows.answers import read
from flows.desk import Desk
from flows.given import Given, Refused
from flows.turn import Said
from language.dates import ImpossibleDate, find_date
from rules.message import Message, say

DEED: Final = "achieved_on"
EXPECTED: Final = frozenset({"expect.choice", "expect.who", "expect.yes_no", "refuse.no_name.day"})
"""Refusals where a day cannot be the answer in another writing."""
_NUMBERS: Final = re.compile(r"[\d\s]+")
_WRITTEN: Final = re.compile(r"\d ?[/.-] ?\d|th[aá]ng", flags=re.IGNORECASE)
"""Not `mừng 60 năm`, which without marks may be a day."""


def day_told(desk: Desk, text: str, refused: Message) -> Given | None:
    """The day of the deed, which the whole message is; numbers alone are no day."""
    if desk.draft.kind != "surprise" or refused.key not in EXPECTED or not _is_open(desk):
        return None
    found = None if _NUMBERS.fullmatch(text) else read(desk, DEED, Said(text=text))
    if isinstance(found, Refused) or found is None or not found.values.get(DEED):
        return None
    return found


def impossible(text: str, today: date) -> Iterator[Message]:
    """That the first day a message tells is in no calendar, so that none is taken."""
    try:
        find_date(text, today, ahead=True)
    except ImpossibleDate as found:
        if _WRITTEN.search(found.words):
            yield say("told.impossible_day", words=found.words)


def _is_open(desk: Desk) -> bool:
    """Whether the day is not known, or its month alone; nothing but names goes on a list."""
    if desk.at.many:
        return False
    is_month = desk.draft.answers.get(f"{DEED}_precision") == "month"
    return is_month or sheet.value_at(desk.draft, DEED) == sheet.MISSING
