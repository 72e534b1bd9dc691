"""Every answer on one page; a tap leads to what can be mended, in parts where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows import attached, cards, mending
from flows.desk import Desk
from flows.dossier import dossier_paths
from flows.labels import label, plain_label, value_shown
from flows.model import Choice, Reply, Role
from flows.parts import part_name, parts
from flows.proposals.sending import offers
from flows.ways import go, way
from rules.message import Message, say
from rules.rule import PROPOSALS
from rules.verdict import Assessment, Verdict

MOST_AT_ONCE = 8
"""Buttons of a kind that a phone shows at once, two in a row."""


def card(desk: Desk, assessment: Assessment) -> Reply:
    """The page before saving: answers, verdict, what is missing, the last day."""
    reply = cards.card(desk, assessment)
    course = desk.draft.course
    mends = course if desk.at.stage == mending.MEND else None
    heading = say("mend.review" if mends is not None else "review.title")
    text = (*reply.text, heading, *_lines(desk), *attached.told(desk.draft, {}))
    if mends is not None:
        text = (*text, *mending.owed(desk.draft))
        return replace(reply, text=text, choices=mending.ways(desk.draft, mends))
    lost = assessment.verdict is Verdict.NOT_ELIGIBLE
    papers = () if lost else dossier_paths(desk.draft, assessment)
    on = ((way("continue"),),) if papers or cards.asks_on(desk, assessment) else ()
    ways = (
        *cards.ways_out(desk, assessment),
        *on,
        *offers(desk, assessment),
        *_papers(desk),
        (way("save"), way("fix")),
        (way("cite"), *_files(desk), go("drafts")),
        (*_handed_on(desk), go("menu")),
    )
    return Reply(text, choices=ways, tone=reply.tone, clauses=reply.clauses)


def _papers(desk: Desk) -> Iterator[tuple[Choice, ...]]:
    """The way to the papers, of a draft that is kept."""
    if desk.keeps and desk.draft.id is not None and desk.draft.kind != "revocation":
        yield (go("papers", argument=str(desk.draft.id)),)


def _files(desk: Desk) -> tuple[Choice, ...]:
    """The way to the files of a draft that is stored."""
    if not desk.keeps or desk.draft.kind not in PROPOSALS or desk.draft.id is None:
        return ()
    return (go("attachments", argument=str(desk.draft.id)),)


def _handed_on(desk: Desk) -> tuple[Choice, ...]:
    """The way to a colleague, of a draft that is stored, with a last day or without."""
    if not desk.keeps or desk.draft.id is None:
        return ()
    return (go("hand", argument=f"d{desk.draft.id}"),)


def fix(desk: Desk, _assessment: Assessment) -> Reply:
    """Which answer to mend; of a long draft, first of which part."""
    found = parts(desk.draft)
    part, _, start = desk.at.part.partition("+")
    first = int(start) if start.isdecimal() else 0
    if sum(len(paths) for paths in found.values()) <= MOST_AT_ONCE:
        part, found = "", {"": [path for paths in found.values() for path in paths]}
    if part in found:
        text = say("review.fix.of", part=part_name(desk.draft, part)) if part else None
        buttons = [_edit(desk, path) for path in found[part]]
    else:
        part, text = "", say("review.fix.part")
        buttons = [_open(desk, name, paths) for name, paths in found.items()]
    ways = ((way("back", role=Role.ASIDE), way("undo", role=Role.ASIDE)),)
    rows = (*_paged(buttons, part, first), *ways)
    return Reply((text or say("review.fix"),), choices=rows, slot="fix")


def _edit(desk: Desk, path: str) -> Choice:
    name = plain_label(path) if desk.at.part.isdecimal() else label(desk.draft, path)
    return way("edit", role=Role.ANSWER, argument=path, label=say("review.edit", label=name))


def _open(desk: Desk, part: str, paths: Sequence[str]) -> Choice:
    name = part_name(desk.draft, part)
    told = say("review.part", part=name, count=len(paths))
    return way("fix", role=Role.ANSWER, argument=part, label=told)


def _paged(buttons: Sequence[Choice], part: str, first: int) -> Iterator[tuple[Choice, ...]]:
    """So many of a list's buttons, two in a row, and the way round to the others."""
    first = first if first < len(buttons) else 0
    shown = buttons[first : first + MOST_AT_ONCE]
    for start in range(0, len(shown), 2):
        yield tuple(shown[start : start + 2])
    if len(shown) < len(buttons):
        after = first + MOST_AT_ONCE
        argument = f"{part}+{after if after < len(buttons) else 0}"
        yield (way("fix", argument=argument, label=say("review.others")),)


def _lines(desk: Desk) -> Iterator[Message]:
    """One line an answer, label and value; of a long draft, under the name of its part."""
    found = parts(desk.draft)
    long = sum(len(paths) for paths in found.values()) > MOST_AT_ONCE
    for part, paths in found.items():
        if long:
            yield say("review.of_part", part=part_name(desk.draft, part))
        for path in paths:
            name = plain_label(path) if long and part.isdecimal() else label(desk.draft, path)
            yield say("review.line", label=name, value=value_shown(desk.draft, path))
