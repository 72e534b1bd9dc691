"""A turn as a pure function: state and input to replies and new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from flows.model import Incoming, Reply, Tap
from flows.sources import clause_reply
from flows.turn import NOWHERE, Flow, Said, Scene, State, Turn
from language.commands import read_command
from rules.message import Message, say

FLOW_COMMANDS = frozenset(
    {"menu", "help", "drafts", "language", "surprise", "thematic", "check", "revocation"}
)
"""Commands that begin a flow, from anywhere."""
KINDS = FLOW_COMMANDS & {"surprise", "thematic", "revocation"}
OF_DRAFTS = frozenset({"open", "rename", "copy", "ask_delete"})
"""Commands that do something to one draft, from anywhere."""


@dataclass(frozen=True, slots=True)
class Next:
    """The turn of a flow together with the state that follows it.

    `ahead` goes before its replies, `note` into the last of them, also where the flow
    looks something up first.
    """

    turn: Turn
    state: State
    ahead: tuple[Reply, ...] = ()
    note: Message | None = None

    @property
    def replies(self) -> tuple[Reply, ...]:
        """All that is said in this turn."""
        *before, last = self.turn.replies
        if self.note is not None:
            last = replace(last, noted=(self.note, *last.noted))
        return (*self.ahead, *before, last)


def step(flows: Mapping[str, Flow], state: State, incoming: Incoming, scene: Scene) -> Next:
    """Lead one input to the flow it is for. No clock, no channel, no await."""
    said = hear(incoming)
    if _is_stale(incoming.tap, state):
        return again(flows, state, scene, say("note.stale"))
    if said.command == "clause":
        return _clause(flows, state, said, scene=scene)
    if said.command in FLOW_COMMANDS and not _answers_kind(said, state):
        return begin(flows, said.command, scene, state=state, said=said)
    if said.command in OF_DRAFTS:
        return begin(flows, "drafts", scene, state=state, said=said)
    flow = flows.get(state.flow, flows["menu"])
    return follow(flows, state, flow.step(scene, said), scene=scene)


def begin(flows: Mapping[str, Flow], name: str, scene: Scene, *, state: State, said: Said) -> Next:
    """Start a flow from nothing."""
    state = replace(state, flow=name, at=NOWHERE, open="", scratch=None, kept=False)
    start = said if said.command in OF_DRAFTS else replace(said, command="start")
    return follow(
        flows,
        state,
        flows[name].step(replace(scene, draft=None, at=NOWHERE, open=""), start),
        scene=scene,
    )


def follow(flows: Mapping[str, Flow], state: State, turn: Turn, *, scene: Scene) -> Next:
    """Take a flow's turn into the state; hand over to another flow where it says so."""
    if turn.goto is not None:
        name, said = turn.goto
        state = replace(state, flow=name, at=NOWHERE, open="", scratch=None, kept=False)
        inner = replace(scene, draft=turn.draft, at=NOWHERE, open="", asked=None, found=None)
        return follow(flows, state, flows[name].step(inner, said), scene=scene)
    if turn.request is not None:
        return Next(turn, state)
    question = state.question + (turn.open != state.open)
    state = replace(
        state,
        at=turn.at,
        open=turn.open,
        question=question,
        scratch=None if turn.keep else turn.draft,
        kept=turn.keep,
    )
    replies = tuple(_addressed(reply, state.token) for reply in turn.replies)
    return Next(replace(turn, replies=replies), state)


def _addressed(reply: Reply, token: str) -> Reply:
    """A reply of this question: its buttons carry it, and its slot is this question's own."""
    slot = f"{reply.slot}:{token}" if reply.slot else None
    return replace(reply, token=token, slot=slot)


def hear(incoming: Incoming) -> Said:
    """Turn a tap or a text into what was said; commands are heard in any spelling."""
    if incoming.tap is not None:
        return _tapped(incoming.tap.choice)
    text = (incoming.text or "").strip()
    if not text:
        return Said(attachment=incoming.attachment or "nothing")
    command, _, argument = (read_command(text) or "").partition(":")
    return Said(command=command or None, argument=argument, text=text)


def _tapped(choice: str) -> Said:
    kind, _, value = choice.partition(":")
    match kind:
        case "a":
            return Said(option=value)
        case "t":
            return Said(toggle=value)
        case "day":
            return Said(day=_day(value))
        case "month":
            return Said(month=_day(f"{value}-01"))
    command, _, argument = value.partition(":")
    return Said(command=command or "show", argument=argument)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _answers_kind(said: Said, state: State) -> bool:
    """The kind typed where the kind to check is asked: the answer, not a new proposal."""
    typed = said.text is not None and not said.text.startswith("/")
    return state.open == "kind" and said.command in KINDS and typed


def _is_stale(tap: Tap | None, state: State) -> bool:
    """A button of an earlier question; those that begin with `g:` are good for ever."""
    return tap is not None and not tap.choice.startswith("g:") and tap.token != state.token


def again(flows: Mapping[str, Flow], state: State, scene: Scene, note: Message) -> Next:
    """The open question once more, after a sentence."""
    return replace(_shown(flows, state, scene), note=note)


def _shown(flows: Mapping[str, Flow], state: State, scene: Scene) -> Next:
    flow = flows.get(state.flow, flows["menu"])
    return follow(flows, state, flow.step(scene, Said(command="show")), scene=scene)


def _clause(flows: Mapping[str, Flow], state: State, said: Said, *, scene: Scene) -> Next:
    """The clause asked for, then the same question again."""
    ahead = (clause_reply(said.argument, scene.today),)
    return replace(_shown(flows, state, scene), ahead=ahead)
