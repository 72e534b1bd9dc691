"""Corrections that say they are one: `sửa ngày thành 12/11`, `nhầm, 13 người`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from language.fact_names import ENGLISH, TARGETS
from language.fold import Folded, fold, fold_with_origins, marks

_LONGEST: Final = 400
_TO: Final = r"(?: ?(?:thanh|sang|lai thanh|lai la|lai|la)\b ?:?| ?[:=])"
_COURTESY: Final = r"(?:(?:da|a|o|em|toi|xin loi|thua|uh|um|anh|chi|cho em|cho toi)\b[ ,]*)*"
_CHANGE: Final = re.compile(
    rf"^{_COURTESY}(?P<verb>sua lai|sua|doi lai|doi|thay|chinh lai|chinh|dinh chinh)"
    r"\b ?:? ?(?P<rest>.+)$"
)
_OOPS: Final = re.compile(
    rf"^{_COURTESY}(?P<verb>nham roi|nham|viet nham|ghi nham|go nham|bam nham|nham lan"
    r"|dinh chinh)\b(?: (?:roi|a|do|mat))?[ ,.:;-]*(?P<value>.+)$"
)
_NOT_BUT: Final = re.compile(
    rf"^{_COURTESY}(?:khong phai|ko phai|k phai)(?: la)? (?P<old>.{{1,80}}?),? ?"
    r"(?:ma la|ma)\b (?P<value>.+)$"
)
_BUT_NOT: Final = re.compile(
    r"^(?P<value>.{1,80}?),? (?:chu khong phai|chu ko phai|khong phai)(?: la)? (?P<old>.{1,80})$"
)
_SORRY: Final = re.compile(r"^(?:sorry|oops|i mean|correction)\b[ ,.:;-]*(?P<value>.+)$")
_CHANGE_TO: Final = re.compile(
    r"^(?:please )?(?:change|correct|set) (?:the )?(?P<target>[a-z ]{1,40}?) to (?P<value>.+)$"
)
_STRAIGHT: Final = re.compile(rf"{_TO} ?")
_OLD_TO_NEW: Final = re.compile(rf"^(?:tu )?(?P<old>.{{1,80}}?){_TO} ?(?P<value>.+)$")

_VERBS: Final = {
    fold(word): word
    for word in (
        *("sửa", "lại", "đổi", "thay", "chỉnh", "đính", "chính"),
        *("nhầm", "rồi", "viết", "ghi", "gõ", "bấm", "lẫn"),
    )
}
# without marks these are as likely a squad (đội), a teacher (thầy): the fact must be named
_DOUBTFUL: Final = frozenset({"doi", "thay", "chinh"})
_BY_LENGTH: Final = tuple(sorted(TARGETS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Correction:
    """What to change and to what, in the officer's own words.

    `target`: the fact that was named, None where none was (then the latest answer that fits).
    `old`: the value that was wrong, where it was said. An empty `value_text` asks anew.
    """

    target: str | None
    value_text: str
    old: str | None = None


def read_correction(text: str) -> Correction | None:
    """The correction that the whole text is, or None."""
    if len(text) > _LONGEST:
        return None
    folded = fold_with_origins(text)
    english = _CHANGE_TO.match(folded.text)
    if english and english["target"] in ENGLISH:
        value = _value(folded, *english.span("value"))
        return Correction(ENGLISH[english["target"]], value)
    for pattern in (_NOT_BUT, _OOPS, _SORRY, _BUT_NOT):
        match = pattern.match(folded.text)
        if match and _is_verb(folded, match):
            return _replaced(folded, match)
    change = _CHANGE.match(folded.text)
    if change is None or not _is_verb(folded, change):
        return None
    return _changed(folded, change)


def _is_verb(folded: Folded, match: re.Match[str]) -> bool:
    """`nhầm` but not the name Nhâm; `đổi` but not the squad Đội."""
    if "verb" not in match.groupdict():
        return True
    words = folded.piece(*match.span("verb")).split()
    return all(marks(word) in ("", marks(_VERBS[fold(word)])) for word in words)


def _replaced(folded: Folded, match: re.Match[str]) -> Correction | None:
    start, end = match.span("value")
    old = folded.piece(*match.span("old")) if "old" in match.groupdict() else None
    nested = _NOT_BUT.match(folded.text[start:end]) if old is None else None
    if nested:
        old = folded.piece(start + nested.start("old"), start + nested.end("old"))
        start, end = start + nested.start("value"), start + nested.end("value")
    target, after = _target(folded.text, start)
    named = _STRAIGHT.match(folded.text, after) if target else None
    if named:
        return Correction(target, _value(folded, named.end(), end), old)
    value = _value(folded, start, end)
    return Correction(None, value, old) if value else None


def _changed(folded: Folded, change: re.Match[str]) -> Correction | None:
    start = change.start("rest")
    target, after = _target(folded.text, start)
    if target:
        return _changed_fact(folded, target, after)
    if folded.piece(*change.span("verb")).lower() in _DOUBTFUL:
        return None
    split = _OLD_TO_NEW.match(folded.text[start:])
    if split:
        value = _value(folded, start + split.start("value"), len(folded.text))
        old = folded.piece(start + split.start("old"), start + split.end("old"))
        return Correction(None, value, old) if value else None
    again = change["verb"].endswith("lai") and change["rest"][0].isdigit()
    return Correction(None, _value(folded, start, len(folded.text))) if again else None


def _changed_fact(folded: Folded, target: str, after: int) -> Correction:
    """`(tổng số) thành 19`, `(tổng số) từ 18 thành 19`, `(tên) Nông Văn Hải`, `(ngày)`."""
    end = len(folded.text)
    straight = _STRAIGHT.match(folded.text, after)
    if straight is None:
        split = _OLD_TO_NEW.match(folded.text[after:].strip())
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
