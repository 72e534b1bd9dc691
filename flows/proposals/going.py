"""Before a draft is sent: to which office it goes and why, or that there is none yet."""

from __future__ import annotations

from flows.model import Reply, Role, Tone
from flows.proposals.asked import FindOffice
from flows.proposals.moves import Step
from flows.proposals.routing import Routed
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import go, way
from rules.message import say


def look_up(draft: int, step: Step) -> Turn:
    return Turn(request=FindOffice(draft), at={"draft": draft, "do": "to", "step": step.value})


def on_office(scene: Scene) -> Turn:
    """The office that was found, shown to who sends; nothing is sent yet."""
    draft, step = int(scene.at["draft"]), Step(scene.at["step"])
    if not isinstance(scene.found, Routed):
        return no_office(draft)
    to = scene.found
    next_one = say(f"send.then.{step.value}", office=to.office_name, day=scene.today)
    text = (say("send.to", office=to.office_name), to.why, next_one)
    ways = ((way("send", label=say("send.now")), way("cancel", role=Role.ASIDE)),)
    at = {"draft": draft, "do": "to", "step": step.value, "office": to.office}
    return Turn((Reply(text, choices=ways, tone=Tone.NOTE),), at=at, open=f"to:{draft}")


def hear(scene: Scene, said: Said) -> Turn:
    """Sent on a tap alone; whatever else is said shows the office anew."""
    at = scene.at
    if said.command == "send":
        begun = {"draft": at["draft"], "do": at["step"], "office": at["office"]}
        return Turn(request=OpenDraft(int(at["draft"])), at=begun)
    return look_up(int(at["draft"]), Step(at["step"]))


def left(draft: int) -> Turn:
    """Not sent after all: the draft stays as it was."""
    return Turn(goto=("drafts", Said(command="open", argument=str(draft))))


def no_office(draft: int) -> Turn:
    """Nobody receives such proposals of the unit: what can be done, and that nothing is lost."""
    number = str(draft)
    rows = (
        (go("make_papers", argument=number, label=say("way.papers_of")),),
        (go("sent", argument=f"d{draft}"),),
        (go("open", argument=number, label=say("way.open_draft")), go("menu")),
    )
    reply = Reply((say("send.no_office"),), choices=rows, tone=Tone.MORE)
    return Turn((reply,), at={"about": f"d{draft}"}, open="not_yet")
