"""Whether a whole message is one of some phrases, marks and courtesies allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from language.fold import clean, fold, marks

_EDGES: Final = " .,;:!?…\"'()[]"
_COURTESY: Final = re.compile(
    r"^(?:(?:da|vang|thua|u|uh|um|anh|chi|em|ban|oi|cho toi|cho em|toi muon|em muon) )+"
    r"|(?: (?:a|nhe|nha|nhi|di|voi|giup|giup toi|giup em|em|anh|chi|oi|day|luon))+$"
)


def bare(text: str) -> str:
    """The text without signs at its ends, NFC, white space squeezed."""
    return clean(text).strip(_EDGES)


def without_courtesy(text: str) -> str:
    """Folded, without `dạ`, `thưa`, `ạ`, `nhé` around it; itself if nothing else is there."""
    folded = fold(text).strip(_EDGES)
    return _COURTESY.sub("", folded).strip(_EDGES) or folded


def same_words(typed: str, phrase: str) -> bool:
    """Word for word the phrase; a word typed with marks must carry the phrase's own."""
    words, expected = bare(typed).split(), phrase.split()
    return len(words) == len(expected) and all(
        fold(word.strip(_EDGES)) == fold(wanted) and marks(word) in ("", marks(wanted))
        for word, wanted in zip(words, expected, strict=True)
    )


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether the whole text is one of the phrases, with or without courtesies around it."""
    typed = bare(text)
    core = _core(typed)
    return any(same_words(typed, phrase) or same_words(core, phrase) for phrase in phrases)


def _core(typed: str) -> str:
    """The words as typed that are left without courtesies."""
    words, kept = typed.split(), without_courtesy(typed).split()
    folded = [fold(word).strip(_EDGES) for word in words]
    for start in range(len(words) - len(kept) + 1):
        if folded[start : start + len(kept)] == kept:
            return " ".join(words[start : start + len(kept)])
    return typed
