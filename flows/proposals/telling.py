"""A proposal in words: where it is, what was said of it, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo

from flows.model import Choice, Person, Reply, Tone
from flows.proposals import awarded
from flows.proposals.course import State
from flows.proposals.matter import Line, Proposal, Stepped
from flows.proposals.moves import ENDED, Part, Step, steps_open
from flows.ways import go, way
from rules.message import Message, say

MOST_STEPS = 8
TALKED = frozenset({Step.ASK, Step.ANSWER})
"""Steps that are nothing but what was said."""
TONES = {
    State.RETURNED: Tone.MORE,
    State.DECLINED: Tone.BAD,
    State.ACCEPTED: Tone.GOOD,
    State.DECIDED: Tone.GOOD,
}


def page(proposal: Proposal, person: Person, today: date, zone: tzinfo) -> Reply:
    """Where it is, what was said, and the steps this person may take."""
    text = (
        say("proposal.title", title=proposal.snapshot.title),
        where(proposal, today),
        *_said(proposal),
        *_judged(proposal),
        *awarded.told(proposal.alike),
        *_history(proposal.steps, zone),
    )
    rows = tuple(_ways(proposal, person))
    return Reply(text, choices=rows, tone=TONES.get(proposal.state, Tone.NOTE))


def where(proposal: Proposal, today: date) -> Message:
    """With whom it is, and since when."""
    whom = proposal.office_name
    if proposal.state is State.UNDER_REVIEW and proposal.reviewer is not None:
        whom = f"{proposal.reviewer.name}, {proposal.office_name}"
    if proposal.state in ENDED or proposal.state is State.DRAFT or proposal.since is None:
        return say(f"proposal.where.{proposal.state.value}", office=whom, unit=proposal.unit_name)
    return say(
        f"proposal.where.{proposal.state.value}",
        office=whom,
        unit=proposal.unit_name,
        since=proposal.since,
        waited=waited(proposal.since, today),
    )


def waited(since: date, today: date) -> Message:
    """How many days it has been waiting."""
    days = (today - since).days
    if days <= 0:
        return say("proposal.waited.today")
    return say("proposal.waited.one") if days == 1 else say("proposal.waited", count=days)


def _said(proposal: Proposal) -> Iterator[Message]:
    """The decision, or what was said with the last step."""
    if proposal.state is State.DECIDED and proposal.decided_on is not None:
        yield say("proposal.decision", number=proposal.number, day=proposal.decided_on)
    elif proposal.words and not (proposal.steps and proposal.steps[-1].step in TALKED):
        yield say("proposal.words", words=proposal.words)


def _judged(proposal: Proposal) -> Iterator[Message]:
    yield say(
        "proposal.judged",
        verdict=say(f"proposal.verdict.{proposal.snapshot.verdict}"),
        timing=proposal.snapshot.explanation,
    )
    unnamed = proposal.snapshot.unnamed
    if unnamed and proposal.state not in ENDED:
        is_in_unit = proposal.state is State.WITH_HEAD
        yield say(f"proposal.unnamed{'.head' if is_in_unit else ''}", count=unnamed)
    if proposal.first_sent_on is not None:
        again = proposal.sent_on is not None and proposal.sent_on != proposal.first_sent_on
        key = "proposal.sent.again" if again else "proposal.sent"
        yield say(key, day=proposal.first_sent_on, again=proposal.sent_on or proposal.first_sent_on)


def _history(steps: Sequence[Stepped], zone: tzinfo) -> Iterator[Message]:
    """The newest steps, oldest first."""
    for one in steps[-MOST_STEPS:]:
        at = one.at.astimezone(zone)
        said = one.words if one.step in TALKED else ""
        yield say(
            "proposal.step.words" if said else "proposal.step",
            day=at.date(),
            time=f"{at:%H:%M}",
            who=one.who,
            done=say(f"proposal.done.{one.step.value}"),
            words=said,
        )


def _ways(proposal: Proposal, person: Person) -> Iterator[tuple[Choice, ...]]:
    parts = proposal.parts_of(person)
    if proposal.state is State.RETURNED and parts & {Part.OWNER, Part.HEAD}:
        label = say("proposal.do.mend", count=len(proposal.flags))
        yield (go("mend", argument=str(proposal.draft), label=label),)
    steps = steps_open(proposal.state, parts)
    if Step.CONFIRM in steps and Step.SEND in steps:
        steps = tuple(step for step in steps if step is not Step.SEND)
    buttons = [
        way("do", argument=step.value, label=say(f"proposal.do.{step.value}")) for step in steps
    ]
    for start in range(0, len(buttons), 2):
        yield tuple(buttons[start : start + 2])
    read = ["check"] if Part.REVIEWER in parts and proposal.state is State.UNDER_REVIEW else []
    read += ["answers"] if Part.OWNER not in parts or proposal.flags else []
    read += ["file"] if proposal.file is not None else []
    if read:
        yield tuple(way("do", argument=one, label=say(f"proposal.read.{one}")) for one in read)
    yield (go("make_papers", argument=str(proposal.draft), label=say("way.papers_of")),)
    if parts & {Part.OWNER, Part.HEAD} and proposal.state is State.DRAFT:
        yield (go("open", argument=str(proposal.draft), label=say("way.open_draft")),)
    if parts & {Part.OWNER, Part.HEAD} and proposal.state not in ENDED:
        yield (go("hand", argument=f"d{proposal.draft}"),)
    yield (go("proposals"), go("menu"))


def line(number: int, one: Line, today: date, *, late: bool) -> Message:
    """One proposal of a list: whose it is, where, and since when."""
    return say(
        "proposals.line.late" if late else "proposals.line",
        number=number,
        title=one.title,
        unit=one.unit_name,
        state=say(f"proposal.state.{one.state.value}"),
        waited=waited(one.since, today),
    )


def line_ended(number: int, one: Line) -> Message:
    """One that is ended: the day of its decision, else when it was sent."""
    return say(
        f"proposals.line.{one.state.value}",
        number=number,
        title=one.title,
        unit=one.unit_name,
        day=one.day,
    )
