"""Vietnamese numbers in words, with or without diacritics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.fold import clean, fold, marks

_UNITS: Final = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_TENS: Final = ("mười", "mươi", "chục")
_ZERO: Final = ("linh", "lẻ")
_SCALES: Final = {"trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000}
_WORDS: Final = (*_UNITS, *_TENS, *_ZERO, *_SCALES)


def _table() -> dict[str, dict[str, str]]:
    """Folded word → marks → the word itself; unmarked is taken for any of them."""
    table: dict[str, dict[str, str]] = {}
    for word in _WORDS:
        spellings = table.setdefault(fold(word), {})
        spellings[marks(word)] = word
        spellings.setdefault("", word)
    return table


_TABLE: Final = _table()
_UNIT: Final = "mot|hai|ba|bon|tu|nam|sau|bay|tam|chin"
_TAIL: Final = "mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin"
# 1 to 39 in words, as days, months and short spans are said; the longest first
UP_TO_39: Final = (
    rf"(?:(?:hai|ba) muoi(?: (?:{_TAIL})\b)?|ham (?:{_TAIL})\b"
    rf"|muoi(?: (?:{_TAIL})\b)?|(?:{_UNIT})\b)"
)
NUMBER: Final = rf"(?:\d{{1,2}}|{UP_TO_39})"


def _word(raw: str) -> str | None:
    """The number word that was typed, or None where its marks say another word (bà, từ)."""
    return _TABLE.get(fold(raw), {}).get(marks(raw))


def _below_thousand(words: Sequence[str]) -> int | None:
    """`hai trăm linh năm`, `mười hai`, `ba mươi mốt`; None where it is no number."""
    total, left, tens = 0, list(words), False
    if len(left) > 1 and left[1] == "trăm" and left[0] in _UNITS:
        total, left = _UNITS[left[0]] * 100, left[2:]
    if left and left[0] in _ZERO and total and len(left) > 1:
        left = left[1:]
    elif left and left[0] in ("mười", "mươi", "chục"):
        total, left, tens = total + 10, left[1:], True
    elif len(left) > 1 and left[0] in _UNITS and left[1] in _TENS:
        total, left, tens = total + _UNITS[left[0]] * 10, left[2:], True
    if left and left[0] in _UNITS and (tens or left[0] not in ("mốt", "lăm", "nhăm")):
        total, left = total + _UNITS[left[0]], left[1:]
    return None if left else total


def words_to_int(text: str) -> int | None:
    """The number that the whole text spells (`một nghìn hai trăm`), or None. No sign, no point."""
    words = [_word(raw) for raw in clean(text).lower().replace("hăm", "hai mươi").split()]
    known = [word for word in words if word is not None]
    if not known or len(known) != len(words):
        return None
    total = 0
    for scale in (1_000_000, 1000):
        at = next((i for i, word in enumerate(known) if _SCALES.get(word) == scale), None)
        if at is None:
            continue
        part = _below_thousand(known[:at]) if at else None
        if not part:
            return None
        total, known = total + part * scale, known[at + 1 :]
    rest = _below_thousand(known)
    return None if rest is None else total + rest


def to_int(text: str) -> int | None:
    """Plain digits or a number in words; None for anything else."""
    if re.fullmatch(r"\d{1,9}", text, flags=re.ASCII):
        return int(text)
    return words_to_int(text)
