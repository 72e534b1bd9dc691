"""No reminders until a day, and reminders again from now on."""

from __future__ import annotations

from datetime import date, timedelta

from flows.ahead import ask_day, day_choice, hear_day, read_first_after
from flows.asking import ListDeadlines, PauseReminders
from flows.due.moved import resumes_on
from flows.due.telling import done
from flows.given import Refused
from flows.model import Choice, Role
from flows.reminding import Matter
from flows.turn import Said, Scene, Turn
from flows.ways import go, way
from rules.message import Message, say

MOST_NAMED = 3
WEEK = 7


def begin(scene: Scene, said: Said) -> Turn:
    words = said.argument if said.text else ""
    if not words:
        return _ask(scene)
    return _taken(scene, read_first_after(words, scene.today))


def remind(_scene: Scene, _said: Said) -> Turn:
    """Reminders come again."""
    return Turn(request=PauseReminders(None), at={"do": "pause"})


def hear(scene: Scene, said: Said) -> Turn:
    return hear_day(scene, said, ask=_ask, taken=_taken, read=read_first_after)


def _taken(scene: Scene, until: date | Refused) -> Turn:
    if until == scene.today:
        until = Refused(say("pause.today"))
    if isinstance(until, Refused):
        return _ask(scene, until.why, offered=until.choices)
    return Turn(request=ListDeadlines(), at={"do": "pause", "until": until.isoformat()})


def _ask(
    scene: Scene,
    *note: Message,
    offered: tuple[Choice, ...] = (),
    month: date | None = None,
) -> Turn:
    tomorrow = scene.today + timedelta(days=1)
    monday = scene.today + timedelta(days=WEEK - scene.today.weekday())
    days = [day_choice(tomorrow, scene.today, "choice.tomorrow")]
    days += [day_choice(monday, scene.today)] if monday != tomorrow else []
    again = (go("remind"),) if scene.person.hours.paused_until else ()
    reply = ask_day(
        scene,
        (*note, say("pause.ask")),
        offered=[offered, tuple(days)] if offered else [tuple(days)],
        ways=(*again, way("cancel", role=Role.ASIDE)),
        month=month,
    )
    return Turn((reply,), at={"do": "pause"}, open="pause")


def found(scene: Scene) -> Turn:
    if isinstance(scene.asked, ListDeadlines):
        return Turn(
            request=PauseReminders(_until(scene)), at={**scene.at, "within": _within(scene)}
        )
    if "until" not in scene.at:
        return done(say("pause.over"))
    until, within = _until(scene), scene.at["within"]
    told = (say("pause.done", until=until), *resumes_on(scene, until))
    if not within:
        return done(*told, ways=(go("remind"),))
    days = [date.fromisoformat(day) for day in within[:MOST_NAMED]]
    warned = say("pause.within", count=len(within), days=days)
    return done(*told, warned, ways=(go("remind"),))


def _until(scene: Scene) -> date:
    return date.fromisoformat(scene.at["until"])


def _within(scene: Scene) -> list[str]:
    """The last days that fall within the pause."""
    until = _until(scene)
    days = (line.due for line in scene.found or () if line.matter is not Matter.ASKED)
    return [day.isoformat() for day in days if scene.today <= day < until]
