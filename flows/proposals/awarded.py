"""Whom a draft or a proposal names: proposed for the same deed before, or awarded for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from flows import sheet
from flows.model import Draft
from flows.proposals.course import State
from flows.proposals.matter import Alike
from language.fold import clean, fold
from rules.message import Message, say

_BEFORE: Final = (
    *("ong", "ba", "anh", "chi", "co", "chu", "em", "chau", "cu", "dong chi", "d/c", "dc"),
    *("tap the", "ho gia dinh", "ho"),
)
"""What may stand before a name and is no part of it; a name may begin with it all the same."""


def names_of(draft: Draft) -> tuple[str, ...]:
    """Whom it names, as written."""
    return tuple(str(one["name"]) for one in sheet.own_answers(draft) if one.get("name"))


def spellings(name: str) -> frozenset[str]:
    """How the same name may stand in a register: with what may stand before it, and without."""
    said = fold(clean(name))
    bare = {said.removeprefix(f"{word} ") for word in _BEFORE} | {said}
    return frozenset({*bare, *(f"{word} {one}" for word in _BEFORE for one in bare)})


def by_spelling(names: Iterable[str]) -> dict[str, str]:
    """Each spelling with the name that it may be of; the name's own goes before another's."""
    names = tuple(names)
    found = {one: name for name in names for one in spellings(name)}
    return found | {fold(name): name for name in names}


def told(found: Iterable[Alike]) -> Iterator[Message]:
    """Proposed or awarded for the same deed first, then what was awarded before: no more."""
    for one in sorted(found, key=lambda one: (not one.same, -one.day.toordinal())):
        yield _line(one)


def _line(one: Alike) -> Message:
    if one.state is not State.DECIDED:
        state = say(f"proposal.state.{one.state.value}")
        return say("proposal.alike", name=one.name, unit=one.unit_name, day=one.day, state=state)
    return say(
        "awarded.same" if one.same else "awarded.before",
        name=one.name,
        unit=one.unit_name,
        day=one.day,
        form=say(f"awarded.form.{one.form or 'other'}"),
        number=one.number,
    )
