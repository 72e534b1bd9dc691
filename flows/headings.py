"""What a draft is called, where one stands with it, and what can be done to the whole of it."""

from __future__ import annotations

from flows import sheet
from flows.desk import Desk
from flows.model import Choice, Draft, Progress
from flows.questions import nominee_name
from flows.spots import open_paths
from flows.ways import go
from rules.message import Message, say
from rules.verdict import Assessment, Verdict


def progress(desk: Desk, assessment: Assessment) -> Progress:
    """The line that says where one stands."""
    done = len(desk.draft.answers)
    left = len(open_paths(assessment))
    if assessment.verdict is Verdict.NOT_ELIGIBLE or desk.at.stage != "eligibility":
        left = 0
    percent = 100 * done // (done + left) if done + left else 0
    stage = say(f"stage.{desk.at.stage}")
    return Progress(title(desk.draft), stage, percent, assessment.timing.due)


def title(draft: Draft) -> Message:
    """The draft's name, else its kind and first nominee."""
    if draft.name:
        return say("title.named", name=draft.name)
    own = sheet.own_answers(draft)
    kind = say(f"kind.{draft.kind}")
    return say("title.of", kind=kind, name=nominee_name(draft, 0)) if own else kind


def draft_ways(desk: Desk) -> tuple[Choice, ...]:
    """What can be done to the whole draft; a copy not yet stored has no number to act on."""
    if desk.draft.id is None:
        return (go("drafts"),)
    number = str(desk.draft.id)
    return tuple(go(way_on, argument=number) for way_on in ("rename", "copy", "ask_delete"))
