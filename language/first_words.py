"""The words that a match of a pattern may begin with, told by the pattern itself."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

LONGEST: Final = 12
"""Signs of a beginning; what goes on behind is not told."""
_MOST: Final = 400
"""Words that a pattern may begin with before their beginnings have to do."""
_MOST_OF_CLASS: Final = 40
_PARSER: Final = importlib.import_module("re._parser")


@dataclass(frozen=True, slots=True, eq=False)
class FirstWords:
    """Whole words, and beginnings of words that go on in some way."""

    words: frozenset[str]
    beginnings: frozenset[str]


def first_words(pattern: str, *, word: str = r"\w", whole: bool = False) -> FirstWords | None:
    """None where a match may begin with anything. `whole`: a match ends where a word does.

    `word` is what a sign of a word is; a digit is one of 0 to 9, as in folded text.
    """
    walk = _Walk(word)
    left = walk.through(_PARSER.parse(pattern), {""})
    words = walk.words | left if whole else walk.words
    beginnings = walk.beginnings | (set() if whole else left)
    if "" in words | beginnings or " " in words:
        return None
    return FirstWords(frozenset(words), beginnings=frozenset(beginnings))


class _Walk:
    """Through a pattern from its start, as far as the first word of a match goes."""

    def __init__(self, word: str) -> None:
        self._is_word = re.compile(word).fullmatch
        self.words: set[str] = set()
        self.beginnings: set[str] = set()

    def through(self, parsed: Iterable[tuple[Any, Any]], so_far: set[str]) -> set[str]:
        """What the word may be so far, behind these parts, where it may still go on."""
        for kind, told in parsed:
            so_far = self._part(str(kind), told, so_far)
            if len(so_far) > _MOST or any(len(one) >= LONGEST for one in so_far):
                so_far = self._open(so_far)
        return so_far

    def _part(self, kind: str, told: Any, so_far: set[str]) -> set[str]:
        match kind:
            case "ASSERT" | "ASSERT_NOT" | "AT":
                return self._whole(so_far) if str(told) == "AT_BOUNDARY" else so_far
            case "LITERAL" | "IN":
                return self._sign(_signs([(kind, told)] if kind == "LITERAL" else told), so_far)
            case "BRANCH":
                return set().union(*(self.through(one, so_far) for one in told[1]))
            case "SUBPATTERN":
                return self.through(told[-1], so_far)
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeated(told, so_far)
            case _:
                return self._open(so_far)

    def _repeated(self, told: tuple[int, int, Any], so_far: set[str]) -> set[str]:
        least, most, parsed = told
        behind = self.through(parsed, so_far)
        if most > 1:
            behind = self._open(behind)
        return behind | so_far if least == 0 else behind

    def _sign(self, signs: set[str] | None, so_far: set[str]) -> set[str]:
        if signs is None:
            return self._open(so_far)
        ends = {sign for sign in signs if not self._is_word(sign)}
        if ends:
            self.words |= {*so_far} - {""}
            self.words |= ends if "" in so_far else set()
        return {one + sign for one, sign in product(so_far, signs - ends)}

    def _whole(self, so_far: set[str]) -> set[str]:
        self.words |= so_far - {""}
        return so_far & {""}

    def _open(self, so_far: set[str]) -> set[str]:
        self.beginnings |= so_far
        return set()


def _signs(told: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The signs of a class; None where it names them otherwise than one by one."""
    found: set[str] = set()
    for kind, value in told:
        match str(kind):
            case "LITERAL":
                found.add(chr(value))
            case "RANGE" if value[1] - value[0] <= _MOST_OF_CLASS:
                found |= {chr(code) for code in range(value[0], value[1] + 1)}
            case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
                found |= {*"0123456789"}
            case _:
                return None
    return found
