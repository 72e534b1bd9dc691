"""A draft sent to its head and on to the office: what it lacks first, else the snapshot of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows import sheet
from flows.cards import missing_line
from flows.desk import At, Desk
from flows.dossier import needs_reason
from flows.headings import title
from flows.judging import judge
from flows.labels import label
from flows.model import Choice, Draft, Json, Person
from flows.paths import of_nominee
from flows.proposals.awarded import names_of
from flows.proposals.course import is_mended
from flows.proposals.matter import Snapshot
from flows.turn import Scene
from flows.ways import go
from rules.message import Message, say
from rules.rule import PROPOSALS
from rules.verdict import Assessment, Verdict

REASON = "note.reason"
OWN_LEVEL = "unit"
"""The level of an award that the unit decides by itself."""


def desk_of(scene: Scene, draft: Draft) -> Desk:
    return Desk(scene.person, scene.today, draft, At(), keeps=True, calendar=scene.calendar)


def judged(scene: Scene, draft: Draft) -> Assessment:
    """The draft as of the day it is sent. Raises what `judge` raises for a day without rules."""
    return judge(desk_of(scene, draft))


def snapshot_of(draft: Draft, assessment: Assessment) -> Snapshot:
    """The draft as it is sent; of the answers nothing is left out."""
    return Snapshot(
        draft.kind,
        dict(draft.answers),
        title=title(draft),
        verdict=assessment.verdict.value,
        timing=assessment.timing.status.value,
        explanation=assessment.timing.explanation,
        rulebook=assessment.rulebook.version,
        names=names_of(draft),
        deed=deed_of(draft.answers),
    )


def deed_of(answers: Mapping[str, Json]) -> str:
    """What tells one deed from another: its day, or the occasion and its period."""
    if answers.get("achieved_on"):
        return str(answers["achieved_on"])
    period = [answers.get(path) for path in ("achievement_from", "achievement_to")]
    known = [str(one) for one in (answers.get("occasion"), *period) if one]
    return " ".join(known) if any(period) else ""


def lacking(draft: Draft, assessment: Assessment) -> tuple[Message, ...]:
    """Why its officer cannot send it yet; nothing where they can."""
    if draft.course is not None and draft.course.is_returned:
        left = [flag.path for flag in draft.course.flags if not is_mended(flag, draft.answers)]
        if left:
            return (say("send.lacks", facts=[label(draft, path) for path in left]),)
    unsettled = left_open(assessment)
    if unsettled:
        return unsettled
    if draft.answers.get("award_level") == OWN_LEVEL:
        return (say("send.own_level"),)
    paths = list(open_paths(draft, assessment))
    return (say("send.lacks", facts=[label(draft, path) for path in paths]),) if paths else ()


def left_open(assessment: Assessment) -> tuple[Message, ...]:
    """What is not eligible, or not known to be, is sent to nobody."""
    if assessment.verdict is Verdict.NOT_ELIGIBLE:
        return (say("send.not_eligible"),)
    if assessment.verdict is Verdict.NEEDS_MORE:
        return (say("send.needs_more"), *missing_line(assessment))
    return ()


def open_paths(draft: Draft, assessment: Assessment) -> Iterator[str]:
    """What no office can do without: whom by name, of which level, and why it is late."""
    for index, nominee in enumerate(sheet.own_answers(draft)):
        if nominee.get("count", 1) == 1 and not nominee.get("name"):
            yield of_nominee(index, "name")
    if not draft.answers.get("award_level"):
        yield "award_level"
    if needs_reason(assessment) and not draft.answers.get(REASON):
        yield REASON


def offers(desk: Desk, assessment: Assessment) -> tuple[tuple[Choice, ...], ...]:
    """The button that sends a draft; where to is looked up and shown before it goes."""
    person, draft = desk.person, desk.draft
    can = desk.keeps and draft.id is not None and draft.kind in PROPOSALS and may_send(person)
    if not can or assessment.verdict is not Verdict.ELIGIBLE:
        return ()
    return ((go("submit", argument=str(draft.id)),),)


def may_send(person: Person) -> bool:
    """Whoever has no office yet is told so when sending; what is only tried out goes nowhere."""
    unit = person.unit
    return unit is not None and (unit.receiving_office is not None or not unit.is_demonstration)
