"""Several bodies proposed by number, each told apart with its people: `cả hai tập thể`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from language.facts.force_lists import is_of_a_force
from language.facts.groups import Group, Part
from language.facts.nominee import Nominee
from language.facts.passage import Passage
from language.marked import cue
from language.numbers import NUMBER, to_int

Span = tuple[int, int]

_SO_MANY: Final = re.compile(rf"(?<![\w/.,])(?P<n>{NUMBER}) (?:don vi )?$")
_SET: Final = cue(r"(?:tập thể|đơn vị)")
_STARTS: Final = re.compile(r"(?:[,;:(+]|(?<!\w)(?:va|cung|voi|gom|co|la|con|trong do|them))[ ]+")
_BARE: Final = re.compile(r"(?:tap the|don vi)(?: (?:nay|do|tren|deu|cung|duoc))*")
_TAIL: Final = re.compile(r"(?: (?:co|gom|la|gop|cu|huy dong|voi|duoc))+$")
_BACK: Final = 64
_FEWEST: Final = 2


def told_apart(
    passage: Passage, found: Sequence[Nominee], counted: Sequence[Group]
) -> tuple[Nominee, ...]:
    """Of `hai tập thể` each body with its own people where as many are listed; else so many."""
    bodies = [place for place, one in enumerate(found) if one.type == "collective"]
    if len(bodies) != 1:
        return tuple(found)
    one = found[bodies[0]]
    many = _so_many(passage, one)
    if many is None:
        return tuple(found)
    listed = [*_listed(passage, one, counted)]
    if len(listed) != many[0]:
        told = (many[1], *one.told)
        listed = [replace(one, name=None, told=told, count=many[0])]
    return (*found[: bodies[0]], *listed, *found[bodies[0] + 1 :])


def _so_many(passage: Passage, one: Nominee) -> tuple[int, Span] | None:
    """The number before `tập thể`, where no name goes on behind it."""
    start, end = one.mentions[0]
    if not _SET.match(passage.text, start) or not _BARE.fullmatch(passage.folded.text, start, end):
        return None
    match = _SO_MANY.search(passage.folded.text[:start][-_BACK:])
    number = to_int(passage.piece(_placed(match.span("n"), start))) if match else None
    if match is None or number is None or number < _FEWEST:
        return None
    return number, _placed(match.span("n"), start)


def _placed(span: Span, start: int) -> Span:
    low = max(0, start - _BACK)
    return low + span[0], low + span[1]


def _listed(passage: Passage, one: Nominee, counted: Sequence[Group]) -> Iterator[Nominee]:
    for group in counted:
        if group.part not in (Part.OWN, Part.OTHER) or not is_of_a_force(passage, group.span):
            continue
        low = max(passage.sentence(group.span[0]).start, group.span[0] - _BACK)
        before = passage.folded.text[low : group.span[0]].rstrip()
        starts = [match.end() for match in _STARTS.finditer(before)]
        tail = _TAIL.search(before)
        end = tail.start() if tail else len(before)
        begin = max([place for place in starts if place < end], default=0)
        named = (low + begin, low + end)
        if passage.folded.text[slice(*named)].strip():
            yield replace(
                one, name=passage.piece(named), told=(*one.told, named), mentions=(named,)
            )
