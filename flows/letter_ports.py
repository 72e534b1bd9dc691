"""What the search needs of an office's own letters; storage implements it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from language.questions import Shelf


class LetterThere(Exception):  # noqa: N818 - a state of affairs, told to whoever adds it
    """The same letter was added before, as `letter`."""

    def __init__(self, letter: int) -> None:
        super().__init__(letter)
        self.letter = letter


class TooManyLetters(Exception):  # noqa: N818 - a state of affairs, told to whoever adds it
    """As many letters as are searched are there."""


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter of the office's own, and how many pieces it has."""

    id: int
    title: str
    pieces: int
    added_at: datetime


class OwnLetters(Protocol):
    """The letters that an office added to the search. Each call may raise StorageUnavailable."""

    def add(self, title: str, pieces: Sequence[tuple[str, str]]) -> int:
        """Keep a letter's pieces, each as its place and its words; the letter's number.

        Raises LetterThere where the same pieces are there, TooManyLetters.
        """

    def listed(self) -> tuple[OwnLetter, ...]:
        """Every letter, the first added first."""

    def remove(self, letter: int) -> bool:
        """Take a letter out with its pieces; False where there is none."""

    def shelf(self) -> Shelf:
        """All pieces, ready to be searched; built anew only after a change."""
