"""What an assessment is made of: outcomes, findings, timing, the verdict (vocabulary `check`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.message import Message


class Verdict(StrEnum):
    """The answer on merit; the last two and NEEDS_MORE are those of a revocation."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NEEDS_MORE = "needs_more"
    REVOKE = "revoke"
    KEEP = "keep"

    def __bool__(self) -> bool:
        msg = "a verdict has three values; compare it"
        raise TypeError(msg)


class Outcome(StrEnum):
    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        msg = "an outcome has three values; compare it"
        raise TypeError(msg)


class Severity(StrEnum):
    BAR = "bar"
    REQUIREMENT = "requirement"
    ADVICE = "advice"


class TimingStatus(StrEnum):
    IN_TIME = "in_time"
    ROLLED = "rolled"
    LATE = "late"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Timing:
    """Where the case stands against its day count; never part of the verdict.

    `due` is the raw last day, `due_rolled` the next working day where the raw one is a day
    off (else None), `safe` the day one would be wise to keep, `basis` the fact the count starts
    from; `counting` says how the days were counted and which were passed over.
    """

    status: TimingStatus
    explanation: Message
    due: date | None = None
    due_rolled: date | None = None
    basis: str | None = None
    clause: str | None = None
    estimated: bool = False
    counting: Message | None = None
    safe: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's word on the case (`nominee` None) or on one nominee (its index).

    `decides` is False for advice and for a bar that is only asked for (a quota not known):
    such an unknown never makes a verdict `needs_more`. `needs` are the fact paths still open,
    `asks` whether they are asked for. `status` says what became of the letter since.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    clause: str
    quote: str
    message: Message
    nominee: int | None = None
    curable: bool | None = None
    remedy: Message | None = None
    needs: tuple[str, ...] = ()
    decides: bool = True
    asks: bool = True
    status: Message | None = None


@dataclass(frozen=True, slots=True)
class NomineeVerdict:
    name: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Rulebook:
    version: str
    day: date


@dataclass(frozen=True, slots=True)
class Assessment:
    """Findings, verdict, timing, what is missing, and what no machine can judge."""

    verdict: Verdict
    timing: Timing
    nominees: tuple[NomineeVerdict, ...]
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    next_question: str | None
    not_checked: tuple[str, ...]
    rulebook: Rulebook
