"""Vietnamese as it is printed: counts in words, days, honorifics, clean text."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

from language.fold import clean

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TEN, _HUNDRED, _THOUSAND, _MILLION = 10, 100, 1_000, 1_000_000
_FIRST_MONTHS: Final = 2
_HONORIFICS: Final = (
    *("đồng chí", "ông", "bà", "anh", "chị", "em", "cháu", "cụ", "cô", "thầy"),
    *("binh nhì", "binh nhất", "hạ sĩ", "trung sĩ", "thượng sĩ"),
    *(
        f"{step} {rank}"
        for rank in ("úy", "uý", "tá")
        for step in ("thiếu", "trung", "thượng", "đại")
    ),
)
_SHORT: Final = {"đ/c": "đồng chí", "đ/c.": "đồng chí", "đc": "đồng chí"}
"""Written in full on papers."""
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")


def inline(text: str) -> str:
    """A value as part of a longer sentence: on one line, its own full stop left out."""
    return clean(text).rstrip(" .;,")


def sentence(text: str) -> str:
    """A value as a sentence of its own."""
    said = clean(text)
    return said if not said or said[-1] in ".!?…" else f"{said}."


def number_in_words(value: int) -> str:
    """A count below a thousand million: 21 is hai mươi mốt, 105 một trăm linh năm."""
    if value < 0:
        raise ValueError(value)
    for scale, name in ((_MILLION, "triệu"), (_THOUSAND, "nghìn")):
        if value >= scale:
            most, rest = divmod(value, scale)
            tail = f" {_below_thousand(rest, full=True)}" if 0 < rest < _THOUSAND else ""
            tail = f" {number_in_words(rest)}" if rest >= _THOUSAND else tail
            return f"{number_in_words(most)} {name}{tail}"
    return _below_thousand(value)


def _below_thousand(value: int, *, full: bool = False) -> str:
    hundreds, rest = divmod(value, _HUNDRED)
    if not hundreds and not full:
        return _below_hundred(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} linh {_DIGITS[rest]}" if rest < _TEN else f"{said} {_below_hundred(rest)}"


def _below_hundred(value: int) -> str:
    tens, ones = divmod(value, _TEN)
    if not tens:
        return _DIGITS[ones]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return said
    last = "lăm" if ones == 5 else _DIGITS[ones]  # noqa: PLR2004 - năm is lăm behind a ten
    return f"{said} {'mốt' if ones == 1 and tens > 1 else last}"


def counted(value: int) -> str:
    """02 (hai): as papers write a count."""
    return f"{value:02d} ({number_in_words(value)})"


def day_in_words(day: date) -> str:
    """ngày 05 tháng 02 năm 2026: a nought before days below ten and the first two months."""
    month = f"{day.month:02d}" if day.month <= _FIRST_MONTHS else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def split_honorific(name: str) -> tuple[str, str]:
    """("Bà", "Nguyễn Thị B") of bà Nguyễn Thị B; no honorific where none was typed."""
    first, _, others = name.partition(" ")
    name = f"{_SHORT[first.lower()]} {others}" if first.lower() in _SHORT else name
    for honorific in _HONORIFICS:
        head, rest = name[: len(honorific)], name[len(honorific) :]
        if head.lower() == honorific and rest.startswith(" ") and len(rest.split()) > 1:
            return honorific.capitalize(), rest.strip()
    return "", name


def without_kind(name: str) -> str:
    """A body's name without the word for what it is, which the paper prints itself."""
    for kind in ("tập thể ", "hộ gia đình "):
        if name.lower().startswith(kind):
            rest = name[len(kind) :].strip()
            return rest[:1].upper() + rest[1:]
    return name


def compared(target: str | None, result: str | None) -> str | None:
    """The result as a share of the target, where both hold one number of the same thing.

    None where that cannot be told: nothing is guessed.
    """
    one, other = _measure(target), _measure(result)
    if one is None or other is None or one[1] != other[1] or not one[0]:
        return None
    return percent(other[0], one[0])


def percent(part: Fraction | int, total: Fraction | int) -> str:
    """A share to a tenth of a hundredth: 85,7 %."""
    whole, tenth = divmod(round(Fraction(part) / total * 1000), 10)
    return f"{whole},{tenth} %" if tenth else f"{whole} %"


def _measure(text: str | None) -> tuple[Fraction, str] | None:
    found = _NUMBER.findall(text or "")
    if text is None or len(found) != 1:
        return None
    _, _, behind = text.partition(found[0])
    unit = behind.split()[:1]
    number = Fraction(found[0].replace(".", "").replace(",", "."))
    return number, unit[0].lower().strip(".,;") if unit else ""
