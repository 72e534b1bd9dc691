"""What a message tells: facts with the words they came from, nominees, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from language.facts.passage import Passage


@dataclass(frozen=True, slots=True)
class Heard:
    """A fact as it is understood.

    `path`: `forces_total` or `nominees[0].participants` (shared vocabulary); `value`: as a
    case file holds it (JSON; a day as YYYY-MM-DD; None: said to be not known); `spans`: every
    stretch of the folded text it stands on, so that without them it would not be read so;
    `sure`: taken as it is; otherwise it is asked, never assumed.
    """

    path: str
    value: Any
    spans: tuple[tuple[int, int], ...]
    sure: bool = True


Reader = Callable[[Passage, date], Iterable[Heard]]


class Intent(StrEnum):
    CASE = "case"
    QUESTION = "question"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Understood:
    """A fact with the words of the message, for the officer and for `kipthoi ask`."""

    fact: str
    value: Any
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values of one fact in one message: both are shown, and it is asked."""

    path: str
    sides: tuple[Understood, Understood]


@dataclass(frozen=True, slots=True)
class Told:
    """A message understood: `kind` as of a case file, None where it cannot be told."""

    intent: Intent
    kind: str | None = None
    facts: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    nominees: tuple[MappingProxyType[str, Any], ...] = ()
    understood: tuple[Understood, ...] = ()
    unsure: tuple[Understood, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
