"""Which language a text is written in, where that is plain: Vietnamese or English."""

from __future__ import annotations

import re
from typing import Final

from language.fold import clean, marks

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_SHARE: Final = 3
"""One word in so many tells the language."""
# none of them is a Vietnamese syllable without its marks, nor a loan that officers use
_WORDS: Final = """
hello thanks thank please sorry yes you your yours we us our ours they their his she her
this these those there here is are was were been has have had having does did will would
should could cannot can't don't didn't doesn't isn't what when where which who whose why how
and because with without from into about after before between until of for or any some many
more most all both each other another only also very just want wants need needs help helped
give gave make made know think tell told said ask asked propose proposed proposal award
awards reward rewarded deadline submit submitted qualify eligible save saved rescue rescued
child children people woman women boy girl team teacher soldier soldiers militia police
officer village commune district province yesterday today tomorrow week month year days last
next fire flood river drowning house two three four five six seven eight nine first second
letter letters does question english speak
"""
_ENGLISH: Final = frozenset(_WORDS.split())


def language_of(text: str) -> str | None:
    """`vi` by its marks, `en` by its words; None where neither is plain. Names tell nothing."""
    first, *others = _WORD.findall(clean(text)) or ("",)
    words = [first.lower(), *(word for word in others if word.islower())]
    marked = sum(bool(marks(word)) for word in words)
    english = sum(word in _ENGLISH for word in words)
    if english > marked and english * _SHARE >= len(words):
        return "en"
    return "vi" if marked and marked * _SHARE >= len(words) else None
