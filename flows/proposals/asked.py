"""What the flow of proposals asks of their register, answered within its turn.

Each names the type of its answer; what is not the person's to see, or is not there, is
answered with None: denied is the default, and the two look alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from flows.proposals.matter import Alike, Details, Proposal, Snapshot
from flows.proposals.moves import Step
from rules.message import Message

MOST_ENDED: Final = 5
"""As many of those that are ended are listed."""


@dataclass(frozen=True, slots=True)
class ReadProposal:
    """Proposal | None: that of a draft."""

    draft: int


@dataclass(frozen=True, slots=True)
class ListProposals:
    """tuple[Line, ...]: of the person's own, of their unit as its head, of their office.

    What is on its way; of what is `ended`, the latest.
    """

    ended: bool = False


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Taken | None: the step as the person took it, or why it could not be taken.

    What is sent brings its `snapshot`, and the `version` of the draft that it is of; a step
    on what was sent the `version` of the proposal that was seen. `office` is the one that was
    shown to who sends: where it is another by now, nothing is sent.
    """

    draft: int
    step: Step
    version: int
    details: Details = field(default_factory=Details)
    snapshot: Snapshot | None = None
    office: int | None = None


@dataclass(frozen=True, slots=True)
class FindOffice:
    """Routed | None: where a draft of the person's would be sent today, and why there."""

    draft: int


@dataclass(frozen=True, slots=True)
class FindAlike:
    """Named | None: whom a draft of the person's names, proposed or awarded before."""

    draft: int


@dataclass(frozen=True, slots=True)
class Named:
    """What the register knows of those that a draft names; nothing is an answer too."""

    found: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Proposal | None: a clause marked by its reviewer (`met`, `not_met`, or unmarked again)."""

    draft: int
    clause: str
    mark: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The proposal as it is then; `why_not` where nothing was changed."""

    proposal: Proposal | None
    why_not: Message | None = None


OfProposals: TypeAlias = ReadProposal | ListProposals | TakeStep | FindOffice | FindAlike | Mark
