"""A turn as a pure function: state and input to replies and new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flows.asides import (
    PAGES,
    RESUME,
    asks,
    beside,
    case_left,
    cases_left,
    is_of_left,
    leads_back,
    left_by,
    on_screen,
    restored,
    scene_of,
)
from flows.commands import KINDS, OF_DRAFTS, OWNERS, as_text, begins_flow, kept_note
from flows.deserted import deserted_by, with_way
from flows.edits import case_of, meant, remembered
from flows.hearing import hear, ways_of
from flows.in_hand import in_hand
from flows.model import Choice, Expects, Incoming, Reply
from flows.resuming import told_of
from flows.sending import SENT, with_undo, with_way_back
from flows.sources import clause_reply
from flows.taps import Tapped, addressed, asked_by, is_stale, placed, stale_note, tapped
from flows.turn import BACK, NOWHERE, Flow, Said, Scene, State, Turn
from flows.ways import led_on, without_ways
from rules.message import Message

SHOW = Said(command="show")


@dataclass(frozen=True, slots=True)
class Next:
    """The turn of a flow together with the state that follows it.

    `ahead` goes before its replies, `note` into the last of them, also where the flow
    looks something up first; `tap` is what they answer, for the same again.
    """

    turn: Turn
    state: State
    ahead: tuple[Reply, ...] = ()
    note: Message | None = None
    tap: Tapped | None = None

    @property
    def replies(self) -> tuple[Reply, ...]:
        """All that is said in this turn."""
        *before, last = self.turn.replies
        if self.note is not None:
            last = replace(last, noted=(self.note, *last.noted))
        return placed((*self.ahead, *before, last), self.tap)


def step(flows: Mapping[str, Flow], state: State, incoming: Incoming, scene: Scene) -> Next:
    """Lead one input to the flow it is for. No clock, no channel, no await."""
    tap = tapped(state, incoming)
    why_not = None if incoming.text else incoming.refused
    said = why_not or meant(state, incoming) or as_text(hear(incoming, state.ways), state)
    if isinstance(said, Message):
        return again(flows, state, scene, said)
    found = _led(flows, state, incoming, scene=scene, said=said)
    state = remembered(state, found.state, incoming, turn=found.turn, draft=scene.draft)
    note = found.note or incoming.refused
    return replace(found, state=replace(state, tapped=tap), tap=tap, note=note)


def _led(
    flows: Mapping[str, Flow], state: State, incoming: Incoming, *, scene: Scene, said: Said
) -> Next:
    said = replace(said, command=RESUME) if leads_back(said, state, scene) else said
    if said.command == RESUME or is_of_left(incoming.tap, state, scene):
        return _resume(flows, state, scene=scene, said=said)
    if is_stale(incoming.tap, state):
        return again(flows, state, scene, *stale_note(state, incoming.tap, scene.draft))
    told = _told(flows, state, scene, said)
    if told is not None:
        return _beside(told, _shown(flows, state, scene))
    known = in_hand(said, state)
    if known is not None:
        return again(flows, state, scene, *known)
    return _flowed(flows, state, scene, said)


def _flowed(flows: Mapping[str, Flow], state: State, scene: Scene, said: Said) -> Next:
    """The flow that the words begin, the one they belong to, or the one at hand takes them."""
    if begins_flow(said, state):
        begun = begin(flows, str(said.command), scene, state=state, said=said)
        return replace(begun, note=kept_note(said, state))
    if owner := OWNERS.get(said.command or ""):
        said = replace(said, about=on_screen(state, scene))
        return begin(flows, owner, scene, state=state, said=said)
    return _shown(flows, state, scene, said)


def _beside(told: Reply, shown: Next) -> Next:
    """What was asked for ahead of the open question; a card is not told again for it."""
    last = shown.turn.replies[-1] if shown.turn.replies else None
    if last is None or last.expects is not Expects.NOTHING:
        return replace(shown, ahead=(told,))
    return replace(shown, turn=replace(shown.turn, replies=(led_on(told, last),)))


def begin(flows: Mapping[str, Flow], name: str, scene: Scene, *, state: State, said: Said) -> Next:
    """Start a flow from nothing; a case in hand is left, not lost."""
    start = said if said.command in OWNERS else replace(said, command="start")
    comes_between = asks(state) or state.between
    between = said.command in OWNERS and said.command not in OF_DRAFTS and comes_between
    begun = _enter(
        flows, name, scene, state=replace(state, between=between), said=start, turn=Turn()
    )
    waits = name == "check" or (name in KINDS and not scene.person.may_store)
    cases = [one for one in cases_left(begun.state) if one.scratch] if waits else []
    return replace(begun, turn=told_of(begun.turn, cases)) if cases else begun


def _enter(
    flows: Mapping[str, Flow], name: str, scene: Scene, *, state: State, said: Said, turn: Turn
) -> Next:
    """Go over to a flow, with the draft that the turn before hands on."""
    comes_back = state.between and asks(state)
    left = left_by(replace(state, between=False), moved=turn.draft, back=comes_back)
    case = case_of(state, scene, moved=turn.draft)
    deserted = deserted_by(state, scene.draft, moved=turn.draft)
    state = replace(state, flow=name, at=NOWHERE, open="", scratch=None, kept=False, left=left)
    state = replace(state, asked={}, case=case, deserted=deserted)
    aside, older, unfinished = beside(state)
    scene = replace(scene, draft=turn.draft, aside=aside, older=older, unfinished=unfinished)
    scene = replace(scene, at=NOWHERE, open="", asked=None, found=None)
    return follow(flows, state, flows[name].step(scene, said), scene=scene)


def follow(flows: Mapping[str, Flow], state: State, turn: Turn, *, scene: Scene) -> Next:
    """Take a flow's turn into the state; hand over to another flow where it says so."""
    if turn.goto is not None and not _stays(turn, state, scene):
        name, said = turn.goto
        if name == BACK:
            back = _resume(flows, state, scene=scene, said=said)
            return replace(back, ahead=without_ways(turn.replies))
        return _enter(flows, name, scene, state=state, said=said, turn=turn)
    if turn.request is not None:
        return Next(turn, state)
    left = restored(state, scene) if turn.open == SENT and state.between else None
    if left is not None and not left.kept:
        # what was submitted in between is stored; the question left is asked again below it
        shown = _shown(flows, left, scene_of(left, scene))
        if shown.turn.request is None:
            asked = with_undo(turn, shown.turn.replies)
            now = replace(shown.state, ways=ways_of(asked))
            replies = (*without_ways(turn.replies), *asked)
            return replace(shown, turn=replace(turn, replies=replies), state=now)
    turn = with_way_back(turn, scene.stored) if left is not None else turn
    question = state.question + (turn.open != state.open)
    # the stored draft in hand is the one to come back to, no other
    left = case_left(state) if turn.keep else state.left
    state = replace(
        state,
        at=turn.at,
        open=turn.open,
        question=question,
        scratch=None if turn.keep else turn.draft,
        kept=turn.keep,
        left=left,
        ways=ways_of(turn.replies),
    )
    state = replace(state, asked=asked_by(state, state.token, turn.open))
    replies = tuple(addressed(reply, state.token) for reply in turn.replies)
    return Next(replace(turn, replies=replies), state)


