"""A proposal under review: its answers, a checklist by clause, and what is to be mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from flows import attached
from flows.desk import At, Desk
from flows.judging import judge
from flows.labels import is_told, label, value_shown
from flows.model import Choice, Draft, Expects, Json, Person, Reply, Role, Unit
from flows.paths import fact_of
from flows.proposals.asked import Mark
from flows.proposals.course import SENT_ON
from flows.proposals.matter import Proposal
from flows.sources import cited
from flows.turn import Scene, Turn
from flows.ways import way
from flows.wire import message_from_json, message_to_json
from rules.calendar import Calendar
from rules.case import CaseError
from rules.citations import clauses
from rules.message import Message, say
from rules.parameters import ParameterError
from rules.verdict import Assessment, Outcome

AT_ONCE = 10
NEVER_FLAGGED = frozenset({SENT_ON, "type", "count"})
"""The day of sending, and what the rest of a nominee's answers hang on."""
REASON = "note.reason"
MARKS = ("", "met", "not_met")
SIGNS = {Outcome.SATISFIED: "met", Outcome.VIOLATED: "not_met", Outcome.UNKNOWN: "open"}


def draft_of(proposal: Proposal) -> Draft:
    """What was sent, as a draft to be read."""
    return Draft(proposal.snapshot.kind, proposal.snapshot.answers)


def assessed(proposal: Proposal, today: date, calendar: Calendar | None) -> Assessment:
    """Judged anew by today's rules, for the unit that sent it, as of the day it was sent first.

    Raises what `judge` raises for a day without rules.
    """
    unit = Unit(proposal.unit, proposal.unit_name, level="", letters=proposal.letters)
    sent = proposal.first_sent_on or today
    answers = {**proposal.snapshot.answers, SENT_ON: sent.isoformat()}
    draft = Draft(proposal.snapshot.kind, answers)
    return judge(Desk(Person(unit=unit), today, draft, At(), calendar=calendar))


def answers_told(proposal: Proposal) -> Iterator[Message]:
    """One line an answer; what was mended last with what it was."""
    draft = draft_of(proposal)
    was = {flag.path: flag.was for flag in proposal.flags}
    for path in draft.answers:
        if not is_told(draft, path):
            continue
        line = {"label": label(draft, path), "value": value_shown(draft, path)}
        if path in was and was[path] != draft.answers[path]:
            before = Draft(draft.kind, {path: was[path]})
            yield say("review.line.mended", **line, was=value_shown(before, path))
        else:
            yield say("review.line", **line)
    yield from attached.told(draft, was)


def checklist(proposal: Proposal, found: Assessment, at: Mapping[str, Json]) -> Turn:
    """Each clause with what the program found, and the reviewer's own marks to be tapped."""
    marks = proposal.marks
    rows = [
        (
            way(
                "mark",
                role=Role.ANSWER,
                argument=f"{clause}={to}",
                label=mark_told(clause, marks),
            ),
        )
        for clause, to in left_to_people(proposal, found)
    ]
    text = (say("check.title", title=proposal.snapshot.title), *findings_told(found))
    if found.not_checked:
        text = (*text, say("check.by_you"))
    leave = ((way("back", role=Role.ASIDE),),)
    reply = Reply(text, choices=(*rows, *leave), slot="checklist")
    return Turn((reply,), at=at, open=f"check:{proposal.draft}")


def is_mark(clause: str, mark: str) -> bool:
    """Whether there is such a mark, and such a clause that only a person can judge."""
    found = clauses().get(clause)
    return mark in MARKS and found is not None and found.judged is not None


def is_marked(proposal: Proposal, asked: Mark, today: date, calendar: Calendar | None) -> bool:
    """Whether this proposal's checklist holds what is marked; one marked before may be unmarked."""
    if not is_mark(asked.clause, asked.mark):
        return False
    if not asked.mark and asked.clause in proposal.marks:
        return True
    try:
        return asked.clause in assessed(proposal, today, calendar).not_checked
    except (CaseError, ParameterError):
        return False


def mark_told(clause: str, marks: Mapping[str, str]) -> Message:
    return say(f"check.mark.{marks.get(clause) or 'none'}", what=say(f"judged.{clause}"))


def left_to_people(proposal: Proposal, found: Assessment) -> list[tuple[str, str]]:
    """The clauses that only a person can judge, each with its next mark."""
    places = ((one, MARKS.index(proposal.marks.get(one, "")) + 1) for one in found.not_checked)
    return [(clause, MARKS[place % len(MARKS)]) for clause, place in places]


def findings_told(found: Assessment) -> Iterator[Message]:
    """One line for each rule that bears on it; of a clause said of several the same once."""
    seen: set[tuple[str, Message]] = set()
    for finding in found.findings:
        if (finding.clause, finding.message) in seen:
            continue
        seen.add((finding.clause, finding.message))
        sign = say(f"check.sign.{SIGNS[finding.outcome]}")
        yield say("check.line", sign=sign, message=finding.message, clause=cited(finding.clause))


def flaggable(proposal: Proposal) -> list[tuple[str, Message]]:
    """The answers that may be given back to be mended, by path and label."""
    draft = draft_of(proposal)
    paths = [
        path
        for path in draft.answers
        if is_told(draft, path) and fact_of(path) not in NEVER_FLAGGED
    ]
    if REASON not in paths:
        paths.append(REASON)
    paths += attached.flaggable(draft)
    return [(path, label(draft, path)) for path in paths]


def begin_flags(proposal: Proposal, at: Mapping[str, Json]) -> Turn:
    """What is to be mended, by taps."""
    offered = [[path, message_to_json(name)] for path, name in flaggable(proposal)]
    return ask_flags({**at, "do": "flags", "offered": offered, "picked": [], "first": 0})


def ask_flags(at: Mapping[str, Json], *note: Message) -> Turn:
    offered, first = at["offered"], int(at["first"])
    buttons = [
        Choice(f"t:{place}", message_from_json(name), picked=path in at["picked"])
        for place, (path, name) in enumerate(offered)
    ][first : first + AT_ONCE]
    rows = tuple((one,) for one in buttons)
    others = ((way("others", role=Role.ANSWER, label=say("review.others")),),)
    more = others if len(offered) > AT_ONCE else ()
    ready = (way("done", role=Role.ANSWER), way("cancel", role=Role.ASIDE))
    asked = say("flags.ask", title=message_from_json(at["title"]), count=len(at["picked"]))
    choices = (*rows, *more, ready)
    reply = Reply((*note, asked), choices=choices, expects=Expects.SET, slot="flags")
    return Turn((reply,), at=at, open=f"flags:{at['draft']}")


def hear_flags(scene: Scene, toggled: str | None, command: str | None) -> Mapping[str, Json] | None:
    """What is picked now; None where that was no button of the list."""
    at, offered = scene.at, scene.at["offered"]
    if command == "others":
        first = int(at["first"]) + AT_ONCE
        return {**at, "first": first if first < len(offered) else 0}
    if toggled is None or not toggled.isdecimal() or int(toggled) >= len(offered):
        return None
    picked: Sequence[str] = at["picked"]
    path = offered[int(toggled)][0]
    now = [one for one in picked if one != path] if path in picked else [*picked, path]
    return {**at, "picked": now}
