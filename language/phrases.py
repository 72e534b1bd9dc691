"""Whether a whole message is one of some phrases, marks and courtesies allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from language.fold import clean, fold, fold_with_origins, marks

_EDGES: Final = " .,;:!?…\"'()[]"
_LEAD: Final = re.compile(
    r"^(?:(?:cho toi|cho em|toi muon|em muon|da|vang|thua|u|uh|um|anh|chi|em|ban|oi)[ ,]+)+"
)
_TRAIL: Final = re.compile(
    r"(?:[ ,]+(?:a|nhe|nha|nhi|di|voi|giup|giup toi|giup em|em|anh|chi|oi|day|luon))+$"
)


def bare(text: str) -> str:
    """The text without signs at its ends, NFC, white space squeezed."""
    return clean(text).strip(_EDGES)


def without_courtesy(text: str) -> str:
    """Folded, without `dạ`, `thưa`, `ạ`, `nhé` around it; itself if nothing else is there."""
    return _cores(fold(text).strip(_EDGES))[-1]


def _cores(folded: str) -> tuple[str, ...]:
    """The text, then without what trails, then without what leads, each while words are left."""
    trimmed = _TRAIL.sub("", folded).strip(_EDGES) or folded
    return folded, trimmed, _LEAD.sub("", trimmed).strip(_EDGES) or trimmed


def same_words(typed: str, phrase: str) -> bool:
    """Word for word the phrase; a word typed with marks must carry the phrase's own."""
    words, expected = bare(typed).split(), phrase.split()
    return len(words) == len(expected) and all(
        fold(word).strip(_EDGES) == fold(wanted) and marks(word) in ("", marks(wanted))
        for word, wanted in zip(words, expected, strict=True)
    )


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether the whole text is one of the phrases, with or without courtesies around it."""
    folded = fold_with_origins(text)
    typed = []
    for core in _cores(folded.text.strip(_EDGES)):
        start = folded.text.find(core)
        typed.append(folded.piece(start, start + len(core)))
    return any(same_words(piece, phrase) for phrase in phrases for piece in typed)
