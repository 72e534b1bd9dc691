"""Corrections that say they are one: `sửa ngày thành 12/11`, `nhầm, 13 người`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from language.correction_words import (
    ALSO_NAMES,
    BUT_NOT,
    CHANGE,
    CHANGE_TO,
    COUNTED,
    FORGOT,
    FORGOT_ENGLISH,
    INDEED,
    NAMED,
    NO,
    NO_LETTER,
    NOT_BUT,
    NOT_BUT_ENGLISH,
    OH_NO,
    OLD_TO_NEW,
    OOPS,
    RIGHTLY,
    SORRY,
    STRAIGHT,
    TAIL,
    TRULY_IS,
    WRONG,
)
from language.fact_names import COUNTS, ENGLISH, TARGETS
from language.fold import Folded, fold, fold_with_origins, marks

_LONGEST: Final = 400
_VERBS: Final = {
    fold(word): word
    for word in (
        *("sửa", "lại", "đổi", "thay", "chỉnh", "đính", "chính"),
        *("nhầm", "rồi", "viết", "ghi", "gõ", "bấm", "lẫn", "sai", "không", "đúng", "chưa"),
        *("xác", "phải", "nói", "lộn", "quên"),
    )
}
# without marks these are as likely a squad (đội), a teacher (thầy): the fact must be named
_DOUBTFUL: Final = frozenset({"doi", "thay", "chinh"})
_BY_LENGTH: Final = tuple(sorted(TARGETS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Correction:
    """What to change and to what, in the officer's own words.

    `target`: the fact that was named, None where none was (then the latest answer that fits).
    `old`: the value that was wrong, where it was said. An empty `value_text` asks anew. `adds`:
    said to have been forgotten, in place of nothing.
    """

    target: str | None
    value_text: str
    old: str | None = None
    adds: bool = False


def read_correction(text: str) -> Correction | None:
    """The correction that the whole text is, or None."""
    if len(text) > _LONGEST:
        return None
    folded = _without_names(fold_with_origins(text))
    english = CHANGE_TO.match(folded.text)
    if english and english["target"] in ENGLISH:
        value = _value(folded, *english.span("value"))
        return Correction(ENGLISH[english["target"]], value)
    named = None if text.rstrip().endswith("?") else _named(folded)
    return named or _worded(folded)


def _worded(folded: Folded) -> Correction | None:
    """What says in so many words that it is no answer but a correction."""
    for pattern in (NOT_BUT, NOT_BUT_ENGLISH, OOPS, WRONG, INDEED, OH_NO, SORRY, NO, BUT_NOT):
        match = pattern.match(folded.text)
        if match and _is_verb(folded, match):
            return _replaced(folded, match)
    forgot = FORGOT.match(folded.text) or FORGOT_ENGLISH.match(folded.text)
    if forgot and _is_verb(folded, forgot):
        return Correction(None, _value(folded, *forgot.span("value")), adds=True)
    change = CHANGE.match(folded.text)
    if change is None or not _is_verb(folded, change):
        return None
    return _changed(folded, change)


def _without_names(folded: Folded) -> Folded:
    """The text, where a word of a name (bà Lả, ông Thành, Ma Văn Sang) is not taken for `là`."""
    if folded.original.isupper() or folded.original.istitle():
        return folded
    letters = list(folded.text)
    for match in ALSO_NAMES.finditer(folded.text):
        if match.start() and folded.piece(match.start(), match.start() + 1).isupper():
            letters[match.start()] = NO_LETTER
    return replace(folded, text="".join(letters))


def _named(folded: Folded) -> Correction | None:
    """A name as it should be, and whose it is where that is said; `13 người mới đúng`."""
    for pattern in NAMED:
        match = pattern.match(folded.text)
        if match:
            old = folded.piece(*match.span("old")).strip(" ,") if match["old"] else None
            value = _without_tail(folded, *match.span("value"))
            return Correction("name", value, old) if value else None
    truly = TRULY_IS.match(folded.text)
    if truly and truly["target"] in TARGETS:
        return Correction(TARGETS[truly["target"]], _without_tail(folded, *truly.span("value")))
    match = RIGHTLY.match(folded.text)
    if match is None:
        return None
    return Correction("name" if match["its"] else None, _value(folded, *match.span("value")))


def _without_tail(folded: Folded, start: int, end: int) -> str:
    """The words of a value without `mới đúng` and courtesies behind them."""
    tail = TAIL.search(folded.text, start, end)
    return _value(folded, start, tail.start() if tail else end)


def _is_verb(folded: Folded, match: re.Match[str]) -> bool:
    """`nhầm` but not the name Nhâm; `đổi` but not the squad Đội."""
    if "verb" not in match.groupdict():
        return True
    words = folded.piece(*match.span("verb")).split()
    return all(marks(word) in ("", marks(_VERBS[fold(word)])) for word in words)


def _replaced(folded: Folded, match: re.Match[str]) -> Correction | None:
    start, end = match.span("value")
    old = folded.piece(*match.span("old")) if "old" in match.groupdict() else None
    nested = NOT_BUT.match(folded.text[start:end]) if old is None else None
    if nested:
        old = folded.piece(start + nested.start("old"), start + nested.end("old"))
        start, end = start + nested.start("value"), start + nested.end("value")
    target, after = _target(folded.text, start)
    named = STRAIGHT.match(folded.text, after) if target else None
    if named:
        return Correction(target, _value(folded, named.end(), end), old)
    if target == "name" and after < end:
        return Correction(target, _without_tail(folded, after, end), old)
    counted = COUNTED.match(folded.text, after) if target in COUNTS else None
    if counted:
        return Correction(target, _value(folded, counted.end(), end), old)
    value = _value(folded, start, end)
    return Correction(None, value, old) if value else None


def _changed(folded: Folded, change: re.Match[str]) -> Correction | None:
    start = change.start("rest")
    target, after = _target(folded.text, start)
    if target:
        return _changed_fact(folded, target, after)
    if folded.piece(*change.span("verb")).lower() in _DOUBTFUL:
        return None
    split = OLD_TO_NEW.match(folded.text[start:])
    if split:
        value = _value(folded, start + split.start("value"), len(folded.text))
        old = folded.piece(start + split.start("old"), start + split.end("old"))
        return Correction(None, value, old) if value else None
    again = change["verb"].endswith("lai") and change["rest"][0].isdigit()
    return Correction(None, _value(folded, start, len(folded.text))) if again else None


def _changed_fact(folded: Folded, target: str, after: int) -> Correction:
    """`(tổng số) thành 19`, `(tổng số) từ 18 thành 19`, `(tên) Nông Văn Hải`, `(ngày)`."""
    end = len(folded.text)
    straight = STRAIGHT.match(folded.text, after)
    if straight is None:
        split = OLD_TO_NEW.match(folded.text[after:].strip())
        if split:
            at = folded.text.index(split["value"], after + split.end("old"))
            old = after + folded.text[after:].index(split["old"])
            return Correction(
                target, _value(folded, at, end), folded.piece(old, old + len(split["old"]))
            )
    return Correction(target, _value(folded, straight.end() if straight else after, end))


def _target(text: str, start: int) -> tuple[str | None, int]:
    """The fact named at this place (the longest name), and where its name ends."""
    for name in _BY_LENGTH:
        if text.startswith(name, start) and not text[start + len(name) :][:1].isalnum():
            return TARGETS[name], start + len(name)
    return None, start


def _value(folded: Folded, start: int, end: int) -> str:
    return folded.piece(start, end).strip(" ,.;:")
