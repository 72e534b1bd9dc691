"""Every answer on one page, each a tap from being mended."""

from __future__ import annotations

from collections.abc import Iterator

from flows import cards, sheet
from flows.desk import Desk
from flows.dossier import dossier_paths
from flows.model import Choice, Reply, Role
from flows.paths import EACH, fact_of, is_shared, nominee_of, remarks_on
from flows.questions import nominee_name
from flows.spots import open_paths
from flows.values import shown
from flows.ways import go, way
from rules.message import Message, say
from rules.verdict import Assessment


def card(desk: Desk, assessment: Assessment) -> Reply:
    """The page before saving: answers, verdict, what is missing, the last day."""
    reply = cards.card(desk, assessment)
    text = (*reply.text, say("review.title"), *lines(desk))
    left = open_paths(assessment) or dossier_paths(desk.draft, assessment)
    on = ((way("continue"),),) if left else ()
    ways = (*on, (way("save"), way("cite")), (go("drafts"), go("menu")))
    return Reply(text, choices=(*edits(desk), *ways), tone=reply.tone, clauses=reply.clauses)


def fix(desk: Desk, _assessment: Assessment) -> Reply:
    """Which answer to mend."""
    ways = ((way("back", role=Role.ASIDE), way("undo", role=Role.ASIDE)),)
    return Reply((say("review.fix"),), choices=(*edits(desk), *ways))


def lines(desk: Desk) -> Iterator[Message]:
    """One line an answer: its label and its value."""
    for path in desk.draft.answers:
        if path_is_shown(desk, path):
            yield say("review.line", label=label(desk, path), value=shown_at(desk, path))


def path_is_shown(desk: Desk, path: str) -> bool:
    return desk.draft.answers[path] != EACH and remarks_on(path) is None


def label(desk: Desk, path: str) -> Message:
    """What an answer is about; with several nominees, about whom."""
    fact = say(f"fact.{fact_of(path).removeprefix('note.')}")
    index = nominee_of(path)
    if len(sheet.own_answers(desk.draft)) == 1 or (index is None and not is_shared(path)):
        return fact
    if index is None:
        return say("review.all", label=fact)
    return say("review.of", label=fact, name=nominee_name(desk.draft, index))


def shown_at(desk: Desk, path: str) -> Message | str:
    return shown(path, desk.draft.answers[path], precision=desk.draft.answers)


def edits(desk: Desk) -> Iterator[tuple[Choice, ...]]:
    """A button an answer, two in a row."""
    paths = [path for path in desk.draft.answers if path_is_shown(desk, path)]
    buttons = [
        Choice(f"c:edit:{path}", say("review.edit", label=label(desk, path)), role=Role.GO)
        for path in paths
    ]
    for start in range(0, len(buttons), 2):
        yield tuple(buttons[start : start + 2])
