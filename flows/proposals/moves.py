"""Which step leads from where to where, by whom, and who is told: all there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flows.proposals.course import State


class Step(StrEnum):
    """What is done to a proposal; the values are kept in the database."""

    SEND = "send"
    WITHDRAW = "withdraw"
    CONFIRM = "confirm"
    HAND_BACK = "hand_back"
    TAKE = "take"
    RETURN = "return"
    ASK = "ask"
    ANSWER = "answer"
    RESEND = "resend"
    ACCEPT = "accept"
    DECLINE = "decline"
    DECIDE = "decide"


class Part(StrEnum):
    """Whom a proposal concerns, and as what."""

    OWNER = "owner"
    """Whose draft it is, in its unit."""
    HEAD = "head"
    """A head of its unit, who answers for it (CL2023.6)."""
    REVIEWER = "reviewer"
    """A reviewer of its receiving office, who had no hand in making it."""


@dataclass(frozen=True, slots=True)
class Move:
    """One step: from these states to that one, by who has this part; `tells` whom besides."""

    step: Step
    of: frozenset[State]
    to: State
    by: Part
    tells: tuple[Part, ...]


def _move(step: Step, *of: State, to: State, by: Part, tells: tuple[Part, ...]) -> Move:
    return Move(step, frozenset(of), to, by, tells)


_UNIT = (Part.OWNER, Part.HEAD)
_OFFICE = Part.REVIEWER
_ARRIVED = (State.SUBMITTED, State.RESUBMITTED)

MOVES: Final = (
    _move(Step.SEND, State.DRAFT, to=State.WITH_HEAD, by=Part.OWNER, tells=(Part.HEAD,)),
    _move(Step.WITHDRAW, State.WITH_HEAD, to=State.DRAFT, by=Part.OWNER, tells=(Part.HEAD,)),
    # a head who sends confirms at once
    _move(Step.CONFIRM, State.DRAFT, State.WITH_HEAD, to=State.SUBMITTED, by=Part.HEAD,
          tells=(Part.OWNER, _OFFICE)),
    _move(Step.HAND_BACK, State.WITH_HEAD, to=State.DRAFT, by=Part.HEAD, tells=(Part.OWNER,)),
    _move(Step.TAKE, *_ARRIVED, to=State.UNDER_REVIEW, by=_OFFICE, tells=_UNIT),
    # whoever answers what has arrived has taken it up: one tap on what they were told
    _move(Step.RETURN, *_ARRIVED, State.UNDER_REVIEW, to=State.RETURNED, by=_OFFICE, tells=_UNIT),
    _move(Step.RESEND, State.RETURNED, to=State.RESUBMITTED, by=Part.OWNER,
          tells=(Part.HEAD, _OFFICE)),
    _move(Step.RESEND, State.RETURNED, to=State.RESUBMITTED, by=Part.HEAD,
          tells=(Part.OWNER, _OFFICE)),
    _move(Step.ACCEPT, *_ARRIVED, State.UNDER_REVIEW, to=State.ACCEPTED, by=_OFFICE, tells=_UNIT),
    _move(Step.DECLINE, State.UNDER_REVIEW, State.ACCEPTED, to=State.DECLINED, by=_OFFICE,
          tells=_UNIT),
    _move(Step.DECIDE, State.ACCEPTED, to=State.DECIDED, by=_OFFICE, tells=_UNIT),
    _move(Step.ASK, *_ARRIVED, State.UNDER_REVIEW, to=State.UNDER_REVIEW, by=_OFFICE,
          tells=_UNIT),
    _move(Step.ANSWER, State.UNDER_REVIEW, to=State.UNDER_REVIEW, by=Part.OWNER,
          tells=(Part.HEAD, _OFFICE)),
    _move(Step.ANSWER, State.UNDER_REVIEW, to=State.UNDER_REVIEW, by=Part.HEAD,
          tells=(Part.OWNER, _OFFICE)),
)  # fmt: skip
"""Denied is the default: what is not here cannot be done."""

REVIEWING: Final = frozenset(move.step for move in MOVES if move.by is Part.REVIEWER)
WAITS_FOR_OFFICE: Final = frozenset({State.SUBMITTED, State.RESUBMITTED, State.UNDER_REVIEW})
"""What lies with the office until it answers."""
ENDED: Final = frozenset({State.DECIDED, State.DECLINED})


def move_of(step: Step, state: State, parts: Collection[Part]) -> Move | None:
    """The step from this state by somebody with these parts; None where it may not be."""
    return next(
        (move for move in MOVES if move.step is step and state in move.of and move.by in parts),
        None,
    )


def steps_open(state: State, parts: Collection[Part]) -> tuple[Step, ...]:
    """What somebody with these parts may do now."""
    found = (move.step for move in MOVES if state in move.of and move.by in parts)
    return tuple(dict.fromkeys(found))
