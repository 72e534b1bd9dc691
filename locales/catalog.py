"""Sentences by key in each language: gettext catalogues, found by folder, formatted by Babel."""

from __future__ import annotations

import gettext
import string
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from rules.message import Message

HERE = Path(__file__).parent
DEFAULT = "vi"
_WEEKDAYS = {"vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")}
_NUMBERS = {"tenths": (10, "0.0"), "grouped": (1, "#,##0")}
_NO_YEAR = ("short", "near")
_SHORT = {"vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN")}


class MissingText(KeyError):  # noqa: N818 - said of a text, as a state
    """A message has no text in this language."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder, the default first."""
    found = sorted(p.name for p in HERE.iterdir() if (p / "LC_MESSAGES").is_dir())
    return (DEFAULT, *(name for name in found if name != DEFAULT))


@cache
def _texts(language: str) -> Mapping[str, str]:
    merged: dict[str, str] = {}
    for path in sorted((HERE / language / "LC_MESSAGES").glob("*.mo")):
        with path.open("rb") as file:
            # the private mapping is the only way to tell a missing key from its echo
            merged.update(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]  # noqa: SLF001
    return merged


def keys(language: str) -> frozenset[str]:
    """Every key that has a text in the language."""
    return frozenset(key for key in _texts(language) if key)


def has(key: str, language: str = DEFAULT) -> bool:
    return key in _texts(language)


class _Formatter(string.Formatter):
    """Dates show with their weekday (`{d}`), counts as they are.

    `{d:plain}` is 12/11/2026, `{d:short}` T5 12/11, `{d:near}` thứ Năm 12/11, `{d:month}`
    tháng 11/2026. `{n:tenths}` shows an integer number of tenths in the language's decimals
    (632: 63,2), `{n:grouped}` a count with its thousands apart (1.000.000); years and ids are
    not counts.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Message):
            return text(value, self.language)
        if isinstance(value, bool):
            return text(Message("yes" if value else "no"), self.language)
        if isinstance(value, date):
            return day(value, self.language, format_spec)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self.format_field(item, format_spec) for item in value)
        if format_spec in _NUMBERS:
            scale, pattern = _NUMBERS[format_spec]
            # a whole number stays whole, and what is none is refused
            number = value / scale if scale > 1 else int(value)
            return format_decimal(number, pattern, locale=self.language)
        return str(super().format_field(value, format_spec))


_MONTH = {"vi": "'tháng' M/y"}


def day(value: date, language: str, style: str = "") -> str:
    """A day in words, with its weekday unless it is `plain`; `near` and `short` without the year,
    `month` without the day.
    """  # noqa: D205
    if style == "month":
        return format_date(value, _MONTH.get(language, "LLLL y"), locale=language)
    plain = value.strftime("%d/%m/%Y")
    if style == "plain":
        return plain
    if language in _WEEKDAYS:
        names = _SHORT if style == "short" else _WEEKDAYS
        name = names[language][value.weekday()]
    else:
        name = format_date(value, "EEE" if style == "short" else "EEEE", locale=language)
    return f"{name} {value.strftime('%d/%m')}" if style in _NO_YEAR else f"{name} {plain}"


@cache
def _formatter(language: str) -> _Formatter:
    return _Formatter(language)


def text(message: Message, language: str = DEFAULT) -> str:
    """The message's sentence in the language. Raises MissingText."""
    texts = _texts(language)
    if message.key not in texts:
        raise MissingText(f"{language}: {message.key}")
    found = texts[message.key]
    if "{" not in found and "}" not in found:
        return found
    return _formatter(language).vformat(found, (), message.values)
