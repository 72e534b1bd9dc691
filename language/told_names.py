"""A name told by itself: `tên anh ấy là Vàng A Sính`, `anh Vàng A Sính`."""

from __future__ import annotations

import re
from typing import Final

from language.facts.name_words import SURNAMES
from language.fold import clean, fold, fold_with_origins

_LONGEST: Final = 80
_FEWEST: Final = 2
_MOST: Final = 5
_WHO: Final = (
    r"(?:anh|chi|ong|ba|co|em|chu|bac|cau|nguoi|chau|thay)(?: (?:ay|ta|do|nay|cuu nguoi))?"
)
_ITS: Final = r"(?:ho (?:va )?ten|ten)(?: (?:day du|that|dung|goi))?"
_SAID: Final = (
    re.compile(
        rf"(?:[a-z]{{1,4}}[ ,]+){{0,3}}?{_ITS}(?: cua)?(?: {_WHO})?(?: la| ?:) ?(?P<name>.+)"
    ),
    re.compile(rf"(?:[a-z]{{1,4}}[ ,]+){{0,3}}?{_WHO} (?:co )?{_ITS}(?: la| ?:)? (?P<name>.+)"),
)
_TITLE: Final = re.compile(r"(?:ong|ba|anh|chi|co|chu|em|dong chi|d/c|dc|thay|chau) (?P<name>.+)")
_SURNAMED: Final = frozenset({"Chu", "Chau", "Châu"})
"""Surnames that without marks read like a title: chú, cháu."""
_TAIL: Final = re.compile(r"(?:[ ,]+(?:ạ|a|nhé|nhe|nha|đó|do|em|anh|chị))+$")


def read_told_name(text: str) -> str | None:
    """The name that the whole message tells; written with capitals where nothing says it is one."""
    if len(text) > _LONGEST or "?" in text:
        return None
    typed = clean(text).strip(" .")
    folded = fold_with_origins(typed)
    for pattern in _SAID:
        said = pattern.fullmatch(folded.text)
        if said:
            return _said(_plain(folded.piece(*said.span("name"))))
    titled = None if typed.split(" ")[0] in _SURNAMED else _TITLE.fullmatch(folded.text)
    name = _plain(folded.piece(*titled.span("name")) if titled else typed)
    known = titled is not None or fold(name).split(" ")[0] in SURNAMES
    return name if known and _is_full(name) and name.istitle() else None


def _plain(name: str) -> str:
    """Without courtesies behind it."""
    return _TAIL.sub("", name).strip(" .,:")


def _said(name: str) -> str | None:
    """A name behind `tên là`: whole, or one word with its capital."""
    return name if _is_full(name) or (name.isalpha() and name.istitle()) else None


def _is_full(name: str) -> bool:
    words = name.split()
    return _FEWEST <= len(words) <= _MOST and all(word.isalpha() for word in words)
