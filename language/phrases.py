"""Whether a whole message is one of some phrases, marks and courtesies allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from language.fold import clean, fold, fold_with_origins, marks

_EDGES: Final = " .,;:!?…\"'()[]"
_LEAD: Final = re.compile(
    r"^(?:(?:cho toi|cho em|toi muon|em muon|da|vang|thua|u|uh|um|anh|chi|em|ban|oi"
    r"|ok|oke|okay|vay thi|the thi|vay|the|thoi)[ ,]+)+"
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


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases and what each means, kept by their folded words so that one look-up finds them."""

    by_words: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, meanings: Mapping[str, Iterable[str]]) -> Phrasebook:
        """A book of every meaning's phrases."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                words = _key(fold(phrase))
                found[words] = (*found.get(words, ()), (phrase, meaning))
        return cls(MappingProxyType(found))

    def meaning(self, text: str) -> str | None:
        """What the whole text means, with or without courtesies around it."""
        folded = fold_with_origins(text)
        for core in _cores(folded.text.strip(_EDGES)):
            for phrase, meaning in self.by_words.get(_key(core), ()):
                start = folded.text.find(core)
                if same_words(folded.piece(start, start + len(core)), phrase):
                    return meaning
        return None


def _key(folded: str) -> str:
    return " ".join(word.strip(_EDGES) for word in folded.split())