def _stays(turn: Turn, state: State, scene: Scene) -> bool:
    """Done, and there is no question to lead back to: what is replied is the answer."""
    leads_back = turn.goto is not None and turn.goto[0] == BACK and bool(turn.replies)
    return leads_back and not (state.between and restored(state, scene) is not None)


def again(
    flows: Mapping[str, Flow], state: State, scene: Scene, note: Message, back: Choice | None = None
) -> Next:
    """The open question once more, after a sentence; with a way back where one is given."""
    shown = _shown(flows, state, scene)
    return replace(shown, note=note, turn=with_way(shown.turn, back))


def _shown(flows: Mapping[str, Flow], state: State, scene: Scene, said: Said = SHOW) -> Next:
    return follow(flows, state, flows.get(state.flow, flows["menu"]).step(scene, said), scene=scene)


def _told(flows: Mapping[str, Flow], state: State, scene: Scene, said: Said) -> Reply | None:
    """What is only told in between, before the same question: a clause, the page of help."""
    if said.command == "clause":
        return clause_reply(said.argument, scene.today)
    if said.command == "help" and state.flow not in PAGES:
        # without its ways on: the question below has its own
        page = flows["help"].step(scene, Said(command="start")).replies[-1]
        return replace(page, choices=())
    return None


def _resume(flows: Mapping[str, Flow], state: State, *, scene: Scene, said: Said) -> Next:
    """Back to what was left: a case not stored, else the stored draft, else the menu."""
    if said.command == RESUME and not said.argument and state.kept:
        return _shown(flows, state, scene)
    now = restored(state, scene, case=said.argument)
    if now is not None:
        said = SHOW if said.command == RESUME else said
        return _shown(flows, now, scene_of(now, scene), said)
    if scene.stored is not None and said.command == RESUME:
        opened = Said(command="open", argument=str(scene.stored.id))
        return begin(flows, "drafts", scene, state=state, said=opened)
    return begin(flows, "menu", scene, state=state, said=Said())
