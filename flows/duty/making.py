"""A report asked of units, step by step: each answer can be gone back to until it is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.asking import ListUnits, MakeDuty
from flows.commands import UNFINISHED
from flows.due.telling import done
from flows.duty import steps, units
from flows.duty.first_heard import first_heard
from flows.given import Refused
from flows.model import Choice, Json, Reply, Role
from flows.reminding import Duty, Repeats
from flows.turn import Said, Scene, Turn
from flows.ways import go, way
from flows.wire import message_from_json, message_to_json
from rules.message import Message, say

STEPS = ("title", "instructions", "due", "units", "repeats")
OF_A_STEP = ("step", "picked", "month", "heard", "note")
NEW: Mapping[str, Json] = {"do": "make"}


def begin(scene: Scene, said: Said) -> Turn:
    """From the beginning; words behind «giao báo cáo» are its title."""
    words = said.argument if said.text else ""
    return hear(_at(scene, NEW), Said(text=words)) if words else ask(scene, NEW)


def _at(scene: Scene, at: Mapping[str, Json]) -> Scene:
    return Scene(scene.person, scene.today, at=at, calendar=scene.calendar)


def _step(at: Mapping[str, Json]) -> str:
    """The step gone back to, else the first not answered; then all is confirmed."""
    return at.get("step") or next((step for step in STEPS if step not in at), "confirm")


def ask(
    scene: Scene,
    at: Mapping[str, Json],
    *,
    refused: Refused | None = None,
    note: Message | None = None,
) -> Turn:
    step = _step(at)
    if step in ("units", "confirm"):
        told = note or (refused.why if refused else None)
        at = {**at, "note": message_to_json(told) if told else None}
        return Turn(request=ListUnits(), at={**at, "heard": units.heard(Said(command="show"))})
    reply = steps.ask(scene, {**at, "step": step}, refused, note)
    is_text = step in ("title", "instructions")
    return Turn((reply,), at=at, open=f"{'text:' if is_text else ''}make:{step}")


def hear(scene: Scene, said: Said) -> Turn:
    at, step = scene.at, _step(scene.at)
    if said.command == "back":
        return _back(scene, step)
    if said.command == "show":
        return ask(scene, at)
    if step == "confirm":
        return _confirmed(scene, said)
    if step == "units":
        return Turn(request=ListUnits(), at={**at, "note": None, "heard": units.heard(said)})
    values = steps.READERS[step](scene, said)
    if isinstance(values, steps.Partly):
        return _partly(scene, values)
    return ask(scene, at, refused=values) if isinstance(values, Refused) else _taken(scene, values)


def _confirmed(scene: Scene, said: Said) -> Turn:
    """Given as it stands, or an answer mended."""
    if said.command == "give":
        return Turn(request=MakeDuty(_duty(scene.at)), at=scene.at)
    if said.command == "edit" and said.argument in STEPS:
        return ask(scene, {**scene.at, "step": said.argument})
    return ask(scene, scene.at, note=say("expect.button"))


def _back(scene: Scene, step: str) -> Turn:
    """To the step before; before the first there is none."""
    before = (None, *STEPS)[(*STEPS, "confirm").index(step)]
    if before is None:
        return ask(scene, scene.at, note=say("note.at_the_start"))
    kept = {key: value for key, value in scene.at.items() if key not in OF_A_STEP}
    return ask(scene, {**kept, "step": before})


def _partly(scene: Scene, read: steps.Partly) -> Turn:
    """The title stays, and only the day is asked again."""
    at = {**_with(scene.at, {"title": read.title}), "step": "due"}
    return ask(scene, at, refused=read.refused, note=say("duty.title.kept", title=read.title))


def _with(at: Mapping[str, Json], values: Mapping[str, Json]) -> Mapping[str, Json]:
    """What was answered so far and now; that much can be gone back to from the menu."""
    kept = {key: value for key, value in at.items() if key not in OF_A_STEP}
    kept |= values
    called = say("unfinished.duty", title=kept.get("title", ""))
    return {**kept, UNFINISHED: message_to_json(called)}


def _taken(scene: Scene, values: Mapping[str, Json]) -> Turn:
    """The answer of a step; a month turned is none yet."""
    if "month" in values:
        return ask(scene, {**scene.at, **values})
    at = _with(scene.at, values)
    # the page to confirm says it itself
    note = None if _step(at) == "confirm" else steps.note_of(scene, values)
    return ask(scene, at, note=note)


def found(scene: Scene) -> Turn:
    """The units, looked up to ask for them, to read them, or to name them."""
    if isinstance(scene.asked, MakeDuty):
        return _made(scene)
    at, all_units = scene.at, scene.found or ()
    if not all_units:
        return done(say("duty.no_units"), ways=(go("duties"),))
    note = (message_from_json(at["note"]),) if at.get("note") else ()
    if _step(at) == "confirm":
        return _confirm(scene, units.named(at["units"], all_units), note)
    values = units.read(at, all_units)
    if isinstance(values, Refused):
        return _asked(units.ask(at, all_units, values.why), at)
    if "picked" in values:
        at = {**at, **values}
        return _asked(units.ask(at, all_units, *note), at)
    return _taken(scene, values)


def _asked(reply: Reply, at: Mapping[str, Json]) -> Turn:
    kept = {key: value for key, value in at.items() if key not in ("heard", "note")}
    return Turn((reply,), at=kept, open="make:units")


def _confirm(scene: Scene, named: Message, note: tuple[Message, ...]) -> Turn:
    """All that will be asked, to be given, mended or left."""
    duty = _duty(scene.at)
    text = [*note, say("duty.confirm"), say("due.title", title=duty.title)]
    if duty.instructions:
        text.append(say("task.instructions", instructions=duty.instructions))
    due = steps.note_of(scene, scene.at)
    text += [*((due,) if due else ()), *first_heard(scene, duty.due), named]
    text.append(say("duty.repeats", repeats=say(f"choice.repeats.{duty.repeats.value}")))
    edits = [way("edit", argument=step, label=say(f"duty.edit.{step}")) for step in STEPS]
    rows: tuple[tuple[Choice, ...], ...] = (
        (way("give", role=Role.ANSWER),),
        tuple(edits[:3]),
        tuple(edits[3:]),
        (way("cancel", role=Role.ASIDE),),
    )
    kept = {key: value for key, value in scene.at.items() if key not in OF_A_STEP}
    return Turn((Reply(tuple(text), choices=rows),), at=kept, open="make:confirm")


def _duty(at: Mapping[str, Json]) -> Duty:
    return Duty(
        at["title"],
        at["instructions"],
        date.fromisoformat(at["due"]),
        units=tuple(at["units"]),
        repeats=Repeats(at["repeats"]),
    )


def _made(scene: Scene) -> Turn:
    """Given, or not: then nothing was, and what was answered stays."""
    made = scene.found
    if not isinstance(made, Duty):
        return done(say("duty.not_made"), ways=(go("duties"),))
    told = say("duty.made", title=made.title, count=len(made.units), due=made.due)
    late = first_heard(scene, made.due)
    return done(told, *late, ways=(go("duty", argument=str(made.id), label=say("way.whole_duty")),))
