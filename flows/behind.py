"""What it takes to plan drafts and reports that nobody talks about; all calls synchronous."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from flows.model import Draft, Person
from flows.reminding import Plan
from rules.verdict import Assessment


@dataclass(frozen=True, slots=True)
class Behind:
    """A draft, its owner, and the digest of the plan that its reminders follow now.

    The draft is None where its row cannot be read, the owner where the account keeps no drafts
    in the draft's unit any more.
    """

    id: int
    draft: Draft | None
    owner: Person | None
    plan: str | None


class Drafts(Protocol):
    """The drafts of everybody; each call is one short transaction. All raise StorageUnavailable."""

    def behind(self, mark: str, *, after: int, at_most: int) -> tuple[Behind, ...]:
        """By id from above `after`, those whose plan's digest does not begin with the mark."""

    def catch_up(self, found: Behind, assessment: Assessment, plan: Plan) -> bool:
        """Write judgement and plan, and leave version and time; False where it was changed."""


class Reports(Protocol):
    """The reports owed by all units; each call is one short transaction.

    All raise StorageUnavailable.
    """

    def behind(self, mark: str, *, after: int, at_most: int) -> tuple[int, ...]:
        """By id from above `after`, those whose plan's digest does not begin with the mark."""

    def plan_anew(self, task: int, mark: str) -> bool:
        """Plan one that is behind; False where it is no more. Raises for a row not readable."""
