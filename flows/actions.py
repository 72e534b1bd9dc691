"""What the words and buttons of the program do to an interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from flows import consistency, headings, mending, notes, sheet, sure
from flows.cards import asks_on, saved
from flows.desk import At, Desk
from flows.given import Given
from flows.labels import is_told
from flows.model import Draft, Json
from flows.sending import sent, unsent
from flows.showing import show
from flows.sources import why_reply
from flows.spots import find_spot, where_left
from flows.taking import accept, answer
from flows.told_anew import edited
from flows.tracing import trace
from flows.turn import Said, Turn
from flows.ways import led_on
from rules.message import Message, say
from rules.verdict import Verdict

Action: TypeAlias = Callable[[Desk, Said], Turn]


def _back(desk: Desk, _said: Said) -> Turn:
    """One step back: out of an edit, out of a stage, or before the last answer."""
    if desk.at.fixing and desk.at.part:
        return show(replace(desk, at=replace(desk.at, part="")))
    if desk.at.editing or desk.at.fixing or desk.at.month:
        at = replace(desk.at, editing="", fixing=False, picked=None, month=None)
        return show(replace(desk, at=at))
    if desk.at.stage != "eligibility" and len(desk.draft.past) <= desk.at.floor:
        return show(replace(desk, at=At(go_on=desk.at.go_on, taken=desk.at.taken)))
    return _step_back(desk)


def _step_back(desk: Desk) -> Turn:
    """The last answer taken back, and kept for undo."""
    draft = sheet.undo(desk.draft)
    if draft is desk.draft:
        return show(desk, say("note.at_the_start"))
    taken = (*desk.at.taken, sheet.difference(draft, desk.draft))
    return _without(desk, draft, taken=taken, told=[say("note.back")])


def _undo(desk: Desk, _said: Said) -> Turn:
    """What the last step back took is brought back; else the last change is taken back."""
    if desk.at.taken:
        *taken, last = desk.at.taken
        return _without(desk, sheet.amend(desk.draft, last), taken=tuple(taken))
    draft = sheet.undo(desk.draft)
    if draft is desk.draft:
        return show(desk, say("note.at_the_start"))
    return _without(desk, draft)


def _without(
    desk: Desk,
    draft: Draft,
    *,
    taken: tuple[Mapping[str, Json], ...] = (),
    told: Sequence[Message] = (),
) -> Turn:
    at = replace(desk.at, editing="", picked=None, month=None, go_on=False, taken=taken, reached=0)
    said = (*notes.undone(desk.draft, draft), *told)
    return replace(show(replace(desk, draft=draft, at=at), *said), events=[("undone", {})])


def _unknown(desk: Desk, said: Said) -> Turn:
    path = desk.asked
    if path in (None, "who"):
        return answer(desk, replace(said, command=None))
    return accept(desk, Given({str(path): None}, notes=(say("note.unknown_kept"),)))


def _why(desk: Desk, _said: Said) -> Turn:
    path = desk.asked
    if path is None:
        return _cite(desk, _said)
    turn = show(desk)
    return replace(turn, replies=(why_reply(desk.draft.kind, path), *turn.replies))


def _edit(desk: Desk, said: Said) -> Turn:
    path = said.argument
    is_there = path in desk.draft.answers and is_told(desk.draft, path)
    if not is_there or not mending.may_edit(desk, path):
        return show(desk, *([mending.denied()] if is_there else []))
    return show(replace(desk, at=replace(desk.at, editing=path, fixing=False, picked=None)))


def _calendar(desk: Desk, said: Said) -> Turn:
    return show(replace(desk, at=replace(desk.at, month=said.month or desk.today)))


def _stage(name: str) -> Action:
    def enter(desk: Desk, _said: Said) -> Turn:
        floor = len(desk.draft.past)
        at = At(stage=name, go_on=desk.at.go_on, floor=floor, reached=desk.at.reached)
        if name == "dossier" and find_spot(desk).assessment.verdict is Verdict.NOT_ELIGIBLE:
            return show(replace(desk, at=At()), say("note.no_dossier"))
        return show(replace(desk, at=at))

    return enter


def _go_on(desk: Desk, _said: Said) -> Turn:
    """On past an open point; from the review, to what is still open and may change something."""
    if desk.at.stage == "review":
        found = find_spot(desk).assessment
        lost = found.verdict is Verdict.NOT_ELIGIBLE
        stage = "eligibility" if lost or asks_on(desk, found) else "dossier"
        return show(replace(desk, at=At(stage=stage, go_on=True, floor=len(desk.draft.past))))
    return show(replace(desk, at=replace(desk.at, go_on=True, fixing=False)))


def _fix(desk: Desk, said: Said) -> Turn:
    if not desk.draft.answers:
        return show(desk, say("note.nothing_to_mend"))
    return show(replace(desk, at=replace(desk.at, fixing=True, part=said.argument)))


def _cite(desk: Desk, _said: Said) -> Turn:
    spot = find_spot(desk)
    turn = show(desk)
    found = trace(desk.draft, spot.assessment)
    if spot.path is None:
        return replace(turn, replies=(led_on(found, turn.replies[-1]),))
    return replace(turn, replies=(found, *turn.replies))


def _file(desk: Desk, _said: Said) -> Turn:
    """Turn a checked case into a draft, as it stands."""
    if not desk.person.may_store:
        return show(desk, say("note.guest"))
    said = Said(command="filed")
    return Turn(goto=(desk.draft.kind, said), draft=replace(desk.draft, id=None))


def _filed(desk: Desk, _said: Said) -> Turn:
    return replace(show(desk, say("note.filed")), events=[("filed", {})])


def _opened(note: str, *, afresh: bool = False) -> Action:
    def opened(desk: Desk, _said: Said) -> Turn:
        turn = show(desk if afresh else where_left(desk))
        told = [say(note, title=headings.title(desk.draft))]
        now = turn.draft.rulebook if turn.draft else None
        if desk.draft.rulebook not in (None, now):
            told.append(say("note.rulebook", before=str(desk.draft.rulebook), now=str(now)))
        first, *rest = turn.replies
        first = replace(first, noted=tuple(told))
        last = [first, *rest][-1]
        last = replace(last, choices=(*last.choices, headings.draft_ways(desk)))
        replies = (last,) if not rest else (first, *rest[:-1], last)
        return replace(turn, replies=replies, events=[(note, {})])

    return opened


def _save(desk: Desk, said: Said) -> Turn:
    if not desk.keeps:
        return _file(desk, said)
    if desk.draft.id is None:
        return show(desk, say("note.nothing_yet"))
    spot = find_spot(desk)
    turn = show(desk)
    return replace(turn, replies=(saved(desk, spot.assessment),), open="saved")


def _change(edit: Callable[[Draft, str], Draft]) -> Action:
    def change(desk: Desk, said: Said) -> Turn:
        draft = edit(desk.draft, said.argument)
        draft = sheet.merge_last(draft, consistency.orphans(desk.draft, draft, desk))
        told = notes.changed(desk.draft, draft, said.argument)
        turn = show(replace(desk, draft=draft, at=At()), *told)
        return replace(turn, events=[("changed", {"how": str(said.command)})])

    return change


def _other_kind(desk: Desk, said: Said) -> Turn:
    """Begin the other award for the same nominees."""
    kept = {p: v for p, v in desk.draft.answers.items() if p.endswith((".type", ".name"))}
    return Turn(goto=(said.argument, Said(command="show")), draft=Draft(said.argument, kept))


ACTIONS: Mapping[str, Action] = {
    **dict.fromkeys(("show", "start"), lambda desk, _said: show(desk)),
    "back": _back,
    "undo": _undo,
    "unknown": _unknown,
    "why": _why,
    "edit": _edit,
    "edited": edited,
    "fix": _fix,
    "calendar": _calendar,
    "continue": _go_on,
    **{stage: _stage(stage) for stage in ("dossier", "review", "mend")},
    "cite": _cite,
    "file": _file,
    "filed": _filed,
    "opened": _opened("note.opened"),
    "copied": _opened("note.copied", afresh=True),
    "renamed": _opened("note.renamed"),
    "save": _save,
    "sent": sent,
    "unsent": unsent,
    "instead": _change(consistency.as_individual),
    "own_level": _change(consistency.at_own_level),
    "remove": _change(consistency.without_nominee),
    "other_kind": _other_kind,
    **sure.STEPS,
    "cancel": lambda _desk, _said: Turn(goto=("menu", Said(command="start"))),
}
