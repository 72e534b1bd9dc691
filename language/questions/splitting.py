"""A letter's text taken apart: chapters, articles, clauses, points, dashes, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from language.fold import clean

MOST_PIECES: Final = 5000
MOST_SIGNS: Final = 20_000
"""Of one piece; a longer one is cut where a sentence ends."""
_SENTENCE: Final = re.compile(r"(?<=[.;:!?])\s+")
_MARKUP: Final = re.compile(r"\*\*|__|^\s*[#>]+\s*")
_STAR: Final = re.compile(r"^\s*[*•]\s+")


@dataclass(frozen=True, slots=True)
class Level:
    """How a line begins that opens a piece, how its place is called, and how deep it lies."""

    pattern: re.Pattern[str]
    name: str
    depth: int


def _level(pattern: str, name: str, depth: int) -> Level:
    return Level(re.compile(pattern, re.IGNORECASE), name, depth)


_LEVELS: Final = (
    _level(r"(?P<mark>phần|chương|mục)\s+(?P<n>[IVXLC]+|\d+|thứ \w+)\b[.:]?", "{mark} {n}", 0),
    _level(r"điều\s+(?P<n>\d+[a-zđ]?)\b[.:]?", "Điều {n}", 1),
    _level(r"(?P<n>[IVXL]+)[.)]\s", "phần {n}", 1),
    _level(r"(?:khoản\s+)?(?P<n>\d{1,2})[.)]\s(?!\d)", "khoản {n}", 2),
    _level(r"(?P<n>\d{1,2}(?:\.\d{1,2})+)[.)]?\s", "mục {n}", 3),
    _level(r"(?:điểm\s+)?(?P<n>[a-zđ])[.)]\s", "điểm {n}", 4),
    _level(r"[-–—+]\s+(?P<n>)", "ý {n}", 5),
)
_DASH: Final = 5


@dataclass(slots=True)
class _Reading:
    """What is open while the lines are read: the place by depth, and the piece's lines."""

    places: dict[int, str] = field(default_factory=dict)
    dashes: int = 0
    lines: list[str] = field(default_factory=list)


def split(text: str) -> tuple[tuple[str, str], ...]:
    """The pieces of a letter, each as its place in words and its text; at most MOST_PIECES."""
    found: list[tuple[str, str]] = []
    for piece in _pieces(text):
        found.append(piece)
        if len(found) >= MOST_PIECES:
            break
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    reading = _Reading()
    for raw in text.splitlines():
        line = _plain(raw)
        opened = _opened(line)
        if not line or opened:
            yield from _closed(reading)
        if opened:
            _open(reading, *opened)
        if line:
            reading.lines.append(line)
    yield from _closed(reading)


def _plain(raw: str) -> str:
    """The line without Markdown's signs; a list's star is a dash."""
    return clean(_MARKUP.sub("", _STAR.sub("- ", raw)))


def _opened(line: str) -> tuple[int, str] | None:
    """How deep a piece the line opens, and how its place is called."""
    for level in _LEVELS:
        match = level.pattern.match(line)
        if match:
            return level.depth, level.name.format(**match.groupdict())
    return None


def _open(reading: _Reading, depth: int, name: str) -> None:
    reading.dashes = reading.dashes + 1 if depth == _DASH else 0
    reading.places = {at: told for at, told in reading.places.items() if at < depth}
    reading.places[depth] = f"ý {reading.dashes}" if depth == _DASH else name


def _closed(reading: _Reading) -> Iterator[tuple[str, str]]:
    words = " ".join(reading.lines)
    reading.lines.clear()
    if any(sign.isalnum() for sign in words):
        label = ", ".join(reading.places[depth] for depth in sorted(reading.places))
        yield from ((label, part) for part in _cut(words))


def _cut(words: str) -> Iterator[str]:
    while len(words) > MOST_SIGNS:
        ends = [match.end() for match in _SENTENCE.finditer(words, 0, MOST_SIGNS)]
        at = ends[-1] if ends else MOST_SIGNS
        yield words[:at].strip()
        words = words[at:]
    yield words
