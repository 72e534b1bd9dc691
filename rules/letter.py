"""What a letter is made of: paragraphs, and the clauses in them, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.message import Message, say
from rules.sources import InForce


class Treatment(StrEnum):
    """What becomes of a clause: a rule, a duty with a day, a person's judgement, information."""

    RULE = "rule"
    DUTY = "duty"
    PERSON = "person"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Note:
    """A line on the letter's status, shown from a day on."""

    key: str
    since: date
    reference: str
    checked: date


@dataclass(frozen=True, slots=True)
class Judged:
    """When a clause waits for a person: the kinds of case, and the values facts must not deny."""

    kinds: frozenset[str]
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its blank number as printed, whom it binds (`all` or a fact), its dates."""

    id: str
    number: str
    binds: str
    in_force: InForce
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]

    @property
    def title(self) -> Message:
        return say(f"letter.{self.id}")

    def status(self, day: date) -> Message | None:
        """The line that says what became of the letter by that day."""
        keys = [note.key for note in self.notes if note.since <= day]
        return say(keys[-1]) if keys else None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a letter, whole, and the clauses it is made of."""

    place: Message
    text: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a paragraph with an id of its own; `quote` stands in `text` word for word.

    `core` is its operative words alone, for a card on a phone.
    """

    id: str
    letter: str
    place: Message
    quote: str
    core: str
    text: str
    treatment: Treatment
    judged: Judged | None

    @property
    def citation(self) -> Message:
        """Letter and place in words: `Công văn UBND tỉnh 5/2022, mục 2, ý 2`."""
        return say("citation", letter=say(f"letter.{self.letter}.short"), place=self.place)
