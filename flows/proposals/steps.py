"""The steps of a proposal as a talk: what is looked up, asked and told for each."""

from __future__ import annotations

from collections.abc import Mapping

from flows.model import Expects, Json, Reply, Role
from flows.proposals import deciding, going, reviewing
from flows.proposals.asked import ReadProposal, Taken, TakeStep
from flows.proposals.course import Flag
from flows.proposals.matter import Details, Proposal
from flows.proposals.moves import Step, steps_open
from flows.proposals.moving import IN_WORDS, SENDING, WRITTEN, warnings
from flows.proposals.pages import refused, shown
from flows.proposals.reading import READ, read
from flows.proposals.written import not_yet
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import way
from flows.wire import message_from_json, message_to_json
from language.fold import clean
from rules.message import Message, say

LONGEST = 1000
OF_THE_DRAFT = frozenset({"mend", *(step.value for step in SENDING)})
"""What is begun by looking at the draft itself."""
Begun = Mapping[str, Json]


def begin(step: str, draft: int) -> Turn:
    """Look up what the step is about."""
    if step in OF_THE_DRAFT:
        return Turn(request=OpenDraft(draft), at={"draft": draft, "do": step})
    return Turn(request=ReadProposal(draft), at={"draft": draft, "then": step})


def on_page(scene: Scene) -> Turn:
    """The proposal that was looked up: its page, or the step that was meant."""
    proposal = scene.found
    then = str(scene.at.get("then", ""))
    if not isinstance(proposal, Proposal):
        return refused()
    if then in READ:
        return read(scene, proposal, then)
    step = next((one for one in Step if one.value == then), None)
    if step is None:
        note = str(scene.at.get("note", ""))
        return shown(scene, proposal, *([say(note)] if note else []))
    if step not in steps_open(proposal.state, proposal.parts_of(scene.person)):
        return shown(scene, proposal, say("proposal.moved_on"))
    return _begun(proposal, step)


def _begun(proposal: Proposal, step: Step) -> Turn:
    """What is asked before the step, else the step itself."""
    at = _about(proposal, step)
    against = warnings(proposal, Details()) if step is Step.ACCEPT else ()
    if step in IN_WORDS or against:
        return ask_words(at, *against)
    if step is Step.RETURN:
        return reviewing.begin_flags(proposal, at)
    if step is Step.DECIDE:
        sent = proposal.first_sent_on
        return deciding.ask({**at, "sent_on": sent.isoformat() if sent else None})
    return Turn(request=TakeStep(proposal.draft, step, proposal.version), at=at)


def _about(proposal: Proposal, step: Step) -> Begun:
    title = message_to_json(proposal.snapshot.title)
    at = {"draft": proposal.draft, "step": step.value, "version": proposal.version}
    return {**at, "title": title}


def ask_words(at: Begun, *note: Message) -> Turn:
    """Why: no step back is taken without a word."""
    asked = say(f"proposal.ask.{at['step']}", title=message_from_json(at["title"]))
    none = (way("no_words", role=Role.ANSWER),) if at["step"] == Step.RETURN else ()
    leave = ((*none, way("cancel", role=Role.ASIDE)),)
    reply = Reply((*note, asked), choices=leave, expects=Expects.TEXT)
    at = {**at, "do": "words"}
    return Turn((reply,), at=at, open=f"text:proposal:{at['step']}:{at['draft']}")


def hear_words(scene: Scene, said: Said) -> Turn:
    words = clean(said.text or "")
    if said.command == "show":
        return ask_words(scene.at)
    if said.command == "no_words" and not words:
        return take(scene.at, Details(_flags(scene.at)))
    if not words:
        return ask_words(scene.at, say("proposal.needs_words"))
    if len(words) > LONGEST:
        told = say("refuse.long_text", length=len(words), most=LONGEST)
        return ask_words(scene.at, told)
    return take(scene.at, Details(_flags(scene.at), words=words))


def _flags(at: Begun) -> tuple[Flag, ...]:
    return tuple(Flag(path) for path in at.get("picked", ()))


def hear_flags(scene: Scene, said: Said) -> Turn:
    """More to be mended, or what is to be said with it."""
    if said.command == "show":
        return reviewing.ask_flags(scene.at)
    if said.command == "done":
        if not scene.at["picked"]:
            return reviewing.ask_flags(scene.at, say("proposal.needs_flags"))
        return ask_words({**scene.at, "do": "words"})
    now = reviewing.hear_flags(scene, said.toggle, said.command)
    if now is None:
        return reviewing.ask_flags(scene.at, say("expect.button"))
    return reviewing.ask_flags(now)


def take(at: Begun, details: Details) -> Turn:
    """The step that stands in `at`, with all it needs."""
    step = Step(at["step"])
    return Turn(request=TakeStep(int(at["draft"]), step, int(at["version"]), details), at=at)


def on_taken(scene: Scene) -> Turn:
    """The step taken, or why not; then the page says how it stands."""
    taken, draft = scene.found, int(scene.at["draft"])
    step = Step(scene.at["step"])
    if not isinstance(taken, Taken) or taken.proposal is None:
        return going.no_office(draft) if isinstance(taken, Taken) else refused()
    proposal = taken.proposal
    if taken.why_not is not None:
        is_kept = proposal.version > 0
        return shown(scene, proposal, taken.why_not) if is_kept else not_yet(draft, taken.why_not)
    if step in WRITTEN:
        first = proposal.first_sent_on or scene.today
        at = {"draft": draft, "sent": first.isoformat(), "step": step.value}
        return Turn(request=OpenDraft(draft), at={**at, "office": proposal.office_name})
    turn = shown(scene, proposal, say(f"proposal.told.{step.value}", office=proposal.office_name))
    return _with_event(turn, step, draft)


def _with_event(turn: Turn, step: Step, draft: int) -> Turn:
    return Turn(
        turn.replies,
        at=turn.at,
        open=turn.open,
        events=[(f"proposal_{step.value}", {"draft": draft})],
    )
