"""What it takes to plan drafts that nobody is talking about; all calls synchronous."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from flows.model import Draft, Person
from flows.reminding import Plan
from rules.verdict import Assessment


@dataclass(frozen=True, slots=True)
class Behind:
    """A draft, its owner, and the digest of the plan that its reminders follow now.

    The owner is None where the account keeps no drafts in the draft's unit any more.
    """

    draft: Draft
    owner: Person | None
    plan: str | None


class Drafts(Protocol):
    """The drafts of everybody; each call is one short transaction. All raise StorageUnavailable."""

    def behind(self, mark: str, *, after: int, at_most: int) -> tuple[Behind, ...]:
        """By id from above `after`, those whose plan's digest does not begin with the mark."""

    def catch_up(self, found: Behind, assessment: Assessment, plan: Plan) -> bool:
        """Write judgement and plan, and leave version and time; False where it was changed."""
