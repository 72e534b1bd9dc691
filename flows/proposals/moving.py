"""A step applied to a proposal: what it demands, and what becomes of it. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flows.attached import flaggable
from flows.model import Draft, Person
from flows.proposals.asked import TakeStep
from flows.proposals.course import SENT_ON, State
from flows.proposals.matter import Details, Proposal
from flows.proposals.moves import Move, Part, Step, move_of
from flows.reminding import Colleague
from rules.message import Message, say
from rules.verdict import TimingStatus, Verdict

LATE = frozenset({TimingStatus.LATE, TimingStatus.ROLLED})
IN_WORDS = frozenset({Step.HAND_BACK, Step.DECLINE, Step.ASK, Step.ANSWER})
"""Steps that nobody takes without words."""
SENDING = frozenset({Step.SEND, Step.CONFIRM, Step.RESEND})
WRITTEN = frozenset({Step.CONFIRM, Step.RESEND})
"""Steps by which the draft is sent to the office: the flow then writes the day to its answers."""
NUMBER_LENGTH = 60
"""Signs of a decision's number at the most: a longer one is something else, and is not cut."""
NOT_MET = "not_met"
REASON = "note.reason"
"""What may be asked for though it was not answered: why it is late, or goes on all the same."""


def stepped(
    proposal: Proposal, person: Person, asked: TakeStep, *, today: date
) -> tuple[Proposal, Move] | Message:
    """The proposal as the step leaves it; a sentence where it may not be taken."""
    move = move_of(asked.step, proposal.state, proposal.parts_of(person))
    if move is None:
        return say("proposal.moved_on")
    lacking = what_lacks(proposal, asked.step, asked.details, today=today)
    if lacking is not None:
        return lacking
    me = Colleague(int(person.account or 0), str(person.name or ""))
    return _after(replace(proposal, state=move.to), me, asked, today=today), move


def marked(proposal: Proposal, person: Person, clause: str, mark: str) -> Proposal | None:
    """With a clause marked by who reviews it; None by anybody else, or at another time."""
    if Part.REVIEWER not in proposal.parts_of(person) or proposal.state is not State.UNDER_REVIEW:
        return None
    marks = {one: value for one, value in proposal.marks.items() if one != clause}
    return replace(proposal, marks=marks | ({clause: mark} if mark else {}))


def what_lacks(proposal: Proposal, step: Step, details: Details, *, today: date) -> Message | None:
    """What must be said with a step and is not."""
    if step in IN_WORDS and not details.words:
        return say("proposal.needs_words")
    if step is Step.RETURN and not _may_be_flagged(proposal, details):
        return say("proposal.needs_flags")
    if step is Step.ACCEPT and not details.words and warnings(proposal, details):
        return say("proposal.needs_override")
    return _lacks_of_decision(proposal, details, today) if step is Step.DECIDE else None


def _may_be_flagged(proposal: Proposal, details: Details) -> bool:
    draft = Draft(proposal.snapshot.kind, proposal.snapshot.answers)
    known = {*draft.answers, *flaggable(draft), REASON} - {SENT_ON}
    return bool(details.flags) and known.issuperset(one.path for one in details.flags)


def _lacks_of_decision(proposal: Proposal, details: Details, today: date) -> Message | None:
    if not details.number:
        return say("proposal.needs_number")
    if len(details.number) > NUMBER_LENGTH:
        return say("proposal.long_number", length=len(details.number), most=NUMBER_LENGTH)
    if details.day is None:
        return say("proposal.needs_day")
    if details.day > today:
        return say("proposal.day_ahead", day=details.day)
    if proposal.first_sent_on is not None and details.day < proposal.first_sent_on:
        return say("proposal.day_before", sent=proposal.first_sent_on)
    return None


def warnings(proposal: Proposal, details: Details) -> tuple[Message, ...]:
    """What stands against accepting it, and can only be passed over with a reason."""
    found = []
    if proposal.snapshot.verdict != Verdict.ELIGIBLE:
        found.append(say(f"proposal.verdict.{proposal.snapshot.verdict}"))
    if proposal.snapshot.timing in LATE:
        found.append(proposal.snapshot.explanation)
    marks = {**proposal.marks, **details.marks}
    found += [say(f"judged.{clause}") for clause, mark in marks.items() if mark == NOT_MET]
    return tuple(found)


def _after(proposal: Proposal, me: Colleague, asked: TakeStep, *, today: date) -> Proposal:
    """What the step leaves behind beside the state."""
    step, details = asked.step, asked.details
    now = replace(proposal, words=details.words)
    if step in SENDING and asked.snapshot is not None:
        now = replace(now, snapshot=asked.snapshot, since=today)
    first, marks = now.first_sent_on or today, {**now.marks, **details.marks}
    changes: dict[str, Any] = {}
    match step:
        case Step.SEND:
            changes = {"sender": me, "flags": ()}
        case Step.CONFIRM:
            changes = {"sender": now.sender or me, "head": me, "sent_on": today}
            changes["first_sent_on"] = first
        case Step.RESEND:
            changes = {"sent_on": today}
        case Step.TAKE | Step.ASK | Step.ACCEPT | Step.DECLINE:
            changes = {"reviewer": me, "marks": marks}
        case Step.RETURN:
            was = now.snapshot.answers
            flags = tuple(replace(one, was=was.get(one.path)) for one in details.flags)
            changes = {"reviewer": me, "marks": marks, "flags": flags, "since": today}
        case Step.DECIDE:
            changes = {"reviewer": me, "number": details.number, "decided_on": details.day}
            changes["file"] = details.file
    return replace(now, **changes)
