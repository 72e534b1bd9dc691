"""What the board of a receiving office needs of the register of proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from flows.model import Person
from flows.proposals.asked import Mark, Taken, TakeStep
from flows.proposals.matter import Line, Proposal

A_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals are listed: of a state, of a kind, only those overdue; from which on.

    `sought` are words of a name, a unit, a number or the deed. Without a state and without
    such words, all that are not ended.
    """

    state: str = ""
    kind: str = ""
    overdue: bool = False
    first: int = 0
    sought: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of an office's proposals, and how many there are in each state."""

    person: Person
    lines: tuple[Line, ...] = ()
    count: int = 0
    by_state: Mapping[str, int] = field(default_factory=dict)


class ProposalBoards(Protocol):
    """For the reviewers and administrators of an office; each call is one transaction.

    None where the chat is bound to no such person. All raise StorageUnavailable.
    """

    def listed(
        self, channel: str, sender: str, wanted: Wanted, *, overdue_from: date
    ) -> Listing | None:
        """A page of them, what waits longest first."""

    def read(self, channel: str, sender: str, *, draft: int) -> tuple[Person, Proposal] | None:
        """One that was sent to the office."""

    def step(self, channel: str, sender: str, *, asked: TakeStep) -> Taken | None:
        """A step by its reviewer; None also of an administrator, who only looks."""

    def mark(self, channel: str, sender: str, *, asked: Mark) -> Proposal | None:
        """A clause marked by its reviewer."""
