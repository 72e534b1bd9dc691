"""What can be known of a case: each fact's kind and bounds, and the reading of one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final

from rules.discovery import found_in_law
from rules.message import Message, say

MOST: Final = 1_000_000
LONGEST_TEXT: Final = 2_000
FIRST_DAY: Final = date(1945, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
MOST_DAYS: Final = 100
SHOWN: Final = 40
PRECISIONS: Final = ("day", "month", "year")


_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")


class Kind(StrEnum):
    CHOICE = "choice"
    YES_NO = "yes_no"
    INTEGER = "integer"
    DATE = "date"
    TEXT = "text"
    SET = "set"
    DATES = "dates"


class FactError(ValueError):
    """A value that the fact cannot have: where it stands, and what is expected there."""

    def __init__(self, place: str, fact: Fact) -> None:
        self.place = place
        self.expected = fact.expected
        self.message = fact.expectation
        super().__init__(f"{place}: expected {fact.expected}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the vocabulary.

    `default` is what a file's silence means (None: nothing); a fact `asked` in the chat has
    no such default there. `rank` orders questions: the likeliest to disqualify comes first,
    after what decides whether it matters. `ahead` dates may lie in the future by nature.
    """

    id: str
    kind: Kind
    rank: int
    of_nominee: bool = False
    options: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int = MOST
    ahead: bool = False
    default: str | bool | None = None
    asked: bool = True
    kinds: tuple[str, ...] = ("surprise", "thematic")

    @property
    def expected(self) -> str:
        """What a value must be, in words for a person who writes the file."""
        return _EXPECTED[self.kind](self)

    @property
    def expectation(self) -> Message:
        """The same as a sentence of the catalogue."""
        return say(
            f"case.expected.{self.kind.value}",
            options=self.options,
            minimum=self.minimum,
            maximum=self.maximum,
            longest=LONGEST_TEXT,
            most=MOST_DAYS,
            first=FIRST_DAY,
            last=LAST_DAY,
        )


def choice(name: str, rank: int, *options: str, **more: Any) -> Fact:
    return Fact(name, Kind.CHOICE, rank, options=options, **more)


def yes_no(name: str, rank: int, **more: Any) -> Fact:
    return Fact(name, Kind.YES_NO, rank, **more)


def integer(name: str, rank: int, **more: Any) -> Fact:
    return Fact(name, Kind.INTEGER, rank, **more)


def day(name: str, rank: int, **more: Any) -> Fact:
    return Fact(name, Kind.DATE, rank, **more)


def text(name: str, rank: int, **more: Any) -> Fact:
    return Fact(name, Kind.TEXT, rank, **more)


def some_of(name: str, rank: int, *options: str, **more: Any) -> Fact:
    return Fact(name, Kind.SET, rank, options=options, **more)


def precision(name: str, rank: int, **more: Any) -> Fact:
    """How exactly the date `name` is known; silence means the day, in the chat too."""
    options = PRECISIONS
    return choice(f"{name}_precision", rank, *options, default="day", asked=False, **more)


def parse(fact: Fact, raw: Any, place: str | None = None) -> Any:
    """The value of a fact from its JSON form (None stays None). Raises FactError."""
    if raw is None:
        return None
    value = _PARSERS[fact.kind](fact, raw)
    if value is None:
        raise FactError(place or fact.id, fact)
    return value


def _parse_choice(fact: Fact, raw: Any) -> str | None:
    return raw if isinstance(raw, str) and raw in fact.options else None


def _parse_yes_no(_fact: Fact, raw: Any) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _parse_integer(fact: Fact, raw: Any) -> int | None:
    if not isinstance(raw, int) or isinstance(raw, bool):
        return None
    return raw if fact.minimum <= raw <= fact.maximum else None


def parse_day(raw: Any) -> date | None:
    """A day written 2026-11-12, between 1945 and 2100; None for anything else."""
    if not isinstance(raw, str) or len(raw) != len("2026-11-12"):
        return None
    try:
        value = date.fromisoformat(raw)
    except ValueError:
        return None
    return value if FIRST_DAY <= value <= LAST_DAY else None


def _parse_date(_fact: Fact, raw: Any) -> date | None:
    return parse_day(raw)


def _parse_text(_fact: Fact, raw: Any) -> str | None:
    if not isinstance(raw, str) or len(raw) > LONGEST_TEXT:
        return None
    # half a character, as JSON escapes may leave it, can be neither stored nor shown
    return None if _HALF_CHARACTER.search(raw) else raw


def _parse_set(fact: Fact, raw: Any) -> frozenset[str] | None:
    if not isinstance(raw, list) or not all(isinstance(part, str) for part in raw):
        return None
    parts = frozenset(raw)
    return parts if parts.issubset(fact.options) else None


def _parse_dates(_fact: Fact, raw: Any) -> tuple[date, ...] | None:
    if not isinstance(raw, list) or len(raw) > MOST_DAYS:
        return None
    days = [parse_day(item) for item in raw]
    known = tuple(item for item in days if item is not None)
    return known if len(known) == len(days) else None


_PARSERS: Final[Mapping[Kind, Callable[[Fact, Any], Any]]] = {
    Kind.CHOICE: _parse_choice,
    Kind.YES_NO: _parse_yes_no,
    Kind.INTEGER: _parse_integer,
    Kind.DATE: _parse_date,
    Kind.TEXT: _parse_text,
    Kind.SET: _parse_set,
    Kind.DATES: _parse_dates,
}
_EXPECTED: Final[Mapping[Kind, Callable[[Fact], str]]] = {
    Kind.CHOICE: lambda fact: f"one of {', '.join(fact.options)}",
    Kind.YES_NO: lambda _: "true or false",
    Kind.INTEGER: lambda fact: f"a whole number from {fact.minimum} to {fact.maximum}",
    Kind.DATE: lambda _: f"a day such as 2026-11-12, from {FIRST_DAY} to {LAST_DAY}",
    Kind.TEXT: lambda _: f"a text of at most {LONGEST_TEXT} characters",
    Kind.SET: lambda fact: f"a list of {', '.join(fact.options)}",
    Kind.DATES: lambda _: f"a list of at most {MOST_DAYS} days such as 2026-09-02",
}


@cache
def facts() -> Mapping[str, Fact]:
    """Every fact of the vocabulary by its id, from the branches of the law."""
    return {fact.id: fact for fact in found_in_law(Fact)}


def facts_of(kind: str) -> tuple[Fact, ...]:
    """The facts a case of this kind may turn on, in the order of their ranks."""
    return tuple(sorted((f for f in facts().values() if kind in f.kinds), key=lambda f: f.rank))
