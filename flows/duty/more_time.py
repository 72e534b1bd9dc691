"""More time for a report: until which day, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from flows.ahead import ask_day, checked, month_asked, read_ahead
from flows.asking import AskTime
from flows.due.telling import title_of
from flows.given import Refused
from flows.model import Choice, Expects, Json, Reply, Role
from flows.turn import Said, Scene, Turn
from flows.ways import way
from language.fold import clean
from rules.message import Message, say

LONGEST = 500


def ask(scene: Scene, at: Mapping[str, Json]) -> Turn:
    """Until when; `at` names the task, its title and its last day."""
    return _ask_day(scene, {**at, "do": "time"})


def hear_day(scene: Scene, said: Said) -> Turn:
    month = month_asked(said, scene.today)
    if month is not None:
        return _ask_day(scene, scene.at, month=month)
    if said.command == "show":
        return _ask_day(scene, scene.at)
    if said.day is not None:
        until = checked(said.day, scene.today)
    else:
        until = read_ahead(said.text or "", scene.today)
    due = date.fromisoformat(scene.at["due"])
    if isinstance(until, date) and until <= due:
        until = Refused(say("task.time.earlier", due=due))
    if isinstance(until, Refused):
        return _ask_day(scene, scene.at, until.why, offered=until.choices)
    return _ask_reason({**scene.at, "do": "reason", "until": until.isoformat()})


def _ask_day(
    scene: Scene,
    at: Mapping[str, Json],
    *note: Message,
    offered: tuple[Choice, ...] = (),
    month: date | None = None,
) -> Turn:
    first = max(date.fromisoformat(at["due"]), scene.today)
    calendar = month or (first + timedelta(days=1))
    reply = ask_day(
        scene,
        (*note, say("task.time.ask", title=title_of(at))),
        offered=[offered] if offered else (),
        ways=(way("cancel", role=Role.ASIDE),),
        month=calendar,
    )
    return Turn((reply,), at=at, open=f"time:{at['about']}")


def hear_reason(scene: Scene, said: Said) -> Turn:
    reason = clean(said.text or "")
    if said.command == "show":
        return _ask_reason(scene.at)
    if not reason:
        return _ask_reason(scene.at, say("task.reason.none"))
    if len(reason) > LONGEST:
        return _ask_reason(scene.at, say("refuse.long_text", length=len(reason), most=LONGEST))
    until = date.fromisoformat(scene.at["until"])
    return Turn(request=AskTime(int(scene.at["task"]), until, reason), at=scene.at)


def _ask_reason(at: Mapping[str, Json], *note: Message) -> Turn:
    asked = say("task.reason.ask", until=date.fromisoformat(at["until"]))
    leave = ((way("back", role=Role.ASIDE), way("cancel", role=Role.ASIDE)),)
    reply = Reply((*note, asked), choices=leave, expects=Expects.TEXT)
    return Turn((reply,), at=at, open=f"text:reason:{at['about']}")
