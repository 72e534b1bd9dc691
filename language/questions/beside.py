"""What stands beside each clause, in its paragraph and in its item, told once for all questions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rules.letter import Clause

# what stands around a letter's text
_FRAME: Final = frozenset({"head", "date", "addressees", "recipients", "signature", "attachment"})


class Beside(NamedTuple):
    """The terms of all the clauses of a clause's paragraph, and of all of its item."""

    near: frozenset[str]
    same: frozenset[str]


def beside(
    clauses: Sequence[Clause], passages: Sequence[int], held: Sequence[frozenset[str]]
) -> tuple[Beside, ...]:
    """For each clause, given the paragraph of each and its terms."""
    items = [_item(one) for one in clauses]
    near, same = _joined(passages, held), _joined(items, held)
    return tuple(
        Beside(near[passage], same[item]) for passage, item in zip(passages, items, strict=True)
    )


def is_frame(clause: Clause) -> bool:
    """Whether it stands around the letter's text: its head, its date, its signature."""
    return clause.place.key.removeprefix("place.") in _FRAME


def _joined(
    keys: Iterable[Hashable], held: Iterable[frozenset[str]]
) -> Mapping[Hashable, frozenset[str]]:
    found: dict[Hashable, frozenset[str]] = {}
    for key, terms in zip(keys, held, strict=True):
        found[key] = found.get(key, frozenset()) | terms
    return found


def _item(clause: Clause) -> tuple[str, object]:
    key = "" if is_frame(clause) else clause.place.key
    return clause.letter, clause.place.values.get("item", key)
