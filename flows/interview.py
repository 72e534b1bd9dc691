"""The interview of a proposal: asks what still matters, shows the verdict once it is settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from flows import cards, consistency, review, sheet, who
from flows.answers import picked_now, read
from flows.corrections import read_corrected
from flows.desk import At, Desk
from flows.given import Given, Refused
from flows.model import Draft, Reply, Tone
from flows.questions import ask, question
from flows.sources import why_reply
from flows.spots import Spot, find_spot
from flows.turn import Said, Scene, Turn
from flows.ways import after
from rules.message import Message, say


@dataclass(frozen=True, slots=True)
class Interview:
    """A flow over one kind of case. `keeps` stores the draft from its first answer on."""

    id: str
    kind: str
    keeps: bool

    def step(self, scene: Scene, said: Said) -> Turn:
        desk = self._desk(scene)
        if said.command == "start" and scene.draft is None:
            return show(desk, say(f"open.{self.id}" if desk.keeps else f"open.{self.id}.guest"))
        if said.command in (None, "start"):
            return show(desk) if said.command else answer(desk, said)
        action = ACTIONS.get(said.command)
        return action(desk, said) if action else answer(desk, said)

    def _desk(self, scene: Scene) -> Desk:
        draft = scene.draft or Draft(self.kind)
        keeps = self.keeps and scene.person.may_store
        return Desk(
            scene.person,
            scene.today,
            draft,
            At.from_json(scene.at),
            keeps=keeps,
            open=scene.open,
            calendar=scene.calendar,
        )


def show(desk: Desk, *notes: Message, spot: Spot | None = None) -> Turn:
    """Where the draft stands now: a question, the verdict, or the review."""
    spot = spot or find_spot(desk)
    replies = list(_replies(desk, spot))
    if notes and replies[0].tone is not Tone.PLAIN:
        replies.insert(0, Reply(notes))
    elif notes:
        replies[0] = replace(replies[0], text=(*notes, *replies[0].text))
    replies[-1] = replace(replies[-1], progress=cards.progress(desk, spot.assessment))
    draft = replace(desk.draft, rulebook=spot.assessment.rulebook.version)
    keep = desk.keeps and (draft.id is not None or bool(draft.answers))
    return Turn(
        tuple(replies),
        at=desk.at.to_json(),
        open=spot.name,
        draft=draft,
        keep=keep,
        verdict=spot.assessment.verdict.value,
        last_day=spot.assessment.timing.due,
    )


def _replies(desk: Desk, spot: Spot) -> tuple[Reply, ...]:
    if spot.path == "who":
        return (who.ask(desk),)
    if spot.path is not None:
        asked = question(spot.path)
        picked = picked_now(desk, spot.path)
        reply = ask(desk, asked, picked)
        settled = cards.settled_before(desk, spot)
        return (settled, reply) if settled else (reply,)
    if spot.name == "review":
        return (review.card(desk, spot.assessment),)
    if spot.name == "fix":
        return (review.fix(desk, spot.assessment),)
    return (cards.card(desk, spot.assessment),)


def answer(desk: Desk, said: Said) -> Turn:
    """Take what was said as a correction or as the answer to the open question."""
    path = desk.asked
    given = read_corrected(desk, said.text) if said.text else None
    if given is None and path == "who":
        return _nominees(desk, said)
    if given is None:
        given = read(desk, path, said) if path else Refused(say("expect.card"))
    if isinstance(given, Refused):
        return _refused(desk, given)
    if given.at is not None:
        return show(replace(desk, at=given.at))
    return accept(desk, given)


def _nominees(desk: Desk, said: Said) -> Turn:
    changed = who.read(desk, said)
    if isinstance(changed, Message):
        return _refused(desk, Refused(changed))
    return show(changed)


def _refused(desk: Desk, refused: Refused) -> Turn:
    turn = show(desk)
    *before, last = turn.replies
    last = after(refused.why, last)
    if refused.choices:
        last = replace(last, choices=(refused.choices, *last.choices))
    return replace(turn, replies=(*before, last))


def accept(desk: Desk, given: Given) -> Turn:
    """Write what was understood, drop what hung on it, and go on."""
    before = desk.draft
    draft = sheet.amend(before, given.values)
    clash = consistency.contradiction(draft, desk.person)
    if clash is not None:
        return _refused(desk, Refused(clash))
    dropped = consistency.orphans(before, draft, desk)
    draft = sheet.merge_last(draft, dropped)
    at = replace(desk.at, editing="", picked=None, month=None)
    changed = replace(desk, draft=draft, at=at)
    spot = find_spot(changed)
    notes = (*given.notes, *cards.share_notes(changed, spot.assessment, given.values))
    if dropped:
        notes = (*notes, cards.dropped_note(before, tuple(dropped)))
    turn = show(changed, *notes, spot=spot)
    events = [("answered", {"paths": sorted(given.values)})]
    return replace(turn, events=events, replies=_echoed(turn.replies, given))


def _echoed(replies: tuple[Reply, ...], given: Given) -> tuple[Reply, ...]:
    return (replace(replies[0], echo=given.echo), *replies[1:]) if given.echo else replies


def _back(desk: Desk, said: Said) -> Turn:
    """One step back: out of an edit, out of a stage, or before the last answer."""
    if desk.at.editing or desk.at.fixing or desk.at.month:
        at = replace(desk.at, editing="", fixing=False, picked=None, month=None)
        return show(replace(desk, at=at))
    if desk.at.stage != "eligibility" and len(desk.draft.past) <= desk.at.floor:
        return show(replace(desk, at=At(go_on=desk.at.go_on)))
    return _undo(desk, said, note=False)


def _undo(desk: Desk, _said: Said, *, note: bool = True) -> Turn:
    draft, changes = sheet.undo(desk.draft)
    if not changes:
        return show(desk, say("note.at_the_start"))
    at = replace(desk.at, editing="", picked=None, month=None, go_on=False)
    undone = replace(desk, draft=draft, at=at)
    notes = [cards.undone_note(desk.draft, changes)] if note else []
    return replace(show(undone, *notes), events=[("undone", {})])


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
    if path != "who" and sheet.value_at(desk.draft, path) == sheet.MISSING:
        return show(desk)
    return show(replace(desk, at=replace(desk.at, editing=path, fixing=False, picked=None)))


def _calendar(desk: Desk, said: Said) -> Turn:
    return show(replace(desk, at=replace(desk.at, month=said.month or desk.today)))


def _stage(name: str) -> Callable[[Desk, Said], Turn]:
    def enter(desk: Desk, _said: Said) -> Turn:
        floor = len(desk.draft.past)
        at = At(stage=name, go_on=True, floor=floor)
        return show(replace(desk, at=at))

    return enter


def _go_on(desk: Desk, _said: Said) -> Turn:
    return show(replace(desk, at=replace(desk.at, go_on=True, fixing=False)))


def _fix(desk: Desk, _said: Said) -> Turn:
    return show(replace(desk, at=replace(desk.at, fixing=True)))


def _cite(desk: Desk, _said: Said) -> Turn:
    spot = find_spot(desk)
    turn = show(desk)
    return replace(turn, replies=(cards.trace(desk, spot.assessment), *turn.replies))


def _file(desk: Desk, _said: Said) -> Turn:
    """Turn a checked case into a draft, as it stands."""
    if not desk.person.may_store:
        return show(desk, say("note.guest"))
    said = Said(command="filed")
    return Turn(goto=(desk.draft.kind, said), draft=replace(desk.draft, id=None))


def _filed(desk: Desk, _said: Said) -> Turn:
    return replace(show(desk, say("note.filed")), events=[("filed", {})])


def _opened(note: str) -> Callable[[Desk, Said], Turn]:
    def opened(desk: Desk, _said: Said) -> Turn:
        turn = show(desk)
        notes = [say(note, title=cards.title(desk.draft))]
        now = turn.draft.rulebook if turn.draft else None
        if desk.draft.rulebook not in (None, now):
            notes.append(say("note.rulebook", before=str(desk.draft.rulebook), now=str(now)))
        head = Reply(tuple(notes), choices=(cards.draft_ways(desk),), tone=Tone.NOTE)
        return replace(turn, replies=(head, *turn.replies), events=[(note, {})])

    return opened


def _save(desk: Desk, _said: Said) -> Turn:
    if not desk.keeps:
        return show(desk, say("note.guest" if not desk.person.may_store else "note.not_filed"))
    spot = find_spot(desk)
    turn = show(desk)
    return replace(turn, replies=(cards.saved(desk, spot.assessment),), open="saved")


def _change(edit: Callable[[Draft, str], Draft]) -> Callable[[Desk, Said], Turn]:
    def change(desk: Desk, said: Said) -> Turn:
        draft = edit(desk.draft, said.argument)
        draft = sheet.merge_last(draft, consistency.orphans(desk.draft, draft, desk))
        turn = show(replace(desk, draft=draft, at=At()), say("note.changed"))
        return replace(turn, events=[("changed", {"how": str(said.command)})])

    return change


def _leave(_desk: Desk, _said: Said) -> Turn:
    return Turn(goto=("menu", Said(command="start")))


def _other_kind(desk: Desk, said: Said) -> Turn:
    """Begin the other award for the same nominees."""
    kept = {p: v for p, v in desk.draft.answers.items() if p.endswith((".type", ".name"))}
    return Turn(goto=(said.argument, Said(command="show")), draft=Draft(said.argument, kept))


ACTIONS: Mapping[str, Callable[[Desk, Said], Turn]] = {
    "show": lambda desk, _said: show(desk),
    "back": _back,
    "undo": _undo,
    "unknown": _unknown,
    "why": _why,
    "edit": _edit,
    "fix": _fix,
    "calendar": _calendar,
    "continue": _go_on,
    "dossier": _stage("dossier"),
    "review": _stage("review"),
    "cite": _cite,
    "file": _file,
    "filed": _filed,
    "opened": _opened("note.opened"),
    "copied": _opened("note.copied"),
    "renamed": _opened("note.renamed"),
    "save": _save,
    "instead": _change(consistency.as_individual),
    "own_level": _change(consistency.at_own_level),
    "remove": _change(consistency.without_nominee),
    "other_kind": _other_kind,
    "cancel": _leave,
}
