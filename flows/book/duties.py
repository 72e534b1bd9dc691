"""Reports asked of units, by the office: given, watched, nudged, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.asking import EndDuty, ListDuties, ListUnits, MakeDuty, Nudged, NudgeMissing, ReadDuty
from flows.due.telling import denied, done, left
from flows.duty import making, whole
from flows.duty.telling import opening
from flows.model import Json, Reply
from flows.reminding import Duty, is_number
from flows.turn import Flow, Said, Scene, Turn
from flows.ways import after, go, way
from rules.message import Message, say

MOST_LISTED = 12
_GUEST = say("duties.guest"), go("check")
_MEMBER = say("duties.denied"), go("tasks")


@dataclass(frozen=True, slots=True)
class Duties:
    """A list, then one report's page, or a new one step by step."""

    id: str = "duties"

    def step(self, scene: Scene, said: Said) -> Turn:
        if not scene.person.may_ask_reports:
            is_guest = scene.person.unit is None
            return denied(*(_GUEST if is_guest else _MEMBER))
        if scene.asked is not None:
            return _found(scene)
        match said.command:
            case "cancel":
                return done(say("note.left_as_it_was"), ways=(go("duties"),))
            case "new_duty":
                return making.begin(scene, said)
            case "duty":
                return _read(said.argument)
        return _heard(scene, said)


def _heard(scene: Scene, said: Said) -> Turn:
    if scene.at.get("do") == "make":
        return making.hear(scene, said)
    if scene.at.get("do") == "end":
        return _on_ending(scene, said)
    if "duty" in scene.at:
        return _on_page(scene, said)
    return _list("" if said.command in ("start", "show", "back") else "expect.button")


def _list(note: str = "") -> Turn:
    return Turn(request=ListDuties(), at={"note": note})


def _read(number: str, note: str = "") -> Turn:
    if not is_number(number):
        return _list()
    return Turn(request=ReadDuty(int(number)), at={"duty": int(number), "note": note})


def _on_page(scene: Scene, said: Said) -> Turn:
    duty = int(scene.at["duty"])
    match said.command:
        case "nudge":
            return Turn(request=NudgeMissing(duty), at=scene.at)
        case "end":
            return _ask_end(scene)
        case "back":
            return _list()
    return _read(str(duty), "" if said.command == "show" else "expect.button")


def _on_ending(scene: Scene, said: Said) -> Turn:
    """Whether it is to end for all: asked once more, done, or not."""
    duty = int(scene.at["duty"])
    if said.command == "end_now":
        return Turn(request=EndDuty(duty), at=scene.at)
    return _ask_end(scene) if said.command == "show" else _read(str(duty))


def _ask_end(scene: Scene) -> Turn:
    at = {**scene.at, "do": "end"}
    keep = go("duty", argument=str(at["duty"]), label=say("way.keep_duty"))
    reply = Reply(
        (say("duty.end.ask", title=str(at["title"])),), choices=((keep,), (way("end_now"),))
    )
    return Turn((reply,), at=at, open=f"end:{at['duty']}")


def _found(scene: Scene) -> Turn:
    match scene.asked:
        case ListUnits() | MakeDuty():
            return making.found(scene)
        case ListDuties():
            return _listed(scene, scene.found or ())
        case NudgeMissing():
            return _nudged(scene)
        case EndDuty():
            return done(
                say("duty.ended" if scene.found else "note.no_such_task"), ways=(go("duties"),)
            )
    if not scene.found:
        return done(say("note.no_such_task"), ways=(go("duties"),))
    return _page(scene)


def _nudged(scene: Scene) -> Turn:
    if scene.found is None:
        return done(say("note.no_such_task"), ways=(go("duties"),))
    nudged: Nudged = scene.found
    before = [[unit, f"{at.astimezone(scene.zone):%H:%M}"] for unit, at in nudged.before]
    at = {**scene.at, "nudged": nudged.count, "before": before}
    return Turn(request=ReadDuty(int(scene.at["duty"])), at=at)


def _page(scene: Scene) -> Turn:
    tasks = scene.found
    nudges = int(scene.at.get("nudges", 0)) + ("nudged" in scene.at)
    at: dict[str, Json] = {"duty": scene.at["duty"], "title": tasks[0].duty.title, "nudges": nudges}
    reply = whole.page(tasks, scene.today, *_noted(scene))
    # with each nudge the page is another one: its button pressed twice nudges once
    return Turn((reply,), at=at, open=f"duty:{at['duty']}:{nudges}")


def _noted(scene: Scene) -> tuple[Message, ...]:
    if "nudged" in scene.at:
        return tuple(whole.nudged(scene.at["nudged"], scene.at["before"]))
    return (say(str(scene.at["note"])),) if scene.at.get("note") else ()


def _listed(scene: Scene, duties: Sequence[Duty]) -> Turn:
    shown = duties[:MOST_LISTED]
    title = say("duties.title", count=len(duties)) if duties else say("duties.none")
    lines = (
        say(
            "duties.line" if duty.owing != 0 else "duties.line.complete",
            number=number,
            title=duty.title,
            due=duty.due,
            left=left(duty.due, scene.today),
            count=len(duty.units),
            reported=len(duty.units) - (duty.owing or 0),
        )
        for number, duty in enumerate(shown, start=1)
    )
    numbers = [int(duty.id or 0) for duty in shown]
    rows = (*opening("duty", numbers), (go("new_duty"),), (go("menu"),))
    reply = Reply((title, *lines), choices=rows)
    if scene.at.get("note"):
        reply = after(say(str(scene.at["note"])), reply)
    return Turn((reply,), open="duties")


FLOW: Flow = Duties()
