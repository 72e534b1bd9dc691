"""Counts, pairs of counts and shares, each of which must be the whole answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from language.fold import fold, fold_with_origins
from language.numbers import UP_TO_39, to_int, words_to_int

MOST: Final = 1_000_000
_NOUN: Final = (
    r"(?:luot )?(?:nguoi|dong chi|d/c|dc|can bo|chien si|chien sy|dan quan|thanh vien|ca nhan"
    r"|tap the|ho gia dinh|ho|doan vien|hoi vien|dang vien|doi vien|cong chuc|vien chuc"
    r"|nhan vien|giao vien|hoc sinh|luc luong|cong an|bo doi|anh em|a/c|ng|suat|bang khen"
    r"|giay khen|danh hieu|don vi|people|persons?|members|men)"
)
_NOUNS: Final = (
    rf"(?:\s*{_NOUN}(?![a-z]))*(?:\s+(?:tham gia|cung tham gia|phoi hop|ca thay|tat ca))?"
)
_LEAD: Final = re.compile(
    r"^(?:(?:da|vang|thua|a|u|thi|la|em|anh|chi|toi|chung toi|don vi|co|gom|duoc|du|dung|chi|chi co"
    r"|so luong|so nguoi|quan so|tong so|tong cong|tong|tat ca|ca thay|cong|het|den|ca)"
    r"\s*[:,]?\s+)+"
)
_TRAIL: Final = re.compile(r"(?:\s+(?:a|nhe|nha|thoi|roi|em|anh|(?<!dong )chi|day|do))+$")
_ABOUT_BEFORE: Final = re.compile(
    r"^(?:khoang chung|khoang tam|khoang|chung|tam|uoc chung|uoc tinh|uoc|gan|hon|tren|do"
    r"|xap xi|co le|hinh nhu|it nhat|~)\s*"
)
_ABOUT_AFTER: Final = re.compile(r"\s+(?:gi do|tro len|tro xuong|may|hay sao ay)$|\s*\+$")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")
_PAIR: Final = re.compile(
    r"\s*(?:(?<!\bd)(?<!\ba)/|\btren tong so\b|\btren tong\b|\btrong tong so\b|\btrong tong\b"
    r"|\btrong so\b|\btren\b|\btrong\b|\bcua tong so\b"
    r"|\bout of(?: a total of)?\b|\bof\b)\s*"
)
_PARTS: Final = re.compile(r"(?P<n>.{1,40}?) phan (?P<d>.{1,40})")
_PERCENT: Final = re.compile(r"(?P<whole>\d{1,3})(?:[.,](?P<rest>\d{1,6}))?\s*(?:%|phan tram)")
_SCALES: Final = {"chuc": 10, "tram": 100, "nghin": 1000, "ngan": 1000, "trieu": 1_000_000}
_SCALED: Final = re.compile(rf"(?P<n>\d{{1,3}}) ?(?P<scale>{'|'.join(_SCALES)})")
_LONGEST: Final = 200
_HUNDRED: Final = 100


class CountRefusal(StrEnum):
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    DECIMAL = "decimal"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class CountAnswer:
    """A count of 0 to 1,000,000, or why the text is none. `approximate`: khoảng, hơn, gần."""

    value: int | None
    approximate: bool = False
    refusal: CountRefusal | None = None


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """A part and its total, as said; the part may exceed the total."""

    part: int
    total: int
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    """An answer without courtesies: folded, and the same piece with its marks."""

    folded: str
    original: str


def _typed(text: str) -> _Typed:
    folded = fold_with_origins(text)
    start, end = 0, len(folded.text.rstrip(" .;!?…"))
    lead = _LEAD.match(folded.text[:end])
    if lead and lead.end() < end:
        start = lead.end()
    trail = _TRAIL.search(folded.text[start:end])
    if trail and trail.start():
        end = start + trail.start()
    return _Typed(folded.text[start:end], folded.piece(start, end))


def _number(typed: _Typed) -> CountAnswer:
    """Digits or words with the noun that is counted, and nothing else."""
    about = _ABOUT_BEFORE.match(typed.folded)
    after = _ABOUT_AFTER.search(typed.folded)
    start, end = about.end() if about else 0, after.start() if after else len(typed.folded)
    core = typed.folded[start:end].strip()
    core = re.sub(rf"^(?P<n>.+?){_NOUNS}$", r"\g<n>", core).strip()
    core = re.sub(r"\s*\([a-z ]{2,40}\)$", "", core)
    approximate = bool(about or after)
    negative = re.match(r"(?:-|am )\s*(?P<rest>.+)", core)
    if negative and _plain(negative["rest"], typed) is not None:
        return CountAnswer(None, refusal=CountRefusal.NEGATIVE)
    if _DECIMAL.fullmatch(core) and not _GROUPED.fullmatch(core):
        return CountAnswer(None, refusal=CountRefusal.DECIMAL)
    value = _plain(core, typed)
    if value is None:
        return CountAnswer(None, refusal=CountRefusal.NOT_A_NUMBER)
    if value > MOST:
        return CountAnswer(None, refusal=CountRefusal.TOO_LARGE)
    return CountAnswer(value, approximate=approximate)


def _plain(core: str, typed: _Typed) -> int | None:
    if _GROUPED.fullmatch(core):
        core = core.replace(".", "").replace(" ", "")
    tens = _SCALED.fullmatch(core)
    if tens:
        return int(tens["n"]) * _SCALES[tens["scale"]]
    if core.isdecimal():
        return int(core) if len(core) <= len(str(MOST)) else MOST + 1
    # the marks decide between bà and ba, từ and tư: read the words as they were typed
    at = fold_with_origins(typed.original)
    start = at.text.find(core)
    return words_to_int(at.piece(start, start + len(core))) if core and start >= 0 else None


def read_count(text: str) -> CountAnswer:
    """`12`, `12 người`, `mười hai`, `khoảng 20`, `12.000`; anything else is refused with why."""
    if len(text) > _LONGEST:
        return CountAnswer(None, refusal=CountRefusal.NOT_A_NUMBER)
    return _number(_typed(text))


def read_pair(text: str) -> PairAnswer | None:
    """`12/19`, `12 trên 19`, `12 người trong tổng số 19`: a part and its total, or None."""
    if len(text) > _LONGEST:
        return None
    folded = fold_with_origins(text)
    found = list(_PAIR.finditer(folded.text))
    splits = [m for m in found if m.start() and m.end() < len(folded.text)]
    if len(splits) != 1:
        return None
    left = _number(_typed(folded.piece(0, splits[0].start())))
    right = _number(_typed(folded.piece(splits[0].end(), len(folded.text))))
    if left.value is None or right.value is None:
        return None
    return PairAnswer(left.value, right.value, left.approximate or right.approximate)


def read_fraction(text: str) -> Fraction | None:
    """`2/3`, `hai phần ba`, `66,7 %`, `một nửa` as an exact fraction; None for anything else."""
    if len(text) > _LONGEST:
        return None
    typed = _typed(text)
    percent = _PERCENT.fullmatch(typed.folded)
    if percent:
        rest = percent["rest"] or ""
        return Fraction(int(percent["whole"] + rest), _HUNDRED * 10 ** len(rest))
    if typed.folded in ("mot nua", "nua", "1 nua"):
        return Fraction(1, 2)
    parts = _PARTS.fullmatch(typed.folded)
    if parts:
        upper, lower = (_plain(parts[name].strip(), typed) for name in ("n", "d"))
        return Fraction(upper, lower) if upper is not None and lower else None
    pair = read_pair(text)
    return Fraction(pair.part, pair.total) if pair and pair.total else None


_MORE_HEADS: Final = re.compile(
    rf"(?:co |ca |them )*(?P<count>\d{{1,4}}|{UP_TO_39})"
    r" (?!(?:chau|em|nan|ho|nha|con|ngay|lan|cu)\b)[a-z]+(?: [a-z]+){0,6}?"
    r"(?: (?:cung |da |co )*(?:tham gia|cuu|chua chay|phoi hop|giup|nua)\b|$)"
)


def read_more_heads(text: str) -> int | None:
    """How many more took part, as `3 công an xã cùng tham gia nữa` says."""
    match = _MORE_HEADS.match(fold(text))
    return to_int(match["count"]) if match else None
