"""A proposal found by what is remembered of it: a name, its decision's number, the deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from flows.paths import fact_of
from flows.proposals.matter import Proposal
from language.fold import fold
from rules.message import Message

MOST_WORDS: Final = 6
LONGEST: Final = 100
"""Signs of what is sought: the rest is left out."""
KEPT: Final = 800
"""Signs of what is kept of one proposal: what it is called and where, not its whole story."""
_TOLD: Final = ("note.subject", "note.place", "deed", "note.circumstances")
_WORD: Final = re.compile(r"\w+")


def words_sought(query: str) -> tuple[str, ...]:
    """The words of a search, without marks, each once."""
    return tuple(dict.fromkeys(fold(query[:LONGEST]).split()))[:MOST_WORDS]


def words_kept(proposal: Proposal) -> str:
    """By what it is found: a space before each word, without marks; numbers whole and in parts."""
    told = fold(" ".join(_told(proposal)))[:KEPT]
    parts = dict.fromkeys(part for word in told.split() for part in _parts(word))
    return "".join(f" {word}" for word in (*told.split(), *parts))


def _parts(word: str) -> list[str]:
    """`qd-ubnd` and `ubnd` of `123/qd-ubnd`: its beginning it has itself."""
    return [word[found.start() :] for found in _WORD.finditer(word) if found.start()]


def _told(proposal: Proposal) -> Iterator[str]:
    snapshot = proposal.snapshot
    yield from snapshot.names
    yield proposal.number
    for day in (proposal.decided_on, _day(snapshot.deed)):
        if day is not None:
            yield f"{day:%d/%m/%Y} {day.isoformat()}"
    yield from _texts(snapshot.title)
    for fact in _TOLD:
        for path, value in snapshot.answers.items():
            if isinstance(value, str) and fact in (path, fact_of(path)):
                yield value


def _texts(message: Message) -> Iterator[str]:
    """What stands in a title in somebody's own words."""
    for value in message.values.values():
        if isinstance(value, Message):
            yield from _texts(value)
        elif isinstance(value, str):
            yield value


def _day(deed: str) -> date | None:
    try:
        return date.fromisoformat(deed)
    except ValueError:
        return None
