"""What those concerned are told of a step, each in words for their part in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows.model import Person
from flows.proposals.matter import Proposal
from flows.proposals.moves import Move, Part, Step
from rules.message import Message, say

TO_CONFIRM: Final = "told.proposal.send.unit"
"""The key of the sentence that waits for a head's answer."""
TO_REVIEW: Final = frozenset({"told.proposal.confirm.office", "told.proposal.resend.office"})
"""The keys of what waits for the office's answer."""
TO_ANSWER: Final = "told.proposal.ask.unit"
"""The key of a question that the office asks of the unit."""
WITH_FILE: Final = "told.proposal.decide.unit.file"
"""The key of the sentence that offers a decision's file."""


def news(proposal: Proposal, move: Move, person: Person) -> Iterator[tuple[Part, Message]]:
    """The sentence for each part that is told; `person` took the step."""
    for part in move.tells:
        yield part, _line(proposal, move.step, part, str(person.name or ""))


def _line(proposal: Proposal, step: Step, part: Part, who: str) -> Message:
    values: dict[str, object] = {
        "who": who,
        "unit": proposal.unit_name,
        "office": proposal.office_name,
    }
    match step:
        case Step.SEND:
            values |= _judged(proposal)
        case Step.CONFIRM | Step.RESEND if part is Part.REVIEWER:
            values |= _judged(proposal)
        case Step.RETURN:
            values |= {"count": len(proposal.flags), "words": proposal.words}
        case Step.HAND_BACK | Step.DECLINE | Step.ASK | Step.ANSWER:
            values["words"] = proposal.words
        case Step.DECIDE:
            values |= {"number": proposal.number, "day": proposal.decided_on}
            if proposal.file is not None:
                return say(WITH_FILE, **values, file=proposal.file.name)  # type: ignore[arg-type]
    side = "office" if part is Part.REVIEWER else "unit"
    key = f"told.proposal.{step.value}.{side}"
    return say(key, **values)  # type: ignore[arg-type]


def _judged(proposal: Proposal) -> dict[str, object]:
    snapshot = proposal.snapshot
    verdict = say(f"proposal.verdict.{snapshot.verdict}")
    timing = snapshot.explanation
    if snapshot.unnamed:
        timing = say("told.proposal.unnamed", timing=timing, count=snapshot.unnamed)
    return {"verdict": verdict, "timing": timing}
