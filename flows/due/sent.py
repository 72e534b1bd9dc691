"""«Đã trình»: said of a draft it is its answer; of a report it is time to hand it in."""

from __future__ import annotations

from collections.abc import Iterator

from flows.cards import missing_line
from flows.desk import At, Desk
from flows.due import which
from flows.due.telling import done, no_such_matter
from flows.headings import title
from flows.judging import judge
from flows.model import Draft
from flows.reminding import About
from flows.sending import SUBMITTED
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import go
from rules.case import CaseError
from rules.message import Message, say
from rules.parameters import ParameterError
from rules.rule import PROPOSALS
from rules.verdict import Verdict


def begin(scene: Scene, said: Said) -> Turn:
    about = which.tapped(said)
    return which.find(said, "sent") if about is None else of(scene, about)


def of(_scene: Scene, about: About) -> Turn:
    if about.draft is None:
        return Turn(goto=("tasks", Said(command="report", argument=str(about.task))))
    return Turn(request=OpenDraft(about.draft), at={"do": "sent"})


def found(scene: Scene) -> Turn:
    draft = scene.found
    if not isinstance(draft, Draft):
        return no_such_matter()
    why_not = tuple(_why_not(scene, draft))
    if why_not:
        opened = go("open", argument=str(draft.id), label=say("way.open_draft"))
        return done(*why_not, ways=(opened,), about=str(About(draft=draft.id)))
    return Turn(goto=(draft.kind, Said(command="sent")), draft=draft)


def begin_undo(_scene: Scene, said: Said) -> Turn:
    """«Đã trình» taken back, of the draft that the button names."""
    about = which.tapped(said)
    if about is None or about.draft is None:
        return no_such_matter()
    return Turn(request=OpenDraft(about.draft), at={"do": "unsent"})


def found_undo(scene: Scene) -> Turn:
    draft = scene.found
    if not isinstance(draft, Draft) or not draft.answers.get(SUBMITTED):
        return no_such_matter()
    return Turn(goto=(draft.kind, Said(command="unsent")), draft=draft)


def _why_not(scene: Scene, draft: Draft) -> Iterator[Message]:
    """A proposal of which it is not known whether it may be made was not submitted."""
    if draft.kind not in PROPOSALS or draft.answers.get(SUBMITTED):
        return
    desk = Desk(scene.person, scene.today, draft, At(), calendar=scene.calendar)
    try:
        assessment = judge(desk)
    except (CaseError, ParameterError):
        return  # the draft says itself that there are no rules for the day
    if assessment.verdict is Verdict.NEEDS_MORE:
        yield say("sent.unsettled", title=title(draft))
        yield from missing_line(assessment)
