"""Text without its marks: what the readers match on, and the way back to the words as typed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_PLAIN: Final = {
    "đ": "d",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{FRACTION SLASH}": "/",
    "\N{DIVISION SLASH}": "/",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
}
REMEMBERED: Final = 16
"""One turn reads a message several times over, and little beside it."""
_SIGNS: Final = 2048
"""Signs read once: more than officers and catalogues use."""
# joiners and direction marks are Cf, controls Cc, lone halves of a pair Cs
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A text folded, and where each of its characters began in the original."""

    text: str
    original: str
    origins: tuple[int, ...]

    def piece(self, start: int, end: int) -> str:
        """The words of the original that became `text[start:end]`, marks and case kept."""
        if start >= min(end, len(self.origins)):
            return ""
        last = self.origins[end] if end < len(self.origins) else len(self.original)
        return clean(self.original[self.origins[start] : last])


@lru_cache(maxsize=_SIGNS)
def _plain(char: str) -> str:
    """A character without marks and case; empty for what cannot be seen."""
    if char.isspace():
        return " "
    if char.isascii():
        return char.lower() if char.isprintable() else ""
    if unicodedata.category(char) in _INVISIBLE:
        return ""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    spread = unicodedata.normalize("NFD", char.lower())
    return "".join(_PLAIN.get(c, c) for c in spread if unicodedata.category(c) != "Mn")


@lru_cache(maxsize=REMEMBERED)
def fold_with_origins(text: str) -> Folded:
    """Fold, remembering the places: for readers that must show the piece they read."""
    plains = list(map(_plain, text))
    whole = "".join(plains)
    if "" not in plains and len(whole) == len(text) and " ".join(whole.split()) == whole:
        return Folded(whole, text, tuple(range(len(text))))
    chars: list[str] = []
    origins: list[int] = []
    for place, plain in enumerate(plains):
        if plain == " " and (not chars or chars[-1] == " "):
            continue
        chars.extend(plain)
        origins.extend([place] * len(plain))
    if chars and chars[-1] == " ":
        chars.pop()
        origins.pop()
    return Folded("".join(chars), text, tuple(origins))


def fold(text: str) -> str:
    """Lower case, no diacritics (đ becomes d), nothing invisible, white space squeezed."""
    return " ".join("".join(map(_plain, text)).split())


def clean(text: str) -> str:
    """NFC, nothing invisible, white space squeezed: for names and other words that are kept."""
    return " ".join(unicodedata.normalize("NFC", "".join(map(_seen, text))).split())


@lru_cache(maxsize=_SIGNS)
def _seen(char: str) -> str:
    """The character, white space as a space; empty for what cannot be seen."""
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _INVISIBLE else char


def clean_lines(text: str) -> str:
    """The same line by line; empty lines fall away."""
    return "\n".join(line for line in map(clean, text.splitlines()) if line)


def marks(word: str) -> str:
    """The diacritics of a word, whatever letter they stand on (`hoà` and `hòa` are alike)."""
    return "".join(sorted("".join(map(_marks_on, word))))


@lru_cache(maxsize=_SIGNS)
def _marks_on(char: str) -> str:
    """The marks of one letter; the stroke of đ is a dash."""
    spread = unicodedata.normalize("NFD", char.lower())
    return "".join("-" if c == "đ" else c for c in spread if c == "đ" or unicodedata.combining(c))
