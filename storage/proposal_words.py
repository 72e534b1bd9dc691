"""By which words a proposal is found, kept beside it: a list is narrowed without reading it all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from flows.proposals.matter import Proposal
from flows.proposals.seeking import words_kept, words_sought
from flows.reminder_ports import BAD_ROW
from language.fold import fold
from storage.proposal_rows import read_proposal
from storage.proposal_tables import proposal_words, proposals
from storage.tables import units

_DROP = delete(proposal_words).where(proposal_words.c.proposal_id == bindparam("proposal"))
_ADD = insert(proposal_words)
_NUMBER = select(proposals.c.id).where(proposals.c.draft_id == bindparam("draft"))
_UNITS = select(units.c.id, units.c.name)
_MOST_DIGITS = 18


def write_words(connection: Connection, number: int, proposal: Proposal) -> None:
    """In place of those of before; `number` is the row's."""
    connection.execute(_DROP, {"proposal": number})
    connection.execute(_ADD, {"proposal_id": number, "words": words_kept(proposal)})


def write_words_anew(connection: Connection, drafts: Iterable[int | None]) -> None:
    """Of the proposals of these drafts, which were changed in place; an unreadable one has none."""
    for draft in drafts:
        number = connection.execute(_NUMBER, {"draft": draft}).scalar()
        connection.execute(_DROP, {"proposal": number})
        try:
            found = read_proposal(connection, int(draft or 0))
        except BAD_ROW:
            continue
        if number is not None and found is not None:
            write_words(connection, number, found)


def found_by(connection: Connection, query: str) -> list[Any]:
    """Conditions on proposals: each word begins one of theirs, or of their unit's name."""
    sought = words_sought(query)
    named = {row.id: _name(row.name) for row in connection.execute(_UNITS)} if sought else {}
    return [
        _has(word, [unit for unit, name in named.items() if f" {word}" in name]) for word in sought
    ]


def _has(word: str, of_units: list[int]) -> Any:
    kept = select(proposal_words.c.proposal_id).where(
        proposal_words.c.words.contains(f" {word}", autoescape=True)
    )
    ways: list[Any] = [proposals.c.id.in_(kept), proposals.c.unit_id.in_(of_units)]
    number = word.removeprefix("#")
    if number.isdecimal() and len(number) <= _MOST_DIGITS:
        ways.append(proposals.c.draft_id == int(number))
    return or_(*ways)


@lru_cache(maxsize=8192)
def _name(name: str) -> str:
    return f" {fold(name)}"
