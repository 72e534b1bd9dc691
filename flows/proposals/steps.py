"""The steps of a proposal as a talk: what is looked up, asked and told for each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows import sheet
from flows.model import Draft, Expects, Json, Reply, Role, Tone, UnitRole
from flows.proposals.asked import ListProposals, ReadProposal, Taken, TakeStep
from flows.proposals.course import SENT_ON
from flows.proposals.matter import Details, Proposal
from flows.proposals.moves import Step, steps_open
from flows.proposals.moving import IN_WORDS, SENDING
from flows.proposals.sending import judged, lacking, left_open, snapshot_of
from flows.proposals.telling import page
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import after, go, way
from flows.wire import message_from_json, message_to_json
from language.fold import clean
from rules.case import CaseError
from rules.message import Message, say
from rules.parameters import ParameterError

LONGEST = 1000
WRITTEN = frozenset({Step.CONFIRM, Step.RESEND})
"""Steps by which the draft is sent to the office: the day becomes one of its answers."""
Begun = Mapping[str, Json]


def to_list(note: str = "") -> Turn:
    return Turn(request=ListProposals(), at={"note": note})


def to_page(draft: int, note: str = "") -> Turn:
    return Turn(request=ReadProposal(draft), at={"draft": draft, "note": note})


def begin(step: str, draft: int) -> Turn:
    """Look up what the step is about."""
    if step in {one.value for one in SENDING}:
        return Turn(request=OpenDraft(draft), at={"draft": draft})
    return Turn(request=ReadProposal(draft), at={"draft": draft, "then": step})


def refused() -> Turn:
    """Not the person's, or not there: the two look alike."""
    reply = Reply((say("proposal.none"),), choices=((go("proposals"), go("menu")),))
    return Turn((reply,), open="denied")


def on_page(scene: Scene) -> Turn:
    """The proposal that was looked up: its page, or the step that was meant."""
    proposal, draft = scene.found, int(scene.at["draft"])
    then = str(scene.at.get("then", ""))
    if not isinstance(proposal, Proposal):
        return refused()
    step = next((one for one in Step if one.value == then), None)
    if step is None:
        note = str(scene.at.get("note", ""))
        return shown(scene, proposal, *([say(note)] if note else []))
    if step not in steps_open(proposal.state, proposal.parts_of(scene.person)):
        return shown(scene, proposal, say("proposal.moved_on"))
    if step in IN_WORDS:
        return ask_words(_about(proposal, step))
    return Turn(request=TakeStep(draft, step, proposal.version), at=_about(proposal, step))


def _about(proposal: Proposal, step: Step) -> Begun:
    title = message_to_json(proposal.snapshot.title)
    at = {"draft": proposal.draft, "step": step.value, "version": proposal.version}
    return {**at, "title": title}


def shown(scene: Scene, proposal: Proposal, *note: Message) -> Turn:
    reply = page(proposal, scene.person, scene.today, scene.zone)
    for one in note:
        reply = after(one, reply)
    about = f"d{proposal.draft}"
    at = {"draft": proposal.draft, "version": proposal.version, "about": about}
    return Turn((reply,), at=at, open=f"proposal:{proposal.draft}:{proposal.version}")


def ask_words(at: Begun, *note: Message) -> Turn:
    """Why: no step back is taken without a word."""
    asked = say(f"proposal.ask.{at['step']}", title=message_from_json(at["title"]))
    leave = ((way("cancel", role=Role.ASIDE),),)
    reply = Reply((*note, asked), choices=leave, expects=Expects.TEXT)
    at = {**at, "do": "words"}
    return Turn((reply,), at=at, open=f"text:proposal:{at['step']}:{at['draft']}")


def hear_words(scene: Scene, said: Said) -> Turn:
    words = clean(said.text or "")
    if said.command == "show":
        return ask_words(scene.at)
    if not words:
        return ask_words(scene.at, say("proposal.needs_words"))
    if len(words) > LONGEST:
        told = say("refuse.long_text", length=len(words), most=LONGEST)
        return ask_words(scene.at, told)
    return take(scene.at, Details(words=words))


def take(at: Begun, details: Details) -> Turn:
    """The step that stands in `at`, with all it needs."""
    step = Step(at["step"])
    return Turn(request=TakeStep(int(at["draft"]), step, int(at["version"]), details), at=at)


def on_draft(scene: Scene) -> Turn:
    """The draft that was looked up: to be sent, or to note the day on which it was."""
    draft, number = scene.found, int(scene.at["draft"])
    if not isinstance(draft, Draft):
        return refused()
    if "sent" in scene.at:
        return _noted(scene, draft)
    step = _step_of(scene, draft)
    try:
        found = judged(scene, _as_sent(draft))
    except (CaseError, ParameterError):
        return _not_yet(number, say("note.rules_missing", day=scene.today))
    why_not = lacking(draft, found) if step is not Step.CONFIRM else left_open(found)
    if why_not:
        return _not_yet(number, *why_not)
    asked = TakeStep(number, step, draft.version, snapshot=snapshot_of(draft, found))
    return Turn(request=asked, at={"draft": number, "step": step.value})


def _step_of(scene: Scene, draft: Draft) -> Step:
    """A head who sends confirms at once; what was returned is sent again."""
    if draft.course is not None and draft.course.is_returned:
        return Step.RESEND
    return Step.CONFIRM if UnitRole.HEAD in scene.person.roles else Step.SEND


def _as_sent(draft: Draft) -> Draft:
    """Judged as of today, but of what was sent before the first day of sending counts."""
    first = draft.course.first_sent_on if draft.course else None
    answers = {path: value for path, value in draft.answers.items() if path != SENT_ON}
    return Draft(draft.kind, answers | ({SENT_ON: first.isoformat()} if first else {}))


def _not_yet(draft: int, *why_not: Message) -> Turn:
    opened = go("open", argument=str(draft), label=say("way.open_draft"))
    reply = Reply(why_not, choices=((opened,), (go("proposals"), go("menu"))), tone=Tone.MORE)
    return Turn((reply,), at={"about": f"d{draft}"}, open="not_yet")


def on_taken(scene: Scene) -> Turn:
    """The step taken, or why not; then the page says how it stands."""
    taken, draft = scene.found, int(scene.at["draft"])
    step = Step(scene.at["step"])
    if not isinstance(taken, Taken) or taken.proposal is None:
        return refused()
    proposal = taken.proposal
    if taken.why_not is not None:
        is_kept = proposal.version > 0
        return shown(scene, proposal, taken.why_not) if is_kept else _not_yet(draft, taken.why_not)
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


def _noted(scene: Scene, draft: Draft) -> Turn:
    """Sent to the office: the day is the draft's answer, and its reminders end."""
    day, step = str(scene.at["sent"]), str(scene.at["step"])
    sent = sheet.amend(draft, {SENT_ON: day})
    found = judged(scene, sent)
    told = say(
        f"proposal.told.{step}",
        office=str(scene.at["office"]),
        day=date.fromisoformat(day),
    )
    open_it = go("proposal", argument=str(draft.id), label=say("remind.open.proposal"))
    reply = Reply((told,), choices=((open_it,), (go("proposals"), go("menu"))), tone=Tone.GOOD)
    return Turn(
        (reply,),
        at={"draft": draft.id, "about": f"d{draft.id}"},
        open=f"proposal:{draft.id}:sent",
        draft=sent,
        keep=True,
        events=[(f"proposal_{step}", {"draft": draft.id})],
        verdict=found.verdict.value,
        last_day=found.timing.due,
        assessment=found,
    )
