"""A draft on its way out: judged as of the day, sent, and that day noted as its answer."""

from __future__ import annotations

from datetime import date

from flows import sheet
from flows.attached import to_mend
from flows.mending import MEND, first_flagged
from flows.model import Draft, Reply, Tone, UnitRole
from flows.proposals import going
from flows.proposals.asked import TakeStep
from flows.proposals.course import SENT_ON
from flows.proposals.moves import Step
from flows.proposals.pages import refused
from flows.proposals.sending import judged, lacking, left_open, snapshot_of
from flows.turn import Said, Scene, Turn
from flows.ways import go
from rules.case import CaseError
from rules.message import Message, say
from rules.parameters import ParameterError
from rules.verdict import Assessment


def on_draft(scene: Scene) -> Turn:
    """The draft that was looked up: to be sent, or to note the day on which it was."""
    draft, number = scene.found, int(scene.at["draft"])
    if not isinstance(draft, Draft):
        return refused()
    if "sent" in scene.at:
        return _noted(scene, draft)
    if scene.at.get("do") == MEND:
        return _mended(draft, number)
    try:
        found = judged(scene, _as_sent(draft))
    except (CaseError, ParameterError):
        return not_yet(number, say("note.rules_missing", day=scene.today))
    return _sent(scene, draft, found)


def _sent(scene: Scene, draft: Draft, found: Assessment) -> Turn:
    """What it lacks; of one still in its unit, where it goes; then the step itself."""
    step, number = _step_of(scene, draft), int(scene.at["draft"])
    is_in_unit = draft.course is None or draft.course.is_open
    confirms = step is Step.CONFIRM and not is_in_unit
    why_not = left_open(found) if confirms else lacking(draft, found)
    if why_not:
        return not_yet(number, *why_not)
    seen = scene.at.get("office")
    if is_in_unit and seen is None:
        return going.look_up(number, step, unnamed=sheet.unnamed(draft))
    snapshot = snapshot_of(draft, found)
    asked = TakeStep(number, step, draft.version, snapshot=snapshot, office=seen)
    return Turn(request=asked, at={"draft": number, "step": step.value})


def _mended(draft: Draft, number: int) -> Turn:
    """To the answers that are to be given anew; where only files are, to these."""
    if first_flagged(draft) is None and to_mend(draft):
        said = Said(command="attachments", argument=str(number))
        return Turn(goto=("attachments", said), draft=draft)
    return Turn(goto=(draft.kind, Said(command=MEND)), draft=draft)


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


def not_yet(draft: int, *why_not: Message) -> Turn:
    opened = go("open", argument=str(draft), label=say("way.open_draft"))
    reply = Reply(why_not, choices=((opened,), (go("proposals"), go("menu"))), tone=Tone.MORE)
    return Turn((reply,), at={"about": f"d{draft}"}, open="not_yet")


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
