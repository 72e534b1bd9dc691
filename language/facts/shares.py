"""Shares of a told total that are a body's own people: `bộ đội chiếm hai phần ba`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from language.counts import read_fraction
from language.facts.amount_words import HOLDS, MAKES_UP, NEAR, NO_NAME, PROPOSES, SHARE, WORD
from language.facts.groups import Group, Part, Span
from language.facts.passage import Passage

_PAIR: Final = re.compile(
    r"(?<!ngay )(?<!hom )(?<!dem )(?<!sang )(?<!chieu )(?<!toi )(?<!trua )"
    r"(?<![\w/.,])(\d{1,3}) ?/ ?(\d{1,3})(?![\w/%]|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people; None where it is said that it is not known."""

    value: int | None
    spans: tuple[Span, ...]
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Forces:
    """`own`: a body's own people who took part; `total`: all of all forces.

    `is_pair`: told as the part of a whole; `rivals`: totals told differently.
    """

    own: Amount | None = None
    total: Amount | None = None
    is_pair: bool = False
    rivals: tuple[Amount, ...] = ()


def agrees(passage: Passage, own: int, total: int) -> bool:
    """Whether every pair told of that total (`19/29`) has as many own people."""
    pairs = (tuple(map(int, match.groups())) for match in _PAIR.finditer(passage.folded.text))
    return all(part == own for part, whole in pairs if whole == total and part <= whole)


def proposers(passage: Passage) -> set[str]:
    """The words of who asks for the award: `đoàn xã xin được trình khen`."""
    words: set[str] = set()
    for match in PROPOSES.finditer(passage.text):
        sentence = passage.sentence(match.start())
        said = passage.folded.text[sentence.start : match.start()][-2 * NEAR :]
        words |= set(WORD.findall(said.rsplit(",", 1)[-1]))
    return words


def share_of(passage: Passage, found: Sequence[Group], body: str) -> Forces | None:
    """`trong 30 người thì hai phần ba là của đội`: the part worked out where it comes out whole."""
    told = [group for group in found if group.part is Part.TOTAL]
    match = SHARE.search(passage.folded.text)
    if not told:
        told = [group for group in found if group.part is Part.OWN and group.of is None]
    if match is None:
        match = MAKES_UP.search(passage.folded.text) or _of_the_body(passage, body)
    if match is None or len(told) != 1:
        return None
    share = read_fraction(passage.piece(match.span("share")))
    part = None if share is None else Fraction(told[0].number) * share
    if part is None or part.denominator != 1 or part > told[0].number:
        return None
    total = Amount(told[0].number, (told[0].span,), told[0].is_about)
    own = Amount(int(part), (match.span("share"), told[0].span), told[0].is_about)
    return Forces(own, total, is_pair=True)


def _of_the_body(passage: Passage, body: str) -> re.Match[str] | None:
    """`bộ đội chiếm hai phần ba`, where `bộ đội` is the body or asks for it."""
    words = {"ours", *proposers(passage), *WORD.findall(body)} - NO_NAME
    for match in HOLDS.finditer(passage.folded.text):
        near = {
            *WORD.findall(passage.folded.text[max(0, match.start() - NEAR) : match.start()][-24:])
        }
        if words & near:
            return match
    return None
