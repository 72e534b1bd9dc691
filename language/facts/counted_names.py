"""Names in a row behind a number of people: `hai em Đức, Thịnh`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.facts.far_names import Named
from language.facts.passage import Passage
from language.numbers import NUMBER

Span = tuple[int, int]

_SO_MANY: Final = re.compile(
    rf"(?<![\w/.,]){NUMBER} (?:em hoc sinh|hoc sinh|em|anh em|anh|chi|ban|chau|ong|ba|co giao|co"
    rf"|thay"
    r"|dong chi|d/c|dc|thanh nien|sinh vien|can bo|giao vien|cong nhan|dan quan|chien si|doan vien"
    r"|bao ve|nguoi)(?:(?: la| gom| ten)? ?:? ?)(?=[a-z])"
)
_WORD: Final = re.compile(r"[a-z]+")
_JOIN: Final = re.compile(r"(?: ?, ?| va | cung )(?:(?:em|anh|chi|ban|chau|ong|ba|co) )?")
_MOST: Final = 4


def names_in_a_row(passage: Passage, taken: Sequence[Span]) -> Iterator[Named]:
    """Each of them, told by its capitals; but for those that are found already."""
    for match in _SO_MANY.finditer(passage.folded.text):
        place: int | None = match.end()
        while place is not None:
            words = [*_capitals(passage, place)]
            if not words:
                break
            span = (words[0][0], words[-1][1])
            if not any(span[0] < high and low < span[1] for low, high in taken):
                key = passage.folded.text[slice(*words[-1])]
                yield Named(span, span[0], key, is_full=len(words) > 1)
            joined = _JOIN.match(passage.folded.text, span[1])
            place = joined.end() if joined else None


def _capitals(passage: Passage, place: int) -> Iterator[Span]:
    for _ in range(_MOST):
        match = _WORD.match(passage.folded.text, place)
        piece = passage.piece(match.span()) if match else ""
        if match is None or not piece[0].isupper() or (len(piece) > 1 and piece.isupper()):
            return
        yield match.span()
        place = match.end()
        if passage.folded.text[place : place + 1] != " ":
            return
        place += 1
