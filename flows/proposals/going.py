"""Before a draft is sent: to which office it goes and why, and whom it names once more."""

from __future__ import annotations

from flows.model import Reply, Role, Tone
from flows.proposals import awarded
from flows.proposals.asked import FindAlike, FindOffice, Named
from flows.proposals.moves import Step
from flows.proposals.pages import refused
from flows.proposals.routing import Routed
from flows.turn import OpenDraft, Said, Scene, Turn
from flows.ways import go, way
from flows.wire import message_from_json, message_to_json
from rules.message import say


def look_up(draft: int, step: Step, *, unnamed: int = 0) -> Turn:
    """Where it goes is looked up; so many nominees have no name yet: no bar, but told."""
    at = {"draft": draft, "do": "to", "step": step.value, "unnamed": unnamed}
    return Turn(request=FindOffice(draft), at=at)


def found(scene: Scene) -> Turn:
    """What was looked up: where it goes, then whom it names; or that alone."""
    if isinstance(scene.asked, FindOffice):
        return _on_office(scene)
    return _on_awards(scene) if scene.at.get("do") == "awards" else _on_alike(scene)


def _on_office(scene: Scene) -> Turn:
    """The office that was found; then whom the draft names is looked up."""
    draft = int(scene.at["draft"])
    if not isinstance(scene.found, Routed):
        return no_office(draft)
    to = scene.found
    told = [message_to_json(line) for line in (say("send.to", office=to.office_name), to.why)]
    at = {**scene.at, "office": to.office, "office_name": to.office_name, "told": told}
    return Turn(request=FindAlike(draft), at=at)


def _on_alike(scene: Scene) -> Turn:
    """The office and who was proposed or awarded before, shown to who sends; nothing is sent."""
    at, draft, step = scene.at, int(scene.at["draft"]), Step(scene.at["step"])
    next_one = say(f"send.then.{step.value}", office=str(at["office_name"]), day=scene.today)
    named = scene.found.found if isinstance(scene.found, Named) else ()
    to = tuple(message_from_json(line) for line in at["told"])
    unnamed = int(at.get("unnamed", 0))
    warned = (say("send.unnamed", count=unnamed),) if unnamed else ()
    text = (*to, *awarded.told(named), *warned, next_one)
    ways = ((way("send", label=say("send.now")), way("cancel", role=Role.ASIDE)),)
    at = {"draft": draft, "do": "to", "step": step.value, "office": at["office"]}
    at |= {"unnamed": unnamed}
    return Turn((Reply(text, choices=ways, tone=Tone.NOTE),), at=at, open=f"to:{draft}")


def look_back(draft: int) -> Turn:
    return Turn(request=FindAlike(draft), at={"draft": draft, "do": "awards"})


def _on_awards(scene: Scene) -> Turn:
    """Who of a draft was proposed for the same deed or awarded before, as the unit knows."""
    draft = int(scene.at["draft"])
    if not isinstance(scene.found, Named):
        return refused()
    found = tuple(awarded.told(scene.found.found))
    text = (say("awards.title"), *found) if found else (say("awards.none"),)
    opened = go("open", argument=str(draft), label=say("way.open_draft"))
    reply = Reply((*text, say("awards.by_name")), choices=((opened, go("menu")),))
    return Turn((reply,), at={"about": f"d{draft}"}, open="awards")


def hear(scene: Scene, said: Said) -> Turn:
    """Sent on a tap alone; whatever else is said shows the office anew."""
    at = scene.at
    if said.command == "send":
        begun = {"draft": at["draft"], "do": at["step"], "office": at["office"]}
        return Turn(request=OpenDraft(int(at["draft"])), at=begun)
    return look_up(int(at["draft"]), Step(at["step"]), unnamed=int(at.get("unnamed", 0)))


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
    text = (say("send.no_office"), say("send.no_office.way"))
    reply = Reply(text, choices=rows, tone=Tone.MORE)
    return Turn((reply,), at={"about": f"d{draft}"}, open="not_yet")
