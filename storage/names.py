"""A person's name as people write it: found in texts, in answers and in the names of files."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from flows.judging import fact_at
from flows.model import Json
from language.fold import fold, fold_with_origins
from rules.facts import Kind
from storage.values import compact

_OF_NOMINEE: Final = re.compile(r"nominees\[\d+\]\.")
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|jpe?g|png|heic)\Z", re.IGNORECASE)
"""How the name of a file ends: there a name is written without marks and with any separator."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as people write it, whatever its case and spaces; `mark` stands in its place."""

    name: str
    mark: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _pattern(self.name)

    def out_of(self, text: str) -> str:
        """The text without the name; as it was where it does not hold it."""
        found = self._out_of_json(text) if text[:1] in {"{", "["} else None
        return self._plain(text) if found is None else found

    def told_in(self, text: str) -> list[Json]:
        """What the text tells of the person: a nominee's answers, or the words with the name."""
        try:
            value = json.loads(text) if text[:1] in {"{", "["} else text
        except ValueError:
            value = text
        return list(self._told(value))

    def _told(self, value: Json) -> Iterator[Json]:
        if isinstance(value, str):
            if self._plain(value) != value:
                yield value
        elif isinstance(value, list):
            for one in value:
                yield from self._told(one)
        elif isinstance(value, dict):
            own = self._nominees(value)
            mine = {key: one for key, one in value.items() if own and key.startswith(own)}
            if mine:
                yield mine
            for key, one in value.items():
                if key not in mine:
                    yield from self._told(one)

    def _out_of_json(self, text: str) -> str | None:
        try:
            value = json.loads(text)
        except ValueError:
            return None
        without = self._without(value)
        return text if without == value else compact(without)

    def _without(self, value: Json) -> Json:
        if isinstance(value, str):
            return self._plain(value)
        if isinstance(value, list):
            return [self._without(one) for one in value]
        if isinstance(value, dict):
            own = self._nominees(value)
            return {
                key: self.mark if _tells_of(key, one, own) else self._without(one)
                for key, one in value.items()
            }
        return value

    def _nominees(self, answers: Mapping[str, Json]) -> tuple[str, ...]:
        """How the paths begin of nominees of this name."""
        pattern = self.pattern
        return tuple(
            path.removesuffix("name")
            for path, value in answers.items()
            if path.endswith("].name")
            and isinstance(value, str)
            and pattern.fullmatch(_composed(value).strip())
        )

    def _plain(self, text: str) -> str:
        pattern, composed = self.pattern, _composed(text)
        if pattern.search(composed):
            text = pattern.sub(self.mark, composed)
        return self._out_of_file(text) if _FILE.search(text) else text

    def _out_of_file(self, file: str) -> str:
        """The name of a file without the person's, with or without marks: `nong-thi-hanh.pdf`."""
        plain = fold_with_origins(file)
        for found in reversed([*_pattern_of_files(self.name).finditer(plain.text)]):
            start, end = plain.origins[found.start()], plain.origins[found.end()]
            file = file[:start] + self.mark + file[end:]
        return file


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in _composed(name).split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@cache
def _pattern_of_files(name: str) -> re.Pattern[str]:
    words = r"[\W_]*".join(re.escape(word) for word in fold(name).split())
    return re.compile(rf"(?<![^\W\d_]){words}(?![^\W\d_])")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _tells_of(path: str, value: Json, own: tuple[str, ...]) -> bool:
    """Whether this is told of the nominee in words: their name, post, or what they did."""
    if not isinstance(value, str) or not own or not path.startswith(own):
        return False
    fact = fact_at(path) if _OF_NOMINEE.match(path) else None
    return fact is None or fact.kind is Kind.TEXT
