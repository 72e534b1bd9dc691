"""Places of the letters named outright: `mục 2 ý 1 công văn tỉnh`, `chú thích 2`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from language.fold import fold
from rules.citations import letters
from rules.letter import Clause, Passage

_ITEM: Final = re.compile(r"\b(?:muc|diem|khoan|phan)(?: so)? (?P<item>\d{1,2})\b(?![/.]\d)")
_DASH: Final = re.compile(
    r"\b(?:y|gach|gach dau dong|dau dong)(?: thu| so)? (?P<dash>\d|nhat|hai|ba|tu|nam)\b"
)
_NOTE: Final = re.compile(r"\b(?:chu thich|ghi chu|cuoc chu|footnote)(?: so)? (?P<note>\d)\b")
_WORDS: Final = {"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}
_LETTERS: Final = (
    (
        "CL2023",
        re.compile(
            r"\b(?:cong van|van ban|cv|vb)(?: nay)?(?: cua| ubnd| uy ban)*"
            r" (?:huyen|cao loc)\b|\b(?:huyen )?cao loc\b|\bcong van(?: nam)? 2023\b"
            r"|\bcv ?2023\b|\b10[/.]2023\b|\bcl2023\b"
        ),
    ),
    (
        "LS2022",
        re.compile(
            r"\b(?:cong van|van ban|cv|vb)(?: nay)?(?: cua| ubnd| uy ban)*"
            r" (?:tinh|lang son)\b|\bcong van(?: nam)? 2022\b|\bcv ?2022\b"
            r"|\b0?5[/.]2022\b|\bls2022\b"
        ),
    ),
)
_ABOUT: Final = re.compile(
    r"\b(?:noi|quy dinh|ghi|viet|yeu cau|la)(?: ve)?(?: nhung)?(?: cai)? gi\b|\bnoi dung\b"
    r"|\bnguyen van\b|\bdoc\b|\bxem\b|\btrich\b|\bthe nao\b|\bra sao\b"
)
_MOST_WORDS: Final = 16


@dataclass(frozen=True, slots=True)
class Place:
    """What a text names of a place: the letter, the item, its dash, a footnote."""

    letter: str | None
    item: int | None = None
    dash: int | None = None
    note: int | None = None


def read_place(text: str) -> Place | None:
    """The place that a text names, or only its letter; None where it names none."""
    folded = fold(text)
    named = next((name for name, pattern in _LETTERS if pattern.search(folded)), None)
    item, dash, note = (pattern.search(folded) for pattern in (_ITEM, _DASH, _NOTE))
    # a bare number of an article of some law is no item of the letters
    is_short = len(folded.split()) <= _MOST_WORDS and "nghi dinh" not in folded
    if is_short and (_ABOUT.search(folded) or not _has_more(folded)):
        if note:
            return Place(named, note=int(note["note"]))
        if item:
            said = dash["dash"] if dash else None
            return Place(named, item=int(item["item"]), dash=_number(said) if said else None)
    return Place(named) if named else None


def _number(said: str) -> int:
    return _WORDS.get(said) or int(said)


def _has_more(folded: str) -> bool:
    rest = folded
    for pattern in (_ITEM, _DASH, _NOTE, *(pattern for _, pattern in _LETTERS)):
        rest = pattern.sub(" ", rest)
    return len(rest.split()) > 1


def _at(passage: Passage, name: str) -> int | None:
    value = passage.place.values.get(name)
    return value if isinstance(value, int) else None


@cache
def _by_place() -> dict[tuple[str, int | None, int | None, int | None], tuple[Clause, ...]]:
    found: dict[tuple[str, int | None, int | None, int | None], tuple[Clause, ...]] = {}
    for letter in letters().values():
        for passage in letter.passages:
            item, dash, note = (_at(passage, name) for name in ("item", "dash", "footnote"))
            for key in {(letter.id, item, None, note), (letter.id, item, dash, note)}:
                found[key] = (*found.get(key, ()), *passage.clauses)
    return found


def clauses_at(place: Place) -> tuple[Clause, ...]:
    """The clauses that stand there, of the letters that have such a place."""
    if place.item is None and place.note is None:
        return ()
    names = [place.letter] if place.letter else list(letters())
    found = [_by_place().get((name, place.item, place.dash, place.note), ()) for name in names]
    return tuple(clause for clauses in found for clause in clauses)
