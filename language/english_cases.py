"""Whether words in English tell a case, which is read in Vietnamese only, and of which award."""

from __future__ import annotations

import re
from typing import Final

from language.fold import clean

_FEWEST: Final = 5
"""Of fewer words no case is told."""
_ASKS: Final = re.compile(r"(?:how|what|when|which|where|why|who|is there|do i|must)\b")
_DEEDS: Final = re.compile(
    r"\b(?:sav(?:ed|ing)|rescu(?:e|ed|ing)|drown(?:ed|ing)|pulled|carried|put out|caught|flood\w*"
    r"|fires?|river|stream|landslides?|brave\w*|surprise|outstanding deed)\b"
)
_THEMES: Final = re.compile(
    r"\b(?:thematic|emulation|movement|campaign|anniversary|conference|congress|programme|program"
    r"|final review|summing[- ]up)\b"
)
_CASE: Final = re.compile(
    r"\b(?:award\w*|propos\w+|nominat\w+|reward\w*|commend\w*|prais\w+|qualif\w+|eligib\w+"
    r"|certificates?)\b"
)


def told_in_english(text: str) -> str | None:
    """`surprise`, `thematic`, or `any` where it is not told of which award; None for no case."""
    words = clean(text).lower()
    if len(words.split()) < _FEWEST or _ASKS.match(words):
        return None
    deeds, themes = len(_DEEDS.findall(words)), len(_THEMES.findall(words))
    if deeds != themes:
        return "surprise" if deeds > themes else "thematic"
    return "any" if deeds or _CASE.search(words) else None
