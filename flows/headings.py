"""What a draft is called, where one stands with it, and what can be done to the whole of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flows import sheet
from flows.desk import Desk
from flows.dossier import dossier_paths
from flows.model import Choice, Draft, DraftLine, Json, Progress, Role
from flows.paths import EACH, MADE, fact_of, remarks_on
from flows.questions import nominee_name
from flows.spots import open_paths, opening_paths
from flows.ways import go, way
from rules.message import Message, say
from rules.verdict import Assessment, Verdict

WHOLE = ("rename", "copy", "ask_delete")
"""What is done to a draft as a whole; no answer, and no way on."""


def progress(desk: Desk, assessment: Assessment) -> Progress:
    """The line that says where one stands."""
    stage = say(f"stage.{desk.at.stage}")
    return Progress(title(desk.draft), stage, _percent(desk, assessment), assessment.timing.due)


def _percent(desk: Desk, assessment: Assessment) -> int | None:
    """What is answered of all that the way to the finished dossier asks, as far as it is seen."""
    if assessment.verdict is Verdict.NOT_ELIGIBLE:
        return None
    answers = desk.draft.answers
    given = {path for path, value in answers.items() if _counts(path, value)}
    ahead = dossier_paths(desk.draft, assessment) if desk.person.may_store else ()
    whole = given.union(opening_paths(desk), open_paths(assessment), ahead)
    done = sum(answers[path] is not None for path in given)
    share = 100 * done // len(whole) if whole else 100
    return max(share, desk.at.reached)


def _counts(path: str, value: Json) -> bool:
    return path != MADE and value != EACH and remarks_on(path) is None


def title(draft: Draft) -> Message:
    """The draft's name, else its kind and first nominee."""
    if draft.name:
        return say("title.named", name=draft.name)
    own = sheet.own_answers(draft)
    kind = say(f"kind.{draft.kind}")
    if not own:
        return kind
    first = nominee_name(draft, 0)
    others = sheet.heads(own[1:])
    if others:
        return say("title.of.more", kind=kind, name=first, count=others)
    return say("title.of", kind=kind, name=first)


def line_name(line: DraftLine, today: date) -> Message | str:
    """The draft's name; where it has none, what tells it from others of its kind."""
    if line.name:
        return line.name
    called, mark = title(Draft(line.kind, line.answers)), _mark(line, today)
    return say("title.marked", title=called, mark=mark) if mark else called


def _mark(line: DraftLine, today: date) -> Message | None:
    """The day of the deed, else its ground or the occasion."""
    day = line.answers.get("achieved_on")
    if day and "achieved_on_precision" not in line.answers:
        done = date.fromisoformat(day)
        key = "choice.day" if done.year == today.year else "choice.day.other_year"
        return say(key, day=done)
    for path in ("occasion", "nominees[*].ground", "nominees[0].ground"):
        value = line.answers.get(path)
        if value and value != EACH:
            return say(f"choice.{fact_of(path)}.{value}")
    return None


def draft_ways(desk: Desk) -> tuple[Choice, ...]:
    """What can be done to the whole draft; a copy is just being stored and means itself."""
    if desk.draft.id is None:
        return tuple(way(one, role=Role.ASIDE) for one in WHOLE)
    ways = (go(one, argument=str(desk.draft.id)) for one in WHOLE)
    return tuple(replace(one, role=Role.ASIDE) for one in ways)
