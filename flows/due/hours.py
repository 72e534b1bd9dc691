"""Between which hours of a working day reminders come."""

from __future__ import annotations

from flows.asking import SetHours
from flows.due.telling import done
from flows.model import Choice, Expects, Reply, Role
from flows.turn import Said, Scene, Turn
from flows.ways import way
from language.limits import read_hours
from rules.message import Message, say

OFFERED = ((420, 1200), (450, 1020), (480, 1020), (780, 1020))


def begin(scene: Scene, said: Said) -> Turn:
    words = said.argument if said.text else ""
    return _taken(scene, words) if words else _ask(scene)


def hear(scene: Scene, said: Said) -> Turn:
    if said.command == "show":
        return _ask(scene)
    return _taken(scene, said.option or said.text or "")


def _taken(scene: Scene, words: str) -> Turn:
    hours = read_hours(words)
    if hours is None:
        return _ask(scene, say("hours.not_read"))
    start, end = hours
    if end <= start:
        return _ask(scene, say("hours.backwards", start=clock(start), end=clock(end)))
    return Turn(request=SetHours(start, end), at={"do": "hours", "start": start, "end": end})


def _ask(scene: Scene, *note: Message) -> Turn:
    now = scene.person.hours
    buttons = [
        Choice(f"a:{clock(start)}-{clock(end)}", _span(start, end), picked=_is(scene, start, end))
        for start, end in OFFERED
    ]
    text = (*note, say("hours.ask", start=clock(now.start), end=clock(now.end)))
    rows = (tuple(buttons[:2]), tuple(buttons[2:]), (way("cancel", role=Role.ASIDE),))
    # typed hours begin with a number, which is no number of a button
    return Turn(
        (Reply(text, choices=rows, expects=Expects.TEXT),), at={"do": "hours"}, open="hours"
    )


def _is(scene: Scene, start: int, end: int) -> bool:
    return (scene.person.hours.start, scene.person.hours.end) == (start, end)


def found(scene: Scene) -> Turn:
    return done(say("hours.done", start=clock(scene.at["start"]), end=clock(scene.at["end"])))


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _span(start: int, end: int) -> Message:
    return say("choice.hours", start=clock(start), end=clock(end))
